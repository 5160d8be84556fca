// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/PopulationCount.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace sagascope::saga {
namespace {

constexpr std::size_t kExamples = 5;

struct SequenceHash
{
    std::size_t operator()(const std::vector<StepIndex>& steps) const
    {
        std::uint64_t hash = 14695981039346656037ULL; // FNV-1a, by step
        for (const StepIndex step : steps)
            hash = (hash ^ step) * 1099511628211ULL;
        return std::size_t(hash);
    }
};

bool isCountedOnce(const std::vector<StepIndex>& steps, std::size_t i)
{
    return std::find(steps.begin(), steps.begin() + std::ptrdiff_t(i), steps[i]) == steps.begin() + std::ptrdiff_t(i);
}

} // namespace

struct PopulationCount::Draft
{
    DefinitionPopulation result;
    std::unordered_map<std::vector<StepIndex>, std::uint32_t, SequenceHash> variants;
    std::unordered_map<std::uint64_t, std::uint32_t> transitions;
    std::vector<std::unordered_map<base::TextId, std::size_t>> sources; ///< by step
    std::vector<base::SagaId> lastSagaOf; ///< by transition: so that each saga counts once
};

PopulationCount::PopulationCount(Population& population, std::optional<StartWindow> window)
    : m_population(population), m_window(window)
{
}

PopulationCount::~PopulationCount() = default;

bool PopulationCount::isInside(const StepTrace& trace) const
{
    return !m_window || (trace.startedAt >= m_window->from && trace.startedAt < m_window->to);
}

bool PopulationCount::isEarlier(base::SagaId a, base::SagaId b) const
{
    const SagaTracker::View& sagas = m_population.m_traces.source().sagas;
    const SagaSummary& left = sagas.saga(a);
    const SagaSummary& right = sagas.saga(b);
    return std::tie(left.startedAt, left.key, a) < std::tie(right.startedAt, right.key, b);
}

bool PopulationCount::run(const ShouldStop& shouldStop)
{
    const TraceTable::View& traces = m_population.m_traces;
    rankTypes();
    m_population.m_places.resize(traces.source().sagas.slotCount());
    for (std::size_t i = 0; i < traces.chunkCount(); ++i) {
        if (shouldStop && shouldStop())
            return false;
        for (std::size_t k = 0; k < traces.chunk(i).size(); ++k) {
            if (const StepTrace trace = traces.chunk(i)[k]; isInside(trace))
                count(trace);
        }
    }
    for (auto& [definition, draft] : m_drafts) {
        if (shouldStop && shouldStop())
            return false;
        finish(*draft);
    }
    placeDrafts();
    return true;
}

/// Event types of sagas without definition become steps in the order of their names. The pool may hold types of
/// sagas that have a definition by now: only what is in use counts.
void PopulationCount::rankTypes()
{
    std::vector<StepIndex>& ranks = m_population.m_rankOfType;
    std::vector<bool> isUsed;
    m_population.m_traces.forEach([&](const StepTrace& trace) {
        if (trace.definition || !isInside(trace))
            return;
        for (const TraceStep& step : trace.steps) {
            if (step.step >= isUsed.size())
                isUsed.resize(step.step + 1, false);
            isUsed[step.step] = true;
        }
    });
    std::vector<std::uint32_t> used;
    for (std::uint32_t type = 0; type < isUsed.size(); ++type) {
        if (isUsed[type])
            used.push_back(type);
    }
    const TraceTable::View& traces = m_population.m_traces;
    std::sort(used.begin(), used.end(), [&](auto a, auto b) { return traces.type(a) < traces.type(b); });
    ranks.assign(isUsed.size(), 0);
    if (used.empty())
        return;
    Draft& draft = draftOf(nullptr);
    for (const std::uint32_t type : used) {
        ranks[type] = StepIndex(draft.result.steps.size());
        PopulationStep step;
        step.name = step.eventType = traces.type(type);
        draft.result.steps.push_back(std::move(step));
    }
    draft.sources.resize(used.size());
}

