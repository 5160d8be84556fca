// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/kafka/Profile.h"

namespace sagascope::kafka {

/// How far a group is on one partition of a topic that it is said to read.
struct GroupPosition
{
    std::string topic;
    std::int32_t partition = 0;
    std::optional<std::int64_t> committed; ///< nothing: never committed here
    std::int64_t end = 0;                  ///< one past the last record, aborted ones and markers included
};

enum class WatchState : std::uint8_t {
    Known,      ///< it has committed at least once
    Absent,     ///< it has committed nowhere on these topics: as far as one can see, nobody
    Unreadable, ///< the cluster did not answer or does not let us look; see `error`
};

/// One group at one moment.
struct GroupProgress
{
    std::string group;
    WatchState state = WatchState::Unreadable;
    std::vector<GroupPosition> positions; ///< sorted by topic and partition; topics that do not exist are left out
    base::Timestamp at = base::kNoTime;
    base::Error error; ///< only when Unreadable
};

/// Looks from outside how far the profile's watched groups are: committed offsets of explicit partitions (OffsetFetch)
/// and end offsets. Its client has no group, so it can neither join nor commit. Groups are never listed or described:
/// an EmbeddedBroker does not answer that and the client would hang on it.
///
/// Threads: any; the asking is done by a thread of its own every `interval`.
class GroupWatcher
{
public:
    /// Errors: InvalidArgument. No watched groups is fine: it then does nothing.
    static base::Result<std::unique_ptr<GroupWatcher>> open(const Profile& profile, std::chrono::milliseconds interval);
    ~GroupWatcher();
    GroupWatcher(const GroupWatcher&) = delete;
    GroupWatcher& operator=(const GroupWatcher&) = delete;

    /// The latest look at every watched group, in the profile's order; empty before the first one is complete.
    [[nodiscard]] std::vector<GroupProgress> latest() const;
    /// How many looks have been completed.
    [[nodiscard]] std::uint64_t rounds() const;
    /// Waits for a look that starts after this call; false on time-out.
    [[nodiscard]] bool awaitRound(std::chrono::milliseconds timeout);

private:
    class Impl;
    explicit GroupWatcher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
