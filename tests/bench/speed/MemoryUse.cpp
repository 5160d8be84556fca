// SPDX-License-Identifier: GPL-3.0-or-later
// What is resident, by /proc/self/statm before and after. Each structure is built by itself in a child of its own, so that
// what one gave back to the heap is not taken for another's.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>

#include "core/causation/ServiceMap.h"
#include "core/event/Decoder.h"
#include "core/identity/Descriptions.h"
#include "core/identity/Grouping.h"
#include "core/identity/Identity.h"
#include "core/identity/SameIds.h"
#include "core/metrics/Throughput.h"
#include "core/review/EventReview.h"
#include "core/saga/SagaTracker.h"
#include "core/session/CaptureSource.h"
#include "core/session/Session.h"
#include "core/store/CoordinateIndex.h"
#include "core/store/EventStore.h"
#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/NoBlocks.h"
#include "tests/bench/speed/Records.h"
#include "tests/bench/speed/Verdict.h"

namespace sagascope::bench {
namespace {

using Items = std::vector<std::pair<std::string, double>>;

const std::string kInFile = "in-file-"; ///< begins the name of what is no memory

double residentBytes()
{
    long pages = 0;
    long resident = 0;
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    const bool isRead = file && std::fscanf(file, "%ld %ld", &pages, &resident) == 2;
    if (file)
        std::fclose(file);
    if (!isRead)
        throw std::runtime_error("/proc/self/statm tells nothing: only Linux can measure this");
    return double(resident) * double(sysconf(_SC_PAGESIZE));
}

/// How much more is resident than at its last call.
class Growth
{
public:
    double take()
    {
        const double now = residentBytes();
        return now - std::exchange(m_last, now);
    }

private:
    double m_last = residentBytes();
};

using Visit = std::function<void(const event::RawRecord&, const event::Decoded&)>;

std::size_t forEachRecord(const std::string& capture, const Visit& visit)
{
    auto reader = orThrow(capture::CaptureReader::open(capture));
    event::Decoder decoder;
    std::size_t count = 0;
    while (!reader.isAtEnd()) {
        const event::RecordBatch batch = reader.read();
        for (const event::RawRecord& record : batch.records())
            visit(record, decoder.decode(record));
        count += batch.size();
    }
    return count;
}

/// What reading costs by itself (SQLite's pages, the decoder's memory) is there before anything is measured.
void warmUp(const std::string& capture)
{
    auto reader = orThrow(capture::CaptureReader::open(capture));
    event::Decoder decoder;
    const event::RecordBatch batch = reader.read();
    for (const event::RawRecord& record : batch.records())
        (void)decoder.decode(record);
}

/// Runs in a child what measures itself, and hands its items back.
Items inChild(const std::function<Items()>& measure)
{
    int ends[2];
    if (pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        std::FILE* out = fdopen(ends[1], "w");
        try {
            for (const auto& [name, bytes] : measure())
                std::fprintf(out, "%s %f\n", name.c_str(), bytes);
            std::fclose(out);
        } catch (const std::exception& failure) {
            std::fprintf(stderr, "%s\n", failure.what());
            _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    Items items;
    char name[128];
    double bytes = 0;
    std::FILE* in = fdopen(ends[0], "r");
    while (in && std::fscanf(in, "%127s %lf", name, &bytes) == 2)
        items.emplace_back(name, bytes);
    if (in)
        std::fclose(in);
    int status = 0;
    waitpid(child, &status, 0);
    if (child < 0 || status != 0 || items.empty())
        throw std::runtime_error("a child that measured memory failed");
    return items;
}

/// Told from the records, as a live session would; they stay in the file.
Items wholeSession(const std::string& capture)
{
    session::SessionOptions options;
    options.catalog = theCatalog();
    options.columnFolder = std::filesystem::path(capture).parent_path();
    auto source = orThrow(session::openRecording(capture));
    warmUp(capture);
    Growth growth;
    session::Session session(std::move(source), options);
    if (!session.waitUntilFinished(std::chrono::hours(1)))
        throw std::runtime_error("the capture was not read in an hour");
    const double bytes = growth.take();
    return {{"session", bytes}, {"events", double(session.snapshot()->events.size())}};
}

/// Where the window lets columns lie, too.
std::shared_ptr<base::ColumnSpace> columnsBeside(const std::string& capture)
{
    return base::ColumnSpace::inFileOf(std::filesystem::path(capture).parent_path());
}

/// Rows, findings and coordinates.
Items ofStore(const std::string& capture)
{
    const auto catalog = theCatalog();
    review::EventReview review(catalog);
    warmUp(capture);
    Growth growth;
    const auto columns = columnsBeside(capture);
    store::EventStore store(std::make_shared<NoBlocks>(), store::defaultCacheBytes(), columns);
    forEachRecord(capture, [&](const event::RawRecord& record, const event::Decoded& decoded) {
        const base::EventIndex index = store.append(record, decoded);
        if (const auto* event = std::get_if<event::Event>(&decoded)) {
            for (const base::RuleHit* hit : review.review(*event, record))
                store.addHit(index, *hit);
        }
    });
    return {{"store", growth.take()}, {kInFile + "store", columns ? double(columns->size()) : 0}};
}

Items ofIdentity(const std::string& capture)
{
    const auto catalog = theCatalog();
    warmUp(capture);
    Growth growth;
    const auto columns = columnsBeside(capture);
    identity::Descriptions described(catalog, columns);
    forEachRecord(capture, [&](const event::RawRecord& record, const event::Decoded& decoded) {
        described.append(std::get_if<event::Event>(&decoded), record.value.value_or(""));
    });
    described.settle();
    const double descriptions = growth.take();
    identity::SameIds sameIds;
    for (std::uint32_t i = 0; i < described.size(); ++i) {
        const identity::EventFacts& facts = described.facts(base::EventIndex(i));
        (void)sameIds.add(base::EventIndex(i), facts.id, facts.cause);
    }
    const double same = growth.take();
    identity::Grouping grouping([&](base::EventIndex event) { return described.linksOf(event); });
    for (std::uint32_t i = 0; i < described.size(); ++i) {
        const base::EventIndex event(i);
        grouping.add(event, described.linksOf(event), described.facts(event).isStep());
    }
    const double groups = growth.take();
    return {{"descriptions", descriptions}, {"same-ids", same}, {"grouping", groups},
            {kInFile + "descriptions", columns ? double(columns->size()) : 0}};
}

Items ofTracker(const std::string& capture)
{
    const auto catalog = theCatalog();
    const auto columns = columnsBeside(capture);
    store::EventStore store(std::make_shared<NoBlocks>(), store::defaultCacheBytes(), columns);
    identity::Identity identity(catalog, columns);
    base::Timestamp latest = base::kNoTime;
    forEachRecord(capture, [&](const event::RawRecord& record, const event::Decoded& decoded) {
        identity.append(store.append(record, decoded), std::get_if<event::Event>(&decoded), record.value.value_or(""));
        latest = std::max(latest, record.brokerTime);
    });
    Growth growth;
    saga::SagaTracker tracker(catalog);
    tracker.update(identity, store.view(), latest, saga::SagaTracker::Lag::None);
    return {{"tracker-lines", growth.take()}};
}

Items ofMetrics(const std::string& capture)
{
    store::EventStore store(std::make_shared<NoBlocks>());
    std::vector<std::tuple<base::TopicId, base::Timestamp, std::uint32_t>> seen;
    forEachRecord(capture, [&](const event::RawRecord& record, const event::Decoded& decoded) {
        const store::EventRow& row = store.row(store.append(record, decoded));
        seen.emplace_back(row.topic, row.brokerTime, row.valueSize);
    });
    Growth growth;
    metrics::Throughput throughput;
    for (const auto& [topic, time, bytes] : seen)
        throughput.record(topic, time, bytes);
    return {{"throughput", growth.take()}};
}

} // namespace

void measureMemory(const Setup& setup)
{
    const Items whole = inChild([&] { return wholeSession(setup.capture); });
    const double events = whole[1].second;
    double sum = 0;
    for (Items (*part)(const std::string&) : {ofStore, ofIdentity, ofTracker, ofMetrics}) {
        for (const auto& [name, bytes] : inChild([&] { return part(setup.capture); })) {
            tell("memory." + name, bytes / events, "bytes/event");
            sum += name.starts_with(kInFile) ? 0 : bytes;
        }
    }
    tell("memory.sum", sum / events, "bytes/event");
    tellAtMost("memory.session", whole[0].second / events, "bytes/event", 150);
}

} // namespace sagascope::bench
