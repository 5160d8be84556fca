// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/MetricsFrame.h"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/metrics/LagTableModel.h"

#include <QAbstractItemModelTester>

namespace sagascope::ui {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class MetricsFrameTest : public testing::Test
{
protected:
    void feedAMinute()
    {
        std::vector<test::Record> records;
        for (int number = 1; number <= 30; ++number)
            for (auto& record : number % 3 ? writer.confirmedBooking(number, number * 2000)
                                           : writer.cancelledBooking(number, number * 2000))
                records.push_back(std::move(record));
        traffic.feed(records);
        traffic.finish();
    }

    static const Curve* curveNamed(const std::vector<Curve>& curves, const char* name)
    {
        for (const Curve& curve : curves)
            if (curve.name == QLatin1String(name))
                return &curve;
        return nullptr;
    }

    static double sum(const Curve& curve)
    {
        return std::accumulate(curve.points.begin(), curve.points.end(), 0.0,
                               [](double total, const Curve::Point& point) { return total + point.value; });
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
};

TEST_F(MetricsFrameTest, IsEmptyBeforeAnythingArrives)
{
    const MetricsFrame frame = metricsFrame(*traffic.state.snapshot(), {});
    EXPECT_TRUE(frame.throughput.empty());
    EXPECT_EQ(frame.from, frame.to);
}

TEST_F(MetricsFrameTest, ThroughputByDomainAddsUpToTheEvents)
{
    feedAMinute();
    const MetricsFrame frame = metricsFrame(*traffic.state.snapshot(), {minutes(5), {}, {}});
    const double step = std::chrono::duration<double>(frame.step).count();
    const Curve* payment = curveNamed(frame.throughput, "payment");
    ASSERT_TRUE(payment);
    EXPECT_DOUBLE_EQ(sum(*payment) * step, 60) << "two payment events in each of thirty bookings";
    double all = 0;
    for (const Curve& curve : frame.throughput)
        all += sum(curve) * step;
    EXPECT_DOUBLE_EQ(all, double(traffic.state.snapshot()->counts.events));
}

TEST_F(MetricsFrameTest, ShowsOneTopicWhenChosen)
{
    feedAMinute();
    const MetricsFrame frame =
        metricsFrame(*traffic.state.snapshot(), {minutes(5), {}, QStringLiteral("dreamscape.payment.failed")});
    ASSERT_EQ(frame.throughput.size(), 1U);
    EXPECT_DOUBLE_EQ(sum(frame.throughput[0]) * std::chrono::duration<double>(frame.step).count(), 10);
}

TEST_F(MetricsFrameTest, SizesAreMeansAndSkipStepsWithoutEvents)
{
    feedAMinute();
    const MetricsFrame frame = metricsFrame(*traffic.state.snapshot(), {minutes(5), {}, {}});
    for (const Curve& curve : frame.sizes)
        for (const Curve::Point& point : curve.points) {
            EXPECT_GT(point.value, 100);
            EXPECT_LT(point.value, 2000);
        }
}

TEST_F(MetricsFrameTest, CountsSagasThatEnded)
{
    feedAMinute();
    const auto& snapshot = *traffic.state.snapshot();
    const MetricsFrame frame = metricsFrame(snapshot, {minutes(5), {}, {}});
    for (const Curve& curve : frame.outcomes)
        EXPECT_DOUBLE_EQ(sum(curve), double(snapshot.counts.sagasByState[std::size_t(curve.state)]));
    EXPECT_FALSE(frame.outcomes.empty());
}

TEST_F(MetricsFrameTest, ObeysTheTimeWindow)
{
    feedAMinute();
    const TimeWindow window{test::moment("2026-11-23T10:00:10Z"), test::moment("2026-11-23T10:00:20Z")};
    const MetricsFrame frame = metricsFrame(*traffic.state.snapshot(), {minutes(5), window, {}});
    EXPECT_EQ(frame.from, base::toUnixMilliseconds(window.from));
    EXPECT_EQ(frame.to, base::toUnixMilliseconds(window.to));
    for (const Curve& curve : frame.throughput)
        for (const Curve::Point& point : curve.points) {
            EXPECT_GE(point.time, frame.from);
            EXPECT_LT(point.time, frame.to);
        }
}

TEST(MetricsStep, IsOneThatPeopleCountIn)
{
    EXPECT_EQ(stepFor(minutes(1)), seconds(1));
    EXPECT_EQ(stepFor(minutes(5)), seconds(2));
    EXPECT_EQ(stepFor(std::chrono::hours(1)), seconds(30));
    EXPECT_EQ(stepFor(std::chrono::hours(24 * 400)), std::chrono::hours(24));
}

metrics::LagSample sample(const char* group, int partition, std::optional<std::int64_t> position, std::int64_t end)
{
    metrics::LagSample s;
    s.group = group;
    s.topic = "t";
    s.partition = partition;
    s.position = position;
    s.end = end;
    s.state = position ? metrics::GroupState::Known : metrics::GroupState::Absent;
    return s;
}

TEST(LagTableModel, PutsTheFurthestBehindFirstAndSaysWhatIsNotKnown)
{
    LagTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSamples({sample("quick", 0, 95, 100), sample("absent", 0, std::nullopt, 50), sample("slow", 1, 10, 2010)});
    ASSERT_EQ(model.rowCount(), 3);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    EXPECT_EQ(text(0, LagTableModel::Group), QStringLiteral("slow"));
    EXPECT_EQ(text(1, LagTableModel::Lag), QStringLiteral("5"));
    EXPECT_EQ(text(2, LagTableModel::Group), QStringLiteral("absent"));
    EXPECT_EQ(text(2, LagTableModel::Position), QStringLiteral("–"));
    model.setSamples({sample("quick", 0, 96, 100), sample("absent", 0, std::nullopt, 50), sample("slow", 1, 10, 2020)});
    EXPECT_EQ(text(1, LagTableModel::Lag), QStringLiteral("4"));
    model.setSamples({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace sagascope::ui
