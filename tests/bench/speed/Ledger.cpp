// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a record as session::Ingest walks it, put together from the same parts, with a look at the clock between them.
// What the looks take is measured and taken off; `ledger.session` is Ingest itself on the same records, and says whether
// this is still its way.
#include <algorithm>
#include <array>
#include <chrono>
#include <variant>

#include <QTemporaryDir>

#include "core/capture/CaptureWriter.h"
#include "core/causation/ServiceMap.h"
#include "core/event/Decoder.h"
#include "core/identity/Identity.h"
#include "core/metrics/Throughput.h"
#include "core/review/EventReview.h"
#include "core/saga/SagaTracker.h"
#include "core/session/Ingest.h"
#include "core/store/EventStore.h"
#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/Records.h"
#include "tests/bench/speed/Stopwatch.h"
#include "tests/bench/speed/Verdict.h"

namespace sagascope::bench {
namespace {

using Steady = std::chrono::steady_clock;

/// A session that is busy makes a snapshot after about so many records.
constexpr std::size_t kRecordsPerSnapshot = 20'000;

enum Stage { Coordinates, Decode, Store, Review, Metrics, Identity, Tracker, StageCount };
constexpr std::array<const char*, StageCount> kNames{"coordinates", "decode", "store", "review", "metrics", "identity", "tracker"};

/// Time by stage, in nanoseconds.
class Ledger
{
public:
    Ledger() : m_look(costOfLook()) { start(); }

    void start() { m_last = Steady::now(); }
    void book(Stage stage)
    {
        const auto now = Steady::now();
        m_sums[stage] += double(std::chrono::duration_cast<std::chrono::nanoseconds>(now - m_last).count()) - m_look;
        m_last = now;
    }
    [[nodiscard]] double sum(Stage stage) const { return m_sums[stage]; }

private:
    /// The least of many tries: whoever was interrupted took longer.
    static double costOfLook()
    {
        constexpr int kLooks = 1'000;
        double least = 1e9;
        for (int attempt = 0; attempt < 100; ++attempt) {
            const auto from = Steady::now();
            auto last = from;
            for (int i = 0; i < kLooks; ++i)
                last = Steady::now();
            least = std::min(least, double(std::chrono::duration_cast<std::chrono::nanoseconds>(last - from).count()) / kLooks);
        }
        return least;
    }

    double m_look;
    std::array<double, StageCount> m_sums{};
    Steady::time_point m_last;
};

/// The parts of session::Ingest.
class Parts
{
public:
    Parts(const std::shared_ptr<const catalog::Catalog>& catalog, std::shared_ptr<store::BlockKeeper> keeper)
        : m_store(std::move(keeper)), m_review(catalog), m_identity(catalog), m_tracker(catalog)
    {
    }

    void take(const event::RawRecord& record, Ledger& ledger)
    {
        ledger.start();
        if (m_store.find(record.topic, record.partition, record.offset).isValid())
            return;
        ledger.book(Coordinates);
        const event::Decoded& decoded = m_decoder.decode(record);
        ledger.book(Decode);
        const base::EventIndex index = m_store.append(record, decoded);
        ledger.book(Store);
        const auto* event = std::get_if<event::Event>(&decoded);
        if (event)
            review(record, index, *event, ledger);
        m_identity.append(index, event, record.value.value_or(""));
        ledger.book(Identity);
        m_latest = std::max(m_latest, record.brokerTime);
    }

    void update(Ledger& ledger)
    {
        ledger.start();
        m_tracker.update(m_identity, m_store.view(), m_latest);
        ledger.book(Tracker);
        m_store.showOpenBlock();
        ledger.book(Store);
    }

private:
    void review(const event::RawRecord& record, base::EventIndex index, const event::Event& event, Ledger& ledger)
    {
        for (const base::RuleHit* hit : m_review.review(event, record))
            m_store.addHit(index, *hit);
        ledger.book(Review);
        const store::EventRow& row = m_store.row(index);
        m_throughput.record(row.topic, row.brokerTime, row.valueSize);
        if (event.source.isPresent())
            m_services.record(event.source.text, record.topic);
        ledger.book(Metrics);
    }

