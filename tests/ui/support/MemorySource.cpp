// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/MemorySource.h"

namespace sagascope::test {

void MemorySource::Mailbox::post(const std::vector<Record>& records)
{
    event::RecordBatch batch;
    for (const Record& record : records)
        batch.append(record.raw());
    const std::lock_guard lock(m_mutex);
    m_batches.push_back(std::move(batch));
    m_changed.notify_all();
}

void MemorySource::Mailbox::setGroups(metrics::GroupLookPtr look)
{
    const std::lock_guard lock(m_mutex);
    m_groups = std::move(look);
}

void MemorySource::Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_all();
}

base::Result<event::RecordBatch> MemorySource::poll(std::size_t, std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mailbox->m_mutex);
    m_mailbox->m_changed.wait_for(lock, timeout, [this] {
        return !m_mailbox->m_batches.empty() || m_mailbox->m_isClosed || m_mailbox->m_isStopped;
    });
    if (m_mailbox->m_batches.empty())
        return event::RecordBatch();
    event::RecordBatch batch = std::move(m_mailbox->m_batches.front());
    m_mailbox->m_batches.pop_front();
    return batch;
}

bool MemorySource::isFinished() const
{
    const std::lock_guard lock(m_mailbox->m_mutex);
    return m_mailbox->m_isClosed && m_mailbox->m_batches.empty();
}

session::ConnectionStatus MemorySource::status() const
{
    session::ConnectionStatus status;
    status.state = session::ConnectionState::Connected;
    status.name = "test";
    return status;
}

metrics::GroupLookPtr MemorySource::groups() const
{
    const std::lock_guard lock(m_mailbox->m_mutex);
    return m_mailbox->m_groups;
}

void MemorySource::stop()
{
    const std::lock_guard lock(m_mailbox->m_mutex);
    m_mailbox->m_isStopped = true;
    m_mailbox->m_changed.notify_all();
}

} // namespace sagascope::test
