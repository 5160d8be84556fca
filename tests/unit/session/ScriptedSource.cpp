// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/session/ScriptedSource.h"

#include <utility>

namespace sagascope::session {

base::Timestamp atSecond(int second)
{
    return base::parseIso8601("2026-11-23T10:00:00Z")->time + std::chrono::seconds(second);
}

Script& Script::record(std::string_view topic, std::int32_t partition, std::int64_t offset, std::string_view value,
                       int second)
{
    event::RawRecord record;
    record.topic = topic;
    record.partition = partition;
    record.offset = offset;
    record.value = value;
    record.brokerTime = atSecond(second);
    record.timestampType = event::TimestampType::Create;
    const std::lock_guard lock(m_mutex);
    m_open.append(record);
    return *this;
}

Script& Script::deliver()
{
    const std::lock_guard lock(m_mutex);
    m_ready.push_back(std::exchange(m_open, {}));
    m_changed.notify_all();
    return *this;
}

Script& Script::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_all();
    return *this;
}

Script& Script::fail(base::Error error)
{
    const std::lock_guard lock(m_mutex);
    m_failure = std::move(error);
    m_changed.notify_all();
    return *this;
}

base::Result<event::RecordBatch> ScriptedSource::poll(std::size_t, std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_script->m_mutex);
    m_script->m_changed.wait_for(lock, timeout, [this] {
        return !m_script->m_ready.empty() || m_script->m_failure || m_script->m_isStopped || m_script->m_isClosed;
    });
    if (m_script->m_isStopped)
        return event::RecordBatch();
    if (!m_script->m_ready.empty()) {
        event::RecordBatch batch = std::move(m_script->m_ready.front());
        m_script->m_ready.pop_front();
        return batch;
    }
    if (m_script->m_failure)
        return *m_script->m_failure;
    return event::RecordBatch();
}

bool ScriptedSource::isFinished() const
{
    const std::lock_guard lock(m_script->m_mutex);
    return m_script->m_isClosed && m_script->m_ready.empty();
}

ConnectionStatus ScriptedSource::status() const
{
    ConnectionStatus status;
    status.name = "script";
    status.state = ConnectionState::Connected;
    return status;
}

void ScriptedSource::stop()
{
    const std::lock_guard lock(m_script->m_mutex);
    m_script->m_isStopped = true;
    m_script->m_changed.notify_all();
}

} // namespace sagascope::session
