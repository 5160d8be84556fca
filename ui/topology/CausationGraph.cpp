// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/CausationGraph.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/causation/CriticalPath.h"
#include "core/event/Decoder.h"
#include "ui/common/CodeText.h"
#include "ui/events/EventTexts.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using identity::Repeat;

QString say(const char* text)
{
    return QCoreApplication::translate("CausationGraph", text);
}

/// What became a node before anything was folded: small, since there may be a hundred thousand.
struct Spot
{
    std::size_t member = 0; ///< into Story::events; for a ghost, the effect that names it
    NodeKind kind = NodeKind::Event;
    base::TextId type = {};
    base::Timestamp time = base::kNoTime;
    int copies = 0;
    bool isInCycle = false;
    bool isCritical = false;
};

struct Strand
{
    EdgeKind kind = EdgeKind::Declared;
    std::string_view rule = {};
    std::optional<double> score = {};
    bool isCritical = false;
    bool isInCycle = false;
};

class CausationDrawing
{
public:
    CausationDrawing(const saga::Story& story, const store::EventStore::View& events) : m_story(story), m_events(events)
    {
    }

    CausationGraph draw(std::size_t most)
    {
        addSpots();
        for (const identity::Edge& edge : m_story.edges)
            addEdge(edge);
        addLoops();
        addAttempts();
        addGhosts();
        const auto components = base::components(m_spots.size(), m_edges);
        markCycles(components);
        markCriticalPath(components);
        const causation::Fold fold = foldDown(components, most);
        addNodes(fold);
        addEdges(fold);
        indexEvents(fold);
        m_result.summary.events = m_story.events.size();
        m_result.summary.fold = fold.level;
        return std::move(m_result);
    }

private:
    static bool isStacked(const saga::StoryEvent& member)
    {
        return member.repeatOf.isValid() && member.repeat != Repeat::None && member.repeat != Repeat::Attempt;
    }

    void addSpots()
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

    // Copies share a spot, so their edges coincide: the strongest one stays.
    void connect(std::size_t from, std::size_t to, const Strand& strand)
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

    void addEdge(const identity::Edge& edge)
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
    void addLoops()
    {
        for (std::size_t i = 0; i < m_spots.size(); ++i) {
            const store::EventRow& row = m_events.row(m_story.events[m_spots[i].member].event);
            if (!row.causationId.isNull() && row.causationId == row.eventId)
                connect(i, i, {.kind = EdgeKind::Declared});
        }
    }

    void addAttempts()
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

    void addGhosts()
    {
        std::unordered_map<base::Hash128, std::size_t> ghosts;
        for (std::size_t i = 0; i < m_story.events.size(); ++i) {
            const base::EventIndex event = m_story.events[i].event;
            const auto effect = m_spotOf.find(event.value);
            const base::Hash128 cause = m_events.row(event).causationId;
            if (cause.isNull() || m_explained.contains(event.value) || m_ids.contains(cause) || effect == m_spotOf.end())
                continue;
            const auto [ghost, isNew] = ghosts.try_emplace(cause, m_spots.size());
            if (isNew)
                m_spots.push_back({.member = i, .kind = NodeKind::Ghost});
            connect(ghost->second, effect->second, {.kind = EdgeKind::MissingCause});
        }
        m_result.summary.missing = ghosts.size();
    }