    event::Decoder m_decoder;
    store::EventStore m_store;
    review::EventReview m_review;
    identity::Identity m_identity;
    saga::SagaTracker m_tracker;
    metrics::Throughput m_throughput;
    causation::ServiceMap m_services;
    base::Timestamp m_latest = base::kNoTime;
};

/// A capture in a folder that goes with it.
class TemporaryCapture
{
public:
    TemporaryCapture()
    {
        capture::CaptureOptions options;
        options.longestWait = std::chrono::hours(1);
        m_writer = orThrow(capture::CaptureWriter::create((m_folder.path() + QStringLiteral("/a.sagascope")).toStdString(), options));
    }
    [[nodiscard]] const std::shared_ptr<capture::CaptureWriter>& writer() const { return m_writer; }
    void close()
    {
        if (const auto closed = m_writer->close(); !closed)
            throw std::runtime_error(closed.error().text());
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<capture::CaptureWriter> m_writer;
};

struct Taken
{
    std::array<double, StageCount> stages{};
    double capture = 0; ///< of the writer's thread, until everything is on the disk
};

/// Nanoseconds of processor time for each event, by stage.
Taken walk(const std::vector<event::RecordBatch>& batches, const std::shared_ptr<const catalog::Catalog>& catalog)
{
    TemporaryCapture capture;
    Ledger ledger;
    Parts parts(catalog, capture.writer());
    std::size_t count = 0;
    const Stopwatch watch;
    for (const event::RecordBatch& batch : batches) {
        for (const event::RawRecord& record : batch.records()) {
            parts.take(record, ledger);
            if (++count % kRecordsPerSnapshot == 0)
                parts.update(ledger);
        }
    }
    parts.update(ledger);
    const double share = std::min(1.0, watch.thread() / watch.wall()); // the rest of the time others had the processor
    const double own = watch.thread();
    capture.close();
    Taken taken;
    for (std::size_t i = 0; i < StageCount; ++i)
        taken.stages[i] = ledger.sum(static_cast<Stage>(i)) * share / double(count);
    taken.capture = (watch.process() - own) * 1e9 / double(count);
    return taken;
}

double walkTheSession(const std::vector<event::RecordBatch>& batches, const std::shared_ptr<const catalog::Catalog>& catalog)
{
    TemporaryCapture capture;
    session::Ingest ingest(catalog, capture.writer());
    session::Snapshot snapshot;
    std::size_t count = 0;
    const Stopwatch watch;
    for (const event::RecordBatch& batch : batches) {
        for (const event::RawRecord& record : batch.records()) {
            ingest.take(record);
            if (++count % kRecordsPerSnapshot == 0) {
                ingest.fill(snapshot, ingest.latestTime());
                ingest.showOpenBlock();
            }
        }
    }
    ingest.fill(snapshot, ingest.latestTime());
    ingest.showOpenBlock();
    capture.close();
    return watch.process() * 1e9 / double(count);
}

} // namespace

void measureLedger(const Setup& setup)
{
    const auto catalog = theCatalog();
    const auto batches = recordsInMemory(setup.events);
    std::array<std::vector<double>, StageCount> stages;
    std::vector<double> capture;
    std::vector<double> session;
    for (int round = 0; round < setup.rounds; ++round) {
        const Taken taken = walk(batches, catalog);
        for (std::size_t i = 0; i < StageCount; ++i)
            stages[i].push_back(taken.stages[i]);
        capture.push_back(taken.capture);
        session.push_back(walkTheSession(batches, catalog));
    }
    double sum = median(capture);
    for (std::size_t i = 0; i < StageCount; ++i) {
        tell(std::string("ledger.") + kNames[i], median(stages[i]), "ns/event");
        sum += median(stages[i]);
    }
    tell("ledger.capture", median(capture), "ns/event");
    tell("ledger.sum", sum, "ns/event");
    tell("ledger.session", median(session), "ns/event");
}

} // namespace sagascope::bench
