// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Mining.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/catalog/DefinitionCheck.h"
#include "core/saga/MinedJoins.h"
#include "core/saga/MinedSteps.h"
#include "core/saga/MinedTraces.h"
#include "core/saga/TypeWords.h"

namespace sagascope::saga {
namespace {

using catalog::SagaDefinition;
using catalog::StepDefinition;

constexpr double kNearlyAlways = 0.95;
constexpr double kWorthARule = 0.1;
constexpr std::size_t kMostCauses = 6;
constexpr std::size_t kMostFactFields = 3;

/// What causes what, by event type.
class MinedFollows
{
public:
    /// The declared causes of an event; without one, what stands right before it.
    void add(const MinedSaga& saga)
    {
        for (std::size_t i = 0; i < saga.events.size(); ++i) {
            const MinedEvent& event = saga.events[i];
            std::set<std::string_view> causes;
            for (const std::size_t cause : event.causes)
                causes.insert(saga.events[cause].type);
            const bool isDeclared = !causes.empty();
            if (!isDeclared && i > 0 && !isSideEffect(saga.events[i - 1].type))
                causes.insert(saga.events[i - 1].type);
            causes.erase(event.type);
            if (causes.empty())
                continue;
            ++m_effects[event.type];
            for (const std::string_view cause : causes) {
                Count& count = m_counts[{event.type, std::string(cause)}];
                ++count.all;
                count.declared += isDeclared ? 1 : 0;
            }
        }
    }

    void fill(Proposal& proposal) const
    {
        std::vector<std::string> types = proposal.definition.stepTypes();
        types.insert(types.end(), proposal.definition.sideEffects.begin(), proposal.definition.sideEffects.end());
        std::set<std::string_view> told;
        for (const std::string& effect : types)
            if (told.insert(effect).second)
                addRule(effect, proposal);
    }

private:
    struct Count
    {
        std::uint64_t all = 0;
        std::uint64_t declared = 0;
    };

    void addRule(const std::string& effect, Proposal& proposal) const
    {
        const auto total = m_effects.find(effect);
        if (total == m_effects.end())
            return;
        std::vector<FollowEvidence> causes;
        for (auto found = m_counts.lower_bound({effect, {}}); found != m_counts.end() && found->first.first == effect; ++found) {
            const auto& [name, count] = *found;
            if (double(count.all) >= kWorthARule * double(total->second) && proposal.definition.stepOf(name.second) != nullptr)
                causes.push_back({effect, name.second, count.all, total->second, count.declared});
        }
        std::stable_sort(causes.begin(), causes.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
        causes.resize(std::min(causes.size(), kMostCauses));
        if (causes.empty())
            return;
        catalog::FollowRule rule{effect, {}, {}};
        for (const FollowEvidence& cause : causes) {
            rule.causes.push_back(cause.cause);
            rule.names.push_back(effect + "<-" + cause.cause);
        }
        proposal.definition.follows.push_back(std::move(rule));
        proposal.follows.insert(proposal.follows.end(), causes.begin(), causes.end());
    }

    std::map<std::string, std::uint64_t> m_effects;
    std::map<std::pair<std::string, std::string>, Count> m_counts;
};

bool isAlwaysThere(const std::map<std::string, std::uint64_t>& counts, const std::string& pointer, std::uint64_t events)
{
    const auto found = counts.find(pointer);
    return found != counts.end() && double(found->second) >= kNearlyAlways * double(events);
}

std::string_view lastToken(std::string_view pointer)
{
    return pointer.substr(pointer.rfind('/') + 1);
}

/// The identifiers that events of the type always have make the fact: those that join first.
std::vector<std::string> factOf(const MinedTraces::KindStatistics& kind, const SagaDefinition& definition)
{
    std::vector<std::string> fact;
    const auto add = [&](const std::string& pointer) {
        const bool isNew = std::find(fact.begin(), fact.end(), pointer) == fact.end();
        if (isNew && fact.size() < kMostFactFields && isAlwaysThere(kind.fields, pointer, kind.events))
            fact.push_back(pointer);
    };
    for (const catalog::JoinField& join : definition.joins)
        if (join.appliesTo(kind.type))
            add(join.pointers.front());
    for (const auto& [pointer, count] : kind.fields)
        if (isIdentifierName(lastToken(pointer)) && kindByName(lastToken(pointer)) != "user")
            add(pointer);
    if (fact.empty())
        fact.emplace_back("/payload");
    return fact;
}

std::vector<std::string> amountOf(const MinedTraces::KindStatistics& kind)
{
    constexpr std::array<std::string_view, 5> kNames{"refundAmount", "totalAmount", "amount", "total", "price"};
    std::vector<std::string> amounts;
    for (const std::string_view name : kNames)
        if (const std::string pointer = "/payload/" + std::string(name); isAlwaysThere(kind.numbers, pointer, kind.events))
            amounts.push_back(pointer);
    return amounts;
}

/// Members that are needed by what a person sees of a saga rather than by its logic.
catalog::DefinitionContext contextOf(const MinedTraces::KindStatistics& first, const SagaDefinition& definition)
{
    catalog::DefinitionContext context;
    for (const char* pointer : {"/payload/userId", "/payload/customerId"})
        if (context.user.empty() && isAlwaysThere(first.fields, pointer, first.events))
            context.user = pointer;
    for (const StepDefinition& step : definition.steps)
        for (const std::string& pointer : step.amount)
            if (std::find(context.amount.begin(), context.amount.end(), pointer) == context.amount.end())
                context.amount.push_back(pointer);
    if (isAlwaysThere(first.fields, "/payload/currency", first.events))
        context.currency = "/payload/currency";
    return context;
}

/// What cannot be seen in the traffic: how much similarity makes one saga of two groups, and what must never be.
void keepWhatIsKnown(const SagaDefinition& known, SagaDefinition& definition)
{
    const auto keep = [&](auto SagaDefinition::*member) {
        const auto before = definition.*member;
        definition.*member = known.*member;
        if (!catalog::contradictionsOf(definition).empty())
            definition.*member = before;
    };
    keep(&SagaDefinition::context);
    keep(&SagaDefinition::inference);
    keep(&SagaDefinition::invariants);
}

std::string describe(const Proposal& proposal)
{
    return "Proposed from " + std::to_string(proposal.sagas) + (proposal.sagas == 1 ? " saga." : " sagas.");
}

} // namespace

class Mining::Impl
{
public:
    explicit Impl(const SagaDefinition* known) : m_known(known) {}

