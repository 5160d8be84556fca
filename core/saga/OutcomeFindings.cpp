// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/OutcomeFindings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <string_view>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {
namespace {

using base::Rule;
using Events = FindingSink::Events;

constexpr std::string_view kConfirmedType = "voyage.booking.confirmed";
constexpr std::string_view kPaidType = "payment.completed";
constexpr std::string_view kRefundedType = "payment.refunded";
/// Says by its name that it gives back a part, so several of them may well differ.
constexpr std::string_view kPartialRefundType = "payment.partial.refund";

void findConfirmedBeforePayment(const FindingInput& input, FindingSink& findings)
{
    for (const catalog::StepDefinition& confirmed : input.definition->steps) {
        if (confirmed.eventType != kConfirmedType || !input.progress->isSeen(confirmed.name))
            continue;
        const catalog::StepDefinition* paid = input.definition->step(confirmed.awaits);
        if (!paid || paid->eventType != kPaidType || !input.progress->isSeen(paid->name))
            continue;
        const std::vector<std::size_t>& all = input.progress->seen(confirmed.name);
        const auto late = std::upper_bound(all.begin(), all.end(), input.progress->seen(paid->name).front());
        findings.add(Rule::ConfirmedBeforePayment, findings.eventsAt(std::span(all.begin(), late)));
    }
}

/// An invariant's rule speaks of the first step coming after the second: paid *after* cancelled.
void findBrokenInvariants(const FindingInput& input, FindingSink& findings)
{
    for (const catalog::Invariant& invariant : input.definition->invariants) {
        const auto isSeen = [&](const std::string& step) { return input.progress->isSeen(step); };
        if (invariant.present.size() < 2 || !std::all_of(invariant.present.begin(), invariant.present.end(), isSeen)
            || std::any_of(invariant.absent.begin(), invariant.absent.end(), isSeen))
            continue;
        const std::vector<std::size_t>& all = input.progress->seen(invariant.present[0]);
        const auto late = std::lower_bound(all.begin(), all.end(), input.progress->seen(invariant.present[1]).front());
        findings.add(invariant.rule, findings.eventsAt(std::span(late, all.end())));
    }
}

/// The payment that an event is about; invalid when it names none.
base::IdentifierId paymentOf(const Member& member)
{
    const auto link = std::find_if(member.links.begin(), member.links.end(), [](identity::Link candidate) {
        return candidate.kind() == identity::IdentifierKind::Payment;
    });
    return link == member.links.end() ? base::IdentifierId() : link->id();
}

/// Refunds of one payment that state different amounts.
void findRefundConflict(const FindingInput& input, FindingSink& findings)
{
    for (const catalog::StepDefinition& step : input.definition->steps) {
        if (step.amount.empty() || step.eventType != kRefundedType || input.progress->seen(step.name).size() < 2)
            continue;
        std::map<base::IdentifierId, std::vector<std::size_t>> byPayment;
        for (const std::size_t i : input.progress->seen(step.name)) {
            if (std::isfinite(input.members[i].facts->amount) && input.members[i].type != kPartialRefundType)
                byPayment[paymentOf(input.members[i])].push_back(i);
        }
        Events events;
        for (const auto& [payment, refunds] : byPayment) {
            const double amount = input.members[refunds.front()].facts->amount;
            const bool isDisputed = std::any_of(refunds.begin(), refunds.end(),
                                                [&](std::size_t i) { return input.members[i].facts->amount != amount; });
            for (const std::size_t i : refunds) {
                if (isDisputed)
                    events.push_back(input.members[i].event);
            }
        }
        findings.add(Rule::RefundAmountConflict, std::move(events));
    }
}

void findMissingCompensation(const FindingInput& input, FindingSink& findings)
{
    const bool isSettled = input.state != SagaState::Running && input.state != SagaState::Completed;
    if (!input.progress->isFailed() || !isSettled)
        return;
    for (const catalog::StepDefinition* step : input.progress->leftUncompensated())
        findings.add(Rule::CompensationMissing, findings.eventsAt(input.progress->seen(step->name)),
                     [&] { return step->name; });
}

/// A coordinator undoes its steps in reverse: of two that were done before either was undone, the later one first.
/// Services that react to one another undo in no order that anybody could hold them to.
void findCompensationOrder(const FindingInput& input, FindingSink& findings)
{
    if (input.definition->style != catalog::DefinitionStyle::Orchestrated)
        return;
    struct Undone
    {
        std::size_t done;
        std::size_t undone;
    };
    std::vector<Undone> pairs;
    for (const catalog::StepDefinition& step : input.definition->steps) {
        if (!step.compensates.empty() && input.progress->isSeen(step.name) && input.progress->isSeen(step.compensates))
            pairs.push_back({input.progress->seen(step.compensates).front(), input.progress->seen(step.name).front()});
    }
    std::sort(pairs.begin(), pairs.end(), [](const Undone& a, const Undone& b) { return a.done < b.done; });
    std::vector<std::size_t> early;
    for (std::size_t i = 0; i + 1 < pairs.size(); ++i) {
        const bool wereBothDone = pairs[i + 1].done < pairs[i].undone;
        if (wereBothDone && pairs[i].undone < pairs[i + 1].undone)
            early.push_back(pairs[i].undone);
    }
    findings.add(Rule::CompensationOrder, findings.eventsAt(early));
}

void findStuck(const FindingInput& input, FindingSink& findings)
{
    if (input.state != SagaState::Stalled)
        return;
    for (const catalog::StepDefinition& step : input.definition->steps) {
        const bool isAwaited = step.isRequired && step.timeLimit.count() > 0 && !input.progress->isSeen(step.name)
            && input.progress->isSeen(step.awaits);
        if (isAwaited) {
            findings.add(Rule::SagaStuck, findings.eventsAt(input.progress->seen(step.awaits)),
                         [&] { return step.eventType; });
            return;
        }
    }
}

void findShape(const FindingInput& input, FindingSink& findings)
{
    const catalog::SagaDefinition& definition = *input.definition;
    if (!definition.start.empty() && !input.progress->isSeen(definition.start))
        findings.add(Rule::SagaMissingStart, {input.members[0].event}, [&] { return definition.start; });
    if (!definition.hasEnd)
        findings.add(Rule::NoTerminalEventDefined, {input.members[0].event}, [&] { return definition.name; });
}

/// All steps from one source, although the definition does not put just these steps into one service's hands.
void findSingleSource(const FindingInput& input, FindingSink& findings)
{
    base::TextId source;
    for (const Member& member : input.members) {
        if (!member.step || member.isCopy())
            continue;
        if (!member.row->source.isValid() || (source.isValid() && source != member.row->source))
            return;
        source = member.row->source;
    }
    std::set<const catalog::StepDefinition*> steps;
    std::set<std::string_view> services;
    for (const Member& member : input.members) {
        if (member.step && !member.isCopy() && steps.insert(member.step).second)
            services.insert(member.step->service);
    }
    const bool isByDesign = services.size() == 1 && !services.begin()->empty();
    if (steps.size() > 1 && !isByDesign)
        findings.add(Rule::SingleSourceSaga,
                     findings.eventsWhere([](const Member& member) { return member.step && !member.isCopy(); }),
                     [&] { return input.members.store().text(source); });
}

} // namespace

void findOutcome(const FindingInput& input, FindingSink& findings)
{
    findConfirmedBeforePayment(input, findings);
    findBrokenInvariants(input, findings);
    findRefundConflict(input, findings);
    findMissingCompensation(input, findings);
    findCompensationOrder(input, findings);
    findStuck(input, findings);
    findShape(input, findings);
    findSingleSource(input, findings);
}

} // namespace sagascope::saga
