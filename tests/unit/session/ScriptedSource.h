// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "core/session/EventSource.h"

namespace sagascope::session {

[[nodiscard]] base::Timestamp atSecond(int second); ///< counted from 2026-11-23T10:00:00Z

/// What a ScriptedSource delivers; the test writes it from its own thread while the session reads.
class Script
{
public:
    Script& record(std::string_view topic, std::int32_t partition, std::int64_t offset, std::string_view value,
                   int second = 0);
    /// Delivers what was recorded since the last call as one batch.
    Script& deliver();
    /// No batch comes after those delivered.
    Script& close();
    Script& fail(base::Error error);

    bool isLive = false;
    metrics::GroupLookPtr groups;
    std::vector<metrics::RecordPlace> asked; ///< records whose time the session wanted; read it after the end
    std::vector<base::Error> unreadable;

private:
    friend class ScriptedSource;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    event::RecordBatch m_open;
    std::deque<event::RecordBatch> m_ready;
    std::optional<base::Error> m_failure;
    bool m_isClosed = false;
    bool m_isStopped = false;
};

class ScriptedSource : public EventSource
{
public:
    explicit ScriptedSource(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] bool isLive() const override { return m_script->isLive; }
    [[nodiscard]] ConnectionStatus status() const override;
    [[nodiscard]] metrics::GroupLookPtr groups() const override { return m_script->groups; }
    void askTimes(std::vector<metrics::RecordPlace> places) override { m_script->asked = std::move(places); }
    [[nodiscard]] std::vector<base::Error> unreadable() const override { return m_script->unreadable; }
    [[nodiscard]] std::uint64_t unreadableCount() const override { return m_script->unreadable.size(); }
    void stop() override;

private:
    std::shared_ptr<Script> m_script;
};

} // namespace sagascope::session
