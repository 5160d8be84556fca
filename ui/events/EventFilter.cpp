// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventFilter.h"

#include "core/base/Rule.h"

namespace sagascope::ui {
namespace {

using Field = SearchTerm::Field;

SearchTerm termOf(Field field, const std::string& text)
{
    return {field, text, {}, {}};
}

// Event ids are kept as hashes only: they are found whole, by whoever names no kind.
base::Hash128 hashOf(const SearchTerm& term)
{
    const bool isId = term.field == Field::Anything || (term.field == Field::Identifier && !term.kind);
    return isId ? base::hash128(term.text) : base::Hash128();
}

} // namespace

EventMatcher::Term::Term(const SearchTerm& search)
    : term(search),
      pattern(search.field == Field::Topic ? search.text : std::string()),
      topics(search.text),
      types(search.text),
      sources(search.text),
      identifiers(search.text),
      lowered(toLowerAscii(search.text)),
      hash(hashOf(search))
{
}

EventMatcher::EventMatcher(const EventFilter& filter)
    : m_window(filter.window),
      m_onlyFindings(filter.onlyFindings),
      m_onlyUndecodable(filter.onlyUndecodable),
      m_matchesEverything(filter.isEmpty())
{
    for (const SearchTerm& term : parseSearch(filter.search))
        m_terms.emplace_back(term);
    if (!filter.topicPattern.empty())
        m_terms.emplace_back(termOf(Field::Topic, filter.topicPattern));
    if (!filter.type.empty())
        m_terms.emplace_back(termOf(Field::Type, filter.type));
    if (!filter.id.empty())
        m_terms.emplace_back(termOf(Field::Identifier, filter.id));
    for (const Term& term : m_terms)
        m_isStable = m_isStable && term.term.field != Field::State;
}

bool EventMatcher::matches(const session::Snapshot& snapshot, base::EventIndex event)
{
    if (m_matchesEverything)
        return true;
    const store::EventRow& row = snapshot.events.row(event);
    if (m_onlyUndecodable && !row.has(store::EventFlag::Undecodable))
        return false;
    if (m_onlyFindings && !row.has(store::EventFlag::HasHits))
        return false;
    if (m_window && (row.brokerTime < m_window->from || row.brokerTime > m_window->to))
        return false;
    return std::all_of(m_terms.begin(), m_terms.end(), [&](Term& term) { return matchesTerm(term, snapshot, event); });
}

bool EventMatcher::matchesTerm(Term& term, const session::Snapshot& snapshot, base::EventIndex event)
{
    const store::EventRow& row = snapshot.events.row(event);
    const auto textOf = [&](base::TextId id) { return snapshot.events.text(id); };
    switch (term.term.field) {
    case Field::Anything:
        return matchesAnything(term, snapshot, event);
    case Field::Topic:
        return matchesTopic(term, snapshot, row.topic);
    case Field::Type:
        return term.types(row.type, textOf);
    case Field::Source:
        return term.sources(row.source, textOf);
    case Field::Identifier:
        return matchesIdentifier(term, snapshot, event);
    case Field::State: {
        const base::SagaId saga = snapshot.sagas.sagaOf(event);
        return saga.isValid() && term.term.state && snapshot.sagas.saga(saga).state == *term.term.state;
    }
    case Field::Rule:
        return matchesRule(term, snapshot, event);
    }
    return false;
}

bool EventMatcher::matchesTopic(Term& term, const session::Snapshot& snapshot, base::TopicId topic)
{
    if (topic.value >= term.patternKnown.size())
        term.patternKnown.resize(std::size_t(topic.value) + 1, -1);
    signed char& known = term.patternKnown[topic.value];
    if (known < 0)
        known = term.pattern.matches(snapshot.events.topicName(topic)) ? 1 : 0;
    return known == 1;
}

bool EventMatcher::matchesIdentifier(Term& term, const session::Snapshot& snapshot, base::EventIndex event)
{
    const store::EventRow& row = snapshot.events.row(event);
    if (!term.hash.isNull() &&
        (row.eventId == term.hash || row.correlationId == term.hash || row.causationId == term.hash))
        return true;
    const auto textOf = [&](base::IdentifierId id) { return snapshot.identity.value(id); };
    for (const identity::Link& link : snapshot.identity.linksOf(event)) {
        const bool isOfKind = !term.term.kind || identity::familyOf(link.kind()) == identity::familyOf(*term.term.kind);
        if (isOfKind && term.identifiers(link.id(), textOf))
            return true;
    }
    return false;
}

bool EventMatcher::matchesAnything(Term& term, const session::Snapshot& snapshot, base::EventIndex event)
{
    const store::EventRow& row = snapshot.events.row(event);
    const auto textOf = [&](base::TextId id) { return snapshot.events.text(id); };
    const auto topicOf = [&](base::TopicId id) { return snapshot.events.topicName(id); };
    return term.topics(row.topic, topicOf) || term.types(row.type, textOf) || term.sources(row.source, textOf) ||
           matchesIdentifier(term, snapshot, event);
}

bool EventMatcher::matchesRule(const Term& term, const session::Snapshot& snapshot, base::EventIndex event)
{
    if (!snapshot.events.row(event).has(store::EventFlag::HasHits))
        return false;
    for (const store::StoredHit& hit : snapshot.events.hitsOf(event))
        if (containsIgnoringCase(base::ruleName(hit.rule), term.lowered))
            return true;
    return false;
}

} // namespace sagascope::ui