    void markCycles(const std::vector<std::size_t>& components)
    {
        std::vector<std::size_t> sizes(m_spots.size(), 0);
        for (const std::size_t component : components)
            ++sizes[component];
        std::unordered_set<std::size_t> cycles;
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const auto& [from, to] = m_edges[i];
            if (components[from] != components[to])
                continue;
            m_strands[i].isInCycle = m_spots[from].isInCycle = m_spots[to].isInCycle = true;
            cycles.insert(components[from]);
        }
        m_result.summary.cycles = cycles.size();
    }

    void markCriticalPath(const std::vector<std::size_t>& components)
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
        const causation::CriticalPath path = causation::criticalPath(net, components);
        for (const std::size_t node : path.nodes)
            m_spots[node].isCritical = true;
        for (const std::size_t edge : path.edges)
            m_strands[edgeOf[edge]].isCritical = true;
        m_result.summary.critical = path.total;
        m_result.summary.criticalSteps = path.edges.size();
    }

    causation::Fold foldDown(const std::vector<std::size_t>& components, std::size_t most) const
    {
        causation::FoldInput input;
        for (const Spot& spot : m_spots) {
            // What is no event has no type: one kind of ghost, and attempts apart from their originals.
            input.kinds.push_back(spot.kind == NodeKind::Ghost     ? 0
                                  : spot.kind == NodeKind::Attempt ? 2 * spot.type.value + 1
                                                                   : 2 * spot.type.value + 2);
            input.isKept.push_back(spot.isCritical);
        }
        input.edges = m_edges;
        return causation::fold(input, components, most);
    }

    void addNodes(const causation::Fold& fold)
    {
        std::vector<std::vector<std::size_t>> groups(fold.groupCount);
        for (std::size_t i = 0; i < m_spots.size(); ++i)
            groups[fold.groupOf[i]].push_back(i);
        for (const auto& group : groups)
            m_result.graph.nodes.push_back(nodeOf(group));
        addFindings(fold);
    }

    GraphNode nodeOf(const std::vector<std::size_t>& group) const
    {
        const Spot& first = m_spots[group.front()];
        GraphNode node = first.kind == NodeKind::Ghost ? ghostOf(first) : eventOf(first);
        node.folded = int(group.size());
        QStringList notes;
        int copies = 0;
        for (const std::size_t i : group) {
            copies += m_spots[i].copies;
            node.isCritical = node.isCritical || m_spots[i].isCritical;
            node.isInCycle = node.isInCycle || m_spots[i].isInCycle;
        }
        node.copies = copies;
        if (group.size() > 1) {
            if (first.kind != NodeKind::Ghost)
                node.subtitle = spanOf(group);
            notes << QCoreApplication::translate("CausationGraph", "%n event(s) folded into one", nullptr, int(group.size()));
        }
        if (copies > 0)
            notes << QCoreApplication::translate("CausationGraph", "%n repeat(s) stacked on it", nullptr, copies);
        if (node.isCritical)
            notes << say(QT_TRANSLATE_NOOP("CausationGraph", "on the critical path"));
        if (node.isInCycle)
            notes << say(QT_TRANSLATE_NOOP("CausationGraph", "part of a cycle: it is among its own causes"));
        node.detail = notes.join(u'\n');
        return node;
    }

    GraphNode eventOf(const Spot& spot) const
    {
        const base::EventIndex event = m_story.events[spot.member].event;
        const store::EventRow& row = m_events.row(event);
        GraphNode node;
        node.id = QStringLiteral("event:%1").arg(event.value);
        node.kind = spot.kind;
        node.title = toQString(m_events.text(row.type));
        const QString source = row.source.isValid() ? toQString(m_events.text(row.source)) : QString();
        const QString after = sinceStart(spot.time);
        node.subtitle = source.isEmpty() || after.isEmpty() ? source + after : QStringLiteral("%1 · %2").arg(source, after);
        node.domain = domainOf(m_events.topicName(row.topic));
        node.event = event;
        return node;
    }

    QString sinceStart(base::Timestamp time) const
    {
        if (time == base::kNoTime || m_story.startedAt == base::kNoTime)
            return {};
        return durationText(time - m_story.startedAt);
    }

    // When the first and the last of many happened.
    QString spanOf(const std::vector<std::size_t>& group) const
    {
        base::Timestamp first = base::kNoTime;
        base::Timestamp last = base::kNoTime;
        for (const std::size_t i : group) {
            const base::Timestamp time = m_spots[i].time;
            if (time == base::kNoTime)
                continue;
            first = first == base::kNoTime ? time : std::min(first, time);
            last = std::max(last, time);
        }
        return QStringLiteral("%1 – %2").arg(sinceStart(first), sinceStart(last));
    }

    GraphNode ghostOf(const Spot& spot) const
    {
        const QString cause = toQString(causationIdOf(m_story.events[spot.member].event));
        GraphNode node;
        node.id = QStringLiteral("ghost:") + cause;
        node.kind = NodeKind::Ghost;
        node.title = say(QT_TRANSLATE_NOOP("CausationGraph", "missing cause"));
        node.subtitle = shortId(cause);
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

    void addFindings(const causation::Fold& fold)
    {
        const auto raise = [&](base::EventIndex event, base::Rule rule) {
            const auto spot = m_spotOf.find(event.value);
            if (spot == m_spotOf.end())
                return;
            GraphNode& node = m_result.graph.nodes[fold.groupOf[spot->second]];
            node.severity = std::max(node.severity.value_or(base::Severity::Info), base::ruleSeverity(rule));
        };
        for (const saga::StoryEvent& member : m_story.events)
            if (m_events.row(member.event).has(store::EventFlag::HasHits))
                for (const store::StoredHit& hit : m_events.hitsOf(member.event))
                    raise(member.event, hit.rule);
        for (const saga::StoryFinding& finding : m_story.findings)
            for (const base::EventIndex event : finding.events)
                raise(event, finding.rule);
    }

    /// What several strands between the same two nodes come to.
    struct Bundle
    {
        Strand strand;
        std::size_t count = 0;
        base::Duration longest{};
        base::Duration critical{};
    };

    void addEdges(const causation::Fold& fold)
    {
        std::vector<Bundle> bundles;
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const auto from = fold.groupOf[m_edges[i].first];
            const auto to = fold.groupOf[m_edges[i].second];
            const auto key = (std::uint64_t(from) << 32U) | std::uint64_t(to);
            const auto [known, isNew] = m_bundleOf.try_emplace(key, bundles.size());
            if (isNew) {
                bundles.push_back({m_strands[i], 0, {}, {}});
                m_result.graph.edges.push_back({int(from), int(to), {}, {}, {}, {}, 0, 0});
            }
            gather(bundles[known->second], i);
        }
        for (std::size_t i = 0; i < bundles.size(); ++i)
            finish(m_result.graph.edges[i], bundles[i]);
    }

    void gather(Bundle& bundle, std::size_t edge) const
    {
        const Strand& strand = m_strands[edge];
        const base::Duration took =
            causation::stepDuration(m_spots[m_edges[edge].first].time, m_spots[m_edges[edge].second].time);
        ++bundle.count;
        bundle.longest = std::max(bundle.longest, took);
        bundle.strand.isInCycle = bundle.strand.isInCycle || strand.isInCycle;
        if (strand.isCritical) {
            bundle.strand.isCritical = true;
            bundle.critical += strand.isInCycle ? base::Duration::zero() : took;
        }
    }

    static void finish(GraphEdge& edge, const Bundle& bundle)
    {
        const Strand& strand = bundle.strand;
        edge.kind = strand.kind;
        edge.isCritical = strand.isCritical;
        edge.isInCycle = strand.isInCycle;
        QStringList label;
        if (strand.isInCycle)
            label << say(QT_TRANSLATE_NOOP("CausationGraph", "cycle"));
        else if (strand.kind == EdgeKind::Compensation)
            label << say(QT_TRANSLATE_NOOP("CausationGraph", "compensation"));
        if (strand.isCritical && !strand.isInCycle)
            label << durationText(bundle.critical);
        edge.label = label.join(QStringLiteral(" · "));
        QStringList notes{reasonOf(strand)};
        if (strand.kind != EdgeKind::MissingCause)
            notes << say(QT_TRANSLATE_NOOP("CausationGraph", "took %1")).arg(durationText(bundle.longest));
        if (bundle.count > 1)
            notes << QCoreApplication::translate("CausationGraph", "%n edge(s) folded into one, the longest counts", nullptr,
                                                 int(bundle.count));
        if (strand.isCritical)
            notes << say(QT_TRANSLATE_NOOP("CausationGraph", "on the critical path"));
        edge.detail = notes.join(u'\n');
    }

    static QString reasonOf(const Strand& strand)
    {
        switch (strand.kind) {
        case EdgeKind::Attempt:
            return say(QT_TRANSLATE_NOOP("CausationGraph", "another attempt to handle the same event"));
        case EdgeKind::MissingCause:
            return say(QT_TRANSLATE_NOOP("CausationGraph", "causationId names an event that nobody saw"));
        default:
            break;
        }
        if (strand.score)
            return say(QT_TRANSLATE_NOOP("CausationGraph", "inferred, score %1")).arg(*strand.score, 0, 'f', 2);
        if (!strand.rule.empty())
            return say(QT_TRANSLATE_NOOP("CausationGraph", "by the rule %1 on a shared identifier")).arg(toQString(strand.rule));
        return say(QT_TRANSLATE_NOOP("CausationGraph", "declared by causationId"));
    }

    void indexEvents(const causation::Fold& fold)
    {
        auto& index = m_result.graph.nodeOf;
        index.reserve(m_spotOf.size());
        for (const auto& [event, spot] : m_spotOf)
            index.emplace_back(base::EventIndex(event), int(fold.groupOf[spot]));
        std::sort(index.begin(), index.end());
    }

    const saga::Story& m_story;
    const store::EventStore::View& m_events;
    std::vector<Spot> m_spots;
    base::IndexEdges m_edges;      ///< between spots
    std::vector<Strand> m_strands; ///< per edge
    CausationGraph m_result;
    std::unordered_map<std::uint32_t, std::size_t> m_spotOf;
    std::unordered_map<std::uint32_t, int> m_steps;
    std::unordered_map<std::uint64_t, std::size_t> m_edgeOf;
    std::unordered_map<std::uint64_t, std::size_t> m_bundleOf;
    std::unordered_set<std::uint32_t> m_explained; ///< events whose declared cause is drawn
    std::unordered_set<base::Hash128> m_ids;       ///< event ids that the saga holds
};

} // namespace

CausationGraph causationGraph(const saga::Story& story, const store::EventStore::View& events, std::size_t most)
{
    return CausationDrawing(story, events).draw(most);
}

} // namespace sagascope::ui
