// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/session/QueryMatcher.h"
#include "core/session/Snapshot.h"
#include "core/store/TopicPattern.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// What the Events room lets through. Empty members let everything through; all others must hold together.
struct EventFilter
{
    std::string topicPattern;         ///< see store::TopicPattern
    std::string type;                 ///< part of the event type
    std::string id;                   ///< whole event, correlation or causation id, or part of any identifier
    std::string search;               ///< the window's search field, in the query language; no query lets nothing through
    base::Duration zone{0};           ///< ahead of UTC, for times in the search text
    std::optional<TimeWindow> window; ///< of broker time
    std::optional<base::Timestamp> asOf; ///< nothing that came later; the table's model sets it by its snapshot
    bool onlyFindings = false;
    bool onlyUndecodable = false;

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

/// An EventFilter made ready to ask many events quickly: texts are compared once each, ids by their hash; records are read
/// only where the search text asks what they hold. Not thread-safe (it remembers answers): each thread works on its own
/// copy. All snapshots asked must be of one session.
class EventMatcher
{
public:
    EventMatcher() : EventMatcher(EventFilter()) {}
    explicit EventMatcher(const EventFilter& filter);

    [[nodiscard]] bool matchesEverything() const { return m_matchesEverything; }
    /// False when an answer may change while the session runs: saga states do.
    [[nodiscard]] bool isStable() const { return !m_query.asksSagasOfEvents() && !m_query.dependsOnClock(); }
    /// See session::QueryMatcher: not for the GUI thread.
    [[nodiscard]] bool readsContent() const { return m_query.readsContent(); }
    [[nodiscard]] std::uint64_t unreadCount() const { return m_query.unreadCount(); } ///< likewise
    [[nodiscard]] bool matches(const session::Snapshot& snapshot, base::EventIndex event);

private:
    [[nodiscard]] bool matchesTopic(const session::Snapshot& snapshot, base::TopicId topic);

    session::QueryMatcher m_query; ///< the search text, and the fields of the bar as terms beside it
    store::TopicPattern m_pattern;
    std::vector<signed char> m_patternKnown; ///< per topic: -1 not asked
    std::optional<TimeWindow> m_window;
    std::optional<base::Timestamp> m_asOf;
    bool m_onlyFindings = false;
    bool m_onlyUndecodable = false;
    bool m_matchesEverything = true;
    bool m_isFaulty = false; ///< the search text is no query
};

} // namespace sagascope::ui
