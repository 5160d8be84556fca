// SPDX-License-Identifier: GPL-3.0-or-later
// How long after a real broker acknowledged an event it is a row of the live table, in the whole window, at 1,000 events
// a second; and, in the same run, how long until a bare consumer that does nothing else has it. Both as p50 and p99 in
// milliseconds; an event that is there before its acknowledgement is heard of counts as 0.
// SAGASCOPE_BENCH_SECONDS: how long to write (15). Without Java and the jars it says so and ends, with REQUIRE_KAFKA=1 as
// a failure.
#include <QAbstractItemModel>
#include <QApplication>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/kafka/Publisher.h"
#include "core/session/KafkaSource.h"
#include "core/session/Session.h"
#include "tests/bench/SagaTraffic.h"
#include "tests/support/KafkaCluster.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::bench {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto kTopic = "dreamscape.bench.arrival";
constexpr int kPerSecond = 1'000;

/// When each record, by partition and offset, was at some point of its way.
class Passages
{
public:
    void note(std::int32_t partition, std::int64_t offset)
    {
        const auto now = Steady::now();
        const std::lock_guard lock(m_mutex);
        m_times.emplace(std::pair(partition, offset), now);
    }
    [[nodiscard]] std::size_t count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_times.size();
    }
    /// Milliseconds from `start` to here, sorted, of all that have passed both.
    [[nodiscard]] std::vector<double> since(const Passages& start) const
    {
        std::vector<double> taken;
        for (const auto& [place, time] : m_times)
            if (const auto began = start.m_times.find(place); began != start.m_times.end())
                taken.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(time - began->second).count()));
        std::sort(taken.begin(), taken.end());
        return taken;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::int32_t, std::int64_t>, Steady::time_point> m_times;
};

/// Writes events at a steady rate, each acknowledged by itself.
void writeSteadily(const kafka::Profile& profile, int count, Passages& acknowledged)
{
    const auto publisher = *kafka::Publisher::open(profile, {.linger = 0ms});
    SagaTraffic traffic(Dialect::Platform);
    auto next = Steady::now();
    for (int i = 0; i < count; ++i) {
        const event::RawRecord record = traffic.next();
        publisher->publish({kTopic, i % 3, std::to_string(i), std::string(record.value.value_or("")), {}, {}},
                           [&](const kafka::DeliveryReport& report) {
                               if (report)
                                   acknowledged.note(report->partition, report->offset);
                           });
        next += std::chrono::nanoseconds(1s) / kPerSecond;
        std::this_thread::sleep_until(next);
    }
    (void)publisher->flush(1min);
}

/// A consumer that only notes what comes, on a thread of its own.
class BareReading
{
public:
    BareReading(const kafka::Profile& profile, Passages& passages) : m_consumer(*kafka::Consumer::open(profile))
    {
        m_thread = std::thread([this, &passages] {
            while (!m_isStopping) {
                const event::RecordBatch batch = m_consumer->poll(1'000, 100ms);
                for (const event::RawRecord& record : batch.records())
                    passages.note(record.partition, record.offset);
            }
        });
    }
    ~BareReading()
    {
        m_isStopping = true;
        m_consumer->stop();
        m_thread.join();
    }
    BareReading(const BareReading&) = delete;
    BareReading& operator=(const BareReading&) = delete;

private:
    std::unique_ptr<kafka::Consumer> m_consumer;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

class NoHost : public ui::SessionHost
{
public:
    QCoro::Task<base::Result<ui::StartedSession>> start(ui::SourceRequest) override
    {
        co_return base::Error{base::ErrorCode::Unreachable, "benchmark", "one cluster only"};
    }
};

/// The window with its Events room open, following the cluster.
class Watching
{
public:
    Watching(const kafka::Profile& profile, Passages& passages)
    {
        ui::StartedSession started;
        session::SessionOptions options;
        options.catalog = *catalog::Catalog::load();
        started.session = std::make_shared<session::Session>(*session::KafkaSource::open(profile, {}), options);
        m_window.resize(1920, 1080);
        m_window.show();
        m_window.showRoom(QStringLiteral("events"));
        m_window.attach(std::move(started));
        auto* model = m_window.findChild<ui::EventTable*>()->model();
        QObject::connect(model, &QAbstractItemModel::rowsInserted, &m_window,
                         [model, &passages](const QModelIndex&, int first, int last) {
                             using Table = ui::EventTableModel;
                             const auto* table = qobject_cast<const Table*>(model);
                             for (int row = first; row <= last; ++row) {
                                 const auto& shown = table->snapshot().events.row(table->eventAt(row));
                                 passages.note(shown.partition, shown.offset);
                             }
                         });
    }

    static void pass(std::chrono::milliseconds time)
    {
        QEventLoop loop;
        QTimer::singleShot(time, &loop, &QEventLoop::quit);
        loop.exec();
    }

private:
    NoHost m_host;
    ui::MainWindow m_window{m_host};
};

void tell(benchmark::State& state, const std::string& name, const std::vector<double>& taken)
{
    state.counters[name + "_p50_ms"] = taken.empty() ? -1 : taken[taken.size() / 2];
    state.counters[name + "_p99_ms"] = taken.empty() ? -1 : taken[taken.size() * 99 / 100];
}

bool isBrokerMissing = false;

void acknowledgedToShown(benchmark::State& state)
{
    const auto kafka = support::KafkaCluster::start();
    if (!kafka.server || !kafka.server->createTopic(kTopic, 3)) {
        isBrokerMissing = true;
        state.SkipWithError(("no broker: " + kafka.reason).c_str());
        return;
    }
    const char* seconds = std::getenv("SAGASCOPE_BENCH_SECONDS");
    const int count = kPerSecond * (seconds ? std::atoi(seconds) : 15);
    kafka::Profile profile;
    profile.name = "arrival";
    profile.bootstrap = kafka.server->bootstrap();
    for (auto _ : state) {
        Passages acknowledged;
        Passages read;
        Passages shown;
        const Watching window(profile, shown);
        {
            const BareReading bare(profile, read);
            Watching::pass(3s); // both have found the topic
            std::thread writer([&] { writeSteadily(profile, count, acknowledged); });
            const auto end = Steady::now() + 5min;
            while (std::min(shown.count(), read.count()) < std::size_t(count) && Steady::now() < end)
                Watching::pass(50ms);
            writer.join();
        }
        tell(state, "table", shown.since(acknowledged));
        tell(state, "bare", read.since(acknowledged));
        state.counters["events"] = double(shown.since(acknowledged).size());
    }
}
BENCHMARK(acknowledgedToShown)->Iterations(1)->Unit(benchmark::kSecond);

} // namespace
} // namespace sagascope::bench

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return sagascope::bench::isBrokerMissing && std::getenv("REQUIRE_KAFKA") ? 1 : 0;
}