    void add(const MinedSaga& saga)
    {
        m_traces.add(saga);
        m_joins.add(saga);
        m_follows.add(saga);
    }

    [[nodiscard]] Proposal propose(std::string name) const
    {
        Proposal proposal;
        SagaDefinition& definition = proposal.definition;
        MinedTraces traces = m_traces;
        MinedJoins joins = m_joins;
        traces.seal();
        definition.name = std::move(name);
        definition.style = traces.isOrchestrated() ? catalog::DefinitionStyle::Orchestrated : catalog::DefinitionStyle::Choreographed;
        MinedSteps steps(traces, m_known);
        steps.fill(proposal);
        definition.description = m_known ? m_known->description : describe(proposal);
        joins.fill(proposal, traces.isOrchestrated());
        for (std::size_t i = 0; i < definition.steps.size(); ++i)
            tellFact(steps.statistics(i), definition.steps[i], definition);
        if (!definition.steps.empty())
            definition.context = contextOf(steps.statistics(0), definition);
        m_follows.fill(proposal);
        if (m_known)
            keepWhatIsKnown(*m_known, definition);
        return proposal;
    }

private:
    void tellFact(const MinedTraces::KindStatistics& kind, StepDefinition& step, const SagaDefinition& definition) const
    {
        const StepDefinition* known = m_known ? m_known->stepOf(kind.type, kind.metadataStep) : nullptr;
        step.fact = known ? known->fact : factOf(kind, definition);
        step.amount = known ? known->amount : amountOf(kind);
    }

    const SagaDefinition* m_known;
    MinedTraces m_traces;
    MinedJoins m_joins;
    MinedFollows m_follows;
};

Mining::Mining(const SagaDefinition* known) : m_impl(std::make_unique<Impl>(known)) {}
Mining::~Mining() = default;

void Mining::add(const MinedSaga& saga)
{
    m_impl->add(saga);
}

Proposal Mining::propose(std::string name) const
{
    return m_impl->propose(std::move(name));
}

} // namespace sagascope::saga
