// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/identity/Evidence.h"
#include "core/saga/Inferred.h"
#include "core/saga/Member.h"

namespace sagascope::saga {

/// Edges between members by their positions in a MemberList.
using PositionEdges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Components of mutually reachable members; a component of two or more is a cycle. Numbered in no meaningful order.
[[nodiscard]] std::vector<std::size_t> cycleComponents(std::size_t count, const PositionEdges& edges);

/// Logical order as positions, written into `order`: declared causes first (cycles collapsed), originals before their
/// attempts, the rest by time, topic, partition and offset. The members must be as assign() left them, with repeats by
/// id marked and causes set.
void findLogicalOrder(const MemberList& members, std::vector<std::size_t>& order);

/// Every edge inside the saga, sorted by the effect's position, written into `edges`: from a declared cause; where none
/// was seen, by the definition's rules ("this type follows that type") on an identifier that both carry, from the latest
/// member before the effect that fits; where none does, an event that was joined by `link` (may be null) may have its
/// cause across the join, and that edge is inferred. Members must be in logical order; `definition` is a place in
/// `types`, or none.
void findEdges(const MemberList& members, TypeTable& types, std::optional<std::size_t> definition,
               const InferredLink* link, std::vector<identity::Edge>& edges);

} // namespace sagascope::saga
