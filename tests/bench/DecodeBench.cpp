// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding, measured against simdjson's own DOM parse of the same bytes in the same run: the machine cancels out of
// `times_dom`.
#include <cstring>
#include <ctime>
#include <vector>

#include <benchmark/benchmark.h>
#include <simdjson.h>

#include "core/event/Decoder.h"
#include "core/event/JsonLines.h"
#include "tests/bench/Traffic.h"

namespace sagascope::bench {
namespace {

constexpr std::size_t kEvents = 4'000;

/// Processor time, so that others on the machine do not count.
double secondsSince(std::clock_t start)
{
    return double(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Seconds that simdjson takes for the values alone, copied into padded memory like ours.
double parseDom(const event::RecordBatch& batch, simdjson::dom::parser& parser, std::vector<char>& padded)
{
    const auto start = std::clock();
    for (const event::RawRecord& record : batch.records()) {
        std::memcpy(padded.data(), record.value->data(), record.value->size());
        benchmark::DoNotOptimize(parser.parse(padded.data(), record.value->size(), false).error());
    }
    return secondsSince(start);
}

double decode(const event::RecordBatch& batch, event::Decoder& decoder)
{
    const auto start = std::clock();
    for (const event::RawRecord& record : batch.records()) {
        const event::Decoded& decoded = decoder.decode(record);
        benchmark::DoNotOptimize(decoded.index());
    }
    return secondsSince(start);
}

void decodeEvents(benchmark::State& state, Dialect dialect)
{
    const event::RecordBatch batch = traffic(kEvents, dialect);
    simdjson::dom::parser parser;
    std::vector<char> padded(64 * 1024 + simdjson::SIMDJSON_PADDING);
    event::Decoder decoder;
    double domSeconds = 0;
    double ourSeconds = 0;
    for (auto _ : state) {
        domSeconds += parseDom(batch, parser, padded);
        const double seconds = decode(batch, decoder);
        ourSeconds += seconds;
        state.SetIterationTime(seconds);
    }
    std::size_t bytes = 0;
    for (const event::RawRecord& record : batch.records())
        bytes += record.value->size();
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
    state.SetBytesProcessed(state.iterations() * std::int64_t(bytes));
    state.counters["times_dom"] = ourSeconds / domSeconds;
    state.counters["dom_ns"] = domSeconds * 1e9 / double(state.iterations()) / double(kEvents);
}
BENCHMARK_CAPTURE(decodeEvents, specification, Dialect::Specification)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(decodeEvents, platform, Dialect::Platform)->UseManualTime()->Unit(benchmark::kMillisecond);

void readJsonLines(benchmark::State& state)
{
    const event::RecordBatch batch = traffic(kEvents, Dialect::Specification);
    std::vector<std::string> lines;
    for (const event::RawRecord& record : batch.records())
        lines.push_back(event::writeLine(record));
    for (auto _ : state) {
        event::RecordBatch read;
        for (const std::string& line : lines)
            benchmark::DoNotOptimize(event::readLine(line, read).isOk());
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
}
BENCHMARK(readJsonLines)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
