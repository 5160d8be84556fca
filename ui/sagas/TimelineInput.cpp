// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineInput.h"

#include <algorithm>
#include <unordered_map>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QString laneOf(const store::EventRow& row, const store::EventStore::View& events)
{
    if (row.has(store::EventFlag::DeadLetter))
        return QString::fromUtf16(kDeadLetterLane);
    if (row.has(store::EventFlag::Retry))
        return QString::fromUtf16(kRetryLane);
    if (row.source.isValid())
        return toQString(events.text(row.source));
    return domainOf(events.topicName(row.topic));
}

bool isLast(const QString& lane)
{
    return lane == QStringView(kRetryLane) || lane == QStringView(kDeadLetterLane);
}

QString laneDomain(const QString& lane, const QString& firstType)
{
    if (isLast(lane))
        return QStringLiteral("retry");
    const qsizetype suffix = lane.indexOf(QLatin1StringView("-service"));
    return suffix > 0 ? lane.left(suffix) : domainOf(firstType.toStdString());
}

void addLane(TimelineInput& input, const QString& name, const QString& firstType)
{
    const auto isSame = [&](const TimelineLane& lane) { return lane.name == name; };
    if (std::none_of(input.lanes.begin(), input.lanes.end(), isSame))
        input.lanes.push_back({name, laneDomain(name, firstType)});
}

std::optional<base::Severity> worstOf(const session::Snapshot& snapshot, base::EventIndex event)
{
    std::optional<base::Severity> worst;
    for (const store::StoredHit& hit : snapshot.events.hitsOf(event))
        worst = worst ? std::max(*worst, base::ruleSeverity(hit.rule)) : base::ruleSeverity(hit.rule);
    return worst;
}

TimelineEvent timelineEvent(const saga::StoryEvent& member, const saga::Story& story, const session::Snapshot& snapshot)
{
    const store::EventRow& row = snapshot.events.row(member.event);
    TimelineEvent event;
    event.event = member.event;
    event.time = row.time();
    event.lane = laneOf(row, snapshot.events);
    event.label = shortType(snapshot.events.text(row.type));
    event.evidence = member.evidence;
    event.repeat = member.repeat;
    event.isOurs = row.has(store::EventFlag::Ours);
    event.worstFinding = worstOf(snapshot, member.event);
    if (member.step >= 0) {
        const saga::StoryStep& step = story.steps[std::size_t(member.step)];
        event.isCompensation = !step.compensates.empty();
        event.isFailure = step.status == saga::StepStatus::Failed;
    }
    return event;
}

void addEdges(TimelineInput& input, const saga::Story& story, const std::unordered_map<base::EventIndex, int>& positions)
{
    for (const identity::Edge& edge : story.edges) {
        const auto from = positions.find(edge.from);
        const auto to = positions.find(edge.to);
        if (from == positions.end() || to == positions.end())
            continue;
        TimelineEvent& effect = input.events[std::size_t(to->second)];
        input.edges.push_back({from->second, to->second, edge.evidence, effect.isCompensation});
        effect.isSkewed |= edge.evidence == identity::Evidence::Declared &&
                           effect.time < input.events[std::size_t(from->second)].time;
    }
}

void addGhosts(TimelineInput& input, const saga::Story& story)
{
    for (const saga::StoryStep& step : story.steps) {
        if (step.status != saga::StepStatus::Missing)
            continue;
        const QString lane = step.service.empty() ? domainOf(step.eventType) : toQString(step.service);
        input.ghosts.push_back({lane, shortType(step.eventType)});
        addLane(input, lane, toQString(step.eventType));
    }
}

} // namespace

QString shortType(std::string_view type)
{
    constexpr std::string_view kPrefix = "dreamscape.";
    if (type.starts_with(kPrefix))
        type.remove_prefix(kPrefix.size());
    // Three parts and more begin with the domain, which lane and colour already tell.
    if (std::count(type.begin(), type.end(), '.') >= 2)
        type.remove_prefix(type.find('.') + 1);
    return toQString(type);
}

TimelineInput timelineInput(const saga::Story& story, const session::Snapshot& snapshot)
{
    TimelineInput input;
    std::unordered_map<base::EventIndex, int> positions;
    for (const saga::StoryEvent& member : story.events) {
        positions[member.event] = int(input.events.size());
        input.events.push_back(timelineEvent(member, story, snapshot));
    }
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const auto original = positions.find(story.events[i].repeatOf);
        input.events[i].repeatOf = original == positions.end() ? -1 : original->second;
    }
    for (const TimelineEvent& event : input.events) {
        addLane(input, event.lane, toQString(snapshot.events.text(snapshot.events.row(event.event).type)));
        if (event.time == base::kNoTime)
            continue;
        input.start = input.start == base::kNoTime ? event.time : std::min(input.start, event.time);
        input.end = std::max(input.end, event.time);
    }
    addEdges(input, story, positions);
    addGhosts(input, story);
    std::stable_partition(input.lanes.begin(), input.lanes.end(), [](const TimelineLane& l) { return !isLast(l.name); });
    if (story.state == saga::SagaState::Running && !input.ghosts.empty())
        input.waitingUntil = snapshot.takenAt;
    return input;
}

} // namespace sagascope::ui
