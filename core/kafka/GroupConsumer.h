// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/event/RawRecord.h"
#include "core/kafka/Profile.h"
#include "core/kafka/TopicPartition.h"

namespace sagascope::kafka {

struct GroupConsumerOptions
{
    std::string group;
    std::vector<std::string> topics;
    std::string clientId = "sagascope-service";
    std::string instanceId;       ///< static membership (KIP-345) when not empty
    bool isFromBeginning = false; ///< without a committed offset; otherwise from the end, as the services do
    /// Also decides how long a rebalance takes. On an EmbeddedBroker more than three seconds, or no join succeeds.
    std::chrono::milliseconds sessionTimeout{6'000};
    std::chrono::milliseconds heartbeat{1'000};
};

/// A real member of a consumer group, as the services of the platform are: it joins, reads what it is assigned and
/// commits by hand. The simulated services and the tests use it; the visualizer never does, since joining a group
/// takes partitions away from others.
///
/// Threads: all calls from one thread, except isAssigned(). Errors: InvalidArgument; poll() gives what the group
/// coordinator or the broker answered, and reading goes on with the next poll().
/// Ownership: batches may outlive the GroupConsumer.
class GroupConsumer
{
public:
    /// Joins in the background, by poll(): on an EmbeddedBroker the first join takes about three seconds.
    static base::Result<std::unique_ptr<GroupConsumer>> open(const Profile& profile, GroupConsumerOptions options);
    /// Leaves the group.
    ~GroupConsumer();
    GroupConsumer(const GroupConsumer&) = delete;
    GroupConsumer& operator=(const GroupConsumer&) = delete;

    /// Called from inside poll() with all partitions now assigned, after every change.
    void setAssignmentListener(std::function<void(const std::vector<TopicPartition>&)> listener);

    [[nodiscard]] base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout);

    /// The group has given this member its partitions (perhaps none, when there are more members than partitions).
    [[nodiscard]] bool isAssigned() const;
    [[nodiscard]] std::vector<TopicPartition> assignment() const;

    /// Commits that everything before `nextOffset` is done. Waits for the coordinator's answer unless `isAsync`.
    [[nodiscard]] base::Result<void> commit(const TopicPartition& partition, std::int64_t nextOffset,
                                            bool isAsync = false);
    /// Goes (back) to `offset`; records of this partition polled before but not yet handled are for the caller to drop.
    [[nodiscard]] base::Result<void> seek(const TopicPartition& partition, std::int64_t offset);
    [[nodiscard]] base::Result<void> pause(const TopicPartition& partition);
    [[nodiscard]] base::Result<void> resume(const TopicPartition& partition);

private:
    class Impl;
    explicit GroupConsumer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
