// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/CausationGraph.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

#include "core/causation/CriticalPath.h"
#include "core/store/EventReader.h"
#include "ui/common/CodeText.h"
#include "ui/common/SecretMask.h"
#include "ui/events/EventTexts.h"
#include "ui/theme/Theme.h"
#include "ui/topology/CausationWeb.h"

namespace sagascope::ui {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("CausationGraph", text);
}

class CausationDrawing
{
public:
    CausationDrawing(const saga::Story& story, const store::EventStore::View& events)
        : m_story(story), m_events(events), m_web(story, events)
    {
        m_result.summary = m_web.summary();
    }

    CausationGraph draw(std::size_t most)
    {
        const causation::Fold fold = foldDown(most);
        addNodes(fold);
        addEdges(fold);
        indexEvents(fold);
        m_result.summary.fold = fold.level;
        return std::move(m_result);
    }

private:
    causation::Fold foldDown(std::size_t most) const
    {
        causation::FoldInput input;
        for (const Spot& spot : m_web.spots()) {
            // What is no event has no type: one kind of ghost, and attempts apart from their originals.
            input.kinds.push_back(spot.kind == NodeKind::Ghost     ? 0
                                  : spot.kind == NodeKind::Attempt ? 2 * spot.type.value + 1
                                                                   : 2 * spot.type.value + 2);
            input.isKept.push_back(spot.isCritical);
        }
        input.edges = m_web.edges();
        return causation::fold(input, m_web.components(), most);
    }

    void addNodes(const causation::Fold& fold)
    {
        std::vector<std::vector<std::size_t>> groups(fold.groupCount);
        for (std::size_t i = 0; i < m_web.spots().size(); ++i)
            groups[fold.groupOf[i]].push_back(i);
        for (const auto& group : groups)
            m_result.graph.nodes.push_back(nodeOf(group));
        addFindings(fold);
    }

    GraphNode nodeOf(const std::vector<std::size_t>& group) const
    {
        const Spot& first = m_web.spots()[group.front()];
        GraphNode node = first.kind == NodeKind::Ghost ? ghostOf(first) : eventOf(first);
        node.folded = int(group.size());
        QStringList notes;
        int copies = 0;
        for (const std::size_t i : group) {
            copies += m_web.spots()[i].copies;
            node.isCritical = node.isCritical || m_web.spots()[i].isCritical;
            node.isInCycle = node.isInCycle || m_web.spots()[i].isInCycle;
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
        node.title = shownText(m_events.text(row.type));
        const QString source = row.source.isValid() ? shownText(m_events.text(row.source)) : QString();
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
            const base::Timestamp time = m_web.spots()[i].time;
            if (time == base::kNoTime)
                continue;
            first = first == base::kNoTime ? time : std::min(first, time);
            last = std::max(last, time);
        }
        return QStringLiteral("%1 – %2").arg(sinceStart(first), sinceStart(last));
    }

    GraphNode ghostOf(const Spot& spot) const
    {
        const QString cause = shownText(causationIdOf(m_story.events[spot.member].event));
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
        store::EventReader reader(m_events);
        const event::Event* event = reader.read(effect);
        return event ? std::string(event->causationId.text) : std::string();
    }

    void addFindings(const causation::Fold& fold)
    {
        const auto raise = [&](base::EventIndex event, base::Rule rule) {
            const auto spot = m_web.spotOf().find(event.value);
            if (spot == m_web.spotOf().end())
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
        for (std::size_t i = 0; i < m_web.edges().size(); ++i) {
            const auto from = fold.groupOf[m_web.edges()[i].first];
            const auto to = fold.groupOf[m_web.edges()[i].second];
            const auto key = (std::uint64_t(from) << 32U) | std::uint64_t(to);
            const auto [known, isNew] = m_bundleOf.try_emplace(key, bundles.size());
            if (isNew) {
                bundles.push_back({m_web.strands()[i], 0, {}, {}});
                m_result.graph.edges.push_back({int(from), int(to), {}, {}, {}, {}, 0, 0});
            }
            gather(bundles[known->second], i);
        }
        for (std::size_t i = 0; i < bundles.size(); ++i)
            finish(m_result.graph.edges[i], bundles[i]);
    }

    void gather(Bundle& bundle, std::size_t edge) const
    {
        const Strand& strand = m_web.strands()[edge];
        const base::Duration took =
            causation::stepDuration(m_web.spots()[m_web.edges()[edge].first].time, m_web.spots()[m_web.edges()[edge].second].time);
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
        index.reserve(m_web.spotOf().size());
        for (const auto& [event, spot] : m_web.spotOf())
            index.emplace_back(base::EventIndex(event), int(fold.groupOf[spot]));
        std::sort(index.begin(), index.end());
    }

    const saga::Story& m_story;
    const store::EventStore::View& m_events;
    const CausationWeb m_web;
    CausationGraph m_result;
    std::unordered_map<std::uint64_t, std::size_t> m_bundleOf;
};

} // namespace

CausationGraph causationGraph(const saga::Story& story, const store::EventStore::View& events, std::size_t most)
{
    return CausationDrawing(story, events).draw(most);
}

} // namespace sagascope::ui
