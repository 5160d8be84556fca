// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Progress.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {
namespace {

using catalog::SagaDefinition;
using catalog::StepDefinition;
using catalog::StepRole;

bool carriesKind(const MemberList& members, std::string_view kind)
{
    return std::any_of(members.begin(), members.end(), [&](const Member& member) {
        return std::any_of(member.links.begin(), member.links.end(),
                           [&](identity::Link link) { return identity::kindName(link.kind()) == kind; });
    });
}

bool carriesAny(const MemberList& members, const std::vector<std::string>& kinds)
{
    return kinds.empty()
        || std::any_of(kinds.begin(), kinds.end(), [&](const std::string& kind) { return carriesKind(members, kind); });
}

template <typename Predicate> bool anyStep(const SagaDefinition& definition, Predicate&& holds)
{
    return std::any_of(definition.steps.begin(), definition.steps.end(), std::forward<Predicate>(holds));
}

} // namespace

const SagaDefinition* chooseDefinition(const MemberList& members, const std::deque<SagaDefinition>& definitions)
{
    const SagaDefinition* best = nullptr;
    std::tuple<std::ptrdiff_t, bool, bool> bestRank{0, false, false};
    for (const SagaDefinition& definition : definitions) {
        const bool needsKind = !definition.requiresKind.empty();
        if (needsKind && !carriesKind(members, definition.requiresKind))
            continue;
        const auto steps = std::count_if(members.begin(), members.end(), [&](const Member& member) {
            return definition.stepOf(member.type, member.metadataStep) != nullptr;
        });
        const std::tuple<std::ptrdiff_t, bool, bool> rank{steps, carriesAny(members, definition.requiresAnyKind), needsKind};
        if (steps > 0 && rank > bestRank) {
            best = &definition;
            bestRank = rank;
        }
    }
    return best;
}

Progress::Progress(const MemberList& members, const SagaDefinition& definition, base::Timestamp now)
    : m_members(members), m_definition(definition), m_now(now)
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].step && !members[i].isCopy())
            m_seen[members[i].step->name].push_back(i);
    }
    m_isFailed = findFailure();
}

const std::vector<std::size_t>& Progress::seen(std::string_view step) const
{
    static const std::vector<std::size_t> kNobody;
    const auto found = m_seen.find(step);
    return found == m_seen.end() ? kNobody : found->second;
}

bool Progress::isUndone(std::string_view step) const
{
    return anyStep(m_definition, [&](const StepDefinition& other) { return other.compensates == step && isSeen(other.name); });
}

bool Progress::findFailure() const
{
    return anyStep(m_definition, [&](const StepDefinition& step) {
               return step.role == StepRole::Failure && isSeen(step.name) && !isSuperseded(step);
           })
        || std::any_of(m_definition.failing.begin(), m_definition.failing.end(),
                       [&](const std::string& step) { return isSeen(step); });
}

/// A failure is healed when a later success of what failed was seen (a declined card that was accepted after all).
bool Progress::isSuperseded(const StepDefinition& failure) const
{
    const std::size_t last = seen(failure.name).back();
    return std::any_of(failure.supersededBy.begin(), failure.supersededBy.end(), [&](const std::string& healer) {
        return isSeen(healer) && seen(healer).back() > last;
    });
}

SagaState Progress::state(bool isDeadLettered) const
{
    if (isBroken())
        return SagaState::Inconsistent;
    if (isDeadLettered)
        return SagaState::DeadLettered;
    if (isCompensated())
        return SagaState::Compensated;
    if (isRefunded())
        return SagaState::Refunded;
    if (m_isFailed) {
        const auto deadlines = compensationDeadlines();
        const bool isOver = std::all_of(deadlines.begin(), deadlines.end(), [&](auto limit) { return limit < m_now; });
        return isOver ? SagaState::Failed : SagaState::Running;
    }
    if (!m_definition.hasEnd)
        return SagaState::Running;
    if (isCompleted())
        return SagaState::Completed;
    const auto deadlines = stepDeadlines();
    const bool isLate = std::any_of(deadlines.begin(), deadlines.end(), [&](auto limit) { return limit < m_now; });
    return isLate ? SagaState::Stalled : SagaState::Running;
}

bool Progress::isBroken() const
{
    const auto isSeenStep = [&](const std::string& step) { return isSeen(step); };
    return std::any_of(m_definition.invariants.begin(), m_definition.invariants.end(),
                       [&](const catalog::Invariant& invariant) {
                           return std::all_of(invariant.present.begin(), invariant.present.end(), isSeenStep)
                               && std::none_of(invariant.absent.begin(), invariant.absent.end(), isSeenStep);
                       });
}

bool Progress::isCompensated() const
{
    const bool isAnyUndone = anyStep(m_definition, [&](const StepDefinition& step) { return isUndone(step.name); });
    return m_isFailed && isAnyUndone && leftUncompensated().empty();
}

