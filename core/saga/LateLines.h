// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/identity/Identity.h"

namespace sagascope::saga {

/// Big sagas whose line in the list is behind their events. Telling a saga of a hundred thousand events anew for every
/// event that joins it would cost more than all others together, so its line waits: until a sixteenth of what it spoke
/// of has come since, or for one update per 5,000 members (a second, at twenty updates, for 100,000). Ingest thread.
class LateLines
{
public:
    using GroupId = identity::Identity::GroupId;
    using Members = identity::Identity::Members;

    struct Line
    {
        GroupId group = 0;
        Members members;
        std::size_t told = 0;  ///< members that the line speaks of
        std::size_t waits = 0; ///< updates since
    };

    [[nodiscard]] static bool mayWait(const Members& members);

    /// The group has these members now; `told` counts only where it was not late before.
    void note(GroupId group, const Members& members, std::size_t told);
    void forget(GroupId group);
    /// One update more has passed. Removes and returns the lines to be told now: those that waited enough, or all.
    [[nodiscard]] std::vector<Line> takeDue(bool isAll);

private:
    std::vector<Line> m_lines;
};

} // namespace sagascope::saga
