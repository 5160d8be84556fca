// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Population.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/saga/PopulationCount.h"

namespace sagascope::saga {

const Transition* DefinitionPopulation::transition(StepIndex from, StepIndex to) const
{
    const auto found = std::lower_bound(transitions.begin(), transitions.end(), std::pair(from, to),
                                        [](const Transition& a, const std::pair<StepIndex, StepIndex>& key) {
                                            return std::pair(a.from, a.to) < key;
                                        });
    return found != transitions.end() && found->from == from && found->to == to ? &*found : nullptr;
}

std::string DefinitionPopulation::nameOf(const Variant& variant) const
{
    std::string name;
    for (const StepIndex step : variant.steps)
        name += (name.empty() ? "" : " > ") + steps[step].name;
    return name;
}

std::shared_ptr<const Population> Population::of(TraceTable::View traces, std::optional<StartWindow> window,
                                                 const ShouldStop& shouldStop)
{
    auto population = std::make_shared<Population>();
    population->m_traces = std::move(traces);
    return PopulationCount(*population, window).run(shouldStop) ? population : nullptr;
}

const DefinitionPopulation* Population::find(std::string_view definition) const
{
    const auto found = std::find_if(m_definitions.begin(), m_definitions.end(), [&](const DefinitionPopulation& p) {
        return p.definition ? p.definition->name == definition : definition.empty();
    });
    return found == m_definitions.end() ? nullptr : &*found;
}

const DefinitionPopulation* Population::populationOf(base::SagaId saga) const
{
    if (!saga.isValid() || saga.value >= m_places.size() || m_places[saga.value].definition >= m_definitions.size())
        return nullptr;
    return &m_definitions[m_places[saga.value].definition];
}

const Variant* Population::variantOf(base::SagaId saga) const
{
    const DefinitionPopulation* population = populationOf(saga);
    return population ? &population->variants[m_places[saga.value].variant] : nullptr;
}

void Population::foldInto(const StepTrace& trace, std::vector<Stay>& stays) const
{
    stays.clear();
    for (const TraceStep& taken : trace.steps) {
        const StepIndex step = trace.definition ? taken.step : m_rankOfType[taken.step];
        const bool isRepeatable = !trace.definition || trace.definition->steps[taken.step].isRepeatable;
        if (isRepeatable && !stays.empty() && stays.back().step == step)
            stays.back().last = &taken;
        else
            stays.push_back({step, &taken, &taken});
    }
}

std::vector<Population::Stay> Population::staysOf(base::SagaId saga) const
{
    std::vector<Stay> stays;
    if (populationOf(saga))
        foldInto(m_traces.of(saga), stays);
    return stays;
}

std::optional<Standing> Population::durationStanding(base::SagaId saga) const
{
    const Variant* variant = variantOf(saga);
    const StepTrace trace = m_traces.of(saga);
    if (!variant || trace.endedAt == base::kNoTime || trace.startedAt == base::kNoTime)
        return std::nullopt;
    return variant->durations.standingOf(trace.endedAt - trace.startedAt);
}

std::vector<WaitStanding> Population::waitStandings(base::SagaId saga) const
{
    std::vector<WaitStanding> standings;
    const std::vector<Stay> stays = staysOf(saga);
    for (std::size_t i = 1; i < stays.size(); ++i) {
        const Transition* transition = populationOf(saga)->transition(stays[i - 1].step, stays[i].step);
        if (!transition)
            continue;
        WaitStanding standing;
        standing.from = transition->from;
        standing.to = transition->to;
        standing.fromEvent = stays[i - 1].last->event;
        standing.toEvent = stays[i].first->event;
        standing.wait = stays[i].first->at - stays[i - 1].last->at;
        standing.standing = transition->waits.standingOf(standing.wait);
        standing.median = transition->waits.median();
        standing.p95 = transition->waits.p95();
        standings.push_back(standing);
    }
    return standings;
}

std::vector<NextStep> Population::nextSteps(base::SagaId saga) const
{
    std::vector<NextStep> next;
    const DefinitionPopulation* population = populationOf(saga);
    if (!population || m_traces.of(saga).endedAt != base::kNoTime)
        return next;
    const std::vector<PrefixNode>& nodes = population->prefixes;
    const PrefixNode* at = &nodes.front();
    for (const StepIndex step : variantOf(saga)->steps) {
        const auto child = std::find_if(at->children.begin(), at->children.end(),
                                        [&](const PrefixNode::Child& c) { return c.step == step; });
        if (child == at->children.end())
            return next;
        at = &nodes[child->node];
    }
    if (at->count < kEnoughSamples)
        return next;
    for (const PrefixNode::Child& child : at->children) {
        const PrefixNode& node = nodes[child.node];
        const double probability = double(node.count) / double(at->count);
        next.push_back({child.step, probability, node.count, at->count, node.waits.median(), node.waits.p95()});
    }
    std::sort(next.begin(), next.end(), [](const NextStep& a, const NextStep& b) {
        return a.taken == b.taken ? a.step < b.step : a.taken > b.taken;
    });
    return next;
}

} // namespace sagascope::saga
