// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/MinedSteps.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/saga/TypeWords.h"

namespace sagascope::saga {
namespace {

using catalog::StepDefinition;
using catalog::StepRole;
using namespace std::chrono_literals;

constexpr double kRequiredShare = 0.95;
constexpr double kStepShare = 0.05;
constexpr double kUsual = 0.8;    ///< of an order, a predecessor, a service
constexpr double kOftenAgain = 0.2;
constexpr double kLastShare = 0.05;
constexpr std::size_t kMostSteps = 60;

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : double(part) / double(whole);
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// As the schema of definitions wants it: words of letters, digits and underscores between single dots and dashes.
bool isEventType(std::string_view type)
{
    bool isWord = false;
    for (const char c : type) {
        if (!isLetterOrDigit(c) && (!isWord || (c != '.' && c != '-')))
            return false;
        isWord = isLetterOrDigit(c);
    }
    return isWord && type.size() <= 200;
}

} // namespace

std::chrono::milliseconds roundedUp(base::Duration time)
{
    using std::chrono::milliseconds;
    constexpr std::array<milliseconds, 24> kRound{1s,    2s,     5s,    10s,   15s,   20s,   30s,   45s,   1min,   2min,   3min,   5min,
                                                  10min, 15min,  20min, 30min, 45min, 1h,    2h,    4h,    8h,     12h,    24h,    48h};
    const auto* next = std::find_if(kRound.begin(), kRound.end(), [&](milliseconds round) { return round >= time; });
    if (next != kRound.end())
        return *next;
    const auto days = std::chrono::ceil<std::chrono::hours>(time).count() / 24 + 1;
    return std::chrono::hours(24 * std::min<std::int64_t>(days, 3650));
}

void MinedSteps::fill(Proposal& proposal)
{
    proposal.sagas = m_traces.sagas();
    proposal.failed = m_traces.failed();
    proposal.unfinished = m_traces.unfinished();
    chooseKinds(proposal);
    for (const auto& [type, sagas] : m_traces.sideEffects()) {
        if (share(sagas, m_traces.sagas()) >= kStepShare && isEventType(type))
            proposal.definition.sideEffects.push_back(type);
        else
            proposal.leftOut.push_back({type, sagas, share(sagas, m_traces.sagas())});
    }
    std::stable_sort(proposal.leftOut.begin(), proposal.leftOut.end(),
                     [](const LeftOutType& a, const LeftOutType& b) { return a.sagas > b.sagas; });
    findStart(proposal);
    findUndone(proposal);
    findHealers(proposal);
    findOutcomes(proposal);
    findWaits(proposal);
}

const MinedTraces::KindStatistics& MinedSteps::statistics(std::size_t step) const
{
    return m_traces.kinds()[m_kinds[step]];
}

/// Most frequent first while there are too many; then in the order in which they usually come.
void MinedSteps::chooseKinds(Proposal& proposal)
{
    const auto& kinds = m_traces.kinds();
    std::vector<Kind> chosen;
    for (Kind kind = 0; kind < kinds.size(); ++kind) {
        if (kinds[kind].sagas == 0)
            continue; // folded into another
        const double ofAll = share(kinds[kind].sagas, m_traces.sagas());
        if (ofAll >= kStepShare && isEventType(kinds[kind].type))
            chosen.push_back(kind);
        else
            proposal.leftOut.push_back({kinds[kind].type, kinds[kind].sagas, ofAll});
    }
    const auto byName = [&](Kind k) { return std::tie(kinds[k].type, kinds[k].metadataStep); };
    std::sort(chosen.begin(), chosen.end(), [&](Kind a, Kind b) {
        return kinds[a].sagas != kinds[b].sagas ? kinds[a].sagas > kinds[b].sagas : byName(a) < byName(b);
    });
    for (std::size_t i = kMostSteps; i < chosen.size(); ++i)
        proposal.leftOut.push_back({kinds[chosen[i]].type, kinds[chosen[i]].sagas, share(kinds[chosen[i]].sagas, m_traces.sagas())});
    chosen.resize(std::min(chosen.size(), kMostSteps));
    std::sort(chosen.begin(), chosen.end(), [&](Kind a, Kind b) {
        const auto place = [&](Kind k) { return std::tuple(kinds[k].medianRank, kinds[k].medianOffset); };
        return place(a) != place(b) ? place(a) < place(b) : byName(a) < byName(b);
    });
    for (const Kind kind : chosen)
        if (!addAlias(kind, proposal))
            addStep(kind, proposal);
}

/// Two types that a known definition takes for one step are one here, too.
bool MinedSteps::addAlias(Kind kind, Proposal& proposal) const
{
    const auto& statistics = m_traces.kinds()[kind];
    const StepDefinition* known = m_known ? m_known->stepOf(statistics.type, statistics.metadataStep) : nullptr;
    if (!known)
        return false;
    for (StepDefinition& step : proposal.definition.steps) {
        if (step.name == known->name && step.eventType != statistics.type && known->matches(step.eventType)) {
            step.aliases.push_back(statistics.type);
            return true;
        }
    }
    return false;
}

void MinedSteps::addStep(Kind kind, Proposal& proposal)
{
    const auto& statistics = m_traces.kinds()[kind];
    StepDefinition step;
    StepEvidence evidence;
    step.name = nameOf(kind, proposal);
    step.eventType = statistics.type;
    step.metadataStep = statistics.metadataStep.size() <= 80 ? statistics.metadataStep : std::string();
    step.role = statistics.role;
    evidence.sagas = statistics.sagas;
    evidence.share = share(statistics.sagas, m_traces.sagas());
    evidence.shareOfEnded = share(statistics.ended, m_traces.ended());
    evidence.repeatedShare = share(statistics.repeated, statistics.sagas);
    evidence.medianRank = statistics.medianRank;
    if (step.role != StepRole::Step)
        evidence.word = TypeWords::of(statistics.type).action;
    step.isRequired = isRequired(kind);
    step.isRepeatable = step.role == StepRole::Step && evidence.repeatedShare >= kOftenAgain;
    nameService(kind, step, evidence);
    proposal.definition.steps.push_back(std::move(step));
    proposal.steps.push_back(std::move(evidence));
    m_kinds.push_back(kind);
}

bool MinedSteps::isRequired(Kind kind) const
{
    const auto& statistics = m_traces.kinds()[kind];
    return statistics.role == StepRole::Step && m_traces.ended() > 0
        && share(statistics.ended, m_traces.ended()) >= kRequiredShare;
}

std::string MinedSteps::nameOf(Kind kind, const Proposal& proposal) const
{
    const auto& statistics = m_traces.kinds()[kind];
    const auto isFree = [&](std::string_view name) {
        return !name.empty() && name.size() <= 80 && proposal.definition.step(name) == nullptr;
    };
    if (const StepDefinition* known = m_known ? m_known->stepOf(statistics.type, statistics.metadataStep) : nullptr)
        if (isFree(known->name))
            return known->name;
    if (isFree(statistics.metadataStep))
        return statistics.metadataStep;
    const TypeWords words = TypeWords::of(statistics.type);
    const std::string_view topic = TypeWords::of(words.stem.empty() ? words.action : words.stem).action;
    std::string name = topic == words.action ? std::string(words.action) : std::string(topic) + "-" + std::string(words.action);
    if (statistics.role == StepRole::Step && isFree(words.action))
        name = words.action;
    name.resize(std::min<std::size_t>(name.size(), 70));
    const std::string first = name;
    for (int again = 2; !isFree(name); ++again)
        name = first + "-" + std::to_string(again);
    return name;
}

void MinedSteps::nameService(Kind kind, StepDefinition& step, StepEvidence& evidence) const
{
    const auto& statistics = m_traces.kinds()[kind];
    const auto isLess = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(statistics.services.begin(), statistics.services.end(), isLess);
    if (most == statistics.services.end())
        return;
    evidence.serviceShare = share(most->second, statistics.events);
    if (evidence.serviceShare >= kUsual && most->first.size() <= 80)
        step.service = most->first;
}

/// The required step that nearly every saga begins with.
void MinedSteps::findStart(Proposal& proposal) const
{
    std::uint64_t began = 0;
    const auto& steps = proposal.definition.steps;
    const auto first = std::find_if(steps.begin(), steps.end(), [](const StepDefinition& s) { return s.role == StepRole::Step; });
    if (first == steps.end())
        return;
    const Kind kind = m_kinds[std::size_t(first - steps.begin())];
    for (const MinedTraces::Trace& trace : m_traces.endedTraces())
        began += !trace.empty() && trace.front().kind == kind ? 1 : 0;
    proposal.hasClearStart = first->isRequired && share(began, m_traces.ended()) >= 0.9;
    if (proposal.hasClearStart)
        proposal.definition.start = first->name;
}

/// A required step waits for the last required one that usually comes before it; a compensation for the failure.
void MinedSteps::findWaits(Proposal& proposal) const
{
    auto& steps = proposal.definition.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool isStep = steps[i].role == StepRole::Step && steps[i].isRequired;
        if (!isStep && steps[i].role != StepRole::Compensation)
            continue;
        for (std::size_t j = i; j-- > 0;) {
            const bool canBeAwaited = isStep ? steps[j].role == StepRole::Step && steps[j].isRequired : steps[j].role == StepRole::Failure;
            if (canBeAwaited && await(i, j, proposal))
                break;
        }
    }
}

