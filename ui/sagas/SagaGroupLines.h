// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "ui/sagas/SagaIndex.h"

namespace sagascope::ui {

/// One group of the saga list with its lines, in the list's order. Knows how a change falls on the lines, not how views
/// are told of it. A plain value.
struct SagaGroupLines
{
    SagaGroup group;
    std::vector<SagaLine> lines;
    bool isCollapsed = false;
    std::size_t told = 0; ///< sagas, as its row says: views must hear of a change before they see it

    /// Where the line stands, or would.
    [[nodiscard]] int position(const SagaLine& line, SagaLineBefore before) const;
    /// Runs of neighbours that go and runs that come; counting ends beyond `most`.
    [[nodiscard]] std::size_t runsOf(const SagaGroupDelta& change, SagaLineBefore before, std::size_t most) const;
    /// Takes the whole change in one walk.
    void merge(SagaGroupDelta& change, SagaLineBefore before);
};

} // namespace sagascope::ui
