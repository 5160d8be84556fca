// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "core/session/EventSource.h"
#include "tests/support/Records.h"

namespace sagascope::test {

/// A session's source that hands over what a test puts into its mailbox. The mailbox is for any thread.
class MemorySource : public session::EventSource
{
public:
    class Mailbox
    {
    public:
        void post(const std::vector<Record>& records);
        void setGroups(metrics::GroupLookPtr look);
        void close(); ///< nothing more will come

    private:
        friend class MemorySource;
        std::mutex m_mutex;
        std::condition_variable m_changed;
        std::deque<event::RecordBatch> m_batches;
        metrics::GroupLookPtr m_groups;
        bool m_isClosed = false;
        bool m_isStopped = false;
    };

    explicit MemorySource(std::shared_ptr<Mailbox> mailbox) : m_mailbox(std::move(mailbox)) {}

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] bool isLive() const override { return false; }
    [[nodiscard]] session::ConnectionStatus status() const override;
    [[nodiscard]] metrics::GroupLookPtr groups() const override;
    void stop() override;

private:
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace sagascope::test
