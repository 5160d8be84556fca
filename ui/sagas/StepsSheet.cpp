// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/StepsSheet.h"

#include <algorithm>
#include <unordered_map>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/Compensations.h"
#include "ui/common/CodeText.h"
#include "ui/common/SecretMask.h"
#include "ui/sagas/TimelineInput.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMaxSideEffects = 50;

class StepsWriter
{
public:
    StepsWriter(base::SagaId saga, const saga::Story& story, const session::Snapshot& snapshot,
                const saga::Population* population)
        : m_saga(saga), m_story(story), m_snapshot(snapshot), m_population(population)
    {
    }

    StepsSheet write()
    {
        m_sheet.hasSaga = m_saga.isValid();
        m_sheet.definition = m_story.definition ? toQString(m_story.definition->name) : QString();
        m_sheet.isOrchestrated = m_story.style == saga::SagaStyle::Orchestrated;
        for (const saga::StoryStep& step : m_story.steps)
            m_sheet.rows.push_back(rowOf(step));
        addPairs();
        addSideEffects();
        addWaits();
        markCurrent();
        nameCoordinator();
        if (m_population && m_sheet.hasSaga)
            addPopulation();
        return std::move(m_sheet);
    }

private:
    base::Timestamp timeOf(base::EventIndex event) const { return m_snapshot.events.row(event).time(); }

    // Kafka's clock counts for limits, as it does for states.
    base::Timestamp clockOf(base::EventIndex event) const
    {
        const store::EventRow& row = m_snapshot.events.row(event);
        return row.brokerTime == base::kNoTime ? row.producerTime : row.brokerTime;
    }

    QString typeOf(base::EventIndex event) const
    {
        return shortType(m_snapshot.events.text(m_snapshot.events.row(event).type));
    }

    QString sourceOf(base::EventIndex event) const
    {
        const store::EventRow& row = m_snapshot.events.row(event);
        return row.source.isValid() ? shownText(m_snapshot.events.text(row.source)) : QString();
    }

    void place(StepRow& row) const
    {
        if (row.events.empty() || m_story.startedAt == base::kNoTime)
            return;
        if (const base::Timestamp time = timeOf(row.events.front()); time != base::kNoTime)
            row.sinceStart = time - m_story.startedAt;
    }

    StepRow rowOf(const saga::StoryStep& step) const
    {
        StepRow row;
        row.type = shortType(step.eventType);
        row.name = toQString(step.name);
        row.status = step.status;
        row.events = step.events;
        row.service = step.events.empty() ? toQString(step.service) : sourceOf(step.events.front());
        place(row);
        return row;
    }

    void addPairs()
    {
        const saga::CompensationAudit audit = saga::auditCompensations(m_story);
        for (const saga::Undoing& undoing : audit.undone)
            m_sheet.pairs.push_back({int(undoing.step), int(undoing.compensation), undoing.isInOrder, 0});
        for (const std::size_t step : audit.left)
            m_sheet.rows[step].isLeft = true;
        // The shortest bracket lies innermost; the others keep clear of it.
        auto byLength = [](const StepPair& a, const StepPair& b) { return std::abs(a.by - a.undone) < std::abs(b.by - b.undone); };
        std::stable_sort(m_sheet.pairs.begin(), m_sheet.pairs.end(), byLength);
        std::vector<std::vector<StepPair>> lanes;
        for (StepPair& pair : m_sheet.pairs) {
            std::size_t lane = 0;
            while (lane < lanes.size() && std::any_of(lanes[lane].begin(), lanes[lane].end(), [&](const StepPair& other) {
                       return std::min(pair.undone, pair.by) <= std::max(other.undone, other.by) &&
                              std::min(other.undone, other.by) <= std::max(pair.undone, pair.by);
                   }))
                ++lane;
            if (lane == lanes.size())
                lanes.emplace_back();
            pair.lane = int(lane);
            lanes[lane].push_back(pair);
        }
        m_sheet.laneCount = int(lanes.size());
    }

    void addSideEffects()
    {
        std::unordered_map<std::uint32_t, std::size_t> rowOfType;
        const std::size_t steps = m_sheet.rows.size();
        for (const saga::StoryEvent& event : m_story.events) {
            if (event.step >= 0 || event.repeat == identity::Repeat::Attempt)
                continue;
            const base::TextId type = m_snapshot.events.row(event.event).type;
            const auto [known, isNew] = rowOfType.try_emplace(type.value, m_sheet.rows.size());
            if (isNew) {
                if (m_sheet.rows.size() - steps == kMaxSideEffects) {
                    rowOfType.erase(known);
                    continue;
                }
                StepRow row;
                row.type = typeOf(event.event);
                row.service = sourceOf(event.event);
                row.isSideEffect = true;
                m_sheet.rows.push_back(std::move(row));
            }
            m_sheet.rows[known->second].events.push_back(event.event);
        }
        for (std::size_t i = steps; i < m_sheet.rows.size(); ++i)
            place(m_sheet.rows[i]);
    }

    const saga::StoryStep* stepNamed(const std::string& name) const
    {
        const auto step = std::find_if(m_story.steps.begin(), m_story.steps.end(), [&](const saga::StoryStep& s) { return s.name == name; });
        return step == m_story.steps.end() ? nullptr : &*step;
    }

