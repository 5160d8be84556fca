// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineInput.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "core/catalog/Catalog.h"
#include "ui/common/CodeText.h"
#include "ui/common/SecretMask.h"
#include "ui/sagas/TimelineOrder.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using store::EventFlag;

bool isLast(const QString& lane)
{
    return lane == QStringView(kRetryLane) || lane == QStringView(kDeadLetterLane);
}

QString laneDomain(const QString& lane, std::string_view firstType)
{
    if (isLast(lane))
        return QStringLiteral("retry");
    const qsizetype suffix = lane.indexOf(QLatin1StringView("-service"));
    return suffix > 0 ? lane.left(suffix) : domainOf(firstType);
}

/// Puts one input together. Lanes and labels are looked up by interned ids: a saga may have 100,000 events.
class InputWriter
{
public:
    InputWriter(const saga::Story& story, const session::Snapshot& snapshot) : m_story(story), m_snapshot(snapshot) {}

    TimelineInput write()
    {
        if (m_story.style == saga::SagaStyle::Orchestrated)
            laneNamed(QString::fromUtf16(kCoordinatorLane), {});
        m_input.events.reserve(m_story.events.size());
        for (const saga::StoryEvent& member : m_story.events)
            addEvent(member);
        linkRepeats();
        addEdges();
        addUndoing();
        addGhosts();
        addPhases();
        sortLanes();
        orderByCause(m_input);
        return std::move(m_input);
    }

private:
    [[nodiscard]] const store::EventRow& row(base::EventIndex event) const { return m_snapshot.events.row(event); }
    [[nodiscard]] int positionOf(base::EventIndex event) const
    {
        const auto found = m_positions.find(event);
        return found == m_positions.end() ? -1 : found->second;
    }
    [[nodiscard]] TimelineEvent& at(int position) { return m_input.events[std::size_t(position)]; }

    int laneNamed(const QString& name, std::string_view firstType)
    {
        const auto found = std::find_if(m_input.lanes.begin(), m_input.lanes.end(),
                                        [&](const TimelineLane& lane) { return lane.name == name; });
        if (found != m_input.lanes.end())
            return int(found - m_input.lanes.begin());
        m_input.lanes.push_back({name, laneDomain(name, firstType)});
        return int(m_input.lanes.size()) - 1;
    }

    int laneOf(const store::EventRow& event)
    {
        enum Kind : std::uint64_t { DeadLetters, Retries, Source, Domain };
        const Kind kind = event.has(EventFlag::DeadLetter) ? DeadLetters
                          : event.has(EventFlag::Retry)    ? Retries
                          : event.source.isValid()         ? Source
                                                           : Domain;
        const std::uint64_t id = kind == Source ? event.source.value : kind == Domain ? event.topic.value : 0;
        const auto [known, isNew] = m_lanes.try_emplace(kind << 32U | id, 0);
        if (isNew) {
            const QString name = kind == DeadLetters ? QString::fromUtf16(kDeadLetterLane)
                                 : kind == Retries   ? QString::fromUtf16(kRetryLane)
                                 : kind == Source    ? shownText(m_snapshot.events.text(event.source))
                                                     : domainOf(m_snapshot.events.topicName(event.topic));
            known->second = laneNamed(name, m_snapshot.events.text(event.type));
        }
        return known->second;
    }

    int labelNamed(const QString& text)
    {
        const auto found = std::find(m_input.labels.begin(), m_input.labels.end(), text);
        if (found != m_input.labels.end())
            return int(found - m_input.labels.begin());
        m_input.labels.push_back(text);
        return int(m_input.labels.size()) - 1;
    }

    int labelOf(base::TextId type)
    {
        const auto [known, isNew] = m_labels.try_emplace(type, 0);
        if (isNew)
            known->second = labelNamed(shortType(m_snapshot.events.text(type)));
        return known->second;
    }

    [[nodiscard]] std::optional<base::Severity> worstOf(base::EventIndex event) const
    {
        std::optional<base::Severity> worst;
        if (row(event).has(EventFlag::HasHits))
            for (const store::StoredHit& hit : m_snapshot.events.hitsOf(event))
                worst = worst ? std::max(*worst, base::ruleSeverity(hit.rule)) : base::ruleSeverity(hit.rule);
        return worst;
    }

