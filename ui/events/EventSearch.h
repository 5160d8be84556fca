// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "core/session/Snapshot.h"
#include "ui/common/LatestWins.h"
#include "ui/events/EventFilter.h"

namespace sagascope::ui {

/// A search that reads records: it runs on all processors, and what it finds comes piece by piece while it goes on, in
/// the events' order. A new search takes the place of the one that runs. GUI thread only.
class EventSearch
{
public:
    struct Found
    {
        std::vector<std::uint32_t> rows; ///< events, ascending, after those of the pieces before
        std::size_t searchedTo = 0;      ///< everything before this one was asked
        bool isFirst = false;            ///< piece of this search
        bool isLast = false;
    };

    explicit EventSearch(std::function<void(Found)> deliver);

    /// Asks the events from `from` to the end of the snapshot.
    void start(session::SnapshotPtr snapshot, EventMatcher matcher, std::size_t from);
    /// Delivers what was found until now, without isLast, and ends.
    void stop();
    /// Ends; nothing is delivered any more.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_shelf != nullptr; }
    [[nodiscard]] std::size_t from() const { return m_from; }           ///< of the search that was started last
    [[nodiscard]] const EventMatcher& matcher() const { return m_matcher; } ///< likewise

private:
    /// Where the threads put what they find. A search that was given up goes on filling its own until it notices.
    struct Shelf
    {
        std::mutex mutex;
        std::vector<std::uint32_t> rows;
        std::size_t searchedTo = 0;
    };
    struct Done
    {
        std::shared_ptr<const Shelf> shelf;
    };

    void deliver(bool isLast);

    std::function<void(Found)> m_deliver;
    std::shared_ptr<Shelf> m_shelf; ///< null when nothing runs
    EventMatcher m_matcher;
    std::size_t m_from = 0;
    bool m_hasDelivered = false;
    QTimer m_tick;
    LatestWins<Done> m_work;
};

} // namespace sagascope::ui
