// SPDX-License-Identifier: GPL-3.0-or-later
// What reconstructing sagas costs beyond decoding and storing: describing an event by itself (looking its fields up in
// the decoded JSON, interning ids), grouping, and keeping the sagas' lines. `tracked_per_second` is the rate without
// describing, `items_per_second` the rate with it. Run it on a quiet machine; it counts processor time, and
// `times_map` is the cost of an event against one insertion into a hash map of the standard library, done for every
// event in the same run: the machine cancels out of it. SAGASCOPE_BENCH_EVENTS=10000000 adds a run of that size.
#include <cstdlib>
#include <ctime>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"
#include "core/identity/Identity.h"
#include "core/saga/SagaTracker.h"
#include "core/saga/Tell.h"
#include "core/store/EventStore.h"
#include "tests/bench/SagaTraffic.h"

namespace sagascope::bench {
namespace {

std::shared_ptr<const catalog::Catalog> builtIn()
{
    static const auto catalog = *catalog::Catalog::load();
    return catalog;
}

/// Processor time of this thread in seconds, so that others on the machine do not count.
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

class Stopwatch
{
public:
    explicit Stopwatch(double& total) : m_total(total), m_start(processorTime()) {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() { m_total += processorTime() - m_start; }

private:
    double& m_total;
    double m_start;
};

std::size_t heapBytes()
{
#if defined(__GLIBC__)
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

/// Where the time of one run went, in seconds.
struct Costs
{
    double append = 0; ///< Identity::append: describing and grouping
    double update = 0; ///< SagaTracker::update, once per snapshot
    double views = 0;  ///< publishing
    double map = 0;    ///< the measure
    [[nodiscard]] double track() const { return append + update + views; }
};

/// Decodes and stores records unmeasured, then hands them to the identity, measured: a decoder per event in flight,
/// since an event lives until its decoder's next one.
class Pipeline
{
public:
    Pipeline() : m_identity(builtIn()), m_tracker(builtIn()), m_decoders(kInFlight) {}

    template <typename Next> void take(std::size_t count, Next next)
    {
        while (count > 0) {
            const std::size_t size = std::min(count, kInFlight);
            for (std::size_t i = 0; i < size; ++i)
                decode(next(), i);
            appendAll(size);
            count -= size;
        }
    }

    void publish()
    {
        const store::EventStore::View events = m_store.view();
        {
            const Stopwatch watch(costs.update);
            m_tracker.update(m_identity, events, now);
        }
        const Stopwatch watch(costs.views);
        benchmark::DoNotOptimize(m_tracker.view().slotCount());
        benchmark::DoNotOptimize(m_identity.view().size());
    }

    [[nodiscard]] const store::EventStore& store() const { return m_store; }
    [[nodiscard]] const identity::Identity& identity() const { return m_identity; }
    [[nodiscard]] const saga::SagaTracker& tracker() const { return m_tracker; }

    Costs costs;
    base::Timestamp now = base::kNoTime;

private:
    static constexpr std::size_t kInFlight = 16; ///< few: what was decoded is described while it is in the cache

    void decode(const event::RawRecord& record, std::size_t i)
    {
        m_records[i] = {};
        m_records[i].append(record);
        const event::RawRecord& kept = m_records[i].records().front();
        m_decoded[i] = m_decoders[i].decode(kept);
        m_indices[i] = m_store.append(kept, m_decoded[i]);
        now = std::max(now, record.brokerTime);
    }

    void appendAll(std::size_t size)
    {
        {
            const Stopwatch watch(costs.append);
            for (std::size_t i = 0; i < size; ++i)
                m_identity.append(m_indices[i], std::get_if<event::Event>(&m_decoded[i]), *m_records[i].records().front().value);
        }
        const Stopwatch watch(costs.map);
        for (std::size_t i = 0; i < size; ++i)
            m_map.emplace(m_store.row(m_indices[i]).eventId, m_indices[i].value);
    }

    store::EventStore m_store;
    identity::Identity m_identity;
    saga::SagaTracker m_tracker;
    std::deque<event::Decoder> m_decoders;
    std::array<event::RecordBatch, kInFlight> m_records;
    std::array<event::Decoded, kInFlight> m_decoded;
    std::array<base::EventIndex, kInFlight> m_indices;
    std::unordered_map<base::IdHash, std::uint32_t> m_map;
};

void report(benchmark::State& state, const Costs& costs, std::size_t events)
{
    const double perEvent = 1e9 / double(events) / double(state.iterations());
    state.SetItemsProcessed(std::int64_t(events) * state.iterations());
    state.counters["append_ns"] = costs.append * perEvent;
    state.counters["update_ns"] = costs.update * perEvent;
    state.counters["views_ns"] = costs.views * perEvent;
    state.counters["times_map"] = costs.track() / costs.map;
}

Costs operator-(const Costs& a, const Costs& b)
{
    return {a.append - b.append, a.update - b.update, a.views - b.views, a.map - b.map};
}

void add(Costs& to, const Costs& costs)
{
    to.append += costs.append;
    to.update += costs.update;
    to.views += costs.views;
    to.map += costs.map;
}

/// Grouping alone, in seconds: what was described is grouped once more, as a look at an earlier moment does it.
double groupAgain(const identity::Identity::View& described, std::size_t events)
{
    const double start = processorTime();
    identity::Identity replay = identity::Identity::replaying(described);
    for (std::uint32_t i = 0; i < events; ++i)
        replay.include(base::EventIndex(i));
    benchmark::DoNotOptimize(replay.view().size());
    return processorTime() - start;
}

/// Bookings, `range(0)` events of them, with a snapshot after every `range(1)`.
void track(benchmark::State& state, Dialect dialect)
{
    const auto events = static_cast<std::size_t>(state.range(0));
    const auto eventsPerSnapshot = static_cast<std::size_t>(state.range(1));
    Costs costs;
    double group = 0;
    for (auto _ : state) {
        const std::size_t heapBefore = heapBytes();
        Pipeline pipeline;
        SagaTraffic traffic(dialect);
        for (std::size_t done = 0; done < events; done += eventsPerSnapshot) {
            pipeline.take(std::min(eventsPerSnapshot, events - done), [&] { return traffic.next(); });
            pipeline.publish();
        }
        add(costs, pipeline.costs);
        state.SetIterationTime(pipeline.costs.track());
        std::uint64_t sagas = 0;
        for (const std::uint64_t count : pipeline.tracker().countByState())
            sagas += count;
        state.counters["sagas"] = double(sagas);
        // The hash map that is the measure takes 48 bytes an event (node and bucket) of what was counted.
        state.counters["bytes_per_event"] =
            double(heapBytes() - heapBefore - pipeline.store().payloadMemoryBytes()) / double(events) - 48;
        group = groupAgain(pipeline.identity().view(), events) * 1e9 / double(events);
    }
    report(state, costs, events);
    const double describing = state.counters["append_ns"] - group;
    state.counters["describe_ns"] = describing;
    state.counters["group_ns"] = group;
    state.counters["tracked_per_second"] = 1e9 / (group + state.counters["update_ns"] + state.counters["views_ns"]);
}

/// What an event costs after a history of `range(0)` others, at 20,000 a second and twenty snapshots a second, where the
/// events of a booking come in snapshots of their own.
void trackAfter(benchmark::State& state, Dialect dialect)
{
    constexpr std::size_t kLive = 20'000;
    constexpr std::size_t kPerSnapshot = 1'000;
    Pipeline pipeline;
    SagaTraffic traffic(dialect);
    for (std::int64_t done = 0; done < state.range(0); done += 50'000) {
        pipeline.take(std::size_t(std::min<std::int64_t>(50'000, state.range(0) - done)), [&] { return traffic.next(); });
        pipeline.publish();
    }
    const Costs before = pipeline.costs;
    for (auto _ : state) {
        const double start = pipeline.costs.track();
        for (std::size_t done = 0; done < kLive; done += kPerSnapshot) {
            pipeline.take(kPerSnapshot, [&] { return traffic.next(); });
            pipeline.publish();
        }
        state.SetIterationTime(pipeline.costs.track() - start);
    }
    report(state, pipeline.costs - before, kLive);
}

/// One saga of `range(0)` events that goes on, ten events a snapshot.
void growOneSaga(benchmark::State& state)
{
    constexpr std::size_t kLive = 200;
    Pipeline pipeline;
    SagaTraffic traffic(Dialect::Specification);
    for (std::int64_t done = 0; done < state.range(0); done += 10'000) {
        pipeline.take(std::size_t(std::min<std::int64_t>(10'000, state.range(0) - done)), [&] { return traffic.nextOfOneSaga(); });
        pipeline.publish();
    }
    const Costs before = pipeline.costs;
    for (auto _ : state) {
        const double start = pipeline.costs.track();
        for (std::size_t done = 0; done < kLive; done += 10) {
            pipeline.take(10, [&] { return traffic.nextOfOneSaga(); });
            pipeline.publish();
        }
        state.SetIterationTime(pipeline.costs.track() - start);
    }
    report(state, pipeline.costs - before, kLive);
}

/// One event id on `range(0)` events: redelivered, or used for everything by a service that makes no ids. The cost of an
/// event should not grow with them.
void repeatOneId(benchmark::State& state, bool isDelivery)
{
    const auto events = std::size_t(state.range(0));
    Costs costs;
    for (auto _ : state) {
        Pipeline pipeline;
        SagaTraffic traffic(Dialect::Specification);
        for (std::size_t done = 0; done < events; done += 1'000) {
            pipeline.take(1'000, [&] { return traffic.nextOfOneId(isDelivery); });
            pipeline.publish();
        }
        add(costs, pipeline.costs);
        state.SetIterationTime(pipeline.costs.track());
    }
    report(state, costs, events);
}

/// What a click on a saga waits for.
void openSaga(benchmark::State& state, bool isBig)
{
    Pipeline pipeline;
    SagaTraffic traffic(Dialect::Specification);
    pipeline.take(std::size_t(state.range(0)), [&] { return isBig ? traffic.nextOfOneSaga() : traffic.next(); });
    pipeline.publish();
    const auto sagas = pipeline.tracker().view();
    const auto events = pipeline.store().view();
    const auto identity = pipeline.identity().view();
    std::uint32_t pick = 0;
    for (auto _ : state) {
        const auto& members = *sagas.saga(base::SagaId(pick++ % std::uint32_t(sagas.slotCount()))).events;
        benchmark::DoNotOptimize(saga::tell(members, events, identity, *builtIn(), pipeline.now).events.size());
    }
}

/// Describing alone: looking fields up in the decoded JSON, interning identifiers and event ids.
void describe(benchmark::State& state, Dialect dialect)
{
    constexpr std::size_t kEvents = 100'000;
    double seconds = 0;
    event::Decoder decoder;
    for (auto _ : state) {
        identity::Descriptions descriptions(builtIn());
        SagaTraffic traffic(dialect);
        double spent = 0;
        for (std::size_t i = 0; i < kEvents; ++i) {
            const event::RawRecord record = traffic.next();
            const event::Decoded& decoded = decoder.decode(record);
            const Stopwatch watch(spent);
            descriptions.append(std::get_if<event::Event>(&decoded), *record.value);
        }
        seconds += spent;
        state.SetIterationTime(spent);
    }
    double watching = 0;
    for (std::size_t i = 0; i < kEvents; ++i)
        const Stopwatch watch(watching);
    state.counters["describe_ns"] = (seconds / double(state.iterations()) - watching) * 1e9 / double(kEvents);
}

void group(benchmark::State& state, Dialect dialect)
{
    Pipeline pipeline;
    SagaTraffic traffic(dialect);
    const auto events = static_cast<std::size_t>(state.range(0));
    pipeline.take(events, [&] { return traffic.next(); });
    const auto described = pipeline.identity().view();
    double seconds = 0;
    for (auto _ : state) {
        const double spent = groupAgain(described, events);
        seconds += spent;
        state.SetIterationTime(spent);
    }
    state.counters["group_ns"] = seconds * 1e9 / double(events) / double(state.iterations());
}

constexpr std::int64_t kBacklog = 50'000; ///< events per snapshot: 50 ms worth at a million a second

void sizes(benchmark::internal::Benchmark* bench)
{
    for (const std::int64_t events : {10'000, 100'000, 1'000'000})
        bench->Args({events, kBacklog});
    if (const char* more = std::getenv("SAGASCOPE_BENCH_EVENTS"))
        bench->Args({std::atoll(more), kBacklog});
    bench->UseManualTime()->Unit(benchmark::kMillisecond);
}

void histories(benchmark::internal::Benchmark* bench)
{
    for (const std::int64_t events : {10'000, 100'000, 1'000'000})
        bench->Arg(events);
    if (const char* more = std::getenv("SAGASCOPE_BENCH_EVENTS"))
        bench->Arg(std::atoll(more));
    bench->UseManualTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(track, specification, Dialect::Specification)->Apply(sizes);
BENCHMARK_CAPTURE(track, platform, Dialect::Platform)->Apply(sizes);
BENCHMARK_CAPTURE(trackAfter, specification, Dialect::Specification)->Apply(histories);
BENCHMARK_CAPTURE(trackAfter, platform, Dialect::Platform)->Apply(histories);
BENCHMARK(growOneSaga)->Arg(1'000)->Arg(10'000)->Arg(100'000)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(repeatOneId, redelivered, true)->Arg(1'000)->Arg(10'000)->Arg(100'000)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(repeatOneId, sharedByAll, false)->Arg(1'000)->Arg(10'000)->Arg(100'000)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openSaga, typical, false)->Arg(20'000)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(openSaga, big, true)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, specification, Dialect::Specification)->Apply(histories);
BENCHMARK_CAPTURE(group, platform, Dialect::Platform)->Apply(histories);
BENCHMARK_CAPTURE(describe, specification, Dialect::Specification)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(describe, platform, Dialect::Platform)->UseManualTime()->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
