// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/kafka/BrokerWatch.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/RdHandle.h"
#include "core/kafka/TopicPartition.h"

namespace sagascope::kafka {

/// What happened to a Consumer, collected from its threads until the owner takes it, and what follows from it for its
/// status. Thread-safe.
class ConsumerLog
{
public:
    void add(ConsumerEvent event);
    /// A partition cannot be read; part of the status until it can.
    void addFailure(const TopicPartition& partition, base::Error error);
    void clearFailure(const TopicPartition& partition);
    /// A broker answered; an event only when none did before.
    void addAnswer(int brokers);
    /// librdkafka's error event.
    void addError(rd_kafka_resp_err_t code, const char* reason);
    /// librdkafka's statistics, about once a second.
    void addStatistics(std::string_view statistics);

    [[nodiscard]] std::vector<ConsumerEvent> take();
    [[nodiscard]] ConsumerStatus status() const;
    [[nodiscard]] bool isConnected() const;
    /// Connected, and nothing is the matter with any broker.
    [[nodiscard]] bool isCalm() const;
    void setCounts(int topics, int partitions, int partitionsAtEnd);
    void setRecords(std::int64_t read, std::int64_t kept);
    void setLeftOut(int partitions);
    void setGone(int partitions);
    void setSurveyed();
    void setBacklog(std::int64_t offsets, std::int64_t left);
    void addGap(OffsetGap gap);
    [[nodiscard]] std::vector<OffsetGap> gaps() const;

private:
    void push(ConsumerEvent event);
    void loseConnection(base::Error error);

    mutable std::mutex m_mutex;
    std::vector<ConsumerEvent> m_events;
    ConsumerStatus m_status; ///< its `problem` is the brokers'
    std::map<TopicPartition, std::string> m_failures;
    BrokerWatch m_brokers;
    std::vector<OffsetGap> m_gaps;
};

} // namespace sagascope::kafka
