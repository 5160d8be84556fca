// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Forecast.h"

#include <gtest/gtest.h>

#include "tests/unit/metrics/Looks.h"

namespace sagascope::metrics {
namespace {

using namespace std::chrono_literals;
using Course = Forecast::Course;

/// The age at the first look, and by how much it grows from one to the next.
std::vector<PartitionLook> withAges(std::vector<PartitionLook> window, std::int64_t first, std::int64_t step)
{
    for (std::size_t i = 0; i < window.size(); ++i)
        window[i].lagMs = first + std::int64_t(i) * step;
    return window;
}

TEST(Rates, arePerSecond)
{
    const auto rates = ratesOf(looks("0/100 10/120 20/140")); // four seconds
    ASSERT_TRUE(rates);
    EXPECT_DOUBLE_EQ(rates->in, 10);
    EXPECT_DOUBLE_EQ(rates->out, 5);
    EXPECT_FALSE(ratesOf(looks("5/10")));
    EXPECT_FALSE(ratesOf(looks("-/10 -/20")));
}

TEST(Forecast, saysWhenALagIsDrained)
{
    const auto forecast = foretell(looks("0/100 10/100 20/100 30/100 40/100 50/100"), {}, 0);
    EXPECT_EQ(forecast.course, Course::Drains);
    EXPECT_EQ(forecast.drain, 10s); // 50 left, 5 a second
    EXPECT_FALSE(forecast.isSteady) << "too few looks to be sure";
}

TEST(Forecast, isSteadyWhenBothHalvesAgree)
{
    EXPECT_TRUE(foretell(looks("0/99 5/99 10/99 15/99 20/99 25/99 30/99 35/99 40/99 45/99"), {}, 0).isSteady);
    EXPECT_FALSE(foretell(looks("0/99 1/99 2/99 3/99 4/99 14/99 24/99 34/99 44/99 54/99"), {}, 0).isSteady);
}

TEST(Forecast, seesNoEndWhereTheLagDoesNotShrink)
{
    EXPECT_EQ(foretell(looks("0/10 1/20 2/30 3/40 4/50"), {}, 0).course, Course::NotShrinking);
    EXPECT_EQ(foretell(looks("0/10 1/20"), {}, 0).course, Course::Unknown);
    EXPECT_EQ(foretell(looks("50/50"), {}, 0).course, Course::CaughtUp);
    EXPECT_EQ(foretell(looks("-/50"), {}, 0).course, Course::Unknown);
}

TEST(Forecast, doesNotWorryAboutWhatHasJustCome)
{
    EXPECT_EQ(foretell(looks("5/5 6/6 6/7 8/8 8/9"), {}, 0).course, Course::KeepsUp);
}

TEST(Forecast, saysWhenRetentionOvertakes)
{
    // A reader that stands: what it has not read grows older as time passes.
    const auto standing = withAges(looks("5/50 x6"), 10'000, 2'000);
    EXPECT_EQ(foretell(standing, 60s, 0).loss, 40s); // 20 s old by now
    // Half as fast: twice as long.
    EXPECT_EQ(foretell(withAges(looks("5/50 x6"), 15'000, 1'000), 60s, 0).loss, 80s);
    EXPECT_FALSE(foretell(withAges(looks("5/50 x6"), 20'000, -500), 60s, 0).loss) << "it catches up";
    EXPECT_FALSE(foretell(standing, {}, 0).loss) << "the topic keeps everything";
    EXPECT_EQ(foretell(withAges(looks("5/50 x6"), 80'000, 2'000), 60s, 0).loss, 0s) << "due, though not yet removed";
}

TEST(Forecast, countsWhatIsLost)
{
    EXPECT_EQ(foretell(looks("5/50"), {}, 20).lost, 15);
    EXPECT_EQ(foretell(looks("30/50"), {}, 20).lost, 0);
}

} // namespace
} // namespace sagascope::metrics
