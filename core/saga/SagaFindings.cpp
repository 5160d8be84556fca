// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/SagaFindings.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/CauseGraph.h"

namespace sagascope::saga {
namespace {

using base::Rule;
using identity::Repeat;
using Events = std::vector<base::EventIndex>;
using Findings = std::vector<StoryFinding>;

constexpr std::string_view kConfirmedType = "voyage.booking.confirmed";
constexpr std::string_view kPaidType = "payment.completed";
constexpr std::size_t kLongChainHops = 5;

void report(Findings& findings, Rule rule, Events events, std::string detail = {})
{
    if (!events.empty())
        findings.push_back({rule, std::move(detail), std::move(events)});
}

template <typename Predicate> Events eventsWhere(const MemberList& members, Predicate&& holds)
{
    Events events;
    for (const Member& member : members) {
        if (holds(member))
            events.push_back(member.event);
    }
    return events;
}

Events eventsAt(const MemberList& members, const std::vector<std::size_t>& positions)
{
    Events events;
    std::transform(positions.begin(), positions.end(), std::back_inserter(events),
                   [&](std::size_t i) { return members[i].event; });
    return events;
}

// --- correlation and identity

void findCorrelation(const FindingInput& input, Findings& findings)
{
    base::Hash128 first;
    for (const Member& member : input.members) {
        if (first.isNull() && !member.isCopy())
            first = member.row->correlationId;
    }
    if (first.isNull())
        return;
    report(findings, Rule::CorrelationBroken, eventsWhere(input.members, [](const Member& member) {
               return !member.isCopy() && member.row->correlationId.isNull();
           }));
    report(findings, Rule::CorrelationSplit, eventsWhere(input.members, [&](const Member& member) {
               return !member.isCopy() && !member.row->correlationId.isNull() && member.row->correlationId != first;
           }));
}

void findAliasSplit(const FindingInput& input, Findings& findings)
{
    const auto bookingOf = [](const Member& member) {
        const auto link = std::find_if(member.links.begin(), member.links.end(), [](identity::Link candidate) {
            return identity::familyOf(candidate.kind()) == identity::IdentifierKind::Booking;
        });
        return link == member.links.end() ? base::IdentifierId() : link->id();
    };
    base::IdentifierId first;
    for (const Member& member : input.members) {
        if (!first.isValid() && !member.isCopy())
            first = bookingOf(member);
    }
    std::string detail;
    const Events others = eventsWhere(input.members, [&](const Member& member) {
        const base::IdentifierId id = bookingOf(member);
        const bool isOther = !member.isCopy() && id.isValid() && first.isValid() && id != first;
        if (isOther && detail.empty())
            detail = input.members.identity().value(id);
        return isOther;
    });
    report(findings, Rule::AliasSplit, others, detail);
}

void findHubs(const FindingInput& input, Findings& findings)
{
    const auto& identity = input.members.identity();
    std::string detail;
    const Events events = eventsWhere(input.members, [&](const Member& member) {
        const auto links = identity.linksOf(member.event);
        const auto hub = std::find_if(links.begin(), links.end(), [&](identity::Link link) { return identity.isHub(link.id()); });
        if (hub != links.end() && detail.empty())
            detail = identity.value(hub->id());
        return hub != links.end();
    });
    report(findings, Rule::PlaceholderId, events, detail);
}

/// Several sagas fit one another equally well; the number of those that this one may be one with.
void findAmbiguousLink(const FindingInput& input, Findings& findings)
{
    if (!input.inferred || input.inferred->candidates.empty())
        return;
    const Events& concerned = input.inferred->concerned;
    report(findings, Rule::AmbiguousLink, eventsWhere(input.members, [&](const Member& member) {
               return std::find(concerned.begin(), concerned.end(), member.event) != concerned.end();
           }), std::to_string(input.inferred->candidates.size()));
}

// --- causation and order

void findDangling(const FindingInput& input, Findings& findings)
{
    report(findings, Rule::CausationDangling, eventsWhere(input.members, [&](const Member& member) {
               const bool isSelf = member.row->causationId == member.row->eventId;
               return !member.isCopy() && !isSelf && !member.row->causationId.isNull()
                   && !input.members.identity().sameIds().causeOf(member.event).isValid();
           }));
}

PositionEdges positions(const FindingInput& input)
{
    PositionEdges edges;
    for (const identity::Edge& edge : input.edges)
        edges.emplace_back(input.members.indexOf(edge.from), input.members.indexOf(edge.to));
    return edges;
}

void findCycles(const FindingInput& input, const std::vector<std::size_t>& component, Findings& findings)
{
    std::vector<std::size_t> sizes(component.size(), 0);
    for (const std::size_t c : component)
        ++sizes[c];
    Events events;
    for (std::size_t i = 0; i < component.size(); ++i) {
        if (sizes[component[i]] > 1)
            events.push_back(input.members[i].event);
    }
    report(findings, Rule::CausationCycle, std::move(events));
}

/// Hops from a root along the edges, cycles left out; members come in logical order, so causes come first.
void findLongChains(const FindingInput& input, const PositionEdges& edges, const std::vector<std::size_t>& component,
                    Findings& findings)
{
    std::vector<std::vector<std::size_t>> causes(input.members.size());
    for (const auto& [from, to] : edges) {
        if (component[from] != component[to] && from < to)
            causes[to].push_back(from);
    }
    std::vector<std::size_t> depth(input.members.size(), 0);
    Events events;
    for (std::size_t i = 0; i < depth.size(); ++i) {
        for (const std::size_t cause : causes[i])
            depth[i] = std::max(depth[i], depth[cause] + 1);
        if (depth[i] >= kLongChainHops)
            events.push_back(input.members[i].event);
    }
    const std::size_t longest = depth.empty() ? 0 : *std::max_element(depth.begin(), depth.end());
    report(findings, Rule::ChainTooLong, std::move(events), std::to_string(longest));
}

void findClockTrouble(const FindingInput& input, Findings& findings)
{
    Events skewed;
    Events inverted;
    for (const identity::Edge& edge : input.edges) {
        const store::EventRow& cause = input.members.store().row(edge.from);
        const store::EventRow& effect = input.members.store().row(edge.to);
        const bool hasProducerTimes = cause.producerTime != base::kNoTime && effect.producerTime != base::kNoTime;
        if (edge.evidence == identity::Evidence::Declared && hasProducerTimes && effect.producerTime < cause.producerTime)
            skewed.push_back(edge.to);
        if (effect.brokerTime != base::kNoTime && effect.brokerTime < cause.brokerTime)
            inverted.push_back(edge.to);
    }
    report(findings, Rule::TimestampSkew, std::move(skewed));
    report(findings, Rule::OrderInversion, std::move(inverted));
}

void findCausation(const FindingInput& input, Findings& findings)
{
    const PositionEdges edges = positions(input);
    const std::vector<std::size_t> component = cycleComponents(input.members.size(), edges);
    findDangling(input, findings);
    findCycles(input, component, findings);
    findLongChains(input, edges, component, findings);
    findClockTrouble(input, findings);
}

// --- outcome

void findConfirmedBeforePayment(const FindingInput& input, Findings& findings)
{
    for (const catalog::StepDefinition& confirmed : input.definition->steps) {
        const catalog::StepDefinition* paid = input.definition->step(confirmed.awaits);
        if (confirmed.eventType != kConfirmedType || !paid || paid->eventType != kPaidType || !input.progress->isSeen(paid->name))
            continue;
        std::vector<std::size_t> early = input.progress->seen(confirmed.name);
        std::erase_if(early, [&](std::size_t i) { return i > input.progress->seen(paid->name).front(); });
        report(findings, Rule::ConfirmedBeforePayment, eventsAt(input.members, early));
    }
}

/// An invariant's rule speaks of the first step coming after the second: paid *after* cancelled.
void findBrokenInvariants(const FindingInput& input, Findings& findings)
{
    for (const catalog::Invariant& invariant : input.definition->invariants) {
        const auto isSeen = [&](const std::string& step) { return input.progress->isSeen(step); };
        if (invariant.present.size() < 2 || !std::all_of(invariant.present.begin(), invariant.present.end(), isSeen)
            || std::any_of(invariant.absent.begin(), invariant.absent.end(), isSeen))
            continue;
        std::vector<std::size_t> late = input.progress->seen(invariant.present[0]);
        std::erase_if(late, [&](std::size_t i) { return i < input.progress->seen(invariant.present[1]).front(); });
        report(findings, invariant.rule, eventsAt(input.members, late));
    }
}

/// Refunds of one payment that state different amounts.
void findRefundConflict(const FindingInput& input, Findings& findings)
{
    for (const catalog::StepDefinition& step : input.definition->steps) {
        if (step.amount.empty() || (step.role != catalog::StepRole::Compensation && step.eventType != "payment.refunded"))
            continue;
        std::set<double> amounts;
        for (const std::size_t i : input.progress->seen(step.name)) {
            if (std::isfinite(input.members[i].facts->amount))
                amounts.insert(input.members[i].facts->amount);
        }
        if (amounts.size() > 1)
            report(findings, Rule::RefundAmountConflict, eventsAt(input.members, input.progress->seen(step.name)));
    }
}

void findMissingCompensation(const FindingInput& input, Findings& findings)
{
    const bool isSettled = input.state != SagaState::Running && input.state != SagaState::Completed;
    if (!input.progress->isFailed() || !isSettled)
        return;
    for (const catalog::StepDefinition* step : input.progress->leftUncompensated())
        report(findings, Rule::CompensationMissing, eventsAt(input.members, input.progress->seen(step->name)), step->name);
}

/// A coordinator undoes its steps in reverse: of two that were done before either was undone, the later one first.
void findCompensationOrder(const FindingInput& input, Findings& findings)
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
    report(findings, Rule::CompensationOrder, eventsAt(input.members, early));
}

void findStuck(const FindingInput& input, Findings& findings)
{
    if (input.state != SagaState::Stalled)
        return;
    for (const catalog::StepDefinition& step : input.definition->steps) {
        const bool isAwaited = step.isRequired && step.timeLimit.count() > 0 && !input.progress->isSeen(step.name)
            && input.progress->isSeen(step.awaits);
        if (isAwaited) {
            report(findings, Rule::SagaStuck, eventsAt(input.members, input.progress->seen(step.awaits)), step.eventType);
            return;
        }
    }
}

void findShape(const FindingInput& input, Findings& findings)
{
    const catalog::SagaDefinition& definition = *input.definition;
    if (!definition.start.empty() && !input.progress->isSeen(definition.start))
        report(findings, Rule::SagaMissingStart, {input.members[0].event}, definition.start);
    if (!definition.hasEnd)
        report(findings, Rule::NoTerminalEventDefined, {input.members[0].event}, definition.name);
}

/// All steps from one source although the definition does not put them all into one service's hands.
void findSingleSource(const FindingInput& input, Findings& findings)
{
    std::set<std::string_view> declared;
    for (const catalog::StepDefinition& step : input.definition->steps)
        declared.insert(step.service);
    const bool isByDesign = declared.size() == 1 && !declared.begin()->empty();
    std::set<std::string_view> steps;
    std::set<base::TextId> sources;
    Events events;
    for (const Member& member : input.members) {
        if (!member.step || member.isCopy())
            continue;
        steps.insert(member.step->name);
        sources.insert(member.row->source);
        events.push_back(member.event);
    }
    if (!isByDesign && steps.size() > 1 && sources.size() == 1 && sources.begin()->isValid())
        report(findings, Rule::SingleSourceSaga, std::move(events), std::string(input.members.store().text(*sources.begin())));
}

// --- repeats

void findRepeats(const FindingInput& input, Findings& findings)
{
    const auto ofKind = [&](Repeat repeat) {
        return eventsWhere(input.members, [&](const Member& member) { return member.repeat == repeat; });
    };
    report(findings, Rule::DuplicateRedelivery, ofKind(Repeat::Redelivery));
    report(findings, Rule::DuplicateSemantic, ofKind(Repeat::SameFact));
    report(findings, Rule::EventidCollision, ofKind(Repeat::IdCollision));
}

} // namespace

std::vector<StoryFinding> sagaFindings(const FindingInput& input)
{
    Findings findings;
    findCorrelation(input, findings);
    findAliasSplit(input, findings);
    findHubs(input, findings);
    findAmbiguousLink(input, findings);
    findCausation(input, findings);
    if (input.progress) {
        findConfirmedBeforePayment(input, findings);
        findBrokenInvariants(input, findings);
        findRefundConflict(input, findings);
        findMissingCompensation(input, findings);
        findCompensationOrder(input, findings);
        findStuck(input, findings);
        findShape(input, findings);
        findSingleSource(input, findings);
    }
    findRepeats(input, findings);
    return findings;
}

} // namespace sagascope::saga
