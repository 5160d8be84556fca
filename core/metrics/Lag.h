// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"

namespace sagascope::metrics {

enum class GroupState : std::uint8_t {
    Known,      ///< has committed offsets
    Absent,     ///< declared, but has committed nothing on this cluster
    Unreadable, ///< the cluster does not let us read it
};
[[nodiscard]] std::string_view groupStateName(GroupState state);

/// Where the age of the oldest unread record is from.
enum class AgeFrom : std::uint8_t {
    Unknown,      ///< nobody holds that record, or it has no time
    NothingThere, ///< asked: what is left of the partition are transaction markers and holes
    Recorded,     ///< we have read that record ourselves
    Fetched,      ///< that one record was fetched from the cluster for its time
};

/// How far one group is on one partition, at one moment. Offsets are Kafka offsets; lag in messages.
/// A group of which no partition is known (absent, unreadable) has one sample with no topic and kNoPartition.
struct LagSample
{
    static constexpr std::int32_t kNoPartition = -1;

    std::string group;
    std::string topic;
    std::int32_t partition = 0;
    std::optional<std::int64_t> position; ///< committed offset
    std::int64_t low = 0;                 ///< oldest offset that the partition still holds
    std::int64_t end = 0;                 ///< end offset of the partition
    std::optional<std::int64_t> lagMs;    ///< age of the oldest unread record, where its time is known
    AgeFrom ageFrom = AgeFrom::Unknown;
    base::EventIndex next{};              ///< the oldest unread record, where we have read it ourselves
    GroupState state = GroupState::Known;
    base::Timestamp at = base::kNoTime;

    [[nodiscard]] std::optional<std::int64_t> lag() const
    {
        return position ? std::optional(end > *position ? end - *position : 0) : std::nullopt;
    }
};

} // namespace sagascope::metrics
