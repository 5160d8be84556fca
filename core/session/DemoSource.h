// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/base/Result.h"
#include "core/demo/Demo.h"
#include "core/session/EventSource.h"
#include "core/session/KafkaSource.h"

namespace sagascope::session {

/// The simulated platform with its own broker, observed like any other cluster. Finished when the demo is and every
/// record that it produced has been read.
///
/// Threads and ownership as EventSource says; the demo goes after its observer.
class DemoSource : public EventSource
{
public:
    /// Starts the demo (well under a second; its first stories take about three more). Errors as Demo::start().
    static base::Result<std::unique_ptr<DemoSource>> start(const demo::DemoOptions& options,
                                                           const PublishedRecords& published = {});
    ~DemoSource() override;

    /// The demo's cluster, for publishers.
    [[nodiscard]] const kafka::Profile& profile() const { return m_demo->profile(); }
    /// For clients that may outlive this source: the broker stays until the last one is gone.
    [[nodiscard]] std::shared_ptr<demo::Demo> demo() const { return m_demo; }

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override { return m_isFinished; }
    [[nodiscard]] bool isLive() const override { return true; }
    [[nodiscard]] ConnectionStatus status() const override;
    [[nodiscard]] metrics::GroupLookPtr groups() const override { return m_kafka->groups(); }
    void askTimes(std::vector<metrics::RecordPlace> places) override { m_kafka->askTimes(std::move(places)); }
    [[nodiscard]] std::vector<kafka::OffsetGap> gaps() const override { return m_kafka->gaps(); }
    void setPaused(bool paused) override { m_kafka->setPaused(paused); }
    void stop() override { m_kafka->stop(); }

private:
    DemoSource(std::shared_ptr<demo::Demo> demo, std::unique_ptr<KafkaSource> kafka);
    void notePositions(const event::RecordBatch& batch);
    [[nodiscard]] bool hasReadEverything() const;

    std::shared_ptr<demo::Demo> m_demo;
    std::unique_ptr<KafkaSource> m_kafka; ///< after the demo, so that it is gone before
    std::map<std::pair<std::string, std::int32_t>, std::int64_t, std::less<>> m_positions; ///< next offset to read
    std::chrono::steady_clock::time_point m_nextCheck;
    bool m_isFinished = false;
};

} // namespace sagascope::session
