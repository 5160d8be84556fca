// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <queue>
#include <span>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "core/base/Time.h"
#include "core/demo/DemoReport.h"
#include "core/demo/StoryPlan.h"

namespace sagascope::demo {

/// Identifies "this group has read this record", so that reading services need not know the stories.
/// `attempt` is the retry count of a copy on the retry queue, else empty.
[[nodiscard]] std::uint64_t readingOf(Service group, std::string_view topic, std::string_view eventId,
                                      std::string_view attempt);

/// Tells the stories of a plan: starts them when they are due and writes each record when the one before is
/// acknowledged, the service that reacts has read its cause, and its pause is over. One thread does all of it; it
/// sleeps unless something is due.
///
/// Threads: every call from any. Ownership: must outlive the publishers that it writes through, since their
/// acknowledgements come back to it; call stop() before they go.
class Director
{
public:
    /// Hands a record to the service's producer.
    using Publish = std::function<void(Service, kafka::OutgoingRecord, kafka::DeliveryCallback)>;

    Director(const DemoOptions& options, Publish publish);
    ~Director();
    Director(const Director&) = delete;
    Director& operator=(const Director&) = delete;

    void begin(); ///< the first story starts now, and so does the duration
    void stopStarting();
    void stop(); ///< at once; stories stay unfinished

    void hasRead(std::span<const std::uint64_t> readings);

    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// Nothing starts any more and every story is told (or given up).
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    [[nodiscard]] DemoReport report() const;

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    struct Running
    {
        Story story;
        std::size_t next = 0;    ///< the record to be written, or waiting for its acknowledgement
        bool isUnderway = false; ///< its time is set, or it is on its way to the broker
        base::Timestamp lastTime = base::kNoTime;
        std::vector<std::uint8_t> readBy;                       ///< per record a bit per group
        std::map<std::size_t, kafka::OutgoingRecord> originals; ///< of those that are copied later
    };
    struct Awaited
    {
        std::uint64_t story;
        std::size_t record;
        Service group;
    };
    struct Acknowledgement
    {
        std::uint64_t story;
        bool isWritten;
    };
    struct Due
    {
        SteadyTime at;
        std::uint64_t story;
        friend bool operator>(const Due& a, const Due& b)
        {
            return std::pair(a.at, a.story) > std::pair(b.at, b.story);
        }
    };

    void run();
    void wake();
    [[nodiscard]] bool waitForWork(); ///< false: stop
    void takeMessages();
    void startDueStories(SteadyTime now);
    void startStory(Story story);
    void writeDueRecords(SteadyTime now);
    void write(Running& running);
    void acknowledge(const Acknowledgement& acknowledgement);
    void noteReading(std::uint64_t reading);
    void advance(Running& running);
    void end(std::uint64_t story, bool isTold);
    void finishWhenDone(SteadyTime now);
    [[nodiscard]] bool canStart() const;
    [[nodiscard]] kafka::OutgoingRecord wireFormOf(Running& running);
    [[nodiscard]] SteadyTime nextWork() const;

    const DemoOptions m_options;
    const StoryPlan m_plan;
    const Publish m_publish;

    // Handed over by other threads.
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Acknowledgement> m_acknowledgements;
    std::vector<std::uint64_t> m_readings;
    DemoReport m_report;
    bool m_isWoken = false;
    bool m_isStopping = false;
    std::atomic<bool> m_hasBegun = false;
    std::atomic<bool> m_mayStart = true;
    std::atomic<bool> m_isFinished = false;

    // The thread's own.
    std::unordered_map<std::uint64_t, Running> m_running;
    std::unordered_map<std::uint64_t, Awaited> m_awaited;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::optional<SteadyTime> m_beginning;
    std::chrono::nanoseconds m_nextStart{0}; ///< since the beginning
    std::uint64_t m_nextStory = 0;
    SteadyTime m_lastProgress;

    std::thread m_thread; // last: starts when the rest is there
};

} // namespace sagascope::demo
