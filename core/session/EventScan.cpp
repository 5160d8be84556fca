// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventScan.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace sagascope::session {
namespace {

constexpr std::size_t kStretch = 4096;
constexpr std::size_t kBetweenStopChecks = 64;

class Run
{
public:
    explicit Run(const EventScan& scan) : m_scan(scan), m_delivered(scan.from), m_next(scan.from) {}

    void work()
    {
        const EventScan::Question question = m_scan.makeQuestion();
        while (true) {
            const std::size_t from = m_next.fetch_add(kStretch);
            if (from >= m_scan.end)
                return;
            EventScanPart part;
            part.searchedTo = std::min(from + kStretch, m_scan.end);
            if (!ask(question, from, part))
                return;
            handOver(from, std::move(part));
        }
    }

private:
    bool ask(const EventScan::Question& question, std::size_t from, EventScanPart& part) const
    {
        for (std::size_t i = from; i < part.searchedTo; ++i) {
            if (i % kBetweenStopChecks == 0 && m_scan.isStopped && m_scan.isStopped())
                return false;
            if (question(base::EventIndex(static_cast<std::uint32_t>(i))))
                part.found.push_back(static_cast<std::uint32_t>(i));
        }
        return true;
    }

    /// Parts wait for those before them. A stopped thread leaves a gap, and what is behind it is never delivered.
    void handOver(std::size_t from, EventScanPart part)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace(from, std::move(part));
        for (auto first = m_waiting.begin(); first != m_waiting.end() && first->first == m_delivered;
             first = m_waiting.erase(first)) {
            m_delivered = first->second.searchedTo;
            m_scan.deliver(std::move(first->second));
        }
    }

    const EventScan& m_scan;
    std::mutex m_mutex;
    std::map<std::size_t, EventScanPart> m_waiting; ///< by their first event
    std::size_t m_delivered;
    std::atomic<std::size_t> m_next;
};

} // namespace

void EventScan::run() const
{
    const std::size_t stretches = from < end ? (end - from + kStretch - 1) / kStretch : 0;
    const std::size_t wanted = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    Run run(*this);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min(wanted, stretches); ++i)
        others.emplace_back([&run] { run.work(); });
    if (stretches > 0)
        run.work();
    for (std::thread& other : others)
        other.join();
}

} // namespace sagascope::session
