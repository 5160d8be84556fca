// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/PartitionFinder.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// How far reading is on one partition.
struct PartitionState
{
    bool isStarted = false;
    bool hasReachedEnd = false; ///< caught up at least once
    bool isDone = false;        ///< until-end mode: nothing more is wanted
    bool hasFailed = false;     ///< see ConsumerLog::addFailure()
    std::int64_t next = 0;      ///< the offset after the last record seen
    std::int64_t backlogEnd = 0; ///< what lay before it when reading began counts as backlog
    std::optional<std::int64_t> end;
    base::Timestamp dropBefore = base::kNoTime;
    base::Timestamp dropFrom = base::kNoTime;
};

/// The partitions being fetched into one queue, and where each of them is. Not thread-safe: the polling thread's own.
class PartitionReader
{
public:
    PartitionReader(rd_kafka_t* client, rd_kafka_queue_t* queue, ConsumerLog& log, RecordSearch search);
    ~PartitionReader();
    PartitionReader(const PartitionReader&) = delete;
    PartitionReader& operator=(const PartitionReader&) = delete;

    void start(const FoundPartition& found);
    /// Notes the message's offset and says whether the record is wanted.
    [[nodiscard]] bool accept(const rd_kafka_message_t& message);
    /// End of partition, errors. Returns the partition when the broker does not have its next offset.
    [[nodiscard]] std::optional<RestartRequest> handleError(const rd_kafka_message_t& message);
    /// Tells the log how much was read and how much of the backlog is left, if that changed. Cheap enough for every batch,
    /// not for every record.
    void publishProgress();
    [[nodiscard]] bool isAllDone() const { return m_done == m_started; }

private:
    struct Topic
    {
        std::string name;
        RdTopic handle;
        std::vector<PartitionState> partitions;
    };

    [[nodiscard]] Topic& topicNamed(const std::string& name);
    [[nodiscard]] static Topic& topicOf(const rd_kafka_message_t& message);
    void restart(Topic& topic, const FoundPartition& found);
    void fetchFrom(Topic& topic, std::int32_t partition, std::int64_t offset);
    void advance(const Topic& topic, PartitionState& state, std::int32_t partition, std::int64_t found, std::int64_t next);
    void setNext(PartitionState& state, std::int64_t next);
    void noteEnd(Topic& topic, std::int32_t partition);
    void finish(Topic& topic, std::int32_t partition);
    void noteGone(Topic& topic, std::int32_t partition);
    void fail(Topic& topic, std::int32_t partition, base::Error error);
    void noteReadable(const Topic& topic, PartitionState& state, std::int32_t partition);
    void publishCounts();

    rd_kafka_t* m_client;
    rd_kafka_queue_t* m_queue;
    ConsumerLog& m_log;
    const RecordSearch m_search;
    std::map<std::string, Topic> m_topics; ///< addresses are stable: librdkafka holds them
    int m_started = 0;
    int m_done = 0;
    int m_atEnd = 0;
    std::int64_t m_backlog = 0;
    std::int64_t m_backlogLeft = 0;
    std::int64_t m_publishedLeft = 0;
    std::int64_t m_read = 0;
    std::int64_t m_kept = 0;
    std::int64_t m_publishedRead = 0;
};

} // namespace sagascope::kafka
