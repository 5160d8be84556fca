// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/saga/RepeatIndex.h"
#include "core/session/EventAnswers.h"
#include "core/session/Query.h"
#include "core/session/QueryContent.h"
#include "core/session/Snapshot.h"
#include "core/store/TopicPattern.h"

namespace sagascope::session {

/// From the first event to the end, or to the last event while there is no end.
[[nodiscard]] base::Duration durationOf(const saga::SagaSummary& saga);

/// A query made ready to ask many sagas or events quickly: every interned text and identifier is compared once. Records are
/// read only where a term asks their content, last of all, and only once each while the matcher or a copy of it lives.
/// What a term means:
///
/// - of a saga: `type`, `topic`, `service`, identifiers, free words, content and `caused-by` hold when they do for one of its
///   events; `evidence` is its weakest; `since` and `until` ask whether it was alive after or before, `at` whether it was alive then;
/// - of an event: what is its own (type, topic, service, ids, findings, repeats by id, time) is asked of the event; what only
///   sagas have is asked of its saga, and an event without one has none of it;
/// - `caused-by` asks the event that the causation id names, `in` the saga.
///
/// Not thread-safe (it remembers answers): each thread works on its own copy. All snapshots asked must be of one session.
class QueryMatcher
{
public:
    QueryMatcher() = default; ///< everything matches
    /// `utcOffset`: the zone in which times without a zone are meant.
    explicit QueryMatcher(const Query& query, base::Duration utcOffset = base::Duration::zero());

    [[nodiscard]] bool matches(const Snapshot& snapshot, base::SagaId saga);
    [[nodiscard]] bool matches(const Snapshot& snapshot, base::EventIndex event);

    [[nodiscard]] bool matchesEverything() const { return m_clauses.empty(); }
    /// Answers may change although neither saga nor event did: `since:10m`.
    [[nodiscard]] bool dependsOnClock() const { return m_dependsOnClock; }
    /// An event's answer may change although the event did not: `state:failed` asks its saga, and a cause may come later.
    [[nodiscard]] bool asksSagasOfEvents() const { return m_asksSagas; }
    /// Records are read: a question takes microseconds, not nanoseconds.
    [[nodiscard]] bool readsContent() const { return m_readsContent; }

    /// Records that were to be read and could not be, as far as one term asked for them; copies count together.
    [[nodiscard]] std::uint64_t unreadCount() const;

    /// The parts that must hold together, cheap ones first, each with its place in the query's text.
    [[nodiscard]] std::size_t clauseCount() const { return m_clauses.size(); }
    [[nodiscard]] QuerySpan clauseSpan(std::size_t clause) const { return m_clauses[clause].span; }
    [[nodiscard]] bool matchesClause(std::size_t clause, const Snapshot& snapshot, base::SagaId saga);

private:
    /// Answers about ids of one table: 0 not asked, 1 no, 2 yes.
    class Memory
    {
    public:
        template <typename Id, typename Ask> bool operator()(Id id, Ask ask)
        {
            if (!id.isValid())
                return false;
            if (id.value >= m_known.size())
                m_known.resize(std::size_t(id.value) + 1 + m_known.size() / 2, 0);
            std::uint8_t& known = m_known[id.value];
            if (known == 0)
                known = ask(id) ? 2 : 1;
            return known == 2;
        }

    private:
        std::vector<std::uint8_t> m_known;
    };

    struct Node
    {
        explicit Node(const QueryNode& query);
        QueryNode::Kind kind;
        QuerySpan span;
        QueryTerm term;
        int cost = 0;
        std::vector<Node> children;
        base::IdHash hash; ///< of an id: event, correlation and causation ids are kept as hashes only
        store::TopicPattern pattern;
        Memory topics, texts, identifiers, users;
        Memory sagas; ///< of the relation `in`, as of `sagasAt`
        std::uint64_t sagasAt = 0; ///< the sequence of a snapshot
        std::shared_ptr<EventAnswers> answers; ///< of a term that asks content; copies share it
        saga::RepeatIndex repeats;
    };
    struct SagaSubject;
    struct EventSubject;

    template <typename Subject> bool holds(Node& node, const Subject& subject);
    bool termHolds(Node& node, const SagaSubject& subject);
    bool termHolds(Node& node, const EventSubject& subject);
    bool relationHolds(Node& node, const SagaSubject& subject);
    bool relationHolds(Node& node, const EventSubject& subject);
    bool contentHolds(const Node& node, const Snapshot& snapshot, base::EventIndex event);
    static bool summaryHolds(const QueryTerm& term, const saga::SagaSummary& saga);
    static bool memberHolds(Node& node, const Snapshot& snapshot, base::EventIndex event);
    static bool eventHas(Node& node, const Snapshot& snapshot, base::EventIndex event);
    [[nodiscard]] bool isAlive(const QueryTerm& term, const Snapshot& snapshot, base::Timestamp from, base::Timestamp to) const;
    void noteDependencies(const QueryNode& node);
    [[nodiscard]] static std::uint64_t unreadOf(const Node& node);

    std::vector<Node> m_clauses;
    base::Duration m_utcOffset{0};
    bool m_dependsOnClock = false;
    bool m_asksSagas = false;
    bool m_readsContent = false;
    QueryContent m_content;
};

} // namespace sagascope::session
