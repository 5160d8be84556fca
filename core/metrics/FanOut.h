// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metrics/GroupBoard.h"

namespace sagascope::metrics {

/// Whether a group has committed past one record.
enum class Passage : std::uint8_t {
    Waiting,       ///< it reads the partition and has not got there
    Passed,        ///< between `after` and `by`
    PassedEarlier, ///< it was past it when we first looked
    WentBack,      ///< it was past it, and its position is before it again
    NotStarted,    ///< it is to read the partition, and has committed nothing there
};

/// What became of one record in one group. A commit means "done up to here" in the group's own words; what its members did
/// with the record is not known.
struct GroupPassage
{
    std::string group;
    Passage passage = Passage::Waiting;
    base::Timestamp after = base::kNoTime; ///< Passed: the latest look at which it was not yet past
    base::Timestamp by = base::kNoTime;    ///< Passed, PassedEarlier: the first look at which it was
    std::int64_t before = 0; ///< Waiting, WentBack: records of the partition that come first, this one not counted
};

/// For every group of the board that reads the partition, by name. Looks only see how far a group is from time to time, so
/// when it passed is known up to the time between two looks (and less exactly where the trail was thinned).
[[nodiscard]] std::vector<GroupPassage> fanOut(const GroupBoard& board, const Place& place, std::int64_t offset);

} // namespace sagascope::metrics