    void addWaits()
    {
        std::unordered_map<std::uint32_t, std::size_t> placeOf;
        for (std::size_t i = 0; i < m_story.events.size(); ++i)
            placeOf.emplace(m_story.events[i].event.value, i);
        for (std::size_t i = 0; i < m_sheet.rows.size(); ++i) {
            const bool hasLimits = i < m_story.steps.size() && m_story.definition;
            const catalog::StepDefinition* definition = hasLimits ? m_story.definition->step(m_story.steps[i].name) : nullptr;
            const saga::StoryStep* awaited = definition && !definition->awaits.empty() ? stepNamed(definition->awaits) : nullptr;
            if (awaited && !awaited->events.empty())
                waitFor(m_sheet.rows[i], *definition, *awaited);
            else if (!m_sheet.rows[i].events.empty())
                waitForTheEventBefore(m_sheet.rows[i], placeOf);
        }
    }

    void waitFor(StepRow& row, const catalog::StepDefinition& step, const saga::StoryStep& awaited) const
    {
        row.after = toQString(awaited.name);
        row.isAwaited = row.events.empty() && row.status == saga::StepStatus::Missing;
        const base::Timestamp since = clockOf(awaited.events.front());
        const base::Timestamp until = !row.events.empty() ? clockOf(row.events.front()) : row.isAwaited ? m_snapshot.takenAt : base::kNoTime;
        if (since == base::kNoTime || until == base::kNoTime)
            return;
        row.waited = until - since;
        row.limit = step.timeLimit;
        if (row.limit > base::Duration::zero())
            row.limitUsed = std::max(0.0, double(row.waited->count()) / double(row.limit.count()));
    }

    void waitForTheEventBefore(StepRow& row, const std::unordered_map<std::uint32_t, std::size_t>& placeOf) const
    {
        const auto place = placeOf.find(row.events.front().value);
        if (place == placeOf.end() || place->second == 0)
            return;
        const base::EventIndex before = m_story.events[place->second - 1].event;
        const base::Timestamp since = timeOf(before);
        const base::Timestamp until = timeOf(row.events.front());
        if (since == base::kNoTime || until == base::kNoTime)
            return;
        row.after = typeOf(before).section(u'.', -1);
        row.waited = until - since;
    }

    // What is due: a compensation first (of what was done last), else the first step that can be taken now.
    void markCurrent()
    {
        const bool isOpen = m_story.state == saga::SagaState::Running || m_story.state == saga::SagaState::Stalled;
        if (!isOpen || !m_story.definition || !m_story.definition->hasEnd)
            return;
        StepRow* current = nullptr;
        base::Duration latest = base::Duration::min();
        for (std::size_t i = 0; i < m_story.steps.size(); ++i) {
            const saga::StoryStep* undone = stepNamed(m_story.steps[i].compensates);
            if (m_story.steps[i].status != saga::StepStatus::Missing || !undone)
                continue;
            const StepRow& done = m_sheet.rows[std::size_t(undone - m_story.steps.data())];
            if (done.sinceStart.value_or(base::Duration::zero()) >= latest) {
                latest = done.sinceStart.value_or(base::Duration::zero());
                current = &m_sheet.rows[i];
            }
        }
        for (std::size_t i = 0; i < m_story.steps.size() && !current; ++i)
            if (m_story.steps[i].status == saga::StepStatus::Missing)
                current = &m_sheet.rows[i];
        if (current)
            current->isCurrent = true;
    }

    void nameCoordinator()
    {
        if (!m_sheet.isOrchestrated)
            return;
        for (const saga::StoryEvent& event : m_story.events)
            if (event.step >= 0 && m_sheet.coordinator.isEmpty())
                m_sheet.coordinator = sourceOf(event.event);
    }

    void addPopulation()
    {
        const saga::DefinitionPopulation* others = m_population->populationOf(m_saga);
        if (!others)
            return;
        m_sheet.duration = m_population->durationStanding(m_saga);
        if (m_sheet.duration && m_sheet.duration->others < saga::kEnoughSamples)
            m_sheet.duration.reset();
        std::unordered_map<std::uint32_t, StepRow*> rowOf;
        for (StepRow& row : m_sheet.rows)
            for (const base::EventIndex event : row.events)
                rowOf.emplace(event.value, &row);
        for (const saga::WaitStanding& wait : m_population->waitStandings(m_saga)) {
            const auto row = rowOf.find(wait.toEvent.value);
            if (row == rowOf.end() || wait.standing.others < saga::kEnoughSamples || row->second->others)
                continue;
            row->second->others = StepRow::Others{shortType(others->steps[wait.from].eventType), wait.standing, wait.median, wait.p95};
        }
        for (const saga::NextStep& next : m_population->nextSteps(m_saga))
            m_sheet.expected.push_back({shortType(others->steps[next.step].eventType), next});
    }

    base::SagaId m_saga;
    const saga::Story& m_story;
    const session::Snapshot& m_snapshot;
    const saga::Population* m_population;
    StepsSheet m_sheet;
};

} // namespace

int StepsSheet::currentRow() const
{
    const auto row = std::find_if(rows.begin(), rows.end(), [](const StepRow& r) { return r.isCurrent; });
    return row == rows.end() ? -1 : int(row - rows.begin());
}

bool StepsSheet::isCompensatedInOrder() const
{
    return std::all_of(pairs.begin(), pairs.end(), [](const StepPair& pair) { return pair.isInOrder; });
}

int StepsSheet::rowOf(base::EventIndex event) const
{
    for (std::size_t i = 0; i < rows.size() && event.isValid(); ++i)
        if (std::find(rows[i].events.begin(), rows[i].events.end(), event) != rows[i].events.end())
            return int(i);
    return -1;
}

StepsSheet stepsSheet(base::SagaId saga, const saga::Story& story, const session::Snapshot& snapshot,
                      const saga::Population* population)
{
    return StepsWriter(saga, story, snapshot, population).write();
}

} // namespace sagascope::ui
