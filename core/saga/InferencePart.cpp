// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/InferencePart.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/Evaluation.h"

namespace sagascope::saga {
namespace {

using catalog::SagaDefinition;
using catalog::StepDefinition;
using catalog::StepRole;

constexpr double kHalfCent = 0.005;
constexpr double kCentsPerUnit = 100;
/// Equal but for one side counting cents: likely the same money, but less so than the same number.
constexpr double kCentsFit = 0.5;

bool isNamed(const std::vector<InferencePart::Step>& steps, std::string_view name)
{
    return std::any_of(steps.begin(), steps.end(), [&](const auto& step) { return step.definition->name == name; });
}

/// The start was seen, and so was everything that completes the saga, or something that ends it as a failure.
bool isComplete(const Evaluation& evaluation)
{
    const SagaDefinition& definition = *evaluation.definition();
    const auto isSeen = [&](const std::string& step) { return evaluation.progress()->isSeen(step); };
    return isSeen(definition.start)
        && (std::all_of(definition.success.begin(), definition.success.end(), isSeen)
            || std::any_of(definition.failing.begin(), definition.failing.end(), isSeen));
}

/// The head waits for this step: what it awaits is there or, for a step or failure that awaits nothing, a type that it
/// follows is. A compensation that nothing awaits (a refund) may come any time and so is expected at none.
bool isExpected(const StepDefinition& step, const InferencePart& head)
{
    if (head.has(step))
        return false;
    if (!step.awaits.empty())
        return isNamed(head.steps, step.awaits);
    const bool isHealed = std::any_of(step.supersededBy.begin(), step.supersededBy.end(),
                                      [&](const std::string& healer) { return isNamed(head.steps, healer); });
    return step.role != StepRole::Compensation && !isHealed
        && std::any_of(head.steps.begin(), head.steps.end(), [&](const InferencePart::Step& cause) {
               return head.definition->canFollow(step.eventType, cause.definition->eventType);
           });
}

bool isClashing(const InferencePart& head, const InferencePart& tail)
{
    return std::any_of(tail.steps.begin(), tail.steps.end(), [&](const InferencePart::Step& step) {
        return !step.definition->isRepeatable && head.has(*step.definition);
    });
}

/// Nothing when both amounts are known and differ.
std::optional<double> amountFit(double a, double b)
{
    if (!(a > 0) || !(b > 0))
        return 0;
    if (std::abs(a - b) < kHalfCent)
        return 1;
    const bool isInCents = std::abs(a * kCentsPerUnit - b) < 0.5 || std::abs(b * kCentsPerUnit - a) < 0.5;
    return isInCents ? std::optional(kCentsFit) : std::nullopt;
}

std::optional<double> currencyFit(identity::CurrencyCode a, identity::CurrencyCode b)
{
    if (a == identity::kNoCurrency || b == identity::kNoCurrency)
        return 0;
    return a == b ? std::optional(1.0) : std::nullopt;
}

/// One when nothing lies between, falling to zero at the window's edge; nothing outside of it.
std::optional<double> timeFit(base::Duration apart, const catalog::InferenceRule& rule)
{
    if (apart < -rule.clockTolerance || apart > rule.window)
        return std::nullopt;
    const double share = std::chrono::duration<double>(std::max(apart, base::Duration(0))) / std::chrono::duration<double>(rule.window);
    return 1 - share;
}

std::array<double, kFeatureCount> weightsOf(const catalog::InferenceRule& rule)
{
    const catalog::InferenceWeights& w = rule.weights;
    return {w.user, w.amount, w.currency, w.time, w.nextStep};
}

std::string numberText(double number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), end.ptr};
}

std::string amountText(double a, double b)
{
    const double smaller = std::min(a, b);
    return std::abs(a - b) < kHalfCent ? numberText(smaller) : numberText(smaller) + " / " + numberText(std::max(a, b));
}

std::string secondsText(base::Duration duration)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", std::chrono::duration<double>(duration).count());
    return text.data();
}

std::vector<InferencePart::Step> firstOfEachStep(const MemberList& members)
{
    std::vector<InferencePart::Step> steps;
    for (const Member& member : members) {
        if (!member.step || member.isCopy() || isNamed(steps, member.step->name))
            continue;
        steps.push_back({member.step, member.event, member.facts->amount > 0 ? double(member.facts->amount) : 0, member.facts->currency});
    }
    return steps;
}

/// Invalid when no event names a user, or two events name two.
base::TextId onlyUser(const MemberList& members)
{
    base::TextId user;
    for (const Member& member : members) {
        const base::TextId named = member.facts->user;
        if (named.isValid() && user.isValid() && named != user)
            return {};
        if (named.isValid())
            user = named;
    }
    return user;
}

