// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/session/Snapshot.h"
#include "core/store/TopicPattern.h"
#include "ui/events/SearchQuery.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// What the Events room lets through. Empty members let everything through; all others must hold together.
struct EventFilter
{
    std::string topicPattern;         ///< see store::TopicPattern
    std::string type;                 ///< part of the event type
    std::string id;                   ///< whole event, correlation or causation id, or part of any identifier
    std::string search;               ///< the window's search field, see parseSearch()
    std::optional<TimeWindow> window; ///< of broker time
    bool onlyFindings = false;
    bool onlyUndecodable = false;

    [[nodiscard]] bool isEmpty() const { return *this == EventFilter(); }
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

/// Whether a text holds a needle, asked once per interned text.
class TextTest
{
public:
    explicit TextTest(std::string needle) : m_needle(toLowerAscii(needle)) {}
    template <typename Id, typename TextOf> bool operator()(Id id, TextOf textOf)
    {
        if (m_needle.empty())
            return true;
        if (!id.isValid())
            return false;
        const auto [entry, isNew] = m_known.try_emplace(id.value, false);
        if (isNew)
            entry->second = containsIgnoringCase(textOf(id), m_needle);
        return entry->second;
    }
    [[nodiscard]] bool isEmpty() const { return m_needle.empty(); }

private:
    std::string m_needle;
    std::unordered_map<std::uint32_t, bool> m_known;
};

/// An EventFilter made ready to ask many events quickly: texts are compared once each, ids by their hash; payloads are
/// never read. Not thread-safe (it remembers answers): each thread works on its own copy. All snapshots asked must be
/// of one session.
class EventMatcher
{
public:
    EventMatcher() : EventMatcher(EventFilter()) {}
    explicit EventMatcher(const EventFilter& filter);

    [[nodiscard]] bool matchesEverything() const { return m_matchesEverything; }
    /// False when an answer may change while the session runs: saga states do.
    [[nodiscard]] bool isStable() const { return m_isStable; }
    [[nodiscard]] bool matches(const session::Snapshot& snapshot, base::EventIndex event);

private:
    struct Term
    {
        explicit Term(const SearchTerm& search);
        SearchTerm term;
        store::TopicPattern pattern;
        TextTest topics, types, sources, identifiers;
        std::vector<signed char> patternKnown; ///< per topic: -1 not asked
        std::string lowered;
        base::Hash128 hash;
    };

    static bool matchesTerm(Term& term, const session::Snapshot& snapshot, base::EventIndex event);
    static bool matchesTopic(Term& term, const session::Snapshot& snapshot, base::TopicId topic);
    static bool matchesIdentifier(Term& term, const session::Snapshot& snapshot, base::EventIndex event);
    static bool matchesAnything(Term& term, const session::Snapshot& snapshot, base::EventIndex event);
    static bool matchesRule(const Term& term, const session::Snapshot& snapshot, base::EventIndex event);

    std::vector<Term> m_terms;
    std::optional<TimeWindow> m_window;
    bool m_onlyFindings = false;
    bool m_onlyUndecodable = false;
    bool m_matchesEverything = true;
    bool m_isStable = true;
};

} // namespace sagascope::ui
