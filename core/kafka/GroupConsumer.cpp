// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupConsumer.h"

#include <atomic>

#include "core/kafka/RdBatch.h"
#include "core/kafka/RdConfig.h"
#include "core/kafka/RdFailure.h"

namespace sagascope::kafka {

namespace {

constexpr int kSeekTimeoutMs = 2'000;

RdPartitions toList(const TopicPartition& partition, std::int64_t offset)
{
    RdPartitions list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), partition.topic.c_str(), partition.partition)->offset = offset;
    return list;
}

std::string nameOf(const TopicPartition& partition)
{
    return partition.topic + '/' + std::to_string(partition.partition);
}

} // namespace

class GroupConsumer::Impl
{
public:
    Impl(const Profile& profile, GroupConsumerOptions options) : m_profile(profile), m_options(std::move(options)) {}

    ~Impl()
    {
        // Leaves the group; batches may still hold the client. Whoever listened may be gone already.
        listener = {};
        if (m_client)
            rd_kafka_consumer_close(m_client->get());
    }

    base::Result<void> join()
    {
        auto created = configure().create(RD_KAFKA_CONSUMER);
        if (!created)
            return created.error();
        m_client = std::make_shared<RdClient>(std::move(created).value());
        rd_kafka_poll_set_consumer(m_client->get());
        const RdPartitions topics(rd_kafka_topic_partition_list_new(static_cast<int>(m_options.topics.size())));
        for (const auto& topic : m_options.topics)
            rd_kafka_topic_partition_list_add(topics.get(), topic.c_str(), RD_KAFKA_PARTITION_UA);
        const auto error = rd_kafka_subscribe(m_client->get(), topics.get());
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
            return failure(error, m_options.group);
        return {};
    }

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout)
    {
        if (m_failure)
            return *std::exchange(m_failure, std::nullopt);
        RdBatch batch(m_client, max < kExpectedBatch ? max : kExpectedBatch);
        auto wait = static_cast<int>(timeout.count());
        for (std::size_t count = 0; count < max; ++count) {
            RdMessage message(rd_kafka_consumer_poll(m_client->get(), wait));
            if (!message)
                break;
            wait = 0;
            if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
                m_failure = failure(message->err, m_options.group, rd_kafka_message_errstr(message.get()));
                break;
            }
            batch.add(std::move(message));
        }
        if (batch.isEmpty() && m_failure)
            return *std::exchange(m_failure, std::nullopt);
        return batch.finish();
    }

    base::Result<void> commit(const TopicPartition& partition, std::int64_t nextOffset, bool isAsync)
    {
        const auto list = toList(partition, nextOffset);
        const auto error = rd_kafka_commit(m_client->get(), list.get(), isAsync ? 1 : 0);
        return outcome(error, partition);
    }

    base::Result<void> seek(const TopicPartition& partition, std::int64_t offset)
    {
        const auto list = toList(partition, offset);
        const RdError error(rd_kafka_seek_partitions(m_client->get(), list.get(), kSeekTimeoutMs));
        if (error)
            return failure(rd_kafka_error_code(error.get()), nameOf(partition), rd_kafka_error_string(error.get()));
        return outcome(list->elems[0].err, partition);
    }

    base::Result<void> setPaused(const TopicPartition& partition, bool paused)
    {
        const auto list = toList(partition, RD_KAFKA_OFFSET_INVALID);
        const auto error = paused ? rd_kafka_pause_partitions(m_client->get(), list.get())
                                  : rd_kafka_resume_partitions(m_client->get(), list.get());
        return outcome(error != RD_KAFKA_RESP_ERR_NO_ERROR ? error : list->elems[0].err, partition);
    }

    std::function<void(const std::vector<TopicPartition>&)> listener;
    std::vector<TopicPartition> assigned;
    std::atomic<bool> isAssigned = false;

