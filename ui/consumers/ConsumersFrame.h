// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/metrics/FanOut.h"
#include "core/metrics/GroupBoard.h"

namespace sagascope::ui {

/// An event that somebody wants to follow to its readers.
struct FollowedEvent
{
    metrics::RecordPlace record;
    base::Timestamp written = base::kNoTime; ///< broker time

    friend bool operator==(const FollowedEvent&, const FollowedEvent&) = default;
};

struct ConsumersQuery
{
    std::string group; ///< empty: the first
    std::optional<FollowedEvent> event;

    friend bool operator==(const ConsumersQuery&, const ConsumersQuery&) = default;
};

/// What the Consumers room shows, arranged. Immutable; the pointers live as long as `board`.
struct ConsumersFrame
{
    struct MatrixRow
    {
        metrics::Place place;
        std::vector<const metrics::PartitionStanding*> cells; ///< by `groups`; null: that group does not read it
    };

    ConsumersQuery query;
    metrics::GroupBoardPtr board;                             ///< null before the first look
    std::vector<const metrics::GroupStanding*> groups;        ///< worst verdict first, then by name
    const metrics::GroupStanding* chosen = nullptr;
    std::vector<const metrics::PartitionStanding*> partitions; ///< of the chosen group, worst first, then by name
    std::vector<MatrixRow> matrix;                            ///< by name
    std::int64_t oldestMs = 0;                                ///< the oldest age of the matrix
    std::vector<const metrics::PartitionStanding*> lanes;     ///< of the chosen group, by name
    base::Timestamp lanesFrom = base::kNoTime;                ///< when somebody was first seen on one; kNoTime: never
    std::vector<metrics::GroupPassage> passages;              ///< of the followed event
};
using ConsumersFramePtr = std::shared_ptr<const ConsumersFrame>;

/// Any thread; costs grow with the board.
[[nodiscard]] ConsumersFramePtr consumersFrame(const metrics::GroupBoardPtr& board, const ConsumersQuery& query);

} // namespace sagascope::ui
