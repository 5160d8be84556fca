// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Progress.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <limits>
#include <tuple>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {
namespace {

using catalog::SagaDefinition;
using catalog::StepDefinition;
using catalog::StepRole;

template <typename Predicate> bool anyStep(const SagaDefinition& definition, Predicate&& holds)
{
    return std::any_of(definition.steps.begin(), definition.steps.end(), std::forward<Predicate>(holds));
}

KindSet kindsOf(const MemberList& members)
{
    KindSet kinds = 0;
    for (const Member& member : members) {
        for (const identity::Link link : member.links)
            kinds |= kindBit(link.kind());
    }
    return kinds;
}

/// How well the identifiers of a group suit a definition.
enum class Fit : std::uint8_t { LacksKinds, AsksForNone, HasKinds, HasRequiredKind };

Fit fitOf(const DefinitionRules& rules, KindSet kinds)
{
    if (rules.needsKind)
        return Fit::HasRequiredKind;
    if (!rules.asksForKinds)
        return Fit::AsksForNone;
    return (kinds & rules.anyKind) != 0 ? Fit::HasKinds : Fit::LacksKinds;
}

/// What speaks for a definition, weightiest first. The name, the smallest first, leaves nothing to the catalog's order.
struct Claim
{
    int steps = 0; ///< different ones; the same step again says nothing new
    Fit fit = Fit::LacksKinds;
    bool hasStart = false;
    int required = 0; ///< of the different ones
    std::ptrdiff_t members = 0;
    std::string_view name;

    friend bool operator<(const Claim& a, const Claim& b)
    {
        return std::tie(a.steps, a.fit, a.hasStart, a.required, a.members, b.name)
             < std::tie(b.steps, b.fit, b.hasStart, b.required, b.members, a.name);
    }
};

Claim claimOf(const MemberList& members, const TypeTable& types, std::size_t place, KindSet kinds)
{
    const SagaDefinition& definition = *types.definitions()[place].definition;
    Claim claim;
    std::bitset<256> seen; // of a longer definition, steps share a place: fewer count as different, nothing else
    for (const Member& member : members) {
        const StepDefinition* step = types.step(member.number, place);
        if (step == nullptr)
            continue;
        ++claim.members;
        auto isSeen = seen[std::size_t(step - definition.steps.data()) % seen.size()];
        if (isSeen)
            continue;
        isSeen = true;
        ++claim.steps;
        claim.required += step->isRequired ? 1 : 0;
        claim.hasStart |= step->name == definition.start;
    }
    claim.fit = fitOf(types.definitions()[place], kinds);
    claim.name = definition.name;
    return claim;
}

} // namespace

std::optional<std::size_t> chooseDefinition(const MemberList& members, const TypeTable& types)
{
    const KindSet kinds = kindsOf(members);
    std::vector<bool> hasSteps(types.definitions().size()); // of few definitions; only their claims are worth working out
    for (const Member& member : members) {
        for (const std::uint16_t definition : types.definitionsWithStep(member.number))
            hasSteps[definition] = true;
    }
    std::optional<std::size_t> best;
    Claim bestClaim;
    for (std::size_t i = 0; i < types.definitions().size(); ++i) {
        const DefinitionRules& rules = types.definitions()[i];
        if (!hasSteps[i] || (rules.needsKind && (kinds & rules.requiredKind) == 0))
            continue;
        const Claim claim = claimOf(members, types, i, kinds);
        if (claim.steps > 0 && (!best || bestClaim < claim)) {
            best = i;
            bestClaim = claim;
        }
    }
    return best;
}

Progress::Names::Names(const SagaDefinition& definition) : m_definition(&definition)
{
    for (std::size_t i = definition.steps.size(); i-- > 0;)
        m_steps[placeOf(definition.steps[i].name)] = std::uint16_t(i + 1);
}

std::size_t Progress::Names::placeOf(std::string_view name)
{
    if (name.empty())
        return 0;
    const auto letter = [&](std::size_t i) { return std::size_t(static_cast<unsigned char>(name[i])); };
    return (name.size() + letter(0) * 7 + letter(name.size() / 2) * 3 + letter(name.size() - 1)) % kPlaces;
}

const StepDefinition* Progress::Names::find(std::string_view name) const
{
    const std::size_t first = m_steps[placeOf(name)];
    if (first == 0)
        return nullptr;
    const StepDefinition& step = m_definition->steps[first - 1];
    return step.name == name ? &step : m_definition->step(name);
}

void Progress::assign(const MemberList& members, const SagaDefinition& definition, base::Timestamp now)
{
    m_members = &members;
    if (m_definition != &definition)
        m_names = &m_allNames.try_emplace(&definition, definition).first->second;
    m_definition = &definition;
    m_now = now;
    if (m_seen.size() < definition.steps.size())
        m_seen.resize(definition.steps.size());
    for (std::vector<std::size_t>& positions : m_seen)
        positions.clear();
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].step && !members[i].isCopy())
            m_seen[std::size_t(members[i].step - definition.steps.data())].push_back(i);
    }
    m_isFailed = findFailure();
    m_deadlines.clear();
    if (m_isFailed)
        findCompensationDeadlines();
    else
        findStepDeadlines();
}

const std::vector<std::size_t>& Progress::seen(const StepDefinition& step) const
{
    return m_seen[std::size_t(&step - m_definition->steps.data())];
}

const std::vector<std::size_t>& Progress::seen(std::string_view step) const
{
    static const std::vector<std::size_t> kNobody;
    const StepDefinition* found = m_names->find(step);
    return found ? seen(*found) : kNobody;
}

bool Progress::isUndone(std::string_view step) const
{
    return anyStep(*m_definition, [&](const StepDefinition& other) { return !seen(other).empty() && other.compensates == step; });
}

