// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "core/base/Result.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/GroupWatcher.h"
#include "core/kafka/Profile.h"
#include "core/session/EventSource.h"
#include "core/session/PublishedRecords.h"

namespace sagascope::session {

struct KafkaSourceOptions
{
    kafka::ConsumerOptions consumer;
    std::chrono::milliseconds lagInterval{2'000};
    /// How long the first broker may take to answer, and brokers that are in trouble to tell where any partition begins,
    /// before poll() fails; nothing: forever, as a window wants it.
    std::optional<std::chrono::milliseconds> connectTimeout;
    PublishedRecords published; ///< records known here are marked as ours
};

/// A cluster as a source: the records of every topic that the profile's pattern matches, and the lag of its watched
/// groups. It disturbs nobody (see kafka::Consumer).
///
/// Live unless it reads until the end only: that is a look back, judged by the time of the records.
/// Threads and ownership as EventSource says. poll() fails with Unreachable (or what the cluster said) when no broker
/// answered in time, or those that did advertise others that cannot be reached, and with nothing else: later trouble is told by status() and heals by itself.
class KafkaSource : public EventSource
{
public:
    static base::Result<std::unique_ptr<KafkaSource>> open(const kafka::Profile& profile, KafkaSourceOptions options);
    ~KafkaSource() override;

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] bool isLive() const override;
    [[nodiscard]] ConnectionStatus status() const override;
    [[nodiscard]] metrics::GroupLookPtr groups() const override;
    void askTimes(std::vector<metrics::RecordPlace> places) override;
    [[nodiscard]] std::vector<kafka::OffsetGap> gaps() const override { return m_consumer->gaps(); }
    void setPaused(bool paused) override;
    void stop() override;

    /// Groups are looked at once more: worth doing before a last snapshot. Waits two seconds at most.
    void refreshLag();

private:
    KafkaSource(kafka::Profile profile, KafkaSourceOptions options);
    base::Result<void> start();
    [[nodiscard]] std::optional<base::Error> connectFailure() const;
    void noteEvents();

    kafka::Profile m_profile;
    KafkaSourceOptions m_options;
    std::unique_ptr<kafka::Consumer> m_consumer;
    std::unique_ptr<kafka::GroupWatcher> m_watcher;
    std::chrono::steady_clock::time_point m_opened = std::chrono::steady_clock::now();
    bool m_wasConnected = false;
    bool m_hasBegun = false; ///< some partition is being read, or there is none
    bool m_isLagFinal = false;
};

} // namespace sagascope::session
