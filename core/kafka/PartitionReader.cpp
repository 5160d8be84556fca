// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/PartitionReader.h"

#include <algorithm>
#include <utility>

#include "core/kafka/RdBatch.h"
#include "core/kafka/RdFailure.h"
#include "core/kafka/RdSearch.h"

namespace sagascope::kafka {

PartitionReader::PartitionReader(rd_kafka_t* client, rd_kafka_queue_t* queue, ConsumerLog& log, RecordSearch search)
    : m_client(client), m_queue(queue), m_log(log), m_search(std::move(search))
{
}

PartitionReader::~PartitionReader()
{
    for (auto& [name, topic] : m_topics) {
        for (std::size_t partition = 0; partition < topic.partitions.size(); ++partition) {
            if (topic.partitions[partition].isStarted && !topic.partitions[partition].isDone)
                rd_kafka_consume_stop(topic.handle.get(), static_cast<std::int32_t>(partition));
        }
    }
}

PartitionReader::Topic& PartitionReader::topicNamed(const std::string& name)
{
    auto& topic = m_topics[name];
    if (!topic.handle) {
        topic.name = name;
        auto* conf = rd_kafka_default_topic_conf_dup(m_client);
        rd_kafka_topic_conf_set_opaque(conf, &topic);
        topic.handle.reset(rd_kafka_topic_new(m_client, name.c_str(), conf)); // takes the conf
    }
    return topic;
}

PartitionReader::Topic& PartitionReader::topicOf(const rd_kafka_message_t& message)
{
    return *static_cast<Topic*>(rd_kafka_topic_opaque(message.rkt));
}

void PartitionReader::start(const FoundPartition& found)
{
    auto& topic = topicNamed(found.partition.topic);
    if (found.isRestart)
        return restart(topic, found);
    const auto index = static_cast<std::size_t>(found.partition.partition);
    if (index >= topic.partitions.size())
        topic.partitions.resize(index + 1);
    auto& state = topic.partitions[index];
    state.isStarted = true;
    state.next = found.start;
    state.end = found.end;
    state.dropBefore = found.dropBefore;
    state.dropFrom = found.dropFrom;
    state.backlogEnd = std::max(found.start, found.end.value_or(found.endNow));
    m_backlog += state.backlogEnd - found.start;
    m_backlogLeft += state.backlogEnd - found.start;
    ++m_started;
    m_log.add({.kind = ConsumerEventKind::PartitionFound,
               .topic = topic.name,
               .partition = found.partition.partition,
               .offset = found.start});
    if (state.end && state.next >= *state.end)
        finish(topic, found.partition.partition);
    else
        fetchFrom(topic, found.partition.partition, found.start);
    publishCounts();
}

void PartitionReader::fetchFrom(Topic& topic, std::int32_t partition, std::int64_t offset)
{
    if (rd_kafka_consume_start_queue(topic.handle.get(), partition, offset, m_queue) == 0)
        return;
    fail(topic, partition, failure(rd_kafka_last_error(), topic.name + '/' + std::to_string(partition)));
    finish(topic, partition);
}

void PartitionReader::restart(Topic& topic, const FoundPartition& found)
{
    const auto partition = found.partition.partition;
    auto& state = topic.partitions[static_cast<std::size_t>(partition)];
    if (state.isDone)
        return;
    // An end that lies before what we read means that the topic was made anew: then nothing of it was lost.
    const bool isRecreated = found.endNow < state.next;
    if (found.start != state.next || isRecreated) {
        m_log.add({.kind = isRecreated ? ConsumerEventKind::TopicRecreated : ConsumerEventKind::OffsetLost,
                   .topic = topic.name,
                   .partition = partition,
                   .offset = found.start,
                   .count = isRecreated ? 0 : std::max<std::int64_t>(0, found.start - state.next)});
    }
    setNext(state, found.start);
    rd_kafka_consume_stop(topic.handle.get(), partition);
    if (state.end && state.next >= *state.end) {
        finish(topic, partition);
        publishCounts();
    } else {
        fetchFrom(topic, partition, found.start);
    }
}

bool PartitionReader::accept(const rd_kafka_message_t& message)
{
    auto& topic = topicOf(message);
    auto& state = topic.partitions[static_cast<std::size_t>(message.partition)];
    // Whatever a broker that took over sends again was read before.
    if (state.isDone || message.offset < state.next)
        return false;
    noteReadable(topic, state, message.partition);
    advance(topic, state, message.partition, message.offset, message.offset + 1);
    const bool isBeyond = state.end && message.offset >= *state.end;
    if (state.end && state.next >= *state.end) {
        finish(topic, message.partition);
        publishCounts();
    }
    const bool isTooOld = state.dropBefore != base::kNoTime && timeOf(message) < state.dropBefore;
    const bool isTooNew = state.dropFrom != base::kNoTime && timeOf(message) >= state.dropFrom;
    if (isBeyond || isTooOld || isTooNew)
        return false;
    ++m_read;
    const bool isKept = isSought(m_search, message);
    m_kept += isKept ? 1 : 0;
    return isKept;
}

/// `found`: the first offset that is there, behind the last one that we know of.
void PartitionReader::advance(const Topic& topic, PartitionState& state, std::int32_t partition, std::int64_t found,
                              std::int64_t next)
{
    const std::int64_t gapEnd = state.end ? std::min(found, *state.end) : found;
    if (gapEnd > state.next)
        m_log.addGap({{topic.name, partition}, state.next, gapEnd});
    setNext(state, next);
}

void PartitionReader::setNext(PartitionState& state, std::int64_t next)
{
    const auto left = [&] { return std::max<std::int64_t>(0, state.backlogEnd - state.next); };
    m_backlogLeft -= left();
    state.next = next;
    m_backlogLeft += left();
}

void PartitionReader::publishProgress()
{
    if (m_read != std::exchange(m_publishedRead, m_read))
        m_log.setRecords(m_read, m_kept);
    if (m_backlogLeft != std::exchange(m_publishedLeft, m_backlogLeft))
        m_log.setBacklog(m_backlog, m_backlogLeft);
}

std::optional<RestartRequest> PartitionReader::handleError(const rd_kafka_message_t& message)
{
    if (!message.rkt) {
        m_log.addError(message.err, rd_kafka_message_errstr(&message));
        return std::nullopt;
    }
    auto& topic = topicOf(message);
    auto& state = topic.partitions[static_cast<std::size_t>(message.partition)];
    switch (message.err) {
    case RD_KAFKA_RESP_ERR__PARTITION_EOF:
        noteReadable(topic, state, message.partition);
        advance(topic, state, message.partition, message.offset, std::max(state.next, message.offset));
        noteEnd(topic, message.partition);
        return std::nullopt;
    case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET: return RestartRequest{{topic.name, message.partition}, state.next};
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION: noteGone(topic, message.partition); return std::nullopt;
    default:
        fail(topic, message.partition, failure(message.err, topic.name, rd_kafka_message_errstr(&message)));
        return std::nullopt;
    }
}

/// Its topic was deleted. It may be created again; where only its end is waited for, there is nothing to wait for.
void PartitionReader::noteGone(Topic& topic, std::int32_t partition)
{
    auto& state = topic.partitions[static_cast<std::size_t>(partition)];
    noteReadable(topic, state, partition);
    if (state.end)
        finish(topic, partition);
    publishCounts();
}

void PartitionReader::fail(Topic& topic, std::int32_t partition, base::Error error)
{
    topic.partitions[static_cast<std::size_t>(partition)].hasFailed = true;
    m_log.addFailure({topic.name, partition}, std::move(error));
}

void PartitionReader::noteReadable(const Topic& topic, PartitionState& state, std::int32_t partition)
{
    if (std::exchange(state.hasFailed, false))
        m_log.clearFailure({topic.name, partition});
}

void PartitionReader::noteEnd(Topic& topic, std::int32_t partition)
{
    auto& state = topic.partitions[static_cast<std::size_t>(partition)];
    if (!state.hasReachedEnd) {
        state.hasReachedEnd = true;
        ++m_atEnd;
        m_log.add({.kind = ConsumerEventKind::PartitionEnd,
                   .topic = topic.name,
                   .partition = partition,
                   .offset = state.next});
    }
    // The last offsets before the end may hold transaction markers or compacted records: nothing to wait for.
    if (state.end && state.next >= *state.end)
        finish(topic, partition);
    publishCounts();
}

void PartitionReader::finish(Topic& topic, std::int32_t partition)
{
    auto& state = topic.partitions[static_cast<std::size_t>(partition)];
    if (state.isDone)
        return;
    rd_kafka_consume_stop(topic.handle.get(), partition);
    setNext(state, std::max(state.next, state.backlogEnd));
    state.isDone = true;
    ++m_done;
    if (!state.hasReachedEnd) {
        state.hasReachedEnd = true;
        ++m_atEnd;
    }
}

void PartitionReader::publishCounts()
{
    m_log.setCounts(static_cast<int>(m_topics.size()), m_started, m_atEnd);
    publishProgress();
}

} // namespace sagascope::kafka
