// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Descriptions.h"

#include <algorithm>
#include <limits>

namespace sagascope::identity {

namespace {

/// An event without an id of its own is known by its type and bytes: delivered again, it is a copy all the same.
base::IdHash contentId(const event::Event& event, std::string_view value)
{
    return {std::max<std::uint64_t>(1, base::hash64(value, base::hash64(effectiveType(event))))};
}

} // namespace

Descriptions::Descriptions(std::shared_ptr<const catalog::Catalog> catalog, const std::shared_ptr<base::ColumnSpace>& columns)
    : m_rules(std::move(catalog)), m_identifiers(columns), m_facts(columns), m_extras(columns), m_links(columns), m_eventIds(columns)
{
}

void Descriptions::append(const event::Event* decoded, std::string_view value)
{
    WaitingEvent& waiting = m_waiting.emplace_back();
    waiting.facts.contentHash = static_cast<std::uint32_t>(base::hash64(value));
    waiting.facts.amount = std::numeric_limits<double>::quiet_NaN();
    if (decoded)
        describe(*decoded, value, waiting);
    if (m_waiting.size() == kMostWaiting)
        settle();
}

/// All that needs the event itself, and the first step of looking up what it names.
void Descriptions::describe(const event::Event& event, std::string_view value, WaitingEvent& waiting)
{
    m_rules.read(event, m_statement);
    waiting.facts.factHash = m_statement.factHash;
    waiting.facts.amount = m_statement.amount;
    waiting.facts.currency = m_statement.currency;
    waiting.identifierCount = std::uint32_t(m_statement.identifiers.size());
    for (const StatedIdentifier& stated : m_statement.identifiers) {
        const std::uint64_t hash = IdentifierTable::hashOf(familyOf(stated.kind), stated.value);
        m_identifiers.prefetch(hash);
        m_waitingIdentifiers.push_back({stated.kind, keep(stated.value), hash});
    }
    if (!m_statement.user.empty()) {
        waiting.user = keep(m_statement.user);
        waiting.userHash = base::TextPool::hashOf(m_statement.user);
        m_identifiers.texts().prefetch(waiting.userHash);
    }
    waiting.sagaStep = keep(event.sagaStep);
    waiting.originalType = keep(event.wrappedEventType);
    readIds(event, value, waiting);
}

void Descriptions::readIds(const event::Event& event, std::string_view value, WaitingEvent& waiting)
{
    waiting.id = base::idHash(event.wrappedEventId.empty() ? event.eventId.text : event.wrappedEventId);
    waiting.cause = base::idHash(event.causationId.text);
    if (waiting.id == waiting.cause)
        waiting.cause = {};
    if (waiting.id.isNull() && waiting.identifierCount > 0)
        waiting.id = contentId(event, value);
    m_numbers.prefetch(waiting.id.value);
    m_numbers.prefetch(waiting.cause.value);
}

Descriptions::Text Descriptions::keep(std::string_view text)
{
    const Text kept{std::uint32_t(m_bytes.size()), std::uint32_t(text.size())};
    m_bytes += text;
    return kept;
}

void Descriptions::settle()
{
    fetch();
    std::size_t identifiers = 0;
    for (WaitingEvent& waiting : m_waiting) {
        number(waiting, std::span<const WaitingIdentifier>(m_waitingIdentifiers).subspan(identifiers, waiting.identifierCount));
        identifiers += waiting.identifierCount;
        m_facts.append(waiting.facts);
    }
    m_waiting.clear();
    m_waitingIdentifiers.clear();
    m_bytes.clear();
}

/// The other steps of looking things up, each for all that wait.
void Descriptions::fetch()
{
    for (const WaitingIdentifier& identifier : m_waitingIdentifiers)
        m_identifiers.prefetchFound(identifier.hash);
    for (const WaitingEvent& waiting : m_waiting) {
        if (const std::uint32_t known = m_numbers.candidate(waiting.cause.value); known != base::HashIndex::kNone)
            m_eventIds.prefetch(known);
        if (waiting.user.length > 0)
            m_identifiers.texts().prefetchFound(waiting.userHash);
    }
    for (const WaitingIdentifier& identifier : m_waitingIdentifiers)
        m_identifiers.prefetchText(identifier.hash);
}

void Descriptions::number(WaitingEvent& waiting, std::span<const WaitingIdentifier> identifiers)
{
    EventFacts& facts = waiting.facts;
    m_current.clear();
    for (const WaitingIdentifier& identifier : identifiers.first(std::min(identifiers.size(), EventFacts::kMostLinks))) {
        const IdentifierTable::Wanted wanted{familyOf(identifier.kind), textOf(identifier.value), identifier.hash};
        m_current.emplace_back(m_identifiers.intern(wanted), identifier.kind);
    }
    facts.firstLink = std::uint32_t(m_links.appendRun(m_current));
    facts.linkCount = std::uint16_t(m_current.size()) & 0x7FFFU;
    if (waiting.user.length > 0)
        facts.user = m_identifiers.texts().intern(textOf(waiting.user), waiting.userHash);
    noteExtras(waiting, facts);
    facts.id = numberOf(waiting.id);
    facts.cause = numberOf(waiting.cause);
}

void Descriptions::noteExtras(const WaitingEvent& waiting, EventFacts& facts)
{
    if (waiting.sagaStep.length == 0 && waiting.originalType.length == 0)
        return;
    const base::EventIndex event(static_cast<base::EventIndex::rep>(m_facts.size()));
    m_extras.append({event, internOptional(waiting.sagaStep), internOptional(waiting.originalType)});
    facts.hasExtras = 1;
}

EventIdNumber Descriptions::numberOf(const base::IdHash& eventId)
{
    if (eventId.isNull())
        return {};
    const std::uint32_t known =
        m_numbers.find(eventId.value, [&](std::uint32_t number) { return m_eventIds[number] == eventId; });
    if (known != base::HashIndex::kNone)
        return EventIdNumber(known);
    const EventIdNumber number(std::uint32_t(m_eventIds.size()));
    m_eventIds.append(eventId);
    m_numbers.insert(eventId.value, number.value);
    return number;
}

base::TextId Descriptions::internOptional(Text text)
{
    return text.length == 0 ? base::TextId() : m_identifiers.texts().intern(textOf(text));
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
    if (facts(event).hasExtras == 0)
        return {};
    std::size_t first = 0; // of those that may be its own
    for (std::size_t count = m_extras.size(); count > 0;) {
        const std::size_t half = count / 2;
        const bool isBefore = m_extras[first + half].event < event;
        first += isBefore ? half + 1 : 0;
        count = isBefore ? count - half - 1 : half;
    }
    return m_extras[first];
}

} // namespace sagascope::identity
