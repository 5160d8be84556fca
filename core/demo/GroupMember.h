// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "core/base/Result.h"
#include "core/event/RawRecord.h"
#include "core/kafka/GroupConsumer.h"

namespace sagascope::demo {

/// What an instance of a service does with what its group assigns to it. Called on the instance's thread only.
class RecordHandler
{
public:
    virtual ~RecordHandler() = default;
    /// New records; commits what is done.
    virtual void handle(const event::RecordBatch& batch, kafka::GroupConsumer& consumer) = 0;
    /// Called between polls, for work that was put off. Gives how long the next poll may wait.
    virtual std::chrono::milliseconds tick(kafka::GroupConsumer& consumer) = 0;
    /// Partitions came or went.
    virtual void reassign(const std::vector<kafka::TopicPartition>& assigned) = 0;
};

/// One running instance of a service: a member of its consumer group, with a thread that polls, hands records to the
/// handler. It leaves the group when it is destroyed.
///
/// Threads: requestStop() from any; open, stop() and destroy from one.
class GroupMember
{
public:
    /// `onJoined` is called once, on the instance's thread, when the group has assigned partitions for the first time.
    static base::Result<std::unique_ptr<GroupMember>> open(const kafka::Profile& profile,
                                                           kafka::GroupConsumerOptions options,
                                                           std::unique_ptr<RecordHandler> handler,
                                                           std::function<void()> onJoined);
    GroupMember(const GroupMember&) = delete;
    GroupMember& operator=(const GroupMember&) = delete;

    ~GroupMember() { stop(); }
    void requestStop() { m_isStopping = true; }
    /// Waits until nothing is polled any more; still a member. To end a whole group, stop all members before destroying
    /// the first: one that notices the others' leaving would join again, and wait for that.
    void stop();

private:
    GroupMember() = default;
    void serve(std::function<void()> onJoined);
    std::unique_ptr<RecordHandler> m_handler;
    std::unique_ptr<kafka::GroupConsumer> m_consumer;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace sagascope::demo
