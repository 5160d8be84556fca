// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Descriptions.h"

#include <limits>

namespace sagascope::identity {

namespace {

/// An event without an id of its own is known by its type and bytes: delivered again, it is a copy all the same.
base::Hash128 contentId(const event::Event& event, std::string_view value)
{
    base::Hash128 id = base::hash128(value);
    id.high ^= base::hash64(effectiveType(event));
    return id;
}

} // namespace

Descriptions::Descriptions(std::shared_ptr<const catalog::Catalog> catalog) : m_rules(std::move(catalog)) {}

void Descriptions::append(const event::Event* decoded, std::string_view value)
{
    EventFacts facts;
    facts.contentHash = base::hash64(value);
    facts.amount = std::numeric_limits<double>::quiet_NaN();
    if (decoded) {
        EventIds ids = lookForIds(*decoded);
        describe(*decoded, facts);
        if (ids.own.isNull() && facts.linkCount > 0)
            ids.own = contentId(*decoded, value);
        facts.id = numberOf(ids.own);
        facts.cause = numberOf(ids.cause);
    }
    m_facts.append(facts);
}

void Descriptions::describe(const event::Event& event, EventFacts& facts)
{
    m_rules.read(event, m_statement);
    facts.factHash = m_statement.factHash;
    facts.amount = m_statement.amount;
    facts.currency = m_statement.currency;
    m_identifiers.texts().prefetch(m_statement.user);
    m_wanted.clear();
    for (const StatedIdentifier& stated : m_statement.identifiers)
        m_wanted.push_back(m_identifiers.look(familyOf(stated.kind), stated.value));
    m_current.clear();
    for (std::size_t i = 0; i < m_wanted.size(); ++i)
        m_current.emplace_back(m_identifiers.intern(m_wanted[i]), m_statement.identifiers[i].kind);
    facts.firstLink = std::uint32_t(m_links.appendRun(m_current));
    facts.linkCount = std::uint16_t(m_current.size());
    facts.user = internOptional(m_statement.user);
    if (!event.sagaStep.empty() || !event.wrappedEventType.empty())
        facts.extra = std::uint32_t(m_extras.append({internOptional(event.sagaStep), internOptional(event.wrappedEventType)}));
}

Descriptions::EventIds Descriptions::lookForIds(const event::Event& event) const
{
    const std::string_view own = event.wrappedEventId.empty() ? event.eventId.text : event.wrappedEventId;
    EventIds ids{base::hash128(own), base::hash128(event.causationId.text)};
    if (ids.own == ids.cause)
        ids.cause = {};
    m_numbers.prefetch(ids.own.low);
    m_numbers.prefetch(ids.cause.low);
    return ids;
}

EventIdNumber Descriptions::numberOf(const base::Hash128& eventId)
{
    if (eventId.isNull())
        return {};
    const std::uint32_t known =
        m_numbers.find(eventId.low, [&](std::uint32_t number) { return m_eventIds[number] == eventId; });
    if (known != base::HashIndex::kNone)
        return EventIdNumber(known);
    const EventIdNumber number(std::uint32_t(m_eventIds.size()));
    m_eventIds.append(eventId);
    m_numbers.insert(eventId.low, number.value);
    return number;
}

base::TextId Descriptions::internOptional(std::string_view text)
{
    return text.empty() ? base::TextId() : m_identifiers.texts().intern(text);
}

Descriptions::View Descriptions::view() const
{
    View view;
    view.m_facts = m_facts.view();
    view.m_extras = m_extras.view();
    view.m_links = m_links.view();
    view.m_infos = m_identifiers.infos();
    view.m_texts = m_identifiers.texts().view();
    return view;
}

EventExtras Descriptions::View::extras(base::EventIndex event) const
{
    const std::uint32_t extra = facts(event).extra;
    return extra == EventFacts::kNoExtra ? EventExtras() : m_extras[extra];
}

} // namespace sagascope::identity
