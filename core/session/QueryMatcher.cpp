// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryMatcher.h"

#include <algorithm>

#include "core/catalog/SagaDefinition.h"
#include "core/session/QueryTraits.h"

namespace sagascope::session {

struct QueryMatcher::SagaSubject
{
    const Snapshot& snapshot;
    const saga::SagaSummary& saga;
};

struct QueryMatcher::EventSubject
{
    const Snapshot& snapshot;
    base::EventIndex event;
};

namespace {

using Field = QueryField;

/// Rough, but enough to ask what the summary answers before going through all members.
int costOf(const QueryTerm& term)
{
    switch (term.field) {
    case Field::Payload: return 7;
    case Field::Text:
    case Field::Header: return 6;
    case Field::Anything: return 4;
    case Field::Identifier: return 3;
    case Field::Type:
    case Field::Topic:
    case Field::Source: return 2;
    case Field::Has: return flagsOfTraits(term.words) != 0 ? 2 : 1;
    case Field::Definition:
    case Field::Key: return 1;
    default: return 0;
    }
}

bool isOfSagasOnly(Field field)
{
    return field == Field::State || field == Field::Definition || field == Field::Key || field == Field::Evidence ||
           field == Field::Style || field == Field::Duration || field == Field::Events || field == Field::Repeats;
}

bool hasHit(const Snapshot& snapshot, base::EventIndex event, const base::RuleSet& rules)
{
    if (!snapshot.events.row(event).has(store::EventFlag::HasHits))
        return false;
    const auto hits = snapshot.events.hitsOf(event);
    return std::any_of(hits.begin(), hits.end(), [&](const store::StoredHit& hit) {
        return rules.test(static_cast<std::size_t>(hit.rule));
    });
}

bool hasCandidates(const saga::SagaSummary& saga)
{
    return saga.inferred && !saga.inferred->candidates.empty();
}

bool asksContent(Field field)
{
    return field == Field::Payload || field == Field::Header || field == Field::Text;
}

template <typename Holds> bool anyMember(const saga::SagaSummary& saga, Holds holds)
{
    return saga.events && std::any_of(saga.events->begin(), saga.events->end(), holds);
}

bool isAnyOfMembers(Field field)
{
    return field == Field::Anything || field == Field::Type || field == Field::Topic || field == Field::Source ||
           field == Field::Identifier;
}

} // namespace

base::Duration durationOf(const saga::SagaSummary& saga)
{
    const base::Timestamp end = saga.endedAt == base::kNoTime ? saga.lastEventAt : saga.endedAt;
    return saga.startedAt == base::kNoTime || end < saga.startedAt ? base::Duration::zero() : end - saga.startedAt;
}

QueryMatcher::Node::Node(const QueryNode& query) : kind(query.kind), span(query.span), term(query.term)
{
    for (const QueryNode& child : query.children) {
        children.emplace_back(child);
        cost = std::max(cost, children.back().cost);
    }
    const auto isCheaper = [](const Node& a, const Node& b) { return a.cost < b.cost; };
    std::stable_sort(children.begin(), children.end(), isCheaper);
    if (kind == QueryNode::Kind::Relation)
        cost += 4; // cheaper than reading, dearer than what is at hand
    if (kind != QueryNode::Kind::Term)
        return;
    cost = costOf(term);
    if (asksContent(term.field))
        answers = std::make_shared<EventAnswers>();
    const auto mode = term.text.mode();
    const bool isWholeId = (term.field == Field::Anything || (term.field == Field::Identifier && !term.kind)) &&
                           mode != TextPattern::Mode::Wildcard && mode != TextPattern::Mode::Expression;
    if (isWholeId)
        hash = base::idHash(term.value);
    if (term.isTopicPattern)
        pattern = store::TopicPattern(term.value);
}

QueryMatcher::QueryMatcher(const Query& query, base::Duration utcOffset) : m_utcOffset(utcOffset)
{
    if (query.isEmpty())
        return;
    for (const QueryNode& clause : query.clauses())
        m_clauses.emplace_back(clause);
    const auto isCheaper = [](const Node& a, const Node& b) { return a.cost < b.cost; };
    std::stable_sort(m_clauses.begin(), m_clauses.end(), isCheaper);
    noteDependencies(query.root);
}

void QueryMatcher::noteDependencies(const QueryNode& node)
{
    for (const QueryNode& child : node.children)
        noteDependencies(child);
    m_asksSagas = m_asksSagas || node.kind == QueryNode::Kind::Relation;
    if (node.kind != QueryNode::Kind::Term)
        return;
    const Field field = node.term.field;
    m_readsContent = m_readsContent || asksContent(field);
    const bool isTime = field == Field::Since || field == Field::Until || field == Field::At;
    m_dependsOnClock = m_dependsOnClock || (isTime && node.term.time.kind != QueryTime::Kind::Full);
    const bool asksTraits = field == Field::Has && repeatsOfTraits(node.term.words) != 0;
    m_asksSagas = m_asksSagas || isOfSagasOnly(field) || asksTraits ||
                  (field == Field::Has && isAmong(node.term.words, QueryTrait::Candidates));
}

bool QueryMatcher::matches(const Snapshot& snapshot, base::SagaId id)
{
    const saga::SagaSummary& saga = snapshot.sagas.saga(id);
    const SagaSubject subject{snapshot, saga};
    return saga.isAlive &&
           std::all_of(m_clauses.begin(), m_clauses.end(), [&](Node& clause) { return holds(clause, subject); });
}

bool QueryMatcher::matches(const Snapshot& snapshot, base::EventIndex event)
{
    const EventSubject subject{snapshot, event};
    return std::all_of(m_clauses.begin(), m_clauses.end(), [&](Node& clause) { return holds(clause, subject); });
}

bool QueryMatcher::matchesClause(std::size_t clause, const Snapshot& snapshot, base::SagaId id)
{
    return holds(m_clauses[clause], SagaSubject{snapshot, snapshot.sagas.saga(id)});
}

template <typename Subject> bool QueryMatcher::holds(Node& node, const Subject& subject)
{
    const auto childHolds = [&](Node& child) { return holds(child, subject); };
    switch (node.kind) {
    case QueryNode::Kind::All: return std::all_of(node.children.begin(), node.children.end(), childHolds);
    case QueryNode::Kind::Any: return std::any_of(node.children.begin(), node.children.end(), childHolds);
    case QueryNode::Kind::Not: return !childHolds(node.children.front());
    case QueryNode::Kind::Term: return termHolds(node, subject);
    case QueryNode::Kind::Relation: return relationHolds(node, subject);
    }
    return false;
}

bool QueryMatcher::relationHolds(Node& node, const SagaSubject& subject)
{
    if (node.term.field == Field::In)
        return holds(node.children.front(), subject);
    return anyMember(subject.saga, [&](base::EventIndex event) {
        return relationHolds(node, EventSubject{subject.snapshot, event});
    });
}

bool QueryMatcher::relationHolds(Node& node, const EventSubject& subject)
{
    const auto& [snapshot, event] = subject;
    if (node.term.field == Field::CausedBy) {
        const base::EventIndex cause = snapshot.identity.sameIds().causeOf(event);
        const bool isKnown = cause.isValid() && cause.value < snapshot.events.size() && !snapshot.isLater(cause);
        return isKnown && holds(node.children.front(), EventSubject{snapshot, cause});
    }
    if (node.sagasAt != snapshot.sequence) {
        node.sagas = Memory();
        node.sagasAt = snapshot.sequence;
    }
    return node.sagas(snapshot.sagas.sagaOf(event), [&, &asked = snapshot](base::SagaId saga) {
        return holds(node.children.front(), SagaSubject{asked, asked.sagas.saga(saga)});
    });
}

std::uint64_t QueryMatcher::unreadCount() const
{
    std::uint64_t most = 0;
    for (const Node& clause : m_clauses)
        most = std::max(most, unreadOf(clause));
    return most;
}

std::uint64_t QueryMatcher::unreadOf(const Node& node)
{
    std::uint64_t most = node.answers ? node.answers->unreadCount() : 0;
    for (const Node& child : node.children)
        most = std::max(most, unreadOf(child));
    return most;
}

bool QueryMatcher::contentHolds(const Node& node, const Snapshot& snapshot, base::EventIndex event)
{
    const EventAnswers::Answer known = node.answers->of(event);
    if (known == EventAnswers::Answer::Yes || known == EventAnswers::Answer::No)
        return known == EventAnswers::Answer::Yes;
    return m_content.holds(node.term, snapshot.events, event, *node.answers);
}

bool QueryMatcher::termHolds(Node& node, const SagaSubject& subject)
{
    const saga::SagaSummary& saga = subject.saga;
    const QueryTerm& term = node.term;
    if (asksContent(term.field))
        return anyMember(saga, [&](base::EventIndex event) { return contentHolds(node, subject.snapshot, event); });
    if (term.field == Field::Since || term.field == Field::Until || term.field == Field::At)
        return isAlive(term, subject.snapshot, saga.startedAt, saga.lastEventAt);
    if (!isAnyOfMembers(term.field)) {
        const std::uint32_t flags = term.field == Field::Has ? flagsOfTraits(term.words) : 0;
        return summaryHolds(term, saga) || (flags != 0 && anyMember(saga, [&](base::EventIndex event) {
                   return hasFlags(subject.snapshot.events.row(event), flags);
               }));
    }
    const bool isFree = term.field == Field::Anything;
    if (isFree && (term.text.matches(saga.key) || term.text.matches(saga.caption) ||
                   (saga.definition != nullptr && term.text.matches(saga.definition->name))))
        return true;
    return anyMember(saga, [&](base::EventIndex event) { return memberHolds(node, subject.snapshot, event); });
}

bool QueryMatcher::summaryHolds(const QueryTerm& term, const saga::SagaSummary& saga)
{
    switch (term.field) {
    case Field::State: return isAmong(term.words, saga.state);
    case Field::Definition: return saga.definition != nullptr && term.text.matches(saga.definition->name);
    case Field::Key: return term.text.matches(saga.key);
    case Field::Evidence: return isAmong(term.words, saga.weakestEvidence);
    case Field::Style: return isAmong(term.words, saga.style);
    case Field::Rule: return (saga.rules & term.rules).any();
    case Field::Has:
        return (saga.repeatKinds & repeatsOfTraits(term.words)) != 0 || (saga.rules & rulesOfTraits(term.words)).any() ||
               (isAmong(term.words, QueryTrait::Finding) && saga.findingCount > 0) ||
               (isAmong(term.words, QueryTrait::Candidates) && hasCandidates(saga));
    case Field::Duration: return compares(durationOf(saga).count(), term.comparison, term.number);
    case Field::Events:
        return compares(saga.events ? std::int64_t(saga.events->size()) : 0, term.comparison, term.number);
    case Field::Findings: return compares(saga.findingCount, term.comparison, term.number);
    case Field::Repeats: return compares(saga.repeatCount, term.comparison, term.number);
    default: return false;
    }
}

bool QueryMatcher::memberHolds(Node& node, const Snapshot& snapshot, base::EventIndex event)
{
    const QueryTerm& term = node.term;
    const store::EventRow& row = snapshot.events.row(event);
    const auto isText = [&](base::TextId id) { return term.text.matches(snapshot.events.text(id)); };
    const auto isTopic = [&](base::TopicId id) {
        const std::string_view name = snapshot.events.topicName(id);
        return term.isTopicPattern ? node.pattern.matches(name) : term.text.matches(name);
    };
    const auto isValue = [&](base::IdentifierId id) { return term.text.matches(snapshot.identity.value(id)); };
    const auto isUser = [&](base::TextId id) { return term.text.matches(snapshot.identity.text(id)); };
    const auto isLink = [&](const identity::Link& link) {
        const bool isOfKind = !term.kind || identity::familyOf(link.kind()) == identity::familyOf(*term.kind);
        return isOfKind && node.identifiers(link.id(), isValue);
    };
    const auto isId = [&] {
        const bool isHash = !node.hash.isNull() && (row.eventId == node.hash || row.correlationId == node.hash ||
                                                    row.causationId == node.hash);
        if (isHash)
            return true;
        // Whom a step names ties nothing together and is therefore no link.
        const bool asksUser = !term.kind || *term.kind == identity::IdentifierKind::User;
        if (asksUser && node.users(snapshot.identity.facts(event).user, isUser))
            return true;
        const auto links = snapshot.identity.linksOf(event);
        return std::any_of(links.begin(), links.end(), isLink);
    };
    switch (term.field) {
    case Field::Type: return node.texts(row.type, isText);
    case Field::Source: return node.texts(row.source, isText);
    case Field::Topic: return node.topics(row.topic, isTopic);
    case Field::Identifier: return isId();
    case Field::Anything:
        return node.topics(row.topic, isTopic) || node.texts(row.type, isText) || node.texts(row.source, isText) || isId();
    default: return false;
    }
}

bool QueryMatcher::termHolds(Node& node, const EventSubject& subject)
{
    const QueryTerm& term = node.term;
    const auto& [snapshot, event] = subject;
    if (asksContent(term.field))
        return contentHolds(node, snapshot, event);
    if (isAnyOfMembers(term.field))
        return memberHolds(node, snapshot, event);
    const store::EventRow& row = snapshot.events.row(event);
    switch (term.field) {
    case Field::Rule: return hasHit(snapshot, event, term.rules);
    case Field::Has: return eventHas(node, snapshot, event);
    case Field::Findings:
        return compares(row.has(store::EventFlag::HasHits) ? std::int64_t(snapshot.events.hitsOf(event).size()) : 0,
                        term.comparison, term.number);
    case Field::Since:
    case Field::Until:
    case Field::At: return isAlive(term, snapshot, row.time(), row.time());
    default: break;
    }
    const base::SagaId saga = snapshot.sagas.sagaOf(event);
    return saga.isValid() && summaryHolds(term, snapshot.sagas.saga(saga));
}

bool QueryMatcher::eventHas(Node& node, const Snapshot& snapshot, base::EventIndex event)
{
    const QueryTerm& term = node.term;
    const store::EventRow& row = snapshot.events.row(event);
    const bool isFlagged = hasFlags(row, flagsOfTraits(term.words)) ||
                           (isAmong(term.words, QueryTrait::Retry) && row.has(store::EventFlag::Retry)) ||
                           (isAmong(term.words, QueryTrait::DeadLetter) && row.has(store::EventFlag::DeadLetter)) ||
                           (isAmong(term.words, QueryTrait::Finding) && row.has(store::EventFlag::HasHits));
    if (isFlagged || hasHit(snapshot, event, rulesOfTraits(term.words)))
        return true;
    const std::uint32_t repeats = repeatsOfTraits(term.words);
    const bool asksSaga = isAmong(term.words, QueryTrait::Candidates) ||
                          (repeats & bit(static_cast<unsigned>(identity::Repeat::SameFact))) != 0;
    const base::SagaId saga = asksSaga ? snapshot.sagas.sagaOf(event) : base::SagaId();
    if (saga.isValid()) {
        const saga::SagaSummary& summary = snapshot.sagas.saga(saga);
        const std::uint32_t sameFact = bit(static_cast<unsigned>(identity::Repeat::SameFact));
        const bool isAmbiguous = isAmong(term.words, QueryTrait::Candidates) && hasCandidates(summary);
        if (isAmbiguous || (summary.repeatKinds & repeats & sameFact) != 0)
            return true;
    }
    if (repeats == 0 || row.has(store::EventFlag::Undecodable))
        return false;
    return isAmong(repeats, node.repeats.markOf(event, snapshot.events, snapshot.identity).repeat);
}

bool QueryMatcher::isAlive(const QueryTerm& term, const Snapshot& snapshot, base::Timestamp from, base::Timestamp to) const
{
    if (from == base::kNoTime && to == base::kNoTime)
        return false;
    const base::Timestamp now = snapshot.takenAt == base::kNoTime ? base::Timestamp() : snapshot.takenAt;
    const QueryTime::Range asked = term.time.resolve(now, m_utcOffset);
    if (term.field == Field::Since)
        return to >= asked.from;
    if (term.field == Field::Until)
        return from < asked.end;
    return from < asked.end && to >= asked.from;
}

} // namespace sagascope::session
