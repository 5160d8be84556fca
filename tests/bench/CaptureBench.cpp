// SPDX-License-Identifier: GPL-3.0-or-later
// What a capture costs: writing, reading it back, and its size beside that of the values alone. With SAGASCOPE_BENCH_VALUES
// naming a file, the concatenated values are left there, to be compressed by another tool.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include "core/capture/CaptureReader.h"
#include "core/capture/CaptureWriter.h"
#include "tests/bench/Traffic.h"

namespace sagascope::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kEvents = 200'000;
constexpr std::size_t kBatch = 2'000; ///< as the consumer hands them on

/// Batches of which each is a copy, so that nothing but writing is measured.
std::vector<event::RecordBatch> batches(Dialect dialect)
{
    const event::RecordBatch all = traffic(kEvents, dialect);
    std::vector<event::RecordBatch> cut;
    for (const event::RawRecord& record : all.records()) {
        if (cut.empty() || cut.back().size() == kBatch)
            cut.emplace_back();
        cut.back().append(record);
    }
    return cut;
}

std::size_t valueBytes(std::span<const event::RecordBatch> cut)
{
    const char* leaveAt = std::getenv("SAGASCOPE_BENCH_VALUES");
    std::ofstream values;
    if (leaveAt)
        values.open(leaveAt, std::ios::binary);
    std::size_t bytes = 0;
    for (const event::RecordBatch& batch : cut) {
        for (const event::RawRecord& record : batch.records()) {
            bytes += record.value->size();
            if (leaveAt)
                values << *record.value;
        }
    }
    return bytes;
}

void write(const fs::path& file, std::span<const event::RecordBatch> cut)
{
    fs::remove(file);
    capture::CaptureOptions options;
    options.longestWait = std::chrono::minutes(5); // all of it is to be written
    auto writer = capture::CaptureWriter::create(file, options);
    for (const event::RecordBatch& batch : cut)
        (*writer)->append(batch);
}

void writeCapture(benchmark::State& state, Dialect dialect)
{
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "a.sagascope";
    const auto cut = batches(dialect);
    for (auto _ : state)
        write(file, cut);
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
    state.counters["file_bytes_per_event"] = double(fs::file_size(file)) / double(kEvents);
    state.counters["value_bytes_per_event"] = double(valueBytes(cut)) / double(kEvents);
}
BENCHMARK_CAPTURE(writeCapture, specification, Dialect::Specification)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(writeCapture, platform, Dialect::Platform)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What the ingest thread pays: everything else happens on the writer's.
void appendToCapture(benchmark::State& state)
{
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "a.sagascope";
    const auto cut = batches(Dialect::Platform);
    capture::CaptureOptions options;
    options.queueBytes = std::size_t(1) << 40U;
    for (auto _ : state) {
        state.PauseTiming();
        fs::remove(file);
        auto writer = capture::CaptureWriter::create(file, options);
        state.ResumeTiming();
        for (const event::RecordBatch& batch : cut)
            (*writer)->append(batch);
        state.PauseTiming();
        static_cast<void>((*writer)->close());
        writer->reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
}
BENCHMARK(appendToCapture)->Unit(benchmark::kMillisecond);

void readCapture(benchmark::State& state)
{
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "a.sagascope";
    write(file, batches(Dialect::Platform));
    for (auto _ : state) {
        auto reader = capture::CaptureReader::open(file);
        std::size_t count = 0;
        while (!reader->isAtEnd())
            count += reader->read().size();
        if (count != kEvents)
            state.SkipWithError("the capture does not hold everything");
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(kEvents));
}
BENCHMARK(readCapture)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::bench