bool MinedSteps::await(std::size_t step, std::size_t awaited, Proposal& proposal) const
{
    const MinedTraces::Succession succession = m_traces.succession(m_kinds[awaited], m_kinds[step]);
    if (succession.gaps.isEmpty() || share(succession.before, succession.both) < kUsual)
        return false;
    StepDefinition& definition = proposal.definition.steps[step];
    StepEvidence& evidence = proposal.steps[step];
    evidence.waits = succession.gaps.count();
    evidence.median = succession.gaps.median();
    evidence.p99 = succession.gaps.p99();
    definition.awaits = proposal.definition.steps[awaited].name;
    definition.timeLimit = roundedUp(evidence.p99);
    return true;
}

/// A compensation must say what it undoes: of the plain steps the one whose word it undoes, of the same matter or the same
/// service first.
std::optional<std::size_t> MinedSteps::undoneBy(std::size_t step, const Proposal& proposal) const
{
    const auto& steps = proposal.definition.steps;
    const TypeWords undoing = TypeWords::of(steps[step].eventType);
    std::optional<std::size_t> best;
    std::tuple<bool, bool, int, std::size_t> bestRank;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].role != StepRole::Step)
            continue;
        const TypeWords words = TypeWords::of(steps[i].eventType);
        const std::string_view shorter = undoing.stem.substr(0, words.stem.size());
        const bool isOther = words.stem.empty() || (words.stem != undoing.stem && shorter != words.stem);
        const bool isElsewhere = steps[i].service.empty() || steps[i].service != steps[step].service;
        const std::tuple rank{isOther, isElsewhere, words.undoneBy(undoing.action), i};
        if (!best || rank < bestRank) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

