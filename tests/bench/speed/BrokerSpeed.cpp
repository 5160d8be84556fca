// SPDX-License-Identifier: GPL-3.0-or-later
// Everything reads the same records from the same broker, taking turns, so that the machine, the broker and whoever else is
// there cancel out. Compressed as the platform's producers do it (gzip).
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <QTemporaryDir>

#include "core/capture/CaptureWriter.h"
#include "core/event/Decoder.h"
#include "core/identity/Identity.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/Publisher.h"
#include "core/session/KafkaSource.h"
#include "core/session/Session.h"
#include "core/store/EventStore.h"
#include "tests/bench/DemoTraffic.h"
#include "tests/bench/speed/BareReading.h"
#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/NoBlocks.h"
#include "tests/bench/speed/Records.h"
#include "tests/bench/speed/Stopwatch.h"
#include "tests/bench/speed/Verdict.h"
#include "tests/support/KafkaCluster.h"

namespace sagascope::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatch = 4'096;
constexpr std::size_t kMostUnderWay = 50'000;

kafka::Profile profileOf(const support::KafkaCluster& cluster)
{
    kafka::Profile profile;
    profile.name = "speed";
    profile.bootstrap = cluster.bootstrap();
    return profile;
}

kafka::OutgoingRecord copyOf(const event::RawRecord& record)
{
    kafka::OutgoingRecord copy;
    copy.topic = record.topic;
    copy.key = record.key;
    copy.value = record.value;
    for (const event::HeaderView& header : record.headers)
        copy.headers.push_back({std::string(header.name), header.value ? std::optional<std::string>(*header.value) : std::nullopt});
    copy.time = record.brokerTime;
    return copy;
}

/// Returns the topics that were written to.
std::set<std::string> publish(const kafka::Profile& profile, std::size_t count)
{
    const auto publisher = orThrow(kafka::Publisher::open(profile, {.mayCreateTopics = true, .deliveryTimeout = 300s, .linger = 20ms}));
    std::atomic<std::size_t> refused = 0;
    std::set<std::string> topics;
    DemoTraffic traffic;
    for (std::size_t i = 0; i < count; ++i) {
        const event::RawRecord record = traffic.next();
        topics.emplace(record.topic);
        publisher->publish(copyOf(record), [&refused](const kafka::DeliveryReport& report) { refused += report ? 0 : 1; });
        while (i % 1'000 == 0 && publisher->outstanding() > kMostUnderWay)
            std::this_thread::sleep_for(5ms);
    }
    if (const auto flushed = publisher->flush(10min); !flushed)
        throw std::runtime_error(flushed.error().text());
    if (refused > 0)
        throw std::runtime_error("the broker refused " + std::to_string(refused) + " records");
    return topics;
}

/// kcat reads one topic at a time.
void readWithKcat(const std::string& bootstrap, const std::set<std::string>& topics)
{
    for (const std::string& topic : topics) {
        const std::string command = "kcat -C -q -e -b " + bootstrap + " -t " + topic
            + " -o beginning -X queued.min.messages=1000000 -X queued.max.messages.kbytes=131072 -X fetch.wait.max.ms=10 > /dev/null";
        if (std::system(command.c_str()) != 0)
            throw std::runtime_error("kcat failed: " + command);
    }
}

/// Decoded, linked, in columns; payloads are not compressed and not kept.
std::size_t readIntoColumns(const kafka::Profile& profile, const std::shared_ptr<const catalog::Catalog>& catalog)
{
    const auto consumer = orThrow(kafka::Consumer::open(profile, {.isUntilEnd = true}));
    event::Decoder decoder;
    store::EventStore store(std::make_shared<NoBlocks>());
    identity::Identity identity(catalog);
    while (!consumer->isFinished()) {
        const event::RecordBatch batch = consumer->poll(kBatch, 100ms);
        for (const event::RawRecord& record : batch.records()) {
            const event::Decoded& decoded = decoder.decode(record);
            const base::EventIndex index = store.append(record, decoded);
            identity.append(index, std::get_if<event::Event>(&decoded), record.value.value_or(""));
        }
    }
    return store.size();
}

/// All analyses, compressed, and into a capture, as the window does it.
std::size_t readWithEverything(const kafka::Profile& profile, const std::shared_ptr<const catalog::Catalog>& catalog)
{
    const QTemporaryDir folder;
    session::SessionOptions options;
    options.catalog = catalog;
    options.capture = orThrow(capture::CaptureWriter::create((folder.path() + QStringLiteral("/a.sagascope")).toStdString()));
    options.isCaptureTemporary = true;
    options.columnFolder = folder.path().toStdString();
    session::KafkaSourceOptions reading;
    reading.consumer.isUntilEnd = true;
    session::Session session(orThrow(session::KafkaSource::open(profile, reading)), options);
    if (!session.waitUntilFinished(30min))
        throw std::runtime_error("the session did not come to its end in half an hour");
    const capture::CaptureStatus status = options.capture->status();
    if (status.committed != session.snapshot()->events.size())
        throw std::runtime_error("the capture holds " + std::to_string(status.committed) + " of " + std::to_string(session.snapshot()->events.size()));
    return session.snapshot()->events.size();
}

/// One way to read it all, and how long that took each time.
struct Way
{
    std::string name;
    std::function<std::size_t()> read;
    std::vector<double> wall{};
    std::vector<double> processor{}; ///< of this process
};

void take(Way& way, std::size_t count)
{
    const Stopwatch watch;
    const std::size_t read = way.read();
    way.wall.push_back(watch.wall());
    way.processor.push_back(watch.process());
    if (read != count)
        throw std::runtime_error(way.name + " read " + std::to_string(read) + " of " + std::to_string(count) + " records");
}

void report(const Way& way, std::size_t count)
{
    tell("ingest." + way.name, double(count) / median(way.wall), "events/s");
    tell("ingest." + way.name + "-processor", median(way.processor) / double(count) * 1e9, "ns/event");
}

} // namespace