    void addEvent(const saga::StoryEvent& member)
    {
        const store::EventRow& stored = row(member.event);
        TimelineEvent event;
        event.event = member.event;
        event.time = stored.time();
        event.lane = laneOf(stored);
        event.label = labelOf(stored.type);
        event.evidence = member.evidence;
        event.repeat = member.repeat;
        event.isOurs = stored.has(EventFlag::Ours);
        event.worstFinding = worstOf(member.event);
        if (member.step >= 0) {
            const saga::StoryStep& step = m_story.steps[std::size_t(member.step)];
            event.isCompensation = !step.compensates.empty();
            event.isFailure = step.status == saga::StepStatus::Failed;
        }
        if (event.time != base::kNoTime) {
            m_input.start = m_input.start == base::kNoTime ? event.time : std::min(m_input.start, event.time);
            m_input.end = std::max(m_input.end, event.time);
        }
        m_positions[member.event] = int(m_input.events.size());
        m_input.events.push_back(event);
    }

    void linkRepeats()
    {
        for (std::size_t i = 0; i < m_story.events.size(); ++i)
            m_input.events[i].repeatOf = positionOf(m_story.events[i].repeatOf);
    }

    void addEdges()
    {
        std::vector<int> waitedFor(m_input.events.size(), -1);
        for (const identity::Edge& edge : m_story.edges) {
            const int from = positionOf(edge.from);
            const int to = positionOf(edge.to);
            if (from < 0 || to < 0)
                continue;
            m_input.edges.push_back({from, to, TimelineLink::Cause, edge.evidence, edge.score});
            int& latest = waitedFor[std::size_t(to)];
            const bool isBefore = at(from).time <= at(to).time && at(from).time != base::kNoTime;
            if (isBefore && (latest < 0 || at(from).time > at(latest).time))
                latest = from;
        }
        for (int to = 0; to < int(waitedFor.size()); ++to)
            addWait(waitedFor[std::size_t(to)], to);
    }

    /// A step waits for what caused it; anything else only shows time that passed inside of one service.
    void addWait(int from, int to)
    {
        if (from < 0 || at(to).repeat != identity::Repeat::None)
            return;
        const bool isStep = m_story.events[std::size_t(to)].step >= 0;
        if (isStep || at(from).lane == at(to).lane)
            m_input.edges.push_back({from, to, TimelineLink::Wait, identity::Evidence::Declared, {}});
    }

    [[nodiscard]] const saga::StoryStep* stepNamed(std::string_view name) const
    {
        const auto found = std::find_if(m_story.steps.begin(), m_story.steps.end(),
                                        [&](const saga::StoryStep& step) { return step.name == name; });
        return found == m_story.steps.end() ? nullptr : &*found;
    }

    /// The last time that the step was seen, at `before` in logical order at the latest; -1 when it was not.
    [[nodiscard]] int lastOf(const saga::StoryStep* step, int before) const
    {
        int last = -1;
        for (const base::EventIndex event : step == nullptr ? std::vector<base::EventIndex>{} : step->events)
            if (const int position = positionOf(event); position < before)
                last = std::max(last, position);
        return last;
    }

    /// Pairs every compensation with what it undoes, by the definition.
    void addUndoing()
    {
        std::vector<TimelineEdge> pairs;
        for (int i = 0; i < int(m_input.events.size()); ++i) {
            if (!at(i).isCompensation || at(i).repeat != identity::Repeat::None)
                continue;
            const saga::StoryStep& step = m_story.steps[std::size_t(m_story.events[std::size_t(i)].step)];
            const int undone = lastOf(stepNamed(step.compensates), i);
            if (undone >= 0)
                pairs.push_back({i, undone, TimelineLink::Undoes, identity::Evidence::Declared, {}});
            else
                markLonely(i);
        }
        numberPairs(pairs);
        m_input.edges.insert(m_input.edges.end(), pairs.begin(), pairs.end());
    }

    void markLonely(int compensation)
    {
        for (TimelineEdge& edge : m_input.edges)
            if (edge.to == compensation && edge.link == TimelineLink::Cause)
                edge.link = TimelineLink::Compensates;
    }

