// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <vector>

#include "core/kafka/Consumer.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// What happened to a Consumer, collected from its threads until the owner takes it, and what follows from it for its
/// status. Thread-safe.
class ConsumerLog
{
public:
    void add(ConsumerEvent event);
    /// A broker answered; an event only when none did before.
    void addAnswer(int brokers);
    /// librdkafka's error event.
    void addError(rd_kafka_resp_err_t code, const char* reason);

    [[nodiscard]] std::vector<ConsumerEvent> take();
    [[nodiscard]] ConsumerStatus status() const;
    [[nodiscard]] bool isConnected() const { return status().isConnected; }
    void setCounts(int topics, int partitions, int partitionsAtEnd);

private:
    void push(ConsumerEvent event);

    mutable std::mutex m_mutex;
    std::vector<ConsumerEvent> m_events;
    ConsumerStatus m_status;
    std::chrono::steady_clock::time_point m_lastTrouble;
};

} // namespace sagascope::kafka
