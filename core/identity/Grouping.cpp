// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Grouping.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/base/Prefetch.h"

namespace sagascope::identity {

void Grouping::prefetch(std::span<const Link> links) const
{
    for (const Link& link : links) {
        if (link.id().value < m_nodes.size())
            base::prefetch(&m_nodes[link.id().value]);
    }
}

void Grouping::add(base::EventIndex event, std::span<const Link> links, bool isStep)
{
    ensureEvent(event);
    assert(groupOf(event) == kNoGroup);
    m_isStep[event.value] = isStep;
    ensureNodes(links);
    const std::size_t hubsBefore = m_hubs.size();
    notePartners(links);
    place(event, links);
    for (std::size_t i = hubsBefore; i < m_hubs.size(); ++i)
        demote(m_hubs[i]);
}

void Grouping::ensureEvent(base::EventIndex event)
{
    if (event.value < m_groupOf.size())
        return;
    m_groupOf.resize(event.value + std::size_t(1), kNoGroup);
    m_isStep.resize(m_groupOf.size(), false);
}

bool Grouping::isHub(base::IdentifierId id) const
{
    return id.value < m_nodes.size() && m_nodes[id.value].isHub;
}

Grouping::GroupId Grouping::groupOf(base::EventIndex event) const
{
    return event.value < m_groupOf.size() ? m_groupOf[event.value] : kNoGroup;
}

void Grouping::touch(base::EventIndex event)
{
    if (const GroupId group = groupOf(event); group != kNoGroup)
        noteChange(group);
}

void Grouping::noteChange(GroupId group)
{
    if (m_groups[group].isChanged)
        return;
    m_groups[group].isChanged = true;
    m_changed.push_back(group);
}

void Grouping::takeChanges(const std::function<void(GroupId, const base::SharedRun<base::EventIndex>&)>& visit)
{
    std::sort(m_changed.begin(), m_changed.end());
    for (const GroupId id : m_changed) {
        Group& group = m_groups[id];
        group.isChanged = false;
        if (!group.isSorted)
            group.members.sort();
        group.isSorted = true;
        visit(id, group.members.share());
    }
    m_changed.clear();
}

void Grouping::ensureNodes(std::span<const Link> links)
{
    for (const Link& link : links) {
        while (m_nodes.size() <= link.id().value) {
            m_nodes.emplace_back();
            m_nodes.back().parent = std::uint32_t(m_nodes.size() - 1);
        }
    }
}

std::uint32_t Grouping::find(std::uint32_t node)
{
    while (m_nodes[node].parent != node) {
        m_nodes[node].parent = m_nodes[m_nodes[node].parent].parent;
        node = m_nodes[node].parent;
    }
    return node;
}

std::uint32_t Grouping::join(std::uint32_t a, std::uint32_t b)
{
    a = find(a);
    b = find(b);
    if (a == b)
        return a;
    const GroupId merged = mergeGroups(m_nodes[a].group, m_nodes[b].group);
    m_nodes[b].parent = a;
    m_nodes[b].group = kNoGroup;
    m_nodes[a].group = merged;
    return a;
}

Grouping::GroupId Grouping::mergeGroups(GroupId a, GroupId b)
{
    if (a == kNoGroup || b == kNoGroup)
        return a == kNoGroup ? b : a;
    if (m_groups[a].members.size() < m_groups[b].members.size())
        std::swap(a, b);
    const base::GrowingRun<base::EventIndex> moved = std::exchange(m_groups[b].members, {});
    m_groups[b].isSorted = true;
    noteChange(b);
    for (const base::EventIndex event : moved.values())
        put(event, a);
    return a;
}

void Grouping::put(base::EventIndex event, GroupId group)
{
    Group& into = m_groups[group];
    into.isSorted = into.isSorted && (into.members.isEmpty() || into.members.last() < event);
    into.members.append(event);
    m_groupOf[event.value] = group;
    noteChange(group);
}

Grouping::GroupId Grouping::newGroup()
{
    m_groups.emplace_back();
    return GroupId(m_groups.size() - 1);
}

void Grouping::place(base::EventIndex event, std::span<const Link> links)
{
    std::uint32_t root = 0;
    bool hasRoot = false;
    for (const Link& link : links) {
        if (isHub(link.id()))
            continue;
        root = hasRoot ? join(root, link.id().value) : find(link.id().value);
        hasRoot = true;
    }
    if (!hasRoot) {
        m_groupOf[event.value] = kNoGroup;
        if (m_isStep[event.value])
            put(event, newGroup());
        return;
    }
    if (m_nodes[root].group == kNoGroup)
        m_nodes[root].group = newGroup();
    put(event, m_nodes[root].group);
}

/// Counts which business ids stand beside which identifier, and adds to the hubs those that have just become ones.
void Grouping::notePartners(std::span<const Link> links)
{
    for (const Link& link : links) {
        Node& node = m_nodes[link.id().value];
        if (node.isHub)
            continue;
        std::size_t count = 0;
        for (const Link& other : links) {
            if (other.id() != link.id() && !isDeclaredKind(other.kind()))
                count = notePartner(node, other.id());
        }
        if (count > (isDeclaredKind(link.kind()) ? kDeclaredHubLimit : kAliasHubLimit)) {
            node.isHub = true;
            m_manyPartners[node.partners[0]] = {};
            m_hubs.push_back(link.id());
        }
    }
}

std::size_t Grouping::notePartner(Node& node, base::IdentifierId partner)
{
    if (node.partnerCount != Node::kMany) {
        const auto end = node.partners.begin() + node.partnerCount;
        if (std::find(node.partners.begin(), end, partner.value) != end)
            return node.partnerCount;
        if (node.partnerCount < Node::kFewPartners) {
            node.partners[node.partnerCount] = partner.value;
            return ++node.partnerCount;
        }
        m_manyPartners.emplace_back(node.partners.begin(), node.partners.end());
        node.partners[0] = std::uint32_t(m_manyPartners.size() - 1);
        node.partnerCount = Node::kMany;
    }
    std::vector<std::uint32_t>& partners = m_manyPartners[node.partners[0]];
    if (std::find(partners.begin(), partners.end(), partner.value) == partners.end())
        partners.push_back(partner.value);
    return partners.size();
}

/// Forms anew, without the hub, the group that it had joined. `isHub` is set already.
void Grouping::demote(base::IdentifierId hub)
{
    const GroupId group = m_nodes[find(hub.value)].group;
    if (group == kNoGroup)
        return;
    const base::GrowingRun<base::EventIndex> members = std::exchange(m_groups[group].members, {});
    m_groups[group].isSorted = true;
    noteChange(group);
    for (const base::EventIndex event : members.values()) {
        for (const Link& link : m_linksOf(event)) {
            Node& node = m_nodes[link.id().value];
            node.parent = link.id().value;
            node.group = kNoGroup;
        }
    }
    for (const base::EventIndex event : members.values())
        place(event, m_linksOf(event));
}

} // namespace sagascope::identity
