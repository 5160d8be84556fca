// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/metrics/Forecast.h"
#include "core/metrics/GroupLook.h"
#include "core/metrics/Verdict.h"

namespace sagascope::metrics {

/// A position as it was first seen: after the look at `after`, at which it was still an earlier one (kNoTime: this is the
/// first look), and by the look at `by`.
struct PositionPoint
{
    base::Timestamp after = base::kNoTime;
    base::Timestamp by = base::kNoTime;
    std::int64_t position = 0;
};

/// A member held the partition from one look to another; `to` is kNoTime while it does.
struct OwnerSpan
{
    GroupMember member; ///< without its partitions
    base::Timestamp from = base::kNoTime;
    base::Timestamp to = base::kNoTime;
};

/// What is remembered of a partition, oldest first, thinned to a bounded length.
struct PartitionTrail
{
    std::vector<PositionPoint> positions;
    std::vector<OwnerSpan> owners;
};

/// Where a group stands on one partition.
struct PartitionStanding
{
    LagSample sample;
    Judgement judgement;
    std::optional<Rates> rates;
    Forecast forecast;
    std::optional<std::size_t> reader; ///< in GroupReading::members
    /// It does not get past one record, while the same consumer gets on elsewhere: most likely that record is to blame.
    bool isPoisoned = false;
    std::shared_ptr<const PartitionTrail> trail; ///< never null
};

/// Where a group stands; `reading` lives as long as the board.
struct GroupStanding
{
    const GroupReading* reading = nullptr;
    Verdict verdict = Verdict::Unknown; ///< the worst of its partitions; not OK while one is not judged yet
    std::optional<std::int64_t> lag;    ///< in messages, of all partitions; nothing: never committed
    std::optional<std::int64_t> lagMs;  ///< of the partition that is furthest behind in time
    bool isAgeComplete = false;         ///< the age is known on every partition with a lag
    std::vector<PartitionStanding> partitions; ///< by topic and partition

    [[nodiscard]] const PartitionStanding* find(const Place& place) const;
};

/// Every group as of one look, judged over the looks before it. Immutable; any thread.
struct GroupBoard
{
    GroupLookPtr look; ///< never null
    std::vector<GroupStanding> groups; ///< as in the look

    [[nodiscard]] const GroupStanding* find(std::string_view group) const;
};
using GroupBoardPtr = std::shared_ptr<const GroupBoard>;

} // namespace sagascope::metrics
