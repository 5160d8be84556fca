// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does while a history of 1,000,000 events and 150,000 sagas plays: how long any turn of its event loop
// keeps everything else waiting, painting included. A turn lasts from waking up to waiting again. `longest_ms` and
// `p99_ms` are processor time of the GUI thread, so that others on the machine do not count; `wall_ms` is the longest by
// the clock on the wall. `speed` is how many seconds of history pass in one.
// SAGASCOPE_BENCH_EVENTS: another length of the history; SAGASCOPE_BENCH_SECONDS: how long each play lasts (5).
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <stdexcept>
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/catalog/Catalog.h"
#include "core/session/Session.h"
#include "tests/bench/SagaTraffic.h"
#include "ui/sagas/SagaListView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::bench {
namespace {

using namespace std::chrono_literals;

std::size_t numberFrom(const char* variable, std::size_t usual)
{
    const char* text = std::getenv(variable);
    return text ? std::size_t(std::atoll(text)) : usual;
}

/// A recorded history, read once.
class History : public session::EventSource
{
public:
    explicit History(std::size_t events) : m_left(events) {}

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds) override
    {
        event::RecordBatch batch;
        for (std::size_t i = std::min(max, m_left.load()); i > 0; --i, --m_left)
            batch.append(m_traffic.next());
        return batch;
    }
    [[nodiscard]] bool isFinished() const override { return m_left == 0; }
    [[nodiscard]] bool isLive() const override { return false; }
    [[nodiscard]] session::ConnectionStatus status() const override { return {}; }
    void stop() override { m_left = 0; }

private:
    SagaTraffic m_traffic{Dialect::Platform};
    std::atomic<std::size_t> m_left;
};

double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

/// Times every turn of this thread's event loop.
class Turns
{
public:
    Turns()
    {
        const auto* dispatcher = QAbstractEventDispatcher::instance();
        m_wakings = QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, [this] { begin(); });
        m_sleeps = QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, [this] { end(); });
        begin();
    }
    ~Turns()
    {
        QObject::disconnect(m_wakings);
        QObject::disconnect(m_sleeps);
    }
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;

    void report(benchmark::State& state)
    {
        std::sort(m_busy.begin(), m_busy.end());
        state.counters["longest_ms"] = m_busy.empty() ? 0 : m_busy.back();
        state.counters["p99_ms"] = m_busy.empty() ? 0 : m_busy[m_busy.size() * 99 / 100];
        state.counters["wall_ms"] = m_longestWall;
        state.counters["turns"] = double(m_busy.size());
    }

private:
    void begin()
    {
        end();
        m_cpu = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        m_wall = milliseconds(CLOCK_MONOTONIC);
        m_isBusy = true;
    }
    void end()
    {
        if (!m_isBusy)
            return;
        m_isBusy = false;
        m_busy.push_back(milliseconds(CLOCK_THREAD_CPUTIME_ID) - m_cpu);
        m_longestWall = std::max(m_longestWall, milliseconds(CLOCK_MONOTONIC) - m_wall);
    }

    QMetaObject::Connection m_wakings;
    QMetaObject::Connection m_sleeps;
    std::vector<double> m_busy;
    double m_longestWall = 0;
    double m_cpu = 0;
    double m_wall = 0;
    bool m_isBusy = false;
};

/// The window holds a session already; nobody asks for another.
class NoHost : public ui::SessionHost
{
public:
    QCoro::Task<base::Result<ui::StartedSession>> start(ui::SourceRequest) override
    {
        co_return base::Error{base::ErrorCode::Unreachable, "benchmark", "one history only"};
    }
};

void pass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The window with the whole history in it.
class Stage
{
public:
    Stage()
    {
        ui::StartedSession started;
        session::SessionOptions options;
        options.catalog = *catalog::Catalog::load();
        started.session = std::make_shared<session::Session>(
            std::make_unique<History>(numberFrom("SAGASCOPE_BENCH_EVENTS", 1'000'000)), options);
        if (!started.session->waitUntilFinished(10min))
            throw std::runtime_error("the history was not read in ten minutes");
        m_window.resize(1920, 1080);
        m_window.show();
        m_window.attach(std::move(started));
        settle();
    }

