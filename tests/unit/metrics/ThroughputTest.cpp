// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Throughput.h"

#include <gtest/gtest.h>

namespace sagascope::metrics {
namespace {

using namespace std::chrono_literals;

const base::Timestamp kStart = base::parseIso8601("2026-11-23T10:00:00Z")->time;
constexpr base::TopicId kPayments{0};
constexpr base::TopicId kBookings{1};

std::vector<std::uint64_t> events(const std::vector<Bucket>& buckets)
{
    std::vector<std::uint64_t> counts;
    for (const Bucket& bucket : buckets)
        counts.push_back(bucket.events);
    return counts;
}

TEST(Throughput, sumsEventsAndBytesPerSecondAndTopic)
{
    Throughput throughput;
    throughput.record(kPayments, kStart + 100ms, 10);
    throughput.record(kPayments, kStart + 900ms, 20);
    throughput.record(kBookings, kStart + 2s, 5);

    const auto view = throughput.view();
    const auto payments = view.series(kPayments, kStart, kStart + 2s, 1s);
    EXPECT_EQ(events(payments), (std::vector<std::uint64_t>{2, 0, 0}));
    EXPECT_EQ(payments.front().bytes, 30U);
    EXPECT_EQ(payments.front().start, kStart);
    EXPECT_EQ(events(view.series(std::nullopt, kStart, kStart + 2s, 1s)), (std::vector<std::uint64_t>{2, 0, 1}));
}

TEST(Throughput, doesNotDependOnArrivalOrder)
{
    std::vector<base::Duration> times{0s, 3000s, 1s, 1500s, 1s, -2000s, 2047s, 2048s};
    Throughput forward;
    for (const auto time : times)
        forward.record(kPayments, kStart + time, 1);
    Throughput backward;
    for (auto time = times.rbegin(); time != times.rend(); ++time)
        backward.record(kPayments, kStart + *time, 1);

    EXPECT_EQ(events(forward.view().series(kPayments, kStart - 2100s, kStart + 3100s, 1s)),
              events(backward.view().series(kPayments, kStart - 2100s, kStart + 3100s, 1s)));
    EXPECT_EQ(forward.view().first(), kStart - 2000s);
    EXPECT_EQ(forward.view().last(), kStart + 3000s);
}

TEST(Throughput, keepsEveryEventWhenStepsAreWider)
{
    Throughput throughput;
    for (int i = 0; i < 5000; ++i)
        throughput.record(kPayments, kStart + std::chrono::seconds(i), 1);
    const auto minutes = throughput.view().series(std::nullopt, kStart + 30s, kStart + 4999s, 60s);
    EXPECT_EQ(minutes.front().start, kStart) << "steps are aligned, so that they do not jump while time goes on";
    std::uint64_t sum = 0;
    for (const Bucket& bucket : minutes)
        sum += bucket.events;
    EXPECT_EQ(sum, 5000U);
}

TEST(Throughput, countsEventsWithoutTimeOnlyInTheTotal)
{
    Throughput throughput;
    throughput.record(kPayments, base::kNoTime, 7);
    throughput.record(kPayments, kStart, 3);

    const auto view = throughput.view();
    EXPECT_EQ(events(view.series(kPayments, kStart, kStart, 1s)), std::vector<std::uint64_t>{1});
    EXPECT_EQ(view.total(kPayments).events, 2U);
    EXPECT_EQ(view.total(kPayments).bytes, 10U);
    EXPECT_EQ(view.total(kPayments).start, kStart);
    EXPECT_EQ(view.first(), kStart);
}

TEST(Throughput, viewsStayAsTheyWere)
{
    Throughput throughput;
    throughput.record(kPayments, kStart, 1);
    const auto before = throughput.view();
    throughput.record(kPayments, kStart, 1);
    throughput.record(kBookings, kStart + 5s, 1);

    EXPECT_EQ(before.total(kPayments).events, 1U);
    EXPECT_EQ(before.total(kBookings).events, 0U);
    EXPECT_EQ(events(before.series(std::nullopt, kStart, kStart, 1s)), std::vector<std::uint64_t>{1});
    EXPECT_EQ(throughput.view().total(kPayments).events, 2U);
}

TEST(Throughput, answersForNothingRecordedAndForAbsurdRanges)
{
    const Throughput::View nothing;
    EXPECT_EQ(nothing.first(), base::kNoTime);
    EXPECT_EQ(nothing.total(kPayments).events, 0U);
    EXPECT_EQ(nothing.series(std::nullopt, kStart, kStart + 3s, 1s).size(), 4U);
    EXPECT_TRUE(nothing.series(std::nullopt, kStart, kStart - 1s, 1s).empty());
    EXPECT_LE(nothing.series(std::nullopt, kStart, kStart + 24h * 365, 1ns).size(), 20'002U);
}

} // namespace
} // namespace sagascope::metrics
