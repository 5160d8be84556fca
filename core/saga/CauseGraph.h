// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/identity/Evidence.h"
#include "core/saga/Inferred.h"
#include "core/saga/Member.h"

namespace sagascope::catalog {
struct SagaDefinition;
}

namespace sagascope::saga {

/// Edges between members by their positions in a MemberList.
using PositionEdges = std::vector<std::pair<std::size_t, std::size_t>>;

/// The event that a causation id means: the first in logical order of those with that event id. Invalid when the event
/// names no cause, is a copy, or nobody with that id was seen.
[[nodiscard]] base::EventIndex declaredCause(const Member& effect, const MemberList& members);

/// Declared cause to effect, both inside the saga.
[[nodiscard]] PositionEdges declaredEdges(const MemberList& members);

/// Components of mutually reachable members; a component of two or more is a cycle. Numbered in no meaningful order.
[[nodiscard]] std::vector<std::size_t> cycleComponents(std::size_t count, const PositionEdges& edges);

/// Logical order as positions: declared causes first (cycles collapsed), originals before their attempts, the rest by
/// time, topic, partition and offset.
[[nodiscard]] std::vector<std::size_t> logicalOrder(const MemberList& members, const PositionEdges& declared);

/// "This type follows that type" on an identifier that both carry, where no declared edge runs. The cause is the
/// latest member before the effect that fits. Where none does, an event that was joined by `link` (may be null) may
/// have its cause across the join, and that edge is inferred. Members must be in logical order.
[[nodiscard]] std::vector<identity::Edge> ruleEdges(const MemberList& members, const catalog::SagaDefinition& definition,
                                                    const InferredLink* link);

} // namespace sagascope::saga
