// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaFilter.h"

#include <algorithm>

#include "core/base/Hash.h"
#include "core/catalog/Catalog.h"

namespace sagascope::ui {
namespace {

template <typename Predicate> bool anyMember(const saga::SagaSummary& saga, Predicate predicate)
{
    return saga.events && std::any_of(saga.events->begin(), saga.events->end(), predicate);
}

bool hasIdentifier(const session::Snapshot& snapshot, base::EventIndex event, const SearchTerm& term)
{
    const auto links = snapshot.identity.linksOf(event);
    return std::any_of(links.begin(), links.end(), [&](const identity::Link& link) {
        return (!term.kind || identity::familyOf(*term.kind) == identity::familyOf(link.kind())) &&
               containsIgnoringCase(snapshot.identity.value(link.id()), term.text);
    });
}

bool hasRule(const session::Snapshot& snapshot, base::EventIndex event, const SearchTerm& term)
{
    const auto hits = snapshot.events.hitsOf(event);
    return std::any_of(hits.begin(), hits.end(), [&](const store::StoredHit& hit) {
        return containsIgnoringCase(base::ruleName(hit.rule), term.text);
    });
}

bool isAnywhere(const session::Snapshot& snapshot, const saga::SagaSummary& saga, const SagaTerm& sought)
{
    const SearchTerm& term = sought.term;
    if (containsIgnoringCase(saga.key, term.text) || containsIgnoringCase(saga.caption, term.text) ||
        (saga.definition != nullptr && containsIgnoringCase(saga.definition->name, term.text)))
        return true;
    const store::TopicPattern pattern(term.text);
    return anyMember(saga, [&](base::EventIndex event) {
        const store::EventRow& row = snapshot.events.row(event);
        return row.eventId == sought.hash || row.correlationId == sought.hash ||
               containsIgnoringCase(snapshot.events.text(row.type), term.text) ||
               pattern.matches(snapshot.events.topicName(row.topic)) || hasIdentifier(snapshot, event, term);
    });
}

bool matchesTerm(const session::Snapshot& snapshot, const saga::SagaSummary& saga, const SagaTerm& sought)
{
    const SearchTerm& term = sought.term;
    using Field = SearchTerm::Field;
    const auto& events = snapshot.events;
    switch (term.field) {
    case Field::Anything: return isAnywhere(snapshot, saga, sought);
    case Field::State: return containsIgnoringCase(saga::stateName(saga.state), term.text);
    case Field::Topic: {
        const store::TopicPattern pattern(term.text);
        return anyMember(saga, [&](auto event) { return pattern.matches(events.topicName(events.row(event).topic)); });
    }
    case Field::Type:
        return anyMember(saga, [&](auto event) {
            return containsIgnoringCase(events.text(events.row(event).type), term.text);
        });
    case Field::Source:
        return anyMember(saga, [&](auto event) {
            const base::TextId source = events.row(event).source;
            return source.isValid() && containsIgnoringCase(events.text(source), term.text);
        });
    case Field::Identifier:
        return anyMember(saga, [&](auto event) { return hasIdentifier(snapshot, event, term); });
    case Field::Rule: return anyMember(saga, [&](auto event) { return hasRule(snapshot, event, term); });
    }
    return false;
}

} // namespace

void SagaFilter::setSearch(std::string_view text)
{
    terms.clear();
    for (SearchTerm& term : parseSearch(text)) {
        const base::Hash128 hash = base::hash128(term.text);
        term.text = toLowerAscii(term.text);
        terms.push_back({std::move(term), hash});
    }
}

bool SagaFilter::matches(const session::Snapshot& snapshot, base::SagaId id) const
{
    const saga::SagaSummary& saga = snapshot.sagas.saga(id);
    if (!saga.isAlive || !hasState(saga.state))
        return false;
    if (window && (saga.startedAt > window->to || saga.lastEventAt < window->from))
        return false;
    return std::all_of(terms.begin(), terms.end(),
                       [&](const SagaTerm& term) { return matchesTerm(snapshot, saga, term); });
}

} // namespace sagascope::ui
