// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>

#include "core/demo/Director.h"
#include "core/demo/GroupMember.h"
#include "core/demo/ReadingLog.h"

namespace sagascope::demo {

/// The ai service: studies searches at its own, too slow pace, so that lag builds up on them; and at a record that it
/// cannot read it does what the platform's services do: fails, goes back to the same offset, and fails again, for ever,
/// while nothing behind it on that partition is read.
///
/// The other partitions go on meanwhile: what waits is paused, never slept through.
class SlowHandler : public RecordHandler
{
public:
    /// `searchesPerSecond` is what this one instance manages.
    SlowHandler(Director& director, double searchesPerSecond);

    void handle(const event::RecordBatch& batch, kafka::GroupConsumer& consumer) override;
    std::chrono::milliseconds tick(kafka::GroupConsumer& consumer) override;
    void reassign(const std::vector<kafka::TopicPartition>& assigned) override;

private:
    using Time = std::chrono::steady_clock::time_point;

    struct Failure
    {
        std::int64_t offset = 0;
        Time retryAt;
        std::chrono::milliseconds pause{0};
        bool isWaiting = false; ///< paused; otherwise read again right now
    };

    void fail(const kafka::TopicPartition& partition, std::int64_t offset, kafka::GroupConsumer& consumer);
    void putAside(const kafka::TopicPartition& partition, std::int64_t offset, kafka::GroupConsumer& consumer);
    void studySearches(kafka::GroupConsumer& consumer, Time now);
    void retryFailures(kafka::GroupConsumer& consumer, Time now);
    [[nodiscard]] bool isWaiting(const kafka::TopicPartition& partition) const;

    Director& m_director;
    const double m_searchesPerSecond;
    ReadingLog m_log;
    std::vector<std::uint64_t> m_readings;
    std::map<kafka::TopicPartition, std::deque<std::int64_t>> m_desk; ///< offsets of searches not studied yet
    std::map<kafka::TopicPartition, Failure> m_failures;
    double m_credit = 0; ///< searches that may be studied now
    Time m_lastTick;
};

} // namespace sagascope::demo
