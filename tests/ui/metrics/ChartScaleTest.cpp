// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/ChartScale.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

using Ticks = std::vector<double>;

TEST(ChartScale, ValueTicksAreRoundAndReachTheHighestValue)
{
    EXPECT_EQ(valueTicks(750, 5, ValueScale::Linear), (Ticks{0, 200, 400, 600, 800}));
    EXPECT_EQ(valueTicks(100, 3, ValueScale::Linear), (Ticks{0, 50, 100}));
    EXPECT_EQ(valueTicks(0, 3, ValueScale::Linear), (Ticks{0, 0.5}));
}

TEST(ChartScale, LogarithmicTicksArePowersOfTenFromZero)
{
    EXPECT_EQ(valueTicks(6000, 6, ValueScale::Logarithmic), (Ticks{0, 10, 100, 1000, 10'000}));
    EXPECT_EQ(valueTicks(0, 6, ValueScale::Logarithmic), (Ticks{0, 10}));
    EXPECT_LE(valueTicks(1e12, 4, ValueScale::Logarithmic).size(), 5U);
    EXPECT_GE(valueTicks(1e12, 4, ValueScale::Logarithmic).back(), 1e12);
}

TEST(ChartScale, ValueTicksSurviveNonsense)
{
    for (const double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -5.0})
        for (const auto scale : {ValueScale::Linear, ValueScale::Logarithmic})
            EXPECT_GE(valueTicks(value, 4, scale).size(), 2U);
}

TEST(ChartScale, TimeTicksAreRoundOnTheClock)
{
    const std::int64_t ten = 36'000'000; // 10:00:00
    EXPECT_EQ(timeTicks(ten + 1'000, ten + 61'000, 6, 0),
              (std::vector<std::int64_t>{ten + 10'000, ten + 20'000, ten + 30'000, ten + 40'000, ten + 50'000,
                                         ten + 60'000}));
    EXPECT_TRUE(timeTicks(ten, ten, 6, 0).empty());
}

TEST(ChartScale, TimeTicksAreRoundInTheShownZone)
{
    const std::int64_t halfHour = 30 * 60'000;
    for (const std::int64_t tick : timeTicks(0, 12 * 3'600'000, 6, halfHour))
        EXPECT_EQ((tick + halfHour) % (2 * 3'600'000), 0);
}

TEST(ChartScale, TimeTicksStayFewOverYears)
{
    EXPECT_LE(timeTicks(0, 3LL * 365 * 86'400'000, 8, 0).size(), 9U);
}

TEST(ChartScale, ZeroHasAPlaceOnALogarithmicScale)
{
    EXPECT_EQ(scaled(0, ValueScale::Logarithmic), 0);
    EXPECT_DOUBLE_EQ(scaled(99, ValueScale::Logarithmic), 2);
    EXPECT_EQ(scaled(99, ValueScale::Linear), 99);
}

TEST(ChartScale, IsLogarithmicOnlyForValuesFarApart)
{
    EXPECT_EQ(scaleFor(300, 500), ValueScale::Linear);
    EXPECT_EQ(scaleFor(300, 5'000'000), ValueScale::Logarithmic);
    EXPECT_EQ(scaleFor(0, 5'000'000), ValueScale::Linear) << "nothing was measured yet";
}

} // namespace
} // namespace sagascope::ui
