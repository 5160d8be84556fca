// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CatchUp.h"

#include <gtest/gtest.h>

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

struct CatchUpTest : testing::Test
{
    CatchUp catchUp;
    CatchUp::Steady::time_point now{};

    /// Tells every half second, while `perSecond` offsets are read.
    std::int64_t read(std::int64_t backlog, std::int64_t left, std::int64_t perSecond, int seconds)
    {
        for (int i = 0; i < 2 * seconds; ++i) {
            catchUp.note(backlog, left, now);
            now += 500ms;
            left -= perSecond / 2;
        }
        catchUp.note(backlog, left, now);
        return left;
    }
};

TEST_F(CatchUpTest, IsOverWhereNothingLay)
{
    EXPECT_TRUE(catchUp.isOver());
    catchUp.note(0, 0, now);
    EXPECT_TRUE(catchUp.isOver());
    EXPECT_EQ(catchUp.percent(), 100);
    EXPECT_EQ(catchUp.timeLeft(), 0s);
}

TEST_F(CatchUpTest, TellsShareRateAndTimeLeft)
{
    EXPECT_EQ(read(100'000, 100'000, 2'000, 10), 80'000);
    EXPECT_FALSE(catchUp.isOver());
    EXPECT_EQ(catchUp.percent(), 20);
    EXPECT_DOUBLE_EQ(catchUp.perSecond(), 2'000);
    EXPECT_EQ(catchUp.timeLeft(), 40s);
}

TEST_F(CatchUpTest, FollowsTheRateOfTheLastSecondsOnly)
{
    const auto left = read(100'000, 100'000, 10'000, 5);
    read(100'000, left, 1'000, 6);
    EXPECT_DOUBLE_EQ(catchUp.perSecond(), 1'000);
}

TEST_F(CatchUpTest, NeverSaysAllBeforeItIsAll)
{
    catchUp.note(1'000'000, 1, now);
    EXPECT_EQ(catchUp.percent(), 99);
    catchUp.note(1'000'000, 0, now);
    EXPECT_EQ(catchUp.percent(), 100);
    EXPECT_TRUE(catchUp.isOver());
}

TEST_F(CatchUpTest, KnowsNoTimeWhileReadingStands)
{
    read(1'000, 500, 0, 6);
    EXPECT_EQ(catchUp.timeLeft(), std::nullopt);
    EXPECT_EQ(catchUp.percent(), 50);
}

TEST_F(CatchUpTest, BeginsAnewWithAnotherSource)
{
    read(100'000, 50'000, 5'000, 5);
    EXPECT_EQ(read(10'000, 10'000, 100, 3), 9'700);
    EXPECT_EQ(catchUp.percent(), 3);
    EXPECT_DOUBLE_EQ(catchUp.perSecond(), 100);
}

TEST_F(CatchUpTest, TakesNoPaceFromWhatWasReadBeforeItsSizeWasKnown)
{
    catchUp.note(0, 0, now);
    catchUp.note(40'000, 30'000, now + 1ms);
    EXPECT_EQ(catchUp.percent(), 25);
    EXPECT_EQ(catchUp.timeLeft(), std::nullopt);
}

TEST_F(CatchUpTest, GrowsWithPartitionsThatWereFoundLater)
{
    read(10'000, 10'000, 1'000, 4);
    read(30'000, 26'000, 1'000, 2);
    EXPECT_EQ(catchUp.percent(), 20);
    EXPECT_DOUBLE_EQ(catchUp.perSecond(), 1'000);
}

} // namespace
} // namespace sagascope::session
