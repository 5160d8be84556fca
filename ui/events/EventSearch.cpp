// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventSearch.h"

#include <utility>

#include "core/session/EventScan.h"

namespace sagascope::ui {
namespace {

constexpr int kTickMilliseconds = 60; // the first rows are to be there within a tenth of a second

} // namespace

EventSearch::EventSearch(std::function<void(Found)> deliver)
    : m_deliver(std::move(deliver)), m_work([this](const Done& done) {
          if (done.shelf == m_shelf)
              this->deliver(true);
      })
{
    m_tick.setInterval(kTickMilliseconds);
    QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { this->deliver(false); });
}

void EventSearch::start(session::SnapshotPtr snapshot, EventMatcher matcher, std::size_t from)
{
    m_shelf = std::make_shared<Shelf>();
    m_shelf->searchedTo = from;
    m_matcher = std::move(matcher);
    m_from = from;
    m_hasDelivered = false;
    m_tick.start();
    m_work.start([snapshot = std::move(snapshot), matcher = m_matcher, from, shelf = m_shelf](StopToken stop) {
        session::EventScan scan;
        scan.from = from;
        scan.end = snapshot->events.size();
        scan.isStopped = [stop] { return stop.stopRequested(); };
        scan.makeQuestion = [&] {
            return [&, own = matcher](base::EventIndex event) mutable { return own.matches(*snapshot, event); };
        };
        scan.deliver = [&](const session::EventScanPart& part) {
            const std::lock_guard lock(shelf->mutex);
            shelf->rows.insert(shelf->rows.end(), part.found.begin(), part.found.end());
            shelf->searchedTo = part.searchedTo;
        };
        scan.run();
        return Done{shelf};
    });
}

void EventSearch::stop()
{
    m_work.cancel();
    deliver(false);
    cancel();
}

void EventSearch::cancel()
{
    m_work.cancel();
    m_tick.stop();
    m_shelf.reset();
}

void EventSearch::deliver(bool isLast)
{
    Found found;
    {
        const std::lock_guard lock(m_shelf->mutex);
        found.rows = std::exchange(m_shelf->rows, {});
        found.searchedTo = m_shelf->searchedTo;
    }
    found.isFirst = !std::exchange(m_hasDelivered, true);
    found.isLast = isLast;
    if (isLast) {
        m_tick.stop();
        m_shelf.reset();
    }
    m_deliver(std::move(found));
}

} // namespace sagascope::ui
