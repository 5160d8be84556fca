// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Evaluation.h"

#include <algorithm>

#include "core/catalog/Catalog.h"
#include "core/saga/CauseGraph.h"
#include "core/saga/Repeats.h"
#include "core/saga/SagaFindings.h"

namespace sagascope::saga {
namespace {

using identity::Edge;
using identity::Evidence;
using identity::Repeat;

/// Up to so many identifiers are looked for one by one.
constexpr std::size_t kFewIdentifiers = 24;

/// What a chain of attempts came to.
struct Attempts
{
    const Member* last = nullptr;
    base::Timestamp lastEffect = base::kNoTime; ///< of whatever any of them caused
};

/// Some member's last attempt is a dead letter, and nothing that it caused came after that.
bool isDeadLettered(const MemberList& members, const std::vector<Edge>& edges)
{
    const auto isDead = [](const Member& member) { return member.row->has(store::EventFlag::DeadLetter); };
    if (std::none_of(members.begin(), members.end(), isDead))
        return false;
    const auto originalOf = [](const Member& member) { return member.isCopy() ? member.repeatOf : member.event; };
    std::unordered_map<base::EventIndex, Attempts> byOriginal;
    for (const Member& member : members) {
        Attempts& attempts = byOriginal[originalOf(member)];
        if (!attempts.last || !isBefore(member, *attempts.last, members.store()))
            attempts.last = &member;
    }
    for (const Edge& edge : edges) {
        Attempts& attempts = byOriginal.at(originalOf(members[members.indexOf(edge.from)]));
        attempts.lastEffect = std::max(attempts.lastEffect, members[members.indexOf(edge.to)].clock());
    }
    return std::any_of(byOriginal.begin(), byOriginal.end(), [&](const auto& entry) {
        const Attempts& attempts = entry.second;
        return isDead(*attempts.last) && !(attempts.last->clock() < attempts.lastEffect);
    });
}

std::vector<const catalog::SagaDefinition*> definitionsOf(const catalog::Catalog& catalog)
{
    std::vector<const catalog::SagaDefinition*> definitions;
    for (const catalog::SagaDefinition& definition : catalog.definitions())
        definitions.push_back(&definition);
    return definitions;
}

bool isEnded(SagaState state)
{
    return state != SagaState::Running && state != SagaState::Stalled;
}

} // namespace

Evaluation::Evaluation(const catalog::Catalog& catalog) : Evaluation(definitionsOf(catalog)) {}
Evaluation::Evaluation(const std::vector<const catalog::SagaDefinition*>& definitions) : m_types(definitions) {}

const catalog::SagaDefinition* Evaluation::definition() const
{
    return m_definition ? m_types.definitions()[*m_definition].definition : nullptr;
}

void Evaluation::arrange(std::span<const base::EventIndex> events, const store::EventStore::View& store,
                         const identity::Identity::View& identity, const Inferred* inferred)
{
    m_inferred = inferred;
    m_members.assign(events, store, identity, m_types);
    markRepeats();
    m_definition = chooseDefinition(m_members, m_types);
    assignSteps();
    findLogicalOrder(m_members, m_order);
    m_members.reorder(m_order);
    const InferredLink* link = inferred && inferred->link ? &*inferred->link : nullptr;
    findEdges(m_members, m_types, m_definition, link, m_edges);
    markSameFacts(m_members);
    collectIdentifiers();
    weighEvidence();
}

void Evaluation::markRepeats()
{
    for (Member& member : m_members) {
        const RepeatMark mark = m_repeats.markOf(member.event, m_members.store(), m_members.identity());
        member.repeat = mark.repeat;
        member.repeatOf = mark.of;
        member.cause = declaredCause(member);
    }
}

/// The event that a causation id means: the first in logical order of those with that event id. Invalid when the event
/// names no cause, is a copy, or nobody with that id was seen.
base::EventIndex Evaluation::declaredCause(const Member& effect)
{
    if (effect.isCopy() || !effect.facts->cause.isValid())
        return {};
    const base::EventIndex named = m_members.identity().sameIds().causeOf(effect.event);
    if (!named.isValid())
        return {};
    const base::EventIndex cause = m_repeats.firstOf(named, m_members.store(), m_members.identity());
    return cause == effect.event ? base::EventIndex() : cause;
}

void Evaluation::assignSteps()
{
    if (!m_definition)
        return;
    for (Member& member : m_members)
        member.step = m_types.step(member.number, *m_definition);
}

void Evaluation::collectIdentifiers()
{
    m_identifiers.clear();
    m_places.clear();
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        for (const identity::Link link : m_members[i].links) {
            Carried& known = carried(link);
            known.kind = std::max(known.kind, link.kind());
            if (m_members[i].isCopy() || known.lastCarrier == i + 1)
                continue;
            known.lastCarrier = i + 1;
            ++known.carriers;
        }
    }
}