void measureBroker(const Setup& setup)
{
    const auto kafka = support::KafkaCluster::start({.properties = {{"num.partitions", "3"}}});
    if (kafka.isUnavailable)
        throw Unavailable("no broker: " + kafka.reason);
    if (!kafka.server)
        throw std::runtime_error("no broker: " + kafka.reason);
    const auto catalog = theCatalog();
    const kafka::Profile profile = profileOf(*kafka.server);
    const std::size_t count = setup.events;
    const auto topics = publish(profile, count);

    Way kcat{"kcat", [&] { return readWithKcat(profile.bootstrap, topics), count; }};
    Way bare{"bare-loop", [&] { return countBare(profile.bootstrap, count); }};
    Way columns{"columns", [&] { return readIntoColumns(profile, catalog); }};
    Way everything{"everything", [&] { return readWithEverything(profile, catalog); }};
    (void)countBare(profile.bootstrap, count); // the broker's code and the system's cache are warm from here on
    for (int round = 0; round < setup.rounds; ++round) {
        for (Way* way : {&kcat, &bare, &columns, &everything})
            take(*way, count);
    }
    tellAtLeast("ingest.columns-of-bare", median(bare.wall) / median(columns.wall), "times", 0.8);
    tellAtLeast("ingest.everything-of-bare", median(bare.wall) / median(everything.wall), "times", 0.5);
    tell("ingest.columns-of-kcat", median(kcat.wall) / median(columns.wall), "times");
    tell("ingest.everything-of-kcat", median(kcat.wall) / median(everything.wall), "times");
    for (const Way& way : {kcat, bare, columns, everything})
        report(way, count);
    tell("ledger.transport", median(bare.processor) / double(count) * 1e9, "ns/event");
}

} // namespace sagascope::bench
