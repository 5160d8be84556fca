// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/GroupMember.h"

#include <functional>
#include <utility>

namespace sagascope::demo {

namespace {

constexpr std::size_t kBatch = 500;

void serve(std::stop_token stopping, kafka::GroupConsumer& consumer, RecordHandler& handler,
           std::function<void()> onJoined)
{
    consumer.setAssignmentListener(
        [&handler](const std::vector<kafka::TopicPartition>& assigned) { handler.reassign(assigned); });
    while (!stopping.stop_requested()) {
        const auto batch = consumer.poll(kBatch, handler.tick(consumer));
        if (onJoined && consumer.isAssigned())
            std::exchange(onJoined, nullptr)();
        // What the coordinator complains about passes: the next poll goes on.
        if (batch && !batch->isEmpty())
            handler.handle(*batch, consumer);
    }
    consumer.setAssignmentListener({});
}

} // namespace

base::Result<std::unique_ptr<GroupMember>> GroupMember::open(const kafka::Profile& profile,
                                                             kafka::GroupConsumerOptions options,
                                                             std::unique_ptr<RecordHandler> handler,
                                                             std::function<void()> onJoined)
{
    auto consumer = kafka::GroupConsumer::open(profile, std::move(options));
    if (!consumer)
        return consumer.error();
    std::unique_ptr<GroupMember> member(new GroupMember);
    member->m_consumer = std::move(*consumer);
    member->m_handler = std::move(handler);
    member->m_thread =
        std::jthread(serve, std::ref(*member->m_consumer), std::ref(*member->m_handler), std::move(onJoined));
    return member;
}

void GroupMember::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace sagascope::demo
