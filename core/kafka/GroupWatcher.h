// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"
#include "core/metrics/Lag.h"

namespace sagascope::kafka {

/// One group at one moment. `samples` are sorted by topic and partition; topics that do not exist have none. A sample
/// without position: never committed there. Ends include aborted records and markers, as in Kafka's own tools.
struct GroupProgress
{
    std::string group;
    metrics::GroupState state = metrics::GroupState::Unreadable;
    std::vector<metrics::LagSample> samples;
    base::Error error; ///< why it is Unreadable
};

/// Looks from outside how far the profile's watched groups are: committed offsets of explicit partitions (OffsetFetch)
/// and end offsets. Its client has no group, so it can neither join nor commit. Groups are never listed or described:
/// an EmbeddedBroker does not answer that and the client would hang on it. A group is Absent when it has committed
/// nowhere on its topics: from outside that looks the same as a member that has read nothing yet.
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
    /// The samples of all groups of latest(). A group without any is one line of its own (no topic, kNoPartition), or
    /// nobody would miss it.
    [[nodiscard]] std::vector<metrics::LagSample> samples() const;
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
