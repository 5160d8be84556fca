// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way of a record as the ingest thread walks it: decode, store, review, identity, sagas, snapshot.
#include <algorithm>
#include <span>

#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/session/Ingest.h"
#include "tests/bench/Traffic.h"

namespace sagascope::bench {
namespace {

void ingest(benchmark::State& state, Dialect dialect)
{
    const auto catalog = catalog::Catalog::load();
    if (!catalog) {
        state.SkipWithError(catalog.error().text().c_str());
        return;
    }
    const auto events = static_cast<std::size_t>(state.range(0));
    const auto eventsPerSnapshot = static_cast<std::size_t>(state.range(1));
    const event::RecordBatch batch = traffic(events, dialect);
    std::size_t sagas = 0;
    for (auto _ : state) {
        session::Ingest ingest(*catalog);
        session::Snapshot snapshot;
        for (std::size_t first = 0; first < events; first += eventsPerSnapshot) {
            for (const event::RawRecord& record :
                 batch.records().subspan(first, std::min(eventsPerSnapshot, events - first)))
                ingest.take(record);
            ingest.fill(snapshot, ingest.latestTime());
        }
        sagas = snapshot.counts.sagas;
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(events));
    state.counters["sagas"] = double(sagas);
}

// Twenty snapshots a second at 2,000 and at 20,000 events a second; and ten times the history at the same pace, which
// must not cost more per event.
BENCHMARK_CAPTURE(ingest, specification, Dialect::Specification)
    ->Args({20'000, 100})
    ->Args({20'000, 1'000})
    ->Args({200'000, 1'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ingest, platform, Dialect::Platform)->Args({20'000, 1'000})->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