std::vector<const StepDefinition*> Progress::leftUncompensated() const
{
    std::vector<const StepDefinition*> left;
    for (const StepDefinition& step : m_definition.steps) {
        const bool canBeUndone =
            anyStep(m_definition, [&](const StepDefinition& other) { return other.compensates == step.name; });
        if (canBeUndone && isSeen(step.name) && !isUndone(step.name))
            left.push_back(&step);
    }
    return left;
}

/// Paid, nothing failed, and some refund of it states at least what was paid.
bool Progress::isRefunded() const
{
    if (m_isFailed)
        return false;
    return anyStep(m_definition, [&](const StepDefinition& step) {
        if (step.role != StepRole::Compensation || step.amount.empty() || !isSeen(step.name) || !isSeen(step.compensates))
            return false;
        const double paid = largestAmount(step.compensates);
        const double refunded = largestAmount(step.name);
        return std::isfinite(paid) && std::isfinite(refunded) && refunded >= paid;
    });
}

bool Progress::isCompleted() const
{
    return !m_definition.success.empty()
        && std::all_of(m_definition.success.begin(), m_definition.success.end(),
                       [&](const std::string& step) { return isSeen(step); });
}

double Progress::largestAmount(std::string_view step) const
{
    double largest = std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t i : seen(step))
        largest = std::fmax(largest, m_members[i].facts->amount);
    return largest;
}

base::Timestamp Progress::firstSeenAt(std::string_view step) const
{
    base::Timestamp first = base::kNoTime;
    for (const std::size_t i : seen(step)) {
        const base::Timestamp at = m_members[i].clock();
        if (at != base::kNoTime && (first == base::kNoTime || at < first))
            first = at;
    }
    return first;
}

base::Timestamp Progress::lastSeenAt(std::string_view step) const
{
    base::Timestamp last = base::kNoTime;
    for (const std::size_t i : seen(step))
        last = std::max(last, m_members[i].clock());
    return last;
}

/// Limits of steps that are awaited now.
std::vector<base::Timestamp> Progress::stepDeadlines() const
{
    std::vector<base::Timestamp> deadlines;
    for (const StepDefinition& step : m_definition.steps) {
        const bool isAwaited = step.role == StepRole::Step && step.isRequired && step.timeLimit.count() > 0
            && !isSeen(step.name) && isSeen(step.awaits);
        if (const base::Timestamp since = firstSeenAt(step.awaits); isAwaited && since != base::kNoTime)
            deadlines.push_back(since + step.timeLimit);
    }
    return deadlines;
}

/// Limits of compensations that the failure makes due. Empty when none is due, or none has a limit.
std::vector<base::Timestamp> Progress::compensationDeadlines() const
{
    std::vector<base::Timestamp> deadlines;
    for (const StepDefinition& step : m_definition.steps) {
        const bool isDue = step.role == StepRole::Compensation && step.timeLimit.count() > 0 && !isSeen(step.name)
            && isSeen(step.awaits);
        if (const base::Timestamp since = lastSeenAt(step.awaits); isDue && since != base::kNoTime)
            deadlines.push_back(since + step.timeLimit);
    }
    return deadlines;
}

base::Timestamp Progress::nextDeadline() const
{
    auto deadlines = m_isFailed ? compensationDeadlines() : stepDeadlines();
    std::erase_if(deadlines, [&](base::Timestamp limit) { return limit < m_now; });
    return deadlines.empty() ? base::kNoTime : *std::min_element(deadlines.begin(), deadlines.end());
}

std::vector<StoryStep> Progress::steps() const
{
    std::vector<StoryStep> steps;
    for (const StepDefinition& definition : m_definition.steps) {
        StoryStep step;
        step.name = definition.name;
        step.eventType = definition.eventType;
        step.service = definition.service;
        step.compensates = definition.compensates;
        step.status = statusOf(definition);
        for (const std::size_t i : seen(definition.name))
            step.events.push_back(m_members[i].event);
        steps.push_back(std::move(step));
    }
    return steps;
}

StepStatus Progress::statusOf(const StepDefinition& step) const
{
    if (step.role == StepRole::Failure)
        return isSeen(step.name) ? StepStatus::Failed : StepStatus::NotNeeded;
    if (step.role == StepRole::Compensation) {
        const bool isDue = m_isFailed && isSeen(step.compensates);
        return isSeen(step.name) ? StepStatus::Done : isDue ? StepStatus::Missing : StepStatus::NotNeeded;
    }
    if (isUndone(step.name))
        return StepStatus::Compensated;
    if (isSeen(step.name))
        return StepStatus::Done;
    return step.isRequired && !m_isFailed ? StepStatus::Missing : StepStatus::NotNeeded;
}

} // namespace sagascope::saga
