// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Member.h"

#include <algorithm>
#include <tuple>

#include "core/event/Topic.h"

namespace sagascope::saga {

bool isBefore(base::EventIndex a, base::EventIndex b, const store::EventStore::View& events)
{
    const store::EventRow& left = events.row(a);
    const store::EventRow& right = events.row(b);
    const auto key = [&](const store::EventRow& row) {
        return std::tuple(row.time(), row.brokerTime, events.topicName(row.topic), row.partition, row.offset);
    };
    const auto leftKey = key(left);
    const auto rightKey = key(right);
    return leftKey == rightKey ? a < b : leftKey < rightKey; // equal coordinates: another incarnation of the topic
}

MemberList::MemberList(std::span<const base::EventIndex> events, const store::EventStore::View& store,
                       const identity::Identity::View& identity)
    : m_store(store), m_identity(identity)
{
    m_members.reserve(events.size());
    for (const base::EventIndex event : events) {
        Member member;
        member.event = event;
        member.row = &store.row(event);
        member.facts = &identity.facts(event);
        const identity::EventExtras extras = identity.extras(event);
        member.type = event::topicSuffix(extras.originalType.isValid() ? identity.text(extras.originalType)
                                                                         : store.text(member.row->type));
        member.metadataStep = identity.text(extras.sagaStep);
        const std::span<const identity::Link> links = identity.linksOf(event);
        member.links.assign(links.begin(), links.end());
        std::erase_if(member.links, [&](identity::Link link) { return identity.isHub(link.id()); });
        m_members.push_back(std::move(member));
    }
    index();
}

std::size_t MemberList::indexOf(base::EventIndex event) const
{
    const auto found = m_positions.find(event);
    return found == m_positions.end() ? m_members.size() : found->second;
}

void MemberList::reorder(const std::vector<std::size_t>& order)
{
    std::vector<Member> sorted;
    sorted.reserve(order.size());
    for (const std::size_t position : order)
        sorted.push_back(std::move(m_members[position]));
    m_members = std::move(sorted);
    index();
}

void MemberList::index()
{
    m_positions.clear();
    m_positions.reserve(m_members.size());
    for (std::size_t i = 0; i < m_members.size(); ++i)
        m_positions.emplace(m_members[i].event, i);
}

} // namespace sagascope::saga
