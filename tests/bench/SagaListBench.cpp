// SPDX-License-Identifier: GPL-3.0-or-later
// What the worker of the saga list does at 150,000 sagas of four events each: filter, sort, group, and one live update.
#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/session/Ingest.h"
#include "core/session/QueryCompletion.h"
#include "tests/bench/Traffic.h"
#include "ui/sagas/SagaIndex.h"

namespace sagascope::bench {
namespace {

constexpr std::size_t kEvents = 600'000;

const session::SnapshotPtr& population()
{
    static const session::SnapshotPtr kSnapshot = [] {
        const auto catalog = *catalog::Catalog::load();
        session::Ingest ingest(catalog);
        const event::RecordBatch batch = traffic(kEvents, Dialect::Specification);
        for (const event::RawRecord& record : batch.records())
            ingest.take(record);
        auto snapshot = std::make_shared<session::Snapshot>();
        snapshot->catalog = catalog;
        ingest.fill(*snapshot, ingest.latestTime());
        return snapshot;
    }();
    return kSnapshot;
}

/// Typing another search: everything is matched anew.
void filter(benchmark::State& state, const char* search)
{
    ui::SagaFilter filter;
    filter.search = search;
    std::size_t shown = 0;
    (void)population(); // made once, and not what is measured
    for (auto _ : state) {
        ui::SagaIndex index;
        shown = index.update(population(), filter).matchCount;
    }
    state.counters["sagas"] = double(population()->counts.sagas);
    state.counters["shown"] = double(shown);
}
BENCHMARK_CAPTURE(filter, nothing, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, state, "state:completed")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, type, "type:payment.failed")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, idPrefix, "booking:a7*")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, freeWord, "f00d")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, everythingAtOnce,
                  "state:completed (booking:a* or booking:b*) duration:<5s -has:duplicate type:payment since:1d")
    ->Unit(benchmark::kMillisecond);

/// A click on a column's head: what matches is known.
void sort(benchmark::State& state, ui::SagaColumn column)
{
    ui::SagaIndex index;
    ui::SagaOrder order;
    order.column = column;
    (void)index.update(population(), {}, order);
    for (auto _ : state) {
        order.isDescending = !order.isDescending;
        benchmark::DoNotOptimize(index.update(population(), {}, order).groups.size());
    }
}
BENCHMARK_CAPTURE(sort, started, ui::SagaColumn::Started)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sort, key, ui::SagaColumn::Key)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sort, duration, ui::SagaColumn::Duration)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sort, findings, ui::SagaColumn::Findings)->Unit(benchmark::kMillisecond);

void group(benchmark::State& state, ui::SagaGrouping grouping)
{
    ui::SagaIndex index;
    ui::SagaOrder order;
    (void)index.update(population(), {}, order);
    std::size_t groups = 0;
    for (auto _ : state) {
        order.grouping = order.grouping == grouping ? ui::SagaGrouping::None : grouping;
        groups = std::max(groups, index.update(population(), {}, order).groups.size());
    }
    state.counters["groups"] = double(groups);
}
BENCHMARK_CAPTURE(group, state, ui::SagaGrouping::State)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, caption, ui::SagaGrouping::Caption)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, user, ui::SagaGrouping::User)->Unit(benchmark::kMillisecond);

void explainAnEmptyList(benchmark::State& state)
{
    ui::SagaFilter filter;
    filter.search = "state:failed booking:a* type:payment";
    for (auto _ : state) {
        ui::SagaIndex index;
        benchmark::DoNotOptimize(index.update(population(), filter).hints.size());
    }
}
BENCHMARK(explainAnEmptyList)->Unit(benchmark::kMillisecond);

void complete(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(session::completeQuery(*population(), "state:completed booking:ffff", 28).suggestions.size());
}
BENCHMARK(complete)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