Evaluation::Carried& Evaluation::carried(identity::Link link)
{
    if (const Carried* known = identifier(link.id()))
        return m_identifiers[std::size_t(known - m_identifiers.data())];
    m_identifiers.push_back({link.id(), link.kind(), 0, 0});
    if (m_identifiers.size() == kFewIdentifiers + 1) {
        for (std::size_t i = 0; i < m_identifiers.size(); ++i)
            m_places.emplace(m_identifiers[i].id, i);
    } else if (m_identifiers.size() > kFewIdentifiers) {
        m_places.emplace(link.id(), m_identifiers.size() - 1);
    }
    return m_identifiers.back();
}

const Evaluation::Carried* Evaluation::identifier(base::IdentifierId id) const
{
    if (m_identifiers.size() > kFewIdentifiers) {
        const auto found = m_places.find(id);
        return found == m_places.end() ? nullptr : &m_identifiers[found->second];
    }
    const auto found = std::find_if(m_identifiers.begin(), m_identifiers.end(), [&](const Carried& c) { return c.id == id; });
    return found == m_identifiers.end() ? nullptr : &*found;
}

bool Evaluation::isTie(const Member& member, base::IdentifierId id) const
{
    const Carried* known = identifier(id);
    return known && known->carriers >= (member.isCopy() ? 1U : 2U);
}

void Evaluation::weighEvidence()
{
    m_evidence.clear();
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const Member& member = m_members[i];
        const bool isDeclared = std::any_of(member.links.begin(), member.links.end(), [&](identity::Link link) {
            return isDeclaredKind(link.kind()) && (i == 0 || isTie(member, link.id()));
        });
        m_evidence.push_back(isDeclared ? Evidence::Declared : Evidence::Aliased);
    }
    if (!m_inferred || !m_inferred->link)
        return;
    // What was joined shares identifiers only with what was joined with it: the link is what ties it to the saga.
    for (const base::EventIndex event : m_inferred->link->events) {
        if (const std::size_t position = m_members.indexOf(event); position < m_members.size())
            m_evidence[position] = Evidence::Inferred;
    }
}

std::string_view Evaluation::key(base::TextPool& texts) const
{
    const identity::Identity::View& identity = m_members.identity();
    for (const identity::IdentifierKind kind : m_types.keyKinds(m_definition)) {
        std::string_view smallest;
        bool isFound = false;
        for (const Carried& own : m_identifiers) {
            if (own.kind != kind)
                continue;
            const std::string_view value = identity.value(own.id);
            if (!isFound || value < smallest)
                smallest = value;
            isFound = true;
        }
        if (isFound)
            return smallest;
    }
    const store::EventRow& first = *m_members[0].row;
    return texts[texts.intern(std::string(m_members.store().topicName(first.topic)) + "[" + std::to_string(first.partition) + "]@"
                              + std::to_string(first.offset))];
}

void Evaluation::judge(base::Timestamp now)
{
    const bool isDead = isDeadLettered(m_members, m_edges);
    m_state = isDead ? SagaState::DeadLettered : SagaState::Running;
    if (m_definition) {
        m_progress.assign(m_members, *definition(), now);
        m_state = m_progress.state(isDead);
    }
    findTimes();
    m_findings = sagaFindings({m_members, m_edges, definition(), progress(), m_state, m_inferred});
}

base::Timestamp Evaluation::nextDeadline() const
{
    return m_definition ? m_progress.nextDeadline() : base::kNoTime;
}

void Evaluation::findTimes()
{
    m_startedAt = base::kNoTime;
    base::Timestamp lastStep = base::kNoTime;
    for (const Member& member : m_members) {
        const base::Timestamp at = member.row->time();
        if (at != base::kNoTime && (m_startedAt == base::kNoTime || at < m_startedAt))
            m_startedAt = at;
        const bool counts = !member.isCopy() || m_state == SagaState::DeadLettered;
        if (counts && (member.step || !m_definition))
            lastStep = std::max(lastStep, at);
    }
    m_endedAt = isEnded(m_state) ? lastStep : base::kNoTime;
}

} // namespace sagascope::saga
