// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/LagHistory.h"

#include <gtest/gtest.h>

namespace sagascope::metrics {
namespace {

using namespace std::chrono_literals;

const base::Timestamp kStart = base::parseIso8601("2026-11-23T10:00:00Z")->time;

LagSample sample(std::string group, std::int32_t partition, std::optional<std::int64_t> position, std::int64_t end)
{
    LagSample s;
    s.group = std::move(group);
    s.topic = "dreamscape.payment.completed";
    s.partition = partition;
    s.position = position;
    s.end = end;
    return s;
}

TEST(LagSample, isEndMinusPositionAndNeverNegative)
{
    EXPECT_EQ(sample("voyage", 0, 40, 100).lag(), 60);
    EXPECT_EQ(sample("voyage", 0, 120, 100).lag(), 0) << "the end was read before the commit";
    EXPECT_FALSE(sample("voyage", 0, std::nullopt, 100).lag());
    EXPECT_EQ(groupStateName(GroupState::Absent), "absent");
}

TEST(LagHistory, sumsThePartitionsOfAGroup)
{
    LagHistory history;
    history.record({sample("voyage", 0, 40, 100), sample("voyage", 1, 90, 100), sample("user", 0, 100, 100)}, kStart);
    const auto view = history.view();
    EXPECT_EQ(view.byGroup->at("voyage").front().lag, 70);
    EXPECT_EQ(view.byGroup->at("user").front().lag, 0);
}

TEST(LagHistory, drawsNoLineForAGroupThatCommittedNothing)
{
    LagHistory history;
    history.record({sample("auth", 0, std::nullopt, 100)}, kStart);
    EXPECT_FALSE(history.view().byGroup->contains("auth"));
}

TEST(LagHistory, keepsTheHighestPeakWhenItThinsOldPoints)
{
    LagHistory history;
    for (int i = 0; i < 20'000; ++i)
        history.record({sample("voyage", 0, 0, i == 777 ? 9'999 : 1)}, kStart + std::chrono::seconds(i));

    const auto points = history.view().byGroup->at("voyage");
    EXPECT_LE(points.size(), 3'600U);
    EXPECT_EQ(points.back().at, kStart + 19'999s);
    const bool hasPeak = std::any_of(points.begin(), points.end(), [](const LagPoint& p) { return p.lag == 9'999; });
    EXPECT_TRUE(hasPeak);
    EXPECT_TRUE(std::is_sorted(points.begin(), points.end(),
                               [](const LagPoint& a, const LagPoint& b) { return a.at < b.at; }));
}

} // namespace
} // namespace sagascope::metrics