PopulationCount::Draft& PopulationCount::draftOf(const catalog::SagaDefinition* definition)
{
    auto& draft = m_drafts[definition];
    if (draft)
        return *draft;
    draft = std::make_unique<Draft>();
    draft->result.definition = definition;
    draft->result.prefixes.emplace_back();
    if (!definition)
        return *draft;
    for (const catalog::StepDefinition& from : definition->steps) {
        PopulationStep step;
        step.name = from.name;
        step.eventType = from.eventType;
        step.service = from.service;
        step.role = from.role;
        draft->result.steps.push_back(std::move(step));
    }
    draft->sources.resize(definition->steps.size());
    draft->result.branches.resize(branchesOf(*definition).size());
    draft->result.branchExamples.resize(draft->result.branches.size());
    return *draft;
}

void PopulationCount::count(const StepTrace& trace)
{
    Draft& draft = draftOf(trace.definition);
    m_population.foldInto(trace, m_stays);
    ++m_population.m_sagaCount;
    const bool isFirst = m_population.m_firstStart == base::kNoTime || trace.startedAt < m_population.m_firstStart;
    if (isFirst && trace.startedAt != base::kNoTime)
        m_population.m_firstStart = trace.startedAt;
    m_population.m_lastStart = std::max(m_population.m_lastStart, trace.startedAt);
    ++draft.result.sagas;
    ++draft.result.byState[std::size_t(trace.state)];
    countSteps(draft, trace);
    countTransitions(draft);
    if (trace.endedAt != base::kNoTime)
        countPrefixes(draft);
    countBranches(draft, trace);
}

void PopulationCount::countSteps(Draft& draft, const StepTrace& trace)
{
    std::vector<StepIndex> steps;
    steps.reserve(m_stays.size());
    for (const Population::Stay& stay : m_stays) {
        steps.push_back(stay.step);
        PopulationStep& step = draft.result.steps[stay.step];
        step.sagas += isCountedOnce(steps, steps.size() - 1) ? 1 : 0;
        if (stay.first->source.isValid())
            ++draft.sources[stay.step][stay.first->source];
    }
    const bool isEnded = trace.endedAt != base::kNoTime;
    if (!steps.empty()) {
        ++draft.result.steps[steps.front()].begins;
        draft.result.steps[steps.back()].endsIn += isEnded ? 1 : 0;
    }
    const auto [found, isNew] = draft.variants.try_emplace(std::move(steps), std::uint32_t(draft.result.variants.size()));
    if (isNew)
        draft.result.variants.push_back({found->first, {}, {}, {}});
    Variant& variant = draft.result.variants[found->second];
    variant.members.push_back(trace.saga);
    ++variant.byState[std::size_t(trace.state)];
    if (isEnded && trace.startedAt != base::kNoTime) {
        variant.durations.add(trace.endedAt - trace.startedAt);
        draft.result.durations.add(trace.endedAt - trace.startedAt);
    }
}

void PopulationCount::countTransitions(Draft& draft)
{
    const auto saga = m_population.m_sagaCount; // tells this saga from the one before
    for (std::size_t i = 1; i < m_stays.size(); ++i) {
        const StepIndex from = m_stays[i - 1].step;
        const StepIndex to = m_stays[i].step;
        const std::uint64_t key = (std::uint64_t(from) << 32U) | to;
        const auto [found, isNew] = draft.transitions.try_emplace(key, std::uint32_t(draft.result.transitions.size()));
        if (isNew) {
            draft.result.transitions.push_back({from, to, 0, {}});
            draft.lastSagaOf.emplace_back();
        }
        Transition& transition = draft.result.transitions[found->second];
        base::SagaId& last = draft.lastSagaOf[found->second];
        transition.sagas += last.value == saga ? 0 : 1;
        last = base::SagaId(std::uint32_t(saga));
        transition.waits.add(m_stays[i].first->at - m_stays[i - 1].last->at);
    }
}

