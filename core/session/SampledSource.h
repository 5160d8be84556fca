// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include "core/session/EventSource.h"
#include "core/session/SagaSample.h"

namespace sagascope::session {

/// Another source, of which only whole sagas are handed on (see SagaSample). Memory is saved, not transfer: every record is
/// read and decoded all the same. Threads and ownership as EventSource says.
class SampledSource : public EventSource
{
public:
    SampledSource(std::unique_ptr<EventSource> source, const std::shared_ptr<const catalog::Catalog>& catalog,
                  SampleOptions options);

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override { return m_source->isFinished(); }
    [[nodiscard]] bool isLive() const override { return m_source->isLive(); }
    [[nodiscard]] ConnectionStatus status() const override;
    [[nodiscard]] metrics::GroupLookPtr groups() const override { return m_source->groups(); }
    void askTimes(std::vector<metrics::RecordPlace> places) override { m_source->askTimes(std::move(places)); }
    [[nodiscard]] std::vector<base::Error> unreadable() const override { return m_source->unreadable(); }
    [[nodiscard]] std::uint64_t unreadableCount() const override { return m_source->unreadableCount(); }
    [[nodiscard]] std::vector<kafka::OffsetGap> gaps() const override { return m_source->gaps(); }
    void setPaused(bool paused) override { m_source->setPaused(paused); }
    void stop() override { m_source->stop(); }

private:
    std::unique_ptr<EventSource> m_source;
    SagaSample m_sample;
};

} // namespace sagascope::session
