// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Stuck.h"

#include <algorithm>

namespace sagascope::saga {
namespace {

bool isJudged(const StepTrace& trace)
{
    return trace.definition && trace.definition->hasEnd && !trace.steps.empty()
        && (trace.state == SagaState::Running || trace.state == SagaState::Stalled);
}

/// Steps that often come after this one and have not been taken yet.
std::vector<AwaitedStep> awaitedAfter(StepIndex last, const std::vector<StepIndex>& taken,
                                      const DefinitionPopulation& population)
{
    std::vector<AwaitedStep> awaited;
    for (const Transition& transition : population.transitions) {
        const bool isTaken = std::find(taken.begin(), taken.end(), transition.to) != taken.end();
        if (transition.from != last || isTaken || !transition.waits.isEnough())
            continue;
        const PopulationStep& step = population.steps[transition.to];
        awaited.push_back({transition.to, step.service.empty() ? step.observedSource : step.service,
                           transition.waits.p99(), transition.waits.count()});
    }
    std::sort(awaited.begin(), awaited.end(), [](const AwaitedStep& a, const AwaitedStep& b) {
        return a.samples == b.samples ? a.step < b.step : a.samples > b.samples;
    });
    return awaited;
}

base::Timestamp receivedAt(const store::EventRow& row)
{
    return row.brokerTime == base::kNoTime ? row.producerTime : row.brokerTime;
}

} // namespace

std::optional<StuckSaga> stuckSaga(const Population& population, base::SagaId saga, base::Timestamp now)
{
    const DefinitionPopulation* definition = population.populationOf(saga);
    const StepTrace trace = population.traces().of(saga);
    if (!definition || !isJudged(trace) || now == base::kNoTime)
        return std::nullopt;
    const std::vector<StepIndex>& taken = population.variantOf(saga)->steps;
    StuckSaga stuck;
    stuck.saga = saga;
    stuck.awaited = awaitedAfter(taken.back(), taken, *definition);
    if (stuck.awaited.empty())
        return std::nullopt;
    const store::EventStore::View& events = population.traces().source().events;
    const store::EventRow& last = events.row(trace.steps.back().event);
    if (receivedAt(last) == base::kNoTime)
        return std::nullopt;
    stuck.lastEvent = trace.steps.back().event;
    stuck.lastProducer = last.source.isValid() ? std::string(events.text(last.source)) : std::string();
    stuck.elapsed = now - receivedAt(last);
    for (const AwaitedStep& awaited : stuck.awaited)
        stuck.limit = std::max(stuck.limit, awaited.p99);
    return stuck.elapsed > stuck.limit ? std::optional(std::move(stuck)) : std::nullopt;
}

std::vector<StuckSaga> stuckSagas(const Population& population, base::Timestamp now, const ShouldStop& shouldStop)
{
    std::vector<StuckSaga> all;
    const TraceTable::View& traces = population.traces();
    for (std::size_t i = 0; i < traces.chunkCount() && !(shouldStop && shouldStop()); ++i) {
        for (std::size_t k = 0; k < traces.chunk(i).size(); ++k) {
            if (const StepTrace trace = traces.chunk(i)[k]; isJudged(trace)) {
                if (auto stuck = stuckSaga(population, trace.saga, now))
                    all.push_back(std::move(*stuck));
            }
        }
    }
    const SagaTracker::View& sagas = traces.source().sagas;
    std::sort(all.begin(), all.end(), [&](const StuckSaga& a, const StuckSaga& b) {
        return a.excess() == b.excess() ? sagas.saga(a.saga).key < sagas.saga(b.saga).key : a.excess() > b.excess();
    });
    return all;
}

} // namespace sagascope::saga
