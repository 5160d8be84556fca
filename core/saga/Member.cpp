// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Member.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace sagascope::saga {
namespace {

bool isBefore(const store::EventRow& left, base::EventIndex a, const store::EventRow& right, base::EventIndex b,
              const store::EventStore::View& events)
{
    if (left.time() != right.time())
        return left.time() < right.time();
    const auto key = [&](const store::EventRow& row) {
        return std::tuple(row.brokerTime, events.topicName(row.topic), row.partition, row.offset);
    };
    const auto leftKey = key(left);
    const auto rightKey = key(right);
    return leftKey == rightKey ? a < b : leftKey < rightKey; // equal coordinates: another incarnation of the topic
}

} // namespace

bool isBefore(base::EventIndex a, base::EventIndex b, const store::EventStore::View& events)
{
    return isBefore(events.row(a), a, events.row(b), b, events);
}

bool isBefore(const Member& a, const Member& b, const store::EventStore::View& events)
{
    return isBefore(*a.row, a.event, *b.row, b.event, events);
}

void MemberList::assign(std::span<const base::EventIndex> events, const store::EventStore::View& store,
                        const identity::Identity::View& identity, TypeTable& types)
{
    m_store = &store;
    m_identity = &identity;
    m_arrival.assign(events.begin(), events.end());
    if (!std::is_sorted(m_arrival.begin(), m_arrival.end()))
        std::sort(m_arrival.begin(), m_arrival.end());
    m_members.clear();
    for (const base::EventIndex event : m_arrival)
        m_members.push_back(memberOf(event, types));
    m_places.resize(m_arrival.size());
    std::iota(m_places.begin(), m_places.end(), std::size_t(0));
    m_isByTime = false;
    noteRanks();
    if (identity.hasHubs())
        dropHubs();
}

/// A big saga asks for the place of each event several times: where its events lie close together, a table answers.
void MemberList::noteRanks()
{
    constexpr std::size_t kFew = 64;
    constexpr std::size_t kFarApart = 16; ///< indices per member
    constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
    m_ranks.clear();
    if (m_arrival.size() <= kFew)
        return;
    const std::size_t reach = m_arrival.back().value - m_arrival.front().value + std::size_t(1);
    if (reach > m_arrival.size() * kFarApart)
        return;
    m_ranks.resize(reach, kNowhere);
    for (std::size_t i = 0; i < m_arrival.size(); ++i)
        m_ranks[m_arrival[i].value - m_arrival.front().value] = std::uint32_t(i);
}

std::size_t MemberList::arrivalOf(base::EventIndex event) const
{
    if (!m_ranks.empty()) {
        const std::size_t at = std::size_t(event.value) - m_arrival.front().value; // wraps round before the first
        return at < m_ranks.size() ? std::min<std::size_t>(m_ranks[at], m_arrival.size()) : m_arrival.size();
    }
    const auto found = std::lower_bound(m_arrival.begin(), m_arrival.end(), event);
    return found == m_arrival.end() || *found != event ? m_arrival.size() : std::size_t(found - m_arrival.begin());
}

Member MemberList::memberOf(base::EventIndex event, TypeTable& types) const
{
    Member member;
    member.event = event;
    member.row = &m_store->row(event);
    member.facts = &m_identity->facts(event);
    member.links = m_identity->linksOf(event);
    const identity::EventExtras extras = m_identity->extras(event);
    if (!extras.originalType.isValid() && !extras.sagaStep.isValid()) {
        member.number = types.numberOf(member.row->type, m_store->text(member.row->type));
    } else {
        const auto type = extras.originalType.isValid() ? m_identity->text(extras.originalType) : m_store->text(member.row->type);
        member.metadataStep = m_identity->text(extras.sagaStep);
        member.number = types.numberOf(type, member.metadataStep);
    }
    member.type = types.typeText(member.number);
    return member;
}

void MemberList::dropHubs()
{
    const auto isHub = [this](identity::Link link) { return m_identity->isHub(link.id()); };
    std::size_t most = 0;
    for (const Member& member : m_members)
        most += member.links.size();
    m_kept.clear();
    m_kept.reserve(most); // what the members point at must not move
    for (Member& member : m_members) {
        if (std::none_of(member.links.begin(), member.links.end(), isHub))
            continue;
        const std::size_t first = m_kept.size();
        std::remove_copy_if(member.links.begin(), member.links.end(), std::back_inserter(m_kept), isHub);
        member.links = std::span<const identity::Link>(m_kept).subspan(first);
    }
}

std::size_t MemberList::indexOf(base::EventIndex event) const
{
    const std::size_t arrival = arrivalOf(event);
    return arrival == m_arrival.size() ? size() : m_places[arrival];
}

void MemberList::reorder(const std::vector<std::size_t>& order)
{
    const bool isSame = std::is_sorted(order.begin(), order.end());
    if (!isSame) {
        m_spare.clear();
        for (const std::size_t position : order)
            m_spare.push_back(m_members[position]);
        m_members.swap(m_spare);
        for (std::size_t i = 0; i < m_members.size(); ++i)
            m_places[arrivalOf(m_members[i].event)] = i;
    }
    m_isByTime = std::is_sorted(m_members.begin(), m_members.end(),
                                [&](const Member& a, const Member& b) { return isBefore(a, b, *m_store); });
}

} // namespace sagascope::saga