void MinedSteps::findUndone(Proposal& proposal) const
{
    auto& steps = proposal.definition.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].role != StepRole::Compensation)
            continue;
        if (const auto undone = undoneBy(i, proposal))
            steps[i].compensates = steps[*undone].name;
        else
            steps[i].role = StepRole::Failure; // there is nothing that it could undo
    }
}

/// What failed and was done after all is no failure: a declined card, and then a payment.
void MinedSteps::findHealers(Proposal& proposal) const
{
    auto& steps = proposal.definition.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].role != StepRole::Failure)
            continue;
        for (std::size_t j = 0; j < steps.size(); ++j) {
            const bool isSameMatter = TypeWords::of(steps[j].eventType).stem == TypeWords::of(steps[i].eventType).stem;
            if (steps[j].role == StepRole::Step && steps[j].isRequired && isSameMatter
                && m_traces.succession(m_kinds[i], m_kinds[j]).before > 0)
                steps[i].supersededBy.push_back(steps[j].name);
        }
    }
}

/// Success is the required steps that sagas end with, whichever comes last. What takes back the first step is a failure.
void MinedSteps::findOutcomes(Proposal& proposal) const
{
    auto& definition = proposal.definition;
    std::vector<std::uint64_t> last(definition.steps.size());
    std::size_t required = 0;
    for (const StepDefinition& step : definition.steps)
        required += step.isRequired ? 1 : 0;
    for (const MinedTraces::Trace& trace : m_traces.endedTraces()) {
        for (std::size_t i = trace.size(); i-- > 0;) {
            const auto place = std::find(m_kinds.begin(), m_kinds.end(), trace[i].kind);
            const auto step = std::size_t(place - m_kinds.begin());
            if (step < last.size() && definition.steps[step].isRequired) {
                ++last[step];
                break;
            }
        }
    }
    for (std::size_t i = 0; required > 1 && i < last.size(); ++i)
        if (share(last[i], m_traces.ended()) >= kLastShare)
            definition.success.push_back(definition.steps[i].name);
    definition.hasEnd = proposal.hasClearEnd = !definition.success.empty();
    const auto first = std::find_if(definition.steps.begin(), definition.steps.end(), [](const StepDefinition& s) { return s.role == StepRole::Step; });
    for (const StepDefinition& step : definition.steps)
        if (first != definition.steps.end() && step.compensates == first->name)
            definition.failing.push_back(step.name);
}

} // namespace sagascope::saga
