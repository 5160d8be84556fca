// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/CausationGraph.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/event/Decoder.h"
#include "ui/common/CodeText.h"
#include "ui/events/EventTexts.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using identity::Repeat;

class CausationDrawing
{
public:
    CausationDrawing(const saga::Story& story, const store::EventStore::View& events) : m_story(story), m_events(events)
    {
    }

    Graph draw()
    {
        for (const saga::StoryEvent& member : m_story.events)
            addEvent(member);
        stackRepeats();
        for (const identity::Edge& edge : m_story.edges)
            addEdge(edge);
        addAttempts();
        addGhosts();
        return std::move(m_graph);
    }

private:
    static bool isStacked(const saga::StoryEvent& member)
    {
        return member.repeatOf.isValid() && member.repeat != Repeat::None && member.repeat != Repeat::Attempt;
    }

    void addEvent(const saga::StoryEvent& member)
    {
        m_steps[member.event.value] = member.step;
        if (isStacked(member))
            return;
        const store::EventRow& row = m_events.row(member.event);
        GraphNode node;
        node.id = QStringLiteral("event:%1").arg(member.event.value);
        node.kind = member.repeat == Repeat::Attempt ? NodeKind::Attempt : NodeKind::Event;
        node.title = toQString(m_events.text(row.type));
        node.subtitle = subtitleOf(row);
        node.domain = domainOf(m_events.topicName(row.topic));
        node.event = member.event;
        if (row.has(store::EventFlag::HasHits))
            for (const store::StoredHit& hit : m_events.hitsOf(member.event))
                node.severity = std::max(node.severity.value_or(base::Severity::Info), base::ruleSeverity(hit.rule));
        m_nodeOf[member.event.value] = int(m_graph.nodes.size());
        m_graph.nodes.push_back(std::move(node));
    }

    // Who spoke, and how long after the saga began.
    QString subtitleOf(const store::EventRow& row) const
    {
        const QString source = row.source.isValid() ? toQString(m_events.text(row.source)) : QString();
        if (row.time() == base::kNoTime || m_story.startedAt == base::kNoTime)
            return source;
        const QString after = durationText(row.time() - m_story.startedAt);
        return source.isEmpty() ? after : QStringLiteral("%1 · %2").arg(source, after);
    }

    void stackRepeats()
    {
        for (const saga::StoryEvent& member : m_story.events) {
            if (!isStacked(member))
                continue;
            const auto original = m_nodeOf.find(member.repeatOf.value);
            if (original == m_nodeOf.end())
                continue;
            m_nodeOf[member.event.value] = original->second;
            ++m_graph.nodes[std::size_t(original->second)].copies;
        }
    }

    bool isCompensation(base::EventIndex event) const
    {
        const auto step = m_steps.find(event.value);
        return step != m_steps.end() && step->second >= 0 && std::size_t(step->second) < m_story.steps.size() &&
               !m_story.steps[std::size_t(step->second)].compensates.empty();
    }

    static EdgeKind kindOf(identity::Evidence evidence)
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

    // Copies share a node, so their edges coincide: the strongest one stays.
    void connect(int from, int to, EdgeKind kind, const QString& label)
    {
        const auto key = (std::uint64_t(from) << 32U) | std::uint32_t(to);
        if (const auto [known, isNew] = m_edgeOf.try_emplace(key, m_graph.edges.size()); !isNew) {
            GraphEdge& edge = m_graph.edges[known->second];
            if (kind < edge.kind && edge.kind <= EdgeKind::Inferred)
                edge.kind = kind;
            return;
        }
        m_graph.edges.push_back({from, to, kind, label, {}, {}, 0, 0});
    }

    void addEdge(const identity::Edge& edge)
    {
        const auto from = m_nodeOf.find(edge.from.value);
        const auto to = m_nodeOf.find(edge.to.value);
        if (from == m_nodeOf.end() || to == m_nodeOf.end())
            return;
        if (edge.evidence == identity::Evidence::Declared)
            m_explained.insert(edge.to.value);
        if (from->second == to->second && edge.from != edge.to)
            return; // between an event and its own copy
        const bool undoes = isCompensation(edge.to);
        connect(from->second, to->second, undoes ? EdgeKind::Compensation : kindOf(edge.evidence),
                undoes ? QCoreApplication::translate("CausationGraph", "compensation") : QString());
    }

    void addAttempts()
    {
        for (const saga::StoryEvent& member : m_story.events) {
            const auto original =
                m_nodeOf.find(member.repeatOf.isValid() ? member.repeatOf.value : base::EventIndex::kNone);
            if (member.repeat != Repeat::Attempt || original == m_nodeOf.end())
                continue;
            const int attempt = m_nodeOf.at(member.event.value);
            m_explained.insert(member.event.value); // a copy carries its original's cause
            connect(original->second, attempt, EdgeKind::Attempt, {});
        }
    }

    bool holdsId(const base::Hash128& eventId) const
    {
        return std::any_of(m_story.events.begin(), m_story.events.end(), [&](const saga::StoryEvent& member) {
            return m_events.row(member.event).eventId == eventId;
        });
    }

    void addGhosts()
    {
        std::unordered_map<base::Hash128, int> ghosts;
        for (const saga::StoryEvent& member : m_story.events) {
            const base::Hash128 cause = m_events.row(member.event).causationId;
            if (cause.isNull() || m_explained.contains(member.event.value) || holdsId(cause))
                continue;
            const auto [ghost, isNew] = ghosts.try_emplace(cause, int(m_graph.nodes.size()));
            if (isNew)
                m_graph.nodes.push_back(ghostOf(member.event, int(ghosts.size())));
            connect(ghost->second, m_nodeOf.at(member.event.value), EdgeKind::MissingCause, {});
        }
    }

    GraphNode ghostOf(base::EventIndex effect, int number) const
    {
        GraphNode node;
        node.id = QStringLiteral("ghost:%1").arg(number);
        node.kind = NodeKind::Ghost;
        node.title = QCoreApplication::translate("CausationGraph", "missing cause");
        node.subtitle = shortId(causationIdOf(effect));
        return node;
    }

    // The row keeps only the hash; the text is worth one record being read.
    std::string causationIdOf(base::EventIndex effect) const
    {
        const auto batch = m_events.record(effect);
        if (!batch || batch->isEmpty())
            return {};
        event::Decoder decoder;
        const event::Decoded decoded = decoder.decode(batch->records().front());
        const auto* event = std::get_if<event::Event>(&decoded);
        return event ? std::string(event->causationId.text) : std::string();
    }

    const saga::Story& m_story;
    const store::EventStore::View& m_events;
    Graph m_graph;
    std::unordered_map<std::uint32_t, int> m_nodeOf;
    std::unordered_map<std::uint32_t, int> m_steps;
    std::unordered_map<std::uint64_t, std::size_t> m_edgeOf;
    std::unordered_set<std::uint32_t> m_explained; ///< events whose declared cause is drawn
};

} // namespace

Graph causationGraph(const saga::Story& story, const store::EventStore::View& events)
{
    return CausationDrawing(story, events).draw();
}

} // namespace sagascope::ui
