// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SlowHandler.h"

#include <algorithm>

namespace sagascope::demo {

using namespace std::chrono_literals;

namespace {

constexpr auto kTick = 100ms;
constexpr auto kFirstPause = 500ms;
constexpr auto kLongestPause = 5'000ms;

} // namespace

SlowHandler::SlowHandler(Director& director, double searchesPerSecond)
    : m_director(director),
      m_searchesPerSecond(searchesPerSecond),
      m_log(Service::Ai),
      m_lastTick(std::chrono::steady_clock::now())
{
}

void SlowHandler::handle(const event::RecordBatch& batch, kafka::GroupConsumer& consumer)
{
    m_readings.clear();
    for (const event::RawRecord& record : batch.records()) {
        const auto partition = ReadingLog::partitionOf(record);
        if (isWaiting(partition))
            continue; // polled before the failure; it comes again
        const auto reading = m_log.read(record);
        if (!reading) {
            fail(partition, record.offset, consumer);
        } else if (record.topic == kSearchTopic) {
            putAside(partition, record.offset, consumer);
        } else {
            m_readings.push_back(*reading);
            m_log.markDone(partition, record.offset);
        }
    }
    m_log.commit(consumer);
    m_director.hasRead(m_readings);
}

void SlowHandler::fail(const kafka::TopicPartition& partition, std::int64_t offset, kafka::GroupConsumer& consumer)
{
    Failure& failure = m_failures[partition];
    const bool isAgain = failure.offset == offset && failure.pause > 0ms;
    failure.offset = offset;
    failure.pause = isAgain ? std::min<std::chrono::milliseconds>(failure.pause * 2, kLongestPause) : kFirstPause;
    failure.retryAt = std::chrono::steady_clock::now() + failure.pause;
    failure.isWaiting = true;
    (void)consumer.pause(partition);
}

void SlowHandler::putAside(const kafka::TopicPartition& partition, std::int64_t offset, kafka::GroupConsumer& consumer)
{
    auto& waiting = m_desk[partition];
    if (waiting.empty())
        (void)consumer.pause(partition);
    waiting.push_back(offset);
}

std::chrono::milliseconds SlowHandler::tick(kafka::GroupConsumer& consumer)
{
    const auto now = std::chrono::steady_clock::now();
    studySearches(consumer, now);
    retryFailures(consumer, now);
    return kTick;
}

void SlowHandler::studySearches(kafka::GroupConsumer& consumer, Time now)
{
    const double seconds = std::chrono::duration<double>(now - m_lastTick).count();
    m_lastTick = now;
    // Idle time is not saved up beyond one second's work.
    m_credit = std::min(m_credit + seconds * m_searchesPerSecond, std::max(1.0, m_searchesPerSecond));
    for (auto& [partition, waiting] : m_desk) {
        if (waiting.empty())
            continue;
        for (; m_credit >= 1 && !waiting.empty(); m_credit -= 1) {
            m_log.markDone(partition, waiting.front());
            waiting.pop_front();
        }
        if (waiting.empty())
            (void)consumer.resume(partition);
    }
    m_log.commit(consumer);
}

void SlowHandler::retryFailures(kafka::GroupConsumer& consumer, Time now)
{
    for (auto& [partition, failure] : m_failures) {
        if (!failure.isWaiting || failure.retryAt > now)
            continue;
        failure.isWaiting = false;
        (void)consumer.resume(partition);
        if (!consumer.seek(partition, failure.offset)) {
            failure.isWaiting = true; // the partition is being moved: later
            failure.retryAt = now + failure.pause;
        }
    }
}

bool SlowHandler::isWaiting(const kafka::TopicPartition& partition) const
{
    const auto failure = m_failures.find(partition);
    return failure != m_failures.end() && failure->second.isWaiting;
}

void SlowHandler::reassign(const std::vector<kafka::TopicPartition>&)
{
    // Whatever is assigned now is read from the last commit, not paused.
    m_desk.clear();
    m_failures.clear();
    m_log.forget();
}

} // namespace sagascope::demo