bool Progress::isUndone(const StepDefinition& step) const
{
    return isUndone(step.name);
}

bool Progress::findFailure() const
{
    return anyStep(*m_definition, [&](const StepDefinition& step) {
               return step.role == StepRole::Failure && !seen(step).empty() && !isSuperseded(step);
           })
        || std::any_of(m_definition->failing.begin(), m_definition->failing.end(),
                       [&](const std::string& step) { return isSeen(step); });
}

/// A failure is healed when a later success of what failed was seen (a declined card that was accepted after all).
bool Progress::isSuperseded(const StepDefinition& failure) const
{
    const std::size_t last = seen(failure).back();
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
        const bool isOver = std::all_of(m_deadlines.begin(), m_deadlines.end(), [&](auto limit) { return limit < m_now; });
        return isOver ? SagaState::Failed : SagaState::Running;
    }
    if (!m_definition->hasEnd)
        return SagaState::Running;
    if (isCompleted())
        return SagaState::Completed;
    const bool isLate = std::any_of(m_deadlines.begin(), m_deadlines.end(), [&](auto limit) { return limit < m_now; });
    return isLate ? SagaState::Stalled : SagaState::Running;
}

bool Progress::isBroken() const
{
    const auto isSeenStep = [&](const std::string& step) { return isSeen(step); };
    return std::any_of(m_definition->invariants.begin(), m_definition->invariants.end(),
                       [&](const catalog::Invariant& invariant) {
                           return std::all_of(invariant.present.begin(), invariant.present.end(), isSeenStep)
                               && std::none_of(invariant.absent.begin(), invariant.absent.end(), isSeenStep);
                       });
}

bool Progress::isCompensated() const
{
    const auto isHere = [&](const StepDefinition& step) { return isUndone(step); };
    return m_isFailed && anyStep(*m_definition, isHere)
        && !anyStep(*m_definition, [&](const StepDefinition& step) { return isLeftUncompensated(step); });
}

bool Progress::isLeftUncompensated(const StepDefinition& step) const
{
    return !seen(step).empty() && !isUndone(step)
        && anyStep(*m_definition, [&](const StepDefinition& other) { return other.compensates == step.name; });
}

std::vector<const StepDefinition*> Progress::leftUncompensated() const
{
    std::vector<const StepDefinition*> left;
    for (const StepDefinition& step : m_definition->steps) {
        if (isLeftUncompensated(step))
            left.push_back(&step);
    }
    return left;
}

/// Paid, nothing failed, and some refund of it states at least what was paid.
bool Progress::isRefunded() const
{
    if (m_isFailed)
        return false;
    return anyStep(*m_definition, [&](const StepDefinition& step) {
        if (step.role != StepRole::Compensation || step.amount.empty() || seen(step).empty() || !isSeen(step.compensates))
            return false;
        const double paid = largestAmount(step.compensates);
        const double refunded = largestAmount(step.name);
        return std::isfinite(paid) && std::isfinite(refunded) && refunded >= paid;
    });
}

bool Progress::isCompleted() const
{
    return !m_definition->success.empty()
        && std::all_of(m_definition->success.begin(), m_definition->success.end(),
                       [&](const std::string& step) { return isSeen(step); });
}

double Progress::largestAmount(std::string_view step) const
{
    double largest = std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t i : seen(step))
        largest = std::fmax(largest, (*m_members)[i].facts->amount);
    return largest;
}

base::Timestamp Progress::firstSeenAt(std::string_view step) const
{
    base::Timestamp first = base::kNoTime;
    for (const std::size_t i : seen(step)) {
        const base::Timestamp at = (*m_members)[i].clock();
        if (at != base::kNoTime && (first == base::kNoTime || at < first))
            first = at;
    }
    return first;
}

base::Timestamp Progress::lastSeenAt(std::string_view step) const
{
    base::Timestamp last = base::kNoTime;
    for (const std::size_t i : seen(step))
        last = std::max(last, (*m_members)[i].clock());
    return last;
}

/// Limits of steps that are awaited now.
void Progress::findStepDeadlines()
{
    for (const StepDefinition& step : m_definition->steps) {
        const bool isAwaited = step.role == StepRole::Step && step.isRequired && step.timeLimit.count() > 0
            && seen(step).empty() && isSeen(step.awaits);
        if (!isAwaited)
            continue;
        if (const base::Timestamp since = firstSeenAt(step.awaits); since != base::kNoTime)
            m_deadlines.push_back(since + step.timeLimit);
    }
}

/// Limits of compensations that the failure makes due. None when none is due, or none has a limit.
void Progress::findCompensationDeadlines()
{
    for (const StepDefinition& step : m_definition->steps) {
        const bool isDue = step.role == StepRole::Compensation && step.timeLimit.count() > 0 && seen(step).empty()
            && isSeen(step.awaits);
        if (!isDue)
            continue;
        if (const base::Timestamp since = lastSeenAt(step.awaits); since != base::kNoTime)
            m_deadlines.push_back(since + step.timeLimit);
    }
}

base::Timestamp Progress::nextDeadline() const
{
    base::Timestamp next = base::kNoTime;
    for (const base::Timestamp limit : m_deadlines) {
        if (limit >= m_now && (next == base::kNoTime || limit < next))
            next = limit;
    }
    return next;
}

std::vector<StoryStep> Progress::steps() const
{
    std::vector<StoryStep> steps;
    for (const StepDefinition& definition : m_definition->steps) {
        StoryStep step;
        step.name = definition.name;
        step.eventType = definition.eventType;
        step.service = definition.service;
        step.compensates = definition.compensates;
        step.status = statusOf(definition);
        for (const std::size_t i : seen(definition))
            step.events.push_back((*m_members)[i].event);
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
