// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/saga/Member.h"
#include "core/saga/Progress.h"
#include "core/saga/Saga.h"

namespace sagascope::saga {

/// What the rules look at: members in logical order with repeats and steps marked, the edges between them sorted by
/// their effect's place in that order, and the progress along the definition (null without one).
struct FindingInput
{
    const MemberList& members;
    const std::vector<identity::Edge>& edges;
    const catalog::SagaDefinition* definition = nullptr;
    const Progress* progress = nullptr;
    SagaState state = SagaState::Running;
    const Inferred* inferred = nullptr; ///< null when inference says nothing of it
};

/// Findings of the saga as a whole, one per rule, each with the offending events only.
[[nodiscard]] std::vector<StoryFinding> sagaFindings(const FindingInput& input);

} // namespace sagascope::saga
