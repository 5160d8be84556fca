// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Grouping.h"

#include <algorithm>
#include <cassert>

namespace sagascope::identity {

void Grouping::add(base::EventIndex event, std::span<const Link> links, bool isStep)
{
    ensureEvent(event);
    assert(groupOf(event) == kNoGroup);
    m_isStep[event.value] = isStep;
    ensureNodes(links);
    const std::vector<base::IdentifierId> newHubs = notePartners(links);
    place(event, links);
    std::for_each(newHubs.begin(), newHubs.end(), [this](base::IdentifierId hub) { demote(hub); });
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
        m_changed.insert(group);
}

void Grouping::takeChanges(const std::function<void(GroupId, std::span<const base::EventIndex>)>& visit)
{
    std::vector<GroupId> changed(m_changed.begin(), m_changed.end());
    m_changed.clear();
    std::sort(changed.begin(), changed.end());
    for (const GroupId id : changed) {
        Group& group = m_groups[id];
        if (!group.isSorted) {
            std::sort(group.members.begin(), group.members.end());
            group.isSorted = true;
        }
        visit(id, group.members);
    }
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
    std::vector<base::EventIndex> moved = std::move(m_groups[b].members);
    m_groups[b] = {};
    m_changed.insert(b);
    std::for_each(moved.begin(), moved.end(), [&](base::EventIndex event) { put(event, a); });
    return a;
}

void Grouping::put(base::EventIndex event, GroupId group)
{
    Group& into = m_groups[group];
    into.isSorted = into.isSorted && (into.members.empty() || into.members.back() < event);
    into.members.push_back(event);
    m_groupOf[event.value] = group;
    m_changed.insert(group);
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

/// Counts which business ids stand beside which identifier; returns those that have just become hubs.
std::vector<base::IdentifierId> Grouping::notePartners(std::span<const Link> links)
{
    std::vector<base::IdentifierId> newHubs;
    for (const Link& link : links) {
        Node& node = m_nodes[link.id().value];
        if (node.isHub)
            continue;
        for (const Link& other : links) {
            const bool isPartner = other.id() != link.id() && !isDeclaredKind(other.kind());
            if (isPartner && std::find(node.partners.begin(), node.partners.end(), other.id()) == node.partners.end())
                node.partners.push_back(other.id());
        }
        if (node.partners.size() > (isDeclaredKind(link.kind()) ? kDeclaredHubLimit : kAliasHubLimit)) {
            node.isHub = true;
            node.partners = {};
            newHubs.push_back(link.id());
            m_hubs.push_back(link.id());
        }
    }
    return newHubs;
}

/// Forms anew, without the hub, the group that it had joined. `isHub` is set already.
void Grouping::demote(base::IdentifierId hub)
{
    const GroupId group = m_nodes[find(hub.value)].group;
    if (group == kNoGroup)
        return;
    std::vector<base::EventIndex> members = std::move(m_groups[group].members);
    m_groups[group] = {};
    m_changed.insert(group);
    std::sort(members.begin(), members.end());
    for (const base::EventIndex event : members) {
        for (const Link& link : m_linksOf(event)) {
            Node& node = m_nodes[link.id().value];
            node.parent = link.id().value;
            node.group = kNoGroup;
        }
    }
    std::for_each(members.begin(), members.end(), [this](base::EventIndex event) { place(event, m_linksOf(event)); });
}

} // namespace sagascope::identity