    /// What was done last is undone first; numbers make that visible as soon as there is an order to see.
    void numberPairs(const std::vector<TimelineEdge>& pairs)
    {
        if (pairs.size() < 2)
            return;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            at(pairs[i].from).undoNumber = int(i) + 1;
            at(pairs[i].to).undoNumber = int(i) + 1;
            const bool isLate = i > 0 && at(pairs[i].to).time > at(pairs[i - 1].to).time;
            if (isLate && m_story.style == saga::SagaStyle::Orchestrated)
                at(pairs[i].from).isUndoneOutOfOrder = true;
        }
    }

    [[nodiscard]] QString laneOfStep(const saga::StoryStep& step) const
    {
        if (!step.service.empty())
            return toQString(step.service);
        const catalog::DeclaredTopic* topic = m_snapshot.catalog ? m_snapshot.catalog->eventType(step.eventType) : nullptr;
        if (topic != nullptr && !topic->producers.empty())
            return toQString(topic->producers.front().service);
        return domainOf(step.eventType);
    }

    void addGhosts()
    {
        bool isAwaiting = false;
        for (const saga::StoryStep& step : m_story.steps) {
            if (step.status != saga::StepStatus::Missing)
                continue;
            TimelineGhost ghost;
            const QString lane = laneOfStep(step);
            ghost.lane = laneNamed(lane, step.eventType);
            ghost.label = labelNamed(shortType(step.eventType));
            ghost.undoes = lastOf(stepNamed(step.compensates), int(m_input.events.size()));
            setLimits(ghost, step, isAwaiting);
            isAwaiting |= ghost.since != base::kNoTime;
            m_input.ghosts.push_back(ghost);
        }
        if (m_story.state == saga::SagaState::Running && !m_input.ghosts.empty())
            m_input.waitingUntil = m_snapshot.takenAt;
        if (m_input.waitingUntil != base::kNoTime && !isAwaiting)
            m_input.ghosts.front().since = m_input.end;
    }

    void setLimits(TimelineGhost& ghost, const saga::StoryStep& step, bool isAwaiting) const
    {
        const catalog::StepDefinition* definition = m_story.definition ? m_story.definition->step(step.name) : nullptr;
        if (definition == nullptr || isAwaiting)
            return;
        const int before = lastOf(stepNamed(definition->awaits), int(m_input.events.size()));
        if (before < 0)
            return;
        ghost.since = m_input.eventAt(before).time;
        if (definition->timeLimit.count() > 0 && ghost.since != base::kNoTime)
            ghost.due = ghost.since + definition->timeLimit;
    }

    void addPhases()
    {
        if (m_story.style != saga::SagaStyle::Orchestrated)
            return;
        for (const saga::StoryStep& step : m_story.steps)
            for (const base::EventIndex event : step.events)
                if (const int position = positionOf(event); position >= 0 && at(position).repeat == identity::Repeat::None)
                    m_input.phases.push_back({toQString(step.name), base::kNoTime, at(position).time, position, step.status,
                                              !step.compensates.empty(), false});
        std::stable_sort(m_input.phases.begin(), m_input.phases.end(),
                         [](const TimelinePhase& a, const TimelinePhase& b) { return a.to < b.to; });
        base::Timestamp from = m_input.start;
        for (TimelinePhase& phase : m_input.phases)
            phase.from = std::exchange(from, phase.to);
        addCurrentPhase(from);
    }

    void addCurrentPhase(base::Timestamp from)
    {
        if (m_input.waitingUntil <= from)
            return;
        const auto awaited = std::find_if(m_story.steps.begin(), m_story.steps.end(),
                                          [](const saga::StoryStep& step) { return step.status == saga::StepStatus::Missing; });
        if (awaited != m_story.steps.end())
            m_input.phases.push_back({toQString(awaited->name), from, m_input.waitingUntil, -1, awaited->status,
                                      !awaited->compensates.empty(), true});
    }

    void sortLanes()
    {
        std::vector<int> order(m_input.lanes.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_partition(order.begin(), order.end(),
                              [&](int lane) { return !isLast(m_input.lanes[std::size_t(lane)].name); });
        std::vector<int> placeOf(order.size());
        std::vector<TimelineLane> lanes;
        for (std::size_t i = 0; i < order.size(); ++i) {
            placeOf[std::size_t(order[i])] = int(i);
            lanes.push_back(m_input.lanes[std::size_t(order[i])]);
        }
        m_input.lanes = std::move(lanes);
        for (TimelineEvent& event : m_input.events)
            event.lane = placeOf[std::size_t(event.lane)];
        for (TimelineGhost& ghost : m_input.ghosts)
            ghost.lane = placeOf[std::size_t(ghost.lane)];
    }

    const saga::Story& m_story;
    const session::Snapshot& m_snapshot;
    TimelineInput m_input;
    std::unordered_map<base::EventIndex, int> m_positions;
    std::unordered_map<std::uint64_t, int> m_lanes;
    std::unordered_map<base::TextId, int> m_labels;
};

} // namespace

QString shortType(std::string_view type)
{
    constexpr std::string_view kPrefix = "dreamscape.";
    if (type.starts_with(kPrefix))
        type.remove_prefix(kPrefix.size());
    // Three parts and more begin with the domain, which lane and colour already tell.
    if (std::count(type.begin(), type.end(), '.') >= 2)
        type.remove_prefix(type.find('.') + 1);
    return shownText(type);
}

TimelineInput timelineInput(const saga::Story& story, const session::Snapshot& snapshot)
{
    return InputWriter(story, snapshot).write();
}

} // namespace sagascope::ui
