// SPDX-License-Identifier: GPL-3.0-or-later
// What trying a changed definition costs on recorded traffic. `times_tracking` is the cost against grouping and following
// the same events once, in the same run: the machine cancels out of it.
#include <chrono>
#include <memory>

#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/session/Ingest.h"
#include "core/session/Retelling.h"
#include "core/session/WhatIf.h"
#include "tests/bench/SagaTraffic.h"

namespace sagascope::bench {
namespace {

using Steady = std::chrono::steady_clock;

std::shared_ptr<const catalog::Catalog> builtIn()
{
    static const auto catalog = *catalog::Catalog::load();
    return catalog;
}

session::SnapshotPtr recorded(std::size_t events)
{
    session::Ingest ingest(builtIn());
    SagaTraffic traffic(Dialect::Platform);
    for (std::size_t i = 0; i < events; ++i)
        ingest.take(traffic.next());
    auto snapshot = std::make_shared<session::Snapshot>();
    snapshot->isFinished = true;
    ingest.fill(*snapshot, ingest.latestTime());
    return snapshot;
}

std::shared_ptr<const catalog::Catalog> changed(bool isDescribedAnew)
{
    catalog::SagaDefinition definition = *builtIn()->definition("booking-payment");
    definition.success = {"paid"};
    if (isDescribedAnew)
        definition.steps.front().fact.push_back("/payload/userId");
    return builtIn()->with({definition});
}

double seconds(Steady::time_point since)
{
    return std::chrono::duration<double>(Steady::now() - since).count();
}

/// One pass of grouping and following, as it is done while reading.
double trackingTime(const session::Snapshot& snapshot)
{
    const auto start = Steady::now();
    session::Retelling pass(snapshot.catalog, snapshot.identity);
    for (std::uint32_t i = 0; i < snapshot.events.size(); ++i)
        pass.take(snapshot.events, base::EventIndex(i));
    pass.update(snapshot.events, snapshot.takenAt);
    return seconds(start);
}

void whatIf(benchmark::State& state)
{
    const session::SnapshotPtr snapshot = recorded(std::size_t(state.range(0)));
    const auto catalog = changed(state.range(1) != 0);
    double trying = 0;
    double tracking = 0;
    for (auto _ : state) {
        const auto start = Steady::now();
        benchmark::DoNotOptimize(session::whatIf(snapshot, catalog)->sagasAfter);
        trying += seconds(start);
        state.PauseTiming();
        tracking += trackingTime(*snapshot);
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["times_tracking"] = trying / tracking;
}

BENCHMARK(whatIf)->ArgNames({"events", "anew"})->Args({100'000, 0})->Args({100'000, 1})->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