    void arrange(ui::SagaOrder order)
    {
        if (auto* list = m_window.findChild<ui::SagaListView*>())
            Q_EMIT list->orderChosen(order);
        settle();
    }

    void goToShare(double share)
    {
        const auto& throughput = m_window.state().live()->throughput;
        const auto length = throughput.last() - throughput.first();
        m_window.state().setAsOf(throughput.first() + std::chrono::duration_cast<base::Duration>(length * share));
        settle();
    }

    void settle()
    {
        do
            pass(300ms);
        while (m_window.state().isTravelling() || !m_window.isSettled());
    }

    ui::MainWindow& window() { return m_window; }

private:
    NoHost m_host;
    ui::MainWindow m_window{m_host};
};

Stage& stage()
{
    static auto* theStage = new Stage; // as long as the application, which ends it
    return *theStage;
}

/// Plays from half of the history on.
void play(benchmark::State& state, double speed, ui::SagaOrder order)
{
    const auto length = std::chrono::seconds(numberFrom("SAGASCOPE_BENCH_SECONDS", 5));
    ui::MainWindow& window = stage().window();
    stage().arrange(order);
    for (auto _ : state) {
        stage().goToShare(0.5);
        const base::Timestamp from = *window.state().asOf();
        window.playback().setSpeed(speed);
        Turns turns;
        QElapsedTimer clock;
        clock.start();
        window.playback().setPlaying(true);
        while (clock.elapsed() < length.count() * 1000 && window.playback().isPlaying())
            pass(100ms);
        const double wall = double(clock.nsecsElapsed()) * 1e-9;
        window.playback().setPlaying(false);
        turns.report(state);
        const auto played = window.state().asOf().value_or(from) - from;
        state.counters["speed"] = std::chrono::duration<double>(played).count() / wall;
        state.SetIterationTime(wall);
    }
    state.counters["sagas"] = double(window.state().live()->counts.sagas);
    stage().settle();
}

/// A click that arranges the whole list anew, or shows another moment.
void look(benchmark::State& state, const std::function<void()>& click)
{
    stage().arrange({});
    for (auto _ : state) {
        Turns turns;
        QElapsedTimer clock;
        clock.start();
        click();
        turns.report(state);
        state.SetIterationTime(double(clock.nsecsElapsed()) * 1e-9);
    }
}

ui::SagaOrder ordered(ui::SagaColumn column, ui::SagaGrouping grouping = ui::SagaGrouping::None)
{
    return {column, true, grouping};
}

void addAll()
{
    using ui::SagaColumn;
    using ui::SagaGrouping;
    const auto add = [](const char* name, double speed, ui::SagaOrder order) {
        benchmark::RegisterBenchmark(name, play, speed, order)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
    };
    add("play/newestFirst/x1", 1, ordered(SagaColumn::Started));
    add("play/newestFirst/x10", 10, ordered(SagaColumn::Started));
    add("play/newestFirst/x100", 100, ordered(SagaColumn::Started));
    add("play/byDuration/x10", 10, ordered(SagaColumn::Duration));
    add("play/groupedByState/x10", 10, ordered(SagaColumn::LastEvent, SagaGrouping::State));
    add("play/groupedByUser/x10", 10, ordered(SagaColumn::Started, SagaGrouping::User));
    const auto addLook = [](const char* name, std::function<void()> click) {
        benchmark::RegisterBenchmark(name, look, std::move(click))->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
    };
    addLook("look/groupByUser", [] { stage().arrange(ordered(SagaColumn::Started, SagaGrouping::User)); });
    addLook("look/sortByKey", [] { stage().arrange(ordered(SagaColumn::Key)); });
    addLook("look/anEarlierMoment", [] { stage().goToShare(0.25); });
    addLook("look/live", [] {
        stage().window().state().setAsOf({});
        stage().settle();
    });
}

} // namespace
} // namespace sagascope::bench

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // whose event loop tells of its sleep around the handling of events, not between
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    sagascope::bench::addAll();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
