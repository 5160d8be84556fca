// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/ConsumerLog.h"

#include "core/kafka/RdFailure.h"

namespace sagascope::kafka {

namespace {

/// An owner that never takes its events must not cost memory without end.
constexpr std::size_t kMaxEvents = 20'000;
/// Every transaction leaves a marker: the places of so many gaps are kept, the others are counted.
constexpr std::size_t kMaxGaps = 10'000;

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

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
    if (event.kind == ConsumerEventKind::TopicRecreated)
        ++m_status.partitionsRecreated;
    push(std::move(event));
}

void ConsumerLog::addFailure(const TopicPartition& partition, base::Error error)
{
    const std::lock_guard lock(m_mutex);
    m_failures[partition] = error.text();
    push({.kind = ConsumerEventKind::Failed,
          .topic = partition.topic,
          .partition = partition.partition,
          .error = std::move(error)});
}

void ConsumerLog::clearFailure(const TopicPartition& partition)
{
    const std::lock_guard lock(m_mutex);
    m_failures.erase(partition);
}

void ConsumerLog::addAnswer(int brokers)
{
    const std::lock_guard lock(m_mutex);
    m_status.brokers = brokers;
    if (m_status.isConnected)
        return;
    m_status.isConnected = true;
    m_status.problem.clear();
    push({.kind = ConsumerEventKind::Connected});
}

void ConsumerLog::addError(rd_kafka_resp_err_t code, const char* reason)
{
    const std::lock_guard lock(m_mutex);
    const base::Error error = failure(code, {}, reason);
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
        return loseConnection(error);
    if (error.code == base::ErrorCode::NotFound)
        return; // of a topic that was deleted, which is no trouble of any broker
    m_status.problem = reason;
    const bool isAway = error.code == base::ErrorCode::Unreachable;
    push({.kind = isAway ? ConsumerEventKind::BrokerDown : ConsumerEventKind::Failed, .error = error});
}

/// While nobody answers, what was said before tells more than that.
void ConsumerLog::loseConnection(base::Error error)
{
    if (m_status.problem.empty())
        m_status.problem = error.detail;
    m_status.isConnected = false;
    push({.kind = ConsumerEventKind::AllBrokersDown, .error = std::move(error)});
}

void ConsumerLog::addStatistics(std::string_view statistics)
{
    const std::lock_guard lock(m_mutex);
    const BrokerVerdict verdict = m_brokers.judge(statistics, BrokerWatch::Clock::now());
    if (verdict.isCalm && m_status.isConnected)
        m_status.problem.clear();
    if (!verdict.silent.empty())
        m_status.problem = joined(verdict.silent) + ": connected, but no answer comes";
    else if (!verdict.unreachable.empty() && m_status.problem.empty())
        m_status.problem = joined(verdict.unreachable) + ": no connection";
    const bool isNobodyThere = verdict.answering == 0 && !(verdict.silent.empty() && verdict.unreachable.empty());
    if (m_status.isConnected && isNobodyThere)
        loseConnection({base::ErrorCode::Unreachable, {}, m_status.problem});
}

bool ConsumerLog::isConnected() const
{
    const std::lock_guard lock(m_mutex);
    return m_status.isConnected;
}

bool ConsumerLog::isCalm() const
{
    const std::lock_guard lock(m_mutex);
    return m_status.isConnected && m_status.problem.empty();
}

std::vector<ConsumerEvent> ConsumerLog::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

ConsumerStatus ConsumerLog::status() const
{
    const std::lock_guard lock(m_mutex);
    ConsumerStatus status = m_status;
    if (status.problem.empty() && !m_failures.empty())
        status.problem = m_failures.begin()->second;
    return status;
}

void ConsumerLog::setCounts(int topics, int partitions, int partitionsAtEnd)
{
    const std::lock_guard lock(m_mutex);
    m_status.topics = topics;
    m_status.partitions = partitions;
    m_status.partitionsAtEnd = partitionsAtEnd;
}

void ConsumerLog::setRecords(std::int64_t read, std::int64_t kept)
{
    const std::lock_guard lock(m_mutex);
    m_status.recordsRead = read;
    m_status.recordsKept = kept;
}

void ConsumerLog::setLeftOut(int partitions)
{
    const std::lock_guard lock(m_mutex);
    m_status.partitionsLeftOut = partitions;
}

void ConsumerLog::setGone(int partitions)
{
    const std::lock_guard lock(m_mutex);
    m_status.partitionsGone = partitions;
}

void ConsumerLog::setSurveyed()
{
    const std::lock_guard lock(m_mutex);
    m_status.hasSurveyed = true;
}

void ConsumerLog::setBacklog(std::int64_t offsets, std::int64_t left)
{
    const std::lock_guard lock(m_mutex);
    m_status.backlog = offsets;
    m_status.backlogLeft = left;
}

void ConsumerLog::addGap(OffsetGap gap)
{
    const std::lock_guard lock(m_mutex);
    m_status.offsetsWithoutRecord += gap.count();
    if (m_gaps.size() < kMaxGaps)
        m_gaps.push_back(std::move(gap));
}

std::vector<OffsetGap> ConsumerLog::gaps() const
{
    const std::lock_guard lock(m_mutex);
    return m_gaps;
}

} // namespace sagascope::kafka