private:
    static constexpr std::size_t kExpectedBatch = 1'024;

    RdConfig configure()
    {
        RdConfig config(m_profile, m_options.clientId);
        config.set("group.id", m_options.group);
        if (!m_options.instanceId.empty())
            config.set("group.instance.id", m_options.instanceId);
        config.set("enable.auto.commit", false).set("allow.auto.create.topics", false);
        config.set("auto.offset.reset", m_options.isFromBeginning ? "earliest" : "latest");
        config.set("session.timeout.ms", static_cast<int>(m_options.sessionTimeout.count()));
        config.set("heartbeat.interval.ms", static_cast<int>(m_options.heartbeat.count()));
        config.set("topic.metadata.refresh.interval.ms", static_cast<int>(m_profile.metadataInterval.count()));
        config.set("fetch.wait.max.ms", m_profile.isEmbedded ? 10 : 500);
        config.setOwner(this);
        rd_kafka_conf_set_rebalance_cb(
            config.raw(), [](rd_kafka_t* client, rd_kafka_resp_err_t code, rd_kafka_topic_partition_list_t* partitions,
                             void* self) { ownerOf<Impl>(self).rebalance(client, code, partitions); });
        return config;
    }

    void rebalance(rd_kafka_t* client, rd_kafka_resp_err_t code, const rd_kafka_topic_partition_list_t* partitions)
    {
        assigned.clear();
        const bool isGiven = code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS;
        for (int i = 0; isGiven && i < partitions->cnt; ++i)
            assigned.push_back({partitions->elems[i].topic, partitions->elems[i].partition});
        rd_kafka_assign(client, isGiven ? partitions : nullptr);
        isAssigned = isGiven;
        if (listener)
            listener(assigned);
    }

    base::Result<void> outcome(rd_kafka_resp_err_t error, const TopicPartition& partition) const
    {
        if (error == RD_KAFKA_RESP_ERR_NO_ERROR)
            return {};
        return failure(error, m_options.group + ' ' + nameOf(partition));
    }

    const Profile m_profile;
    const GroupConsumerOptions m_options;
    std::shared_ptr<RdClient> m_client;
    std::optional<base::Error> m_failure; ///< came after records, told by the next poll()
};

base::Result<std::unique_ptr<GroupConsumer>> GroupConsumer::open(const Profile& profile, GroupConsumerOptions options)
{
    if (auto checked = profile.check(); !checked)
        return checked.error();
    if (options.group.empty() || options.topics.empty())
        return base::Error{base::ErrorCode::InvalidArgument, options.group, "a member needs a group and topics"};
    auto impl = std::make_unique<Impl>(profile, std::move(options));
    if (auto joined = impl->join(); !joined)
        return joined.error();
    return std::unique_ptr<GroupConsumer>(new GroupConsumer(std::move(impl)));
}

GroupConsumer::GroupConsumer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

GroupConsumer::~GroupConsumer() = default;

void GroupConsumer::setAssignmentListener(std::function<void(const std::vector<TopicPartition>&)> listener)
{
    m_impl->listener = std::move(listener);
}

base::Result<event::RecordBatch> GroupConsumer::poll(std::size_t max, std::chrono::milliseconds timeout)
{
    return m_impl->poll(max, timeout);
}

bool GroupConsumer::isAssigned() const
{
    return m_impl->isAssigned;
}

std::vector<TopicPartition> GroupConsumer::assignment() const
{
    return m_impl->assigned;
}

base::Result<void> GroupConsumer::commit(const TopicPartition& partition, std::int64_t nextOffset, bool isAsync)
{
    return m_impl->commit(partition, nextOffset, isAsync);
}

base::Result<void> GroupConsumer::seek(const TopicPartition& partition, std::int64_t offset)
{
    return m_impl->seek(partition, offset);
}

base::Result<void> GroupConsumer::pause(const TopicPartition& partition)
{
    return m_impl->setPaused(partition, true);
}

base::Result<void> GroupConsumer::resume(const TopicPartition& partition)
{
    return m_impl->setPaused(partition, false);
}

} // namespace sagascope::kafka
