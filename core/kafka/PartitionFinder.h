// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <regex>
#include <set>
#include <thread>
#include <vector>

#include "core/kafka/Cluster.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/ConsumerLog.h"
#include "core/kafka/RdHandle.h"
#include "core/kafka/ReadingWindow.h"
#include "core/kafka/TopicPartition.h"

namespace sagascope::kafka {

/// A partition to be read, and from where.
struct FoundPartition
{
    TopicPartition partition;
    std::int64_t start = 0;
    std::optional<std::int64_t> end;            ///< until-end mode: stop before it
    std::int64_t endNow = 0;                    ///< the end (with ReadCommitted: stable end) as it is now
    base::Timestamp dropBefore = base::kNoTime; ///< records older than this are not wanted
    base::Timestamp dropFrom = base::kNoTime;   ///< nor are those from then on
    bool isRestart = false;                     ///< answers requestRestart()
};

/// A partition that could not be read at the offset that was wanted next.
struct RestartRequest
{
    TopicPartition partition;
    std::int64_t wanted = 0;
    int looks = 0; ///< how often the offsets have been looked at for it
};

/// Looks for partitions that match the pattern and for the offsets to start (and end) at, on a thread of its own,
/// because those questions block; so does serving the client's error events. Hands results over in `take()`.
///
/// Threads: take(), requestRestart() and hasSurveyed() from any. The destructor waits for a question under way.
class PartitionFinder
{
public:
    /// `onFound` is called from the thread after something was added to what take() returns.
    PartitionFinder(rd_kafka_t* client, const Profile& profile, ConsumerOptions options, ConsumerLog& log,
                    std::function<void()> onFound);
    ~PartitionFinder();
    PartitionFinder(const PartitionFinder&) = delete;
    PartitionFinder& operator=(const PartitionFinder&) = delete;

    [[nodiscard]] std::vector<FoundPartition> take();
    /// The broker says that it does not have the offset wanted: find out where to go on. That is the same place when
    /// it is there after all (a new leader learns late what its replicas have), else the lowest offset.
    void requestRestart(RestartRequest request);
    /// Every partition that existed at the first look is resolved. In the order: survey, take(), nothing more to start.
    [[nodiscard]] bool hasSurveyed() const { return m_hasSurveyed; }
    /// Lets the thread end soon, without waiting for it.
    void requestStop();

private:
    void run();
    void sleepUntil(std::chrono::steady_clock::time_point moment);
    [[nodiscard]] bool look();
    void rememberFirstLook(const ClusterInfo& info);
    [[nodiscard]] std::vector<TopicPartition> unknownPartitions(const ClusterInfo& info);
    [[nodiscard]] int goneFrom(const ClusterInfo& info) const;
    void resolve(const std::vector<TopicPartition>& partitions);
    [[nodiscard]] std::optional<FoundPartition> toFound(const TopicPartition& partition,
                                                        const ReadingWindow::Offsets& offsets) const;
    void serveCallbacks();
    void serveRestarts();
    [[nodiscard]] static std::optional<std::int64_t> restartOffset(const RestartRequest& request, std::int64_t low,
                                                                   std::int64_t end);
    void askAgain(RestartRequest request);
    void handOver(std::vector<FoundPartition> found);

    rd_kafka_t* m_client;
    RdQueue m_mainQueue; ///< for waking the thread
    const Profile m_profile;
    const ConsumerOptions m_options;
    const ReadingWindow m_window;
    const std::regex m_pattern;
    ConsumerLog& m_log;
    std::function<void()> m_onFound;

    // The thread's own.
    bool m_hasLooked = false;
    std::set<TopicPartition> m_initial; ///< there at the first look
    std::set<TopicPartition> m_known;   ///< handed over

    std::mutex m_mutex;
    std::vector<FoundPartition> m_found;
    std::vector<RestartRequest> m_restarts;
    std::atomic<bool> m_hasSurveyed = false;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace sagascope::kafka
