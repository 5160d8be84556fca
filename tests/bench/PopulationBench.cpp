// SPDX-License-Identifier: GPL-3.0-or-later
// What the Population page asks of a worker: the traces of all sagas, their statistics, and keeping up with live traffic.
#include <chrono>

#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/saga/Population.h"
#include "core/saga/Stuck.h"
#include "core/session/Ingest.h"
#include "tests/bench/Traffic.h"

namespace sagascope::bench {
namespace {

/// A session that was read once, whatever the number of iterations.
class Recorded
{
public:
    explicit Recorded(std::size_t events) : m_ingest(*catalog::Catalog::load())
    {
        const event::RecordBatch batch = traffic(events, Dialect::Platform);
        for (const event::RawRecord& record : batch.records())
            m_ingest.take(record);
        look();
    }

    void look() { m_ingest.fill(m_snapshot, m_ingest.latestTime()); }
    [[nodiscard]] saga::RecordedSagas sagas() const { return {m_snapshot.events, m_snapshot.identity, m_snapshot.sagas}; }
    [[nodiscard]] const session::Snapshot& snapshot() const { return m_snapshot; }

private:
    session::Ingest m_ingest;
    session::Snapshot m_snapshot;
};

void count(benchmark::State& state, const Recorded& recorded, std::size_t sagas)
{
    state.counters["sagas"] = double(sagas);
    state.counters["ns/saga"] =
        benchmark::Counter(double(sagas) * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    benchmark::DoNotOptimize(recorded.snapshot().takenAt);
}

// All from scratch, as when the page is opened. Ten times the sagas must not cost more than ten times as much.
void populationWhole(benchmark::State& state)
{
    const Recorded recorded(static_cast<std::size_t>(state.range(0)));
    std::size_t sagas = 0;
    for (auto _ : state) {
        saga::TraceTable table;
        sagas = saga::Population::of(table.update(recorded.sagas()))->sagaCount();
    }
    count(state, recorded, sagas);
}

void populationTraces(benchmark::State& state)
{
    const Recorded recorded(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        saga::TraceTable table;
        benchmark::DoNotOptimize(table.update(recorded.sagas()));
    }
    count(state, recorded, recorded.snapshot().counts.sagas);
}

// Nothing new came: what remains is the statistics.
void populationAgain(benchmark::State& state)
{
    const Recorded recorded(static_cast<std::size_t>(state.range(0)));
    saga::TraceTable table;
    benchmark::DoNotOptimize(table.update(recorded.sagas()));
    std::size_t sagas = 0;
    for (auto _ : state) {
        const auto population = saga::Population::of(table.update(recorded.sagas()));
        sagas = population->sagaCount();
        benchmark::DoNotOptimize(saga::stuckSagas(*population, recorded.snapshot().takenAt));
    }
    count(state, recorded, sagas);
}

BENCHMARK(populationWhole)->Arg(60'000)->Arg(600'000)->Unit(benchmark::kMillisecond);
BENCHMARK(populationTraces)->Arg(600'000)->Unit(benchmark::kMillisecond);
BENCHMARK(populationAgain)->Arg(600'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
