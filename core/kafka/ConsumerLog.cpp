// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/ConsumerLog.h"

#include "core/kafka/RdFailure.h"

namespace sagascope::kafka {

namespace {

/// An owner that never takes its events must not cost memory without end.
constexpr std::size_t kMaxEvents = 20'000;

/// A broker that stays away is reported again and again (librdkafka drops identical reports for half a minute). When
/// nothing was heard for this long while others answer, it is back or no longer needed.
constexpr auto kTroubleFades = std::chrono::seconds(60);

} // namespace

void ConsumerLog::push(ConsumerEvent event)
{
    if (m_events.size() < kMaxEvents)
        m_events.push_back(std::move(event));
}

void ConsumerLog::add(ConsumerEvent event)
{
    const std::lock_guard lock(m_mutex);
    if (event.kind == ConsumerEventKind::OffsetLost)
        m_status.recordsLost += event.count;
    if (event.kind == ConsumerEventKind::Failed) {
        m_status.problem = event.error.text();
        m_lastTrouble = std::chrono::steady_clock::now();
    }
    push(std::move(event));
}

void ConsumerLog::addAnswer(int brokers)
{
    const std::lock_guard lock(m_mutex);
    m_status.brokers = brokers;
    if (m_status.isConnected) {
        if (std::chrono::steady_clock::now() - m_lastTrouble > kTroubleFades)
            m_status.problem.clear();
        return;
    }
    m_status.isConnected = true;
    m_status.problem.clear();
    push({.kind = ConsumerEventKind::Connected});
}

void ConsumerLog::addError(rd_kafka_resp_err_t code, const char* reason)
{
    const std::lock_guard lock(m_mutex);
    m_lastTrouble = std::chrono::steady_clock::now();
    const bool isAllDown = code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN;
    auto kind = ConsumerEventKind::BrokerDown;
    if (isAllDown)
        kind = ConsumerEventKind::AllBrokersDown;
    else if (errorCodeOf(code) != base::ErrorCode::Unreachable)
        kind = ConsumerEventKind::Failed;
    // While nobody answers, each further attempt fails in the same way.
    if (!isAllDown || m_status.problem.empty())
        m_status.problem = reason;
    if (isAllDown)
        m_status.isConnected = false;
    push({.kind = kind, .error = failure(code, {}, reason)});
}

std::vector<ConsumerEvent> ConsumerLog::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

ConsumerStatus ConsumerLog::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void ConsumerLog::setCounts(int topics, int partitions, int partitionsAtEnd)
{
    const std::lock_guard lock(m_mutex);
    m_status.topics = topics;
    m_status.partitions = partitions;
    m_status.partitionsAtEnd = partitionsAtEnd;
}

} // namespace sagascope::kafka
