// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/CausationWeb.h"

#include "core/causation/CriticalPath.h"

namespace sagascope::ui {
namespace {

using identity::Repeat;

bool isStacked(const saga::StoryEvent& member)
{
    return member.repeatOf.isValid() && member.repeat != Repeat::None && member.repeat != Repeat::Attempt;
}

EdgeKind kindOf(identity::Evidence evidence)
{
    switch (evidence) {
    case identity::Evidence::Declared:
        return EdgeKind::Declared;
    case identity::Evidence::Aliased:
        return EdgeKind::Aliased;
    case identity::Evidence::Inferred:
        break;
    }
    return EdgeKind::Inferred;
}

} // namespace

CausationWeb::CausationWeb(const saga::Story& story, const store::EventStore::View& events)
    : m_story(story), m_events(events)
{
    m_summary.events = story.events.size();
    addSpots();
    stackRepeats();
    addEdges();
    m_components = base::components(m_spots.size(), m_edges);
    markCycles();
    markCriticalPath();
}

void CausationWeb::addEdges()
{
    for (const identity::Edge& edge : m_story.edges)
        addEdge(edge);
    addLoops();
    addAttempts();
    addGhosts();
}

void CausationWeb::addSpots()
{
    for (std::size_t i = 0; i < m_story.events.size(); ++i) {
        const saga::StoryEvent& member = m_story.events[i];
        const store::EventRow& row = m_events.row(member.event);
        m_steps[member.event.value] = member.step;
        m_ids.insert(row.eventId);
        if (isStacked(member))
            continue;
        m_spotOf[member.event.value] = m_spots.size();
        m_spots.push_back({.member = i,
                           .kind = member.repeat == Repeat::Attempt ? NodeKind::Attempt : NodeKind::Event,
                           .type = row.type,
                           .time = row.time()});
    }
}

void CausationWeb::stackRepeats()
{
    for (const saga::StoryEvent& member : m_story.events) {
        if (!isStacked(member))
            continue;
        const auto original = m_spotOf.find(member.repeatOf.value);
        if (original == m_spotOf.end())
            continue;
        m_spotOf[member.event.value] = original->second;
        ++m_spots[original->second].copies;
    }
}

bool CausationWeb::isCompensation(base::EventIndex event) const
{
    const auto step = m_steps.find(event.value);
    return step != m_steps.end() && step->second >= 0 && std::size_t(step->second) < m_story.steps.size() &&
           !m_story.steps[std::size_t(step->second)].compensates.empty();
}

// Copies share a spot, so their edges coincide: the strongest one stays.
void CausationWeb::connect(std::size_t from, std::size_t to, const Strand& strand)
{
    const auto key = (std::uint64_t(from) << 32U) | std::uint64_t(to);
    const auto [known, isNew] = m_edgeOf.try_emplace(key, m_edges.size());
    if (isNew) {
        m_edges.emplace_back(from, to);
        m_strands.push_back(strand);
    } else if (Strand& before = m_strands[known->second]; strand.kind < before.kind && before.kind <= EdgeKind::Inferred) {
        before = strand;
    }
}

void CausationWeb::addEdge(const identity::Edge& edge)
{
    const auto from = m_spotOf.find(edge.from.value);
    const auto to = m_spotOf.find(edge.to.value);
    if (from == m_spotOf.end() || to == m_spotOf.end())
        return;
    if (edge.evidence == identity::Evidence::Declared)
        m_explained.insert(edge.to.value);
    if (from->second == to->second && edge.from != edge.to)
        return; // between an event and its own copy
    connect(from->second, to->second,
            {.kind = isCompensation(edge.to) ? EdgeKind::Compensation : kindOf(edge.evidence),
             .rule = edge.rule,
             .score = edge.score});
}

// An event that names itself as its cause.
void CausationWeb::addLoops()
{
    for (std::size_t i = 0; i < m_spots.size(); ++i) {
        const store::EventRow& row = m_events.row(m_story.events[m_spots[i].member].event);
        if (!row.causationId.isNull() && row.causationId == row.eventId)
            connect(i, i, {.kind = EdgeKind::Declared});
    }
}

void CausationWeb::addAttempts()
{
    for (const saga::StoryEvent& member : m_story.events) {
        const auto original =
            m_spotOf.find(member.repeatOf.isValid() ? member.repeatOf.value : base::EventIndex::kNone);
        if (member.repeat != Repeat::Attempt || original == m_spotOf.end())
            continue;
        m_explained.insert(member.event.value); // a copy carries its original's cause
        connect(original->second, m_spotOf.at(member.event.value), {.kind = EdgeKind::Attempt});
    }
}

void CausationWeb::addGhosts()
{
    std::unordered_map<base::IdHash, std::size_t> ghosts;
    for (std::size_t i = 0; i < m_story.events.size(); ++i) {
        const base::EventIndex event = m_story.events[i].event;
        const auto effect = m_spotOf.find(event.value);
        const base::IdHash cause = m_events.row(event).causationId;
        if (cause.isNull() || m_explained.contains(event.value) || m_ids.contains(cause) || effect == m_spotOf.end())
            continue;
        const auto [ghost, isNew] = ghosts.try_emplace(cause, m_spots.size());
        if (isNew)
            m_spots.push_back({.member = i, .kind = NodeKind::Ghost});
        connect(ghost->second, effect->second, {.kind = EdgeKind::MissingCause});
    }
    m_summary.missing = ghosts.size();
}

void CausationWeb::markCycles()
{
    std::vector<std::size_t> sizes(m_spots.size(), 0);
    for (const std::size_t component : m_components)
        ++sizes[component];
    std::unordered_set<std::size_t> cycles;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const auto& [from, to] = m_edges[i];
        if (m_components[from] != m_components[to])
            continue;
        m_strands[i].isInCycle = m_spots[from].isInCycle = m_spots[to].isInCycle = true;
        cycles.insert(m_components[from]);
    }
    m_summary.cycles = cycles.size();
}

void CausationWeb::markCriticalPath()
{
    causation::CausalNet net;
    for (const Spot& spot : m_spots)
        net.times.push_back(spot.time);
    std::vector<std::size_t> edgeOf; // without ghosts: when they were is unknown
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_strands[i].kind != EdgeKind::MissingCause) {
            net.edges.push_back(m_edges[i]);
            edgeOf.push_back(i);
        }
    const causation::CriticalPath path = causation::criticalPath(net, m_components);
    for (const std::size_t node : path.nodes)
        m_spots[node].isCritical = true;
    for (const std::size_t edge : path.edges)
        m_strands[edgeOf[edge]].isCritical = true;
    m_summary.critical = path.total;
    m_summary.criticalSteps = path.edges.size();
}

} // namespace sagascope::ui
