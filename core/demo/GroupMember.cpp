// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/GroupMember.h"

#include <utility>

namespace sagascope::demo {

namespace {

constexpr std::size_t kBatch = 500;

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
    member->m_thread = std::thread(&GroupMember::serve, member.get(), std::move(onJoined));
    return member;
}

void GroupMember::serve(std::function<void()> onJoined)
{
    m_consumer->setAssignmentListener(
        [this](const std::vector<kafka::TopicPartition>& assigned) { m_handler->reassign(assigned); });
    while (!m_isStopping) {
        const auto batch = m_consumer->poll(kBatch, m_handler->tick(*m_consumer));
        if (onJoined && m_consumer->isAssigned())
            std::exchange(onJoined, nullptr)();
        // What the coordinator complains about passes: the next poll goes on.
        if (batch && !batch->isEmpty())
            m_handler->handle(*batch, *m_consumer);
    }
    m_consumer->setAssignmentListener({});
}

void GroupMember::stop()
{
    m_isStopping = true;
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace sagascope::demo
