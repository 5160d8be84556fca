// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/saga/Saga.h"

namespace sagascope::saga {

/// A step and the compensation that undid it: indices into Story::steps.
struct Undoing
{
    std::size_t step = 0;
    std::size_t compensation = 0;
    bool isInOrder = true; ///< false: it came before the compensation of a later step
    friend bool operator==(const Undoing&, const Undoing&) = default;
};

/// What was undone by what, and what was left. Indices into Story::steps.
struct CompensationAudit
{
    std::vector<Undoing> undone;   ///< in the order in which the compensations came
    std::vector<std::size_t> left; ///< steps that were done and whose compensation is due, in the definition's order

    [[nodiscard]] bool isInOrder() const;
};

/// Pairs the compensations of a saga with what they undo. What was done last is to be undone first: a compensation is out
/// of order when one of a later step is still to come. A compensation whose step was not seen is paired, and never out of
/// order. Pure; any thread.
[[nodiscard]] CompensationAudit auditCompensations(const Story& story);

} // namespace sagascope::saga