/// The event's own time, or the broker's where it names none. A bare date is no time of day: as midnight it would move
/// the part out of every window.
base::Timestamp momentOf(const store::EventRow& row)
{
    const bool isBareDate = row.producerTime.time_since_epoch() % std::chrono::hours(24) == base::Duration::zero();
    const bool hasOwnTime = row.producerTime != base::kNoTime && !isBareDate;
    return hasOwnTime || row.brokerTime == base::kNoTime ? row.producerTime : row.brokerTime;
}

base::Timestamp earliest(const std::vector<InferencePart::Step>& steps, const store::EventStore::View& events)
{
    base::Timestamp first = base::kNoTime;
    for (const InferencePart::Step& step : steps) {
        const base::Timestamp at = momentOf(events.row(step.event));
        if (at != base::kNoTime && (first == base::kNoTime || at < first))
            first = at;
    }
    return first;
}

} // namespace

bool InferencePart::has(const StepDefinition& step) const
{
    return std::any_of(steps.begin(), steps.end(), [&](const Step& own) { return own.definition == &step; });
}

const InferencePart::Step& InferencePart::start() const
{
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const Step& step) { return step.definition->name == definition->start; });
    return found == steps.end() ? steps.front() : *found;
}

std::optional<InferencePart> inferencePartOf(const Evaluation& evaluation)
{
    const SagaDefinition* definition = evaluation.definition();
    if (!definition || !definition->inference || isComplete(evaluation))
        return std::nullopt;
    InferencePart part;
    part.definition = definition;
    part.user = onlyUser(evaluation.members());
    if (!part.user.isValid())
        return std::nullopt;
    part.steps = firstOfEachStep(evaluation.members());
    if (part.steps.empty())
        return std::nullopt;
    part.isHead = isNamed(part.steps, definition->start);
    part.at = earliest(part.steps, evaluation.members().store());
    if (part.at == base::kNoTime)
        return std::nullopt;
    const auto& identifiers = evaluation.identifiers();
    part.isDeclared = std::any_of(identifiers.begin(), identifiers.end(), [](const Evaluation::Carried& id) {
        return id.kind == identity::IdentifierKind::Correlation || id.kind == identity::IdentifierKind::Saga;
    });
    return part;
}

std::optional<Match> matchParts(const InferencePart& head, const InferencePart& tail)
{
    const catalog::InferenceRule& rule = *head.definition->inference;
    const auto time = timeFit(tail.at - head.at, rule);
    if (!time || (head.isDeclared && tail.isDeclared) || isClashing(head, tail))
        return std::nullopt;
    const auto expected = std::find_if(tail.steps.begin(), tail.steps.end(), [&](const InferencePart::Step& step) {
        return isExpected(*step.definition, head);
    });
    const InferencePart::Step& entry = expected == tail.steps.end() ? tail.steps.front() : *expected;
    const InferencePart::Step& start = head.start();
    const auto amount = amountFit(start.amount, entry.amount);
    const auto currency = currencyFit(start.currency, entry.currency);
    if (!amount || !currency)
        return std::nullopt;
    Match match{0, {}, entry.event, entry.definition, head.user, start.amount, entry.amount, start.currency, tail.at - head.at};
    match.fits = {1, *amount, *currency, *time, expected == tail.steps.end() ? 0.0 : 1.0};
    const auto weights = weightsOf(rule);
    double sum = 0;
    for (std::size_t i = 0; i < match.fits.size(); ++i)
        sum += weights[i] * match.fits[i];
    match.score = std::round(sum * 10'000) / 10'000;
    return match;
}

std::vector<ScorePart> explainMatch(const Match& match, const SagaDefinition& definition, const identity::Identity::View& identity)
{
    std::array<std::string, kFeatureCount> values;
    values[std::size_t(Feature::User)] = identity.text(match.user);
    values[std::size_t(Feature::Amount)] = amountText(match.headAmount, match.tailAmount);
    values[std::size_t(Feature::Currency)] = identity::currencyText(match.currency);
    values[std::size_t(Feature::Time)] = secondsText(match.apart);
    values[std::size_t(Feature::NextStep)] = match.entryStep->name;

    const auto weights = weightsOf(*definition.inference);
    std::vector<ScorePart> parts;
    for (std::size_t i = 0; i < match.fits.size(); ++i) {
        const auto feature = static_cast<Feature>(i);
        const bool isKnown = match.fits[i] > 0 || feature == Feature::Time;
        parts.push_back({feature, isKnown ? std::move(values[i]) : std::string(), weights[i], match.fits[i]});
    }
    return parts;
}

} // namespace sagascope::saga
