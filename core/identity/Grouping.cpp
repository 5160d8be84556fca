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
    if (m_isStep.size() == event.value)
        m_isStep.push_back(false); // far quicker than resize()
    else
        m_isStep.resize(m_groupOf.size(), false);
}

bool Grouping::isHub(base::IdentifierId id) const
{
    return id.value < m_nodes.size() && m_nodes[id.value].isHub();
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
    if (m_isChanged[group])
        return;
    m_isChanged[group] = true;
    m_changed.push_back(group);
}

void Grouping::takeChanges(const std::function<void(GroupId, const base::SharedRun<base::EventIndex>&)>& visit)
{
    std::sort(m_changed.begin(), m_changed.end());
    for (const GroupId id : m_changed) {
        m_isChanged[id] = false;
        if (m_isUnsorted[id])
            m_groups[id].sort();
        m_isUnsorted[id] = false;
        visit(id, m_groups[id].share());
    }
    m_changed.clear();
}

void Grouping::ensureNodes(std::span<const Link> links)
{
    for (const Link& link : links) {
        if (m_nodes.size() <= link.id().value)
            m_nodes.resize(link.id().value + std::size_t(1));
    }
}

std::uint32_t Grouping::find(std::uint32_t node)
{
    while (!m_nodes[node].isRoot()) {
        const std::uint32_t parent = m_nodes[node].parent();
        if (!m_nodes[parent].isRoot())
            m_nodes[node].setParent(m_nodes[parent].parent());
        node = m_nodes[node].parent();
    }
    return node;
}

std::uint32_t Grouping::join(std::uint32_t a, std::uint32_t b)
{
    a = find(a);
    b = find(b);
    if (a == b)
        return a;
    const GroupId merged = mergeGroups(m_nodes[a].group(), m_nodes[b].group());
    m_nodes[b].setParent(a);
    m_nodes[a].setRoot(merged);
    return a;
}

Grouping::GroupId Grouping::mergeGroups(GroupId a, GroupId b)
{
    if (a == kNoGroup || b == kNoGroup)
        return a == kNoGroup ? b : a;
    if (m_groups[a].size() < m_groups[b].size())
        std::swap(a, b);
    const Members moved = std::exchange(m_groups[b], {});
    m_isUnsorted[b] = false;
    noteChange(b);
    for (const base::EventIndex event : moved.values())
        put(event, a);
    return a;
}

void Grouping::put(base::EventIndex event, GroupId group)
{
    Members& into = m_groups[group];
    if (!into.isEmpty() && event < into.last())
        m_isUnsorted[group] = true;
    into.append(event);
    m_groupOf[event.value] = group;
    noteChange(group);
}

Grouping::GroupId Grouping::newGroup()
{
    m_groups.emplace_back();
    m_isUnsorted.push_back(false);
    m_isChanged.push_back(false);
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
    if (m_nodes[root].group() == kNoGroup)
        m_nodes[root].setRoot(newGroup());
    put(event, m_nodes[root].group());
}

/// Counts which business ids stand beside which identifier, and adds to the hubs those that have just become ones.
void Grouping::notePartners(std::span<const Link> links)
{
    for (const Link& link : links) {
        Node& node = m_nodes[link.id().value];
        if (node.isHub())
            continue;
        std::size_t count = 0;
        for (const Link& other : links) {
            if (other.id() != link.id() && !isDeclaredKind(other.kind()))
                count = notePartner(node, other.id());
        }
        if (count > (isDeclaredKind(link.kind()) ? kDeclaredHubLimit : kAliasHubLimit)) {
            m_manyPartners[node.manyPlace()] = {};
            node.setHub();
            m_hubs.push_back(link.id());
        }
    }
}

std::size_t Grouping::notePartner(Node& node, base::IdentifierId partner)
{
    if (!node.hasMany()) {
        const std::size_t count = node.fewCount();
        for (std::size_t i = 0; i < count; ++i) {
            if (node.partner(i) == partner.value)
                return count;
        }
        if (count < Node::kFewPartners) {
            node.addPartner(partner.value);
            return count + 1;
        }
        std::vector<std::uint32_t>& few = m_manyPartners.emplace_back();
        for (std::size_t i = 0; i < count; ++i)
            few.push_back(node.partner(i));
        node.setMany(std::uint32_t(m_manyPartners.size() - 1));
    }
    std::vector<std::uint32_t>& partners = m_manyPartners[node.manyPlace()];
    if (std::find(partners.begin(), partners.end(), partner.value) == partners.end())
        partners.push_back(partner.value);
    return partners.size();
}

/// Forms anew, without the hub, the group that it had joined. `isHub` is set already.
void Grouping::demote(base::IdentifierId hub)
{
    const GroupId group = m_nodes[find(hub.value)].group();
    if (group == kNoGroup)
        return;
    const Members members = std::exchange(m_groups[group], {});
    m_isUnsorted[group] = false;
    noteChange(group);
    for (const base::EventIndex event : members.values()) {
        for (const Link& link : m_linksOf(event))
            m_nodes[link.id().value].setRoot(kNoGroup);
    }
    for (const base::EventIndex event : members.values())
        place(event, m_linksOf(event));
}

} // namespace sagascope::identity