void PopulationCount::countPrefixes(Draft& draft)
{
    std::vector<PrefixNode>& nodes = draft.result.prefixes;
    std::uint32_t at = 0;
    ++nodes[0].count;
    for (std::size_t i = 0; i < m_stays.size(); ++i) {
        const StepIndex step = m_stays[i].step;
        const auto child = std::find_if(nodes[at].children.begin(), nodes[at].children.end(),
                                        [&](const PrefixNode::Child& c) { return c.step == step; });
        if (child == nodes[at].children.end()) {
            nodes[at].children.push_back({step, std::uint32_t(nodes.size())});
            at = std::uint32_t(nodes.size());
            nodes.emplace_back();
        } else {
            at = child->node;
        }
        ++nodes[at].count;
        if (i > 0)
            nodes[at].waits.add(m_stays[i].first->at - m_stays[i - 1].last->at);
    }
}

void PopulationCount::countBranches(Draft& draft, const StepTrace& trace)
{
    for (const std::uint16_t branch : trace.branches) {
        ++draft.result.branches[branch];
        std::vector<base::SagaId>& examples = draft.result.branchExamples[branch];
        const auto place = std::upper_bound(examples.begin(), examples.end(), trace.saga,
                                            [&](base::SagaId a, base::SagaId b) { return isEarlier(a, b); });
        if (std::size_t(place - examples.begin()) == kExamples)
            continue;
        examples.insert(place, trace.saga);
        if (examples.size() > kExamples)
            examples.pop_back();
    }
}

void PopulationCount::finish(Draft& draft)
{
    draft.result.durations.seal();
    for (Transition& transition : draft.result.transitions)
        transition.waits.seal();
    std::sort(draft.result.transitions.begin(), draft.result.transitions.end(),
              [](const Transition& a, const Transition& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    for (PrefixNode& node : draft.result.prefixes)
        node.waits.seal();
    nameSources(draft);
    sortVariants(draft);
}

void PopulationCount::nameSources(Draft& draft) const
{
    const store::EventStore::View& events = m_population.m_traces.source().events;
    for (std::size_t i = 0; i < draft.sources.size(); ++i) {
        std::size_t most = 0;
        std::string& name = draft.result.steps[i].observedSource;
        for (const auto& [source, count] : draft.sources[i]) {
            const std::string_view text = events.text(source);
            if (count > most || (count == most && text < name)) {
                most = count;
                name = text;
            }
        }
    }
}

void PopulationCount::sortVariants(Draft& draft)
{
    std::vector<Variant>& variants = draft.result.variants;
    for (Variant& variant : variants) {
        variant.durations.seal();
        std::sort(variant.members.begin(), variant.members.end(),
                  [&](base::SagaId a, base::SagaId b) { return isEarlier(a, b); });
    }
    std::sort(variants.begin(), variants.end(), [](const Variant& a, const Variant& b) {
        return a.members.size() == b.members.size() ? a.steps < b.steps : a.members.size() > b.members.size();
    });
}

void PopulationCount::placeDrafts()
{
    std::vector<DefinitionPopulation>& definitions = m_population.m_definitions;
    for (auto& [definition, draft] : m_drafts)
        definitions.push_back(std::move(draft->result));
    std::sort(definitions.begin(), definitions.end(), [](const DefinitionPopulation& a, const DefinitionPopulation& b) {
        if (!a.definition || !b.definition)
            return b.definition == nullptr && a.definition != nullptr;
        return a.definition->name < b.definition->name;
    });
    for (std::uint32_t d = 0; d < definitions.size(); ++d) {
        for (std::uint32_t v = 0; v < definitions[d].variants.size(); ++v) {
            for (const base::SagaId saga : definitions[d].variants[v].members)
                m_population.m_places[saga.value] = {d, v};
        }
    }
}

} // namespace sagascope::saga
