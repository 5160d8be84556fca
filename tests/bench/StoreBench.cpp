// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/event/Decoder.h"
#include "core/store/EventStore.h"
#include "tests/bench/Traffic.h"

namespace sagascope::bench {
namespace {

constexpr std::size_t kEvents = 20'000;

/// Fills the store; decoding counts, as it does when traffic comes in.
void fill(store::EventStore& store, event::Decoder& decoder, const event::RecordBatch& batch)
{
    for (const event::RawRecord& record : batch.records())
        store.append(record, decoder.decode(record));
}

void decodeAndAppend(benchmark::State& state)
{
    const event::RecordBatch batch = traffic(kEvents, Dialect::Platform);
    event::Decoder decoder;
    double stored = 0;
    for (auto _ : state) {
        store::EventStore store;
        fill(store, decoder, batch);
        stored = double(store.payloadMemoryBytes());
        benchmark::DoNotOptimize(store.size());
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
    state.counters["bytes_per_event"] = stored / double(kEvents);
}
BENCHMARK(decodeAndAppend)->Unit(benchmark::kMillisecond);

/// A view for every 50 events: far more often than a session makes one.
void appendWithViews(benchmark::State& state)
{
    const event::RecordBatch batch = traffic(kEvents, Dialect::Platform);
    event::Decoder decoder;
    for (auto _ : state) {
        store::EventStore store;
        std::size_t count = 0;
        for (const event::RawRecord& record : batch.records()) {
            store.append(record, decoder.decode(record));
            if (++count % 50 == 0)
                benchmark::DoNotOptimize(store.view().size());
        }
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
}
BENCHMARK(appendWithViews)->Unit(benchmark::kMillisecond);

void readRecordsBack(benchmark::State& state, bool isInOrder)
{
    store::EventStore store;
    event::Decoder decoder;
    fill(store, decoder, traffic(kEvents, Dialect::Platform));
    const store::EventStore::View view = store.view();
    std::mt19937 random(1);
    std::uint32_t next = 0;
    for (auto _ : state) {
        const std::uint32_t pick = isInOrder ? next++ % kEvents : std::uint32_t(random() % kEvents);
        benchmark::DoNotOptimize(view.record(base::EventIndex(pick)).isOk());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(readRecordsBack, in_order, true);
BENCHMARK_CAPTURE(readRecordsBack, at_random, false);

} // namespace
} // namespace sagascope::bench
