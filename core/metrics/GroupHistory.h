// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/metrics/GroupBoard.h"
#include "core/metrics/PartitionHistory.h"

namespace sagascope::metrics {

/// Remembers what looks at consumer groups saw, as far back as judging them needs, and makes a board of each look. Costs
/// grow with the partitions of a look, and arise once per look. One thread; boards are immutable.
class GroupHistory
{
public:
    /// `samples` are the look's own, in the order of GroupLook::samples(), with what we know of them ourselves. A look of the
    /// same round as the one before replaces that.
    void take(GroupLookPtr look, std::vector<LagSample> samples);

    /// The latest; null before the first look.
    [[nodiscard]] const GroupBoardPtr& board() const { return m_board; }

private:
    using Partitions = std::map<Place, PartitionHistory>;

    [[nodiscard]] GroupStanding standingOf(const GroupLook& look, const GroupReading& reading,
                                           std::span<LagSample> samples);
    void note(PartitionHistory& history, const GroupReading& reading, const LagSample& sample,
              std::optional<std::size_t> reader) const;

    std::map<std::string, Partitions> m_groups;
    bool m_isAgain = false; ///< the look is of the round of m_board
    GroupBoardPtr m_board;
};

} // namespace sagascope::metrics
