// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the saga views costs, for sagas of 1,000 and of 100,000 events: it should grow with what is on screen
// and not with the saga. 60 frames a second leave 16.7 ms for layout and painting together.
#include <QGuiApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <benchmark/benchmark.h>

#include "ui/sagas/TimelineGeometry.h"
#include "ui/sagas/TimelinePainter.h"
#include "ui/sagas/sequence/SequencePainter.h"

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;

constexpr QSize kScreen(1500, 700);
constexpr int kLanes = 8;

/// Each event caused by the one before, on eight lanes, in bursts; every fiftieth compensates the one before it.
TimelinePtr timelineOf(int events)
{
    TimelineInput input;
    for (int lane = 0; lane < kLanes; ++lane)
        input.lanes.push_back({QStringLiteral("service-%1").arg(lane), QStringLiteral("payment")});
    input.labels = {QStringLiteral("booking.updated")};
    input.start = base::fromUnixMilliseconds(1'760'000'000'000);
    for (int i = 0; i < events; ++i) {
        TimelineEvent event;
        event.event = base::EventIndex(unsigned(i));
        event.time = input.start + 10ms * i + (i % 100 < 50 ? 0ms : 300ms);
        event.lane = i * 7 % kLanes;
        input.events.push_back(event);
        if (i > 0)
            input.edges.push_back({i - 1, i, i % 50 == 0 ? TimelineLink::Undoes : TimelineLink::Cause, identity::Evidence(i % 3), 0.9});
    }
    input.end = input.events.back().time;
    return makeTimeline(std::make_shared<const TimelineInput>(std::move(input)), TimelineOrder::Recorded);
}

TextWidth textWidth()
{
    return [metrics = QFontMetricsF(QGuiApplication::font())](const QString& text) { return metrics.horizontalAdvance(text); };
}

/// One step of panning: lay out and paint. `shown`: the share of the saga on screen, in thousandths.
void paintTimeline(benchmark::State& state)
{
    const TimelinePtr timeline = timelineOf(int(state.range(0)));
    const double length = timeline->end * double(state.range(1)) / 1000;
    QImage image(kScreen, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    const TextWidth width = textWidth();
    TimelineFrame frame;
    frame.size = QSizeF(kScreen);
    double from = timeline->end * 0.3;
    for (auto _ : state) {
        frame.scale = TimelineScale::showing(from, from + length, TimelineGeometry::kLaneNameWidth, kScreen.width());
        from += length / 1000;
        const TimelineGeometry geometry = layOut(*timeline, frame, width);
        TimelinePainter(painter, *timeline, geometry, {frame.size, QGuiApplication::font(), 0, -1}).paint();
    }
}
// The same 100 events on screen, of a short and of a long saga; then everything on screen.
BENCHMARK(paintTimeline)->Args({1'000, 100})->Args({100'000, 1})->Args({1'000, 1'000})->Args({100'000, 1'000})->Unit(benchmark::kMillisecond);

void layOutTimeline(benchmark::State& state)
{
    const TimelinePtr timeline = timelineOf(int(state.range(0)));
    const TextWidth width = textWidth();
    TimelineFrame frame;
    frame.size = QSizeF(kScreen);
    frame.scale = fittingScale(*timeline, kScreen.width(), width);
    for (auto _ : state)
        benchmark::DoNotOptimize(layOut(*timeline, frame, width));
}
BENCHMARK(layOutTimeline)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// What the worker does once for each new state of a saga.
void sortTimeline(benchmark::State& state)
{
    const auto input = timelineOf(int(state.range(0)))->input;
    for (auto _ : state)
        benchmark::DoNotOptimize(makeTimeline(input, TimelineOrder::Recorded));
}
BENCHMARK(sortTimeline)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

SequencePlanPtr planOf(int turns)
{
    auto input = std::make_shared<SequenceInput>();
    input->labels = {QStringLiteral("booking.updated")};
    for (int i = 0; i < kLanes; ++i) {
        input->participants.push_back({ParticipantKind::Service, QStringLiteral("service-%1").arg(i), {}});
        input->participants.push_back({ParticipantKind::Topic, QStringLiteral("topic.%1").arg(i), {}});
    }
    for (int i = 0; i < turns; ++i) {
        SequenceTurn turn;
        turn.event = base::EventIndex(unsigned(i));
        turn.service = i * i % kLanes * 2;
        turn.topic = (i + i / 3) % kLanes * 2 + 1;
        if (i > 0)
            turn.deliveries.push_back({i - 1, identity::Evidence::Declared, {}, false, false});
        input->turns.push_back(std::move(turn));
    }
    session::compareTurns(input->turns);
    return planSequence(input, {});
}

void paintSequence(benchmark::State& state)
{
    const SequencePlanPtr plan = planOf(int(state.range(0)));
    QImage image(kScreen, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    double top = 0;
    for (auto _ : state) {
        SequencePainter(painter, *plan, {QSizeF(kScreen), QPointF(0, top), QGuiApplication::font(), -1}).paint();
        top += 3;
    }
}
BENCHMARK(paintSequence)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope::ui

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
