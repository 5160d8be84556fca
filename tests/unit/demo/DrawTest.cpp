// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Draw.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::demo {
namespace {

using testing::MatchesRegex;

TEST(Draw, ThrowsTheSameNumbersForTheSameDecision)
{
    Draw one(7, 3, "delay");
    Draw other(7, 3, "delay");
    for (int i = 0; i < 100; ++i)
        ASSERT_EQ(one.next(), other.next());
}

TEST(Draw, ThrowsOtherNumbersForAnotherSeedStoryOrPurpose)
{
    const std::set<std::uint64_t> first = {Draw(7, 3, "delay").next(), Draw(8, 3, "delay").next(),
                                           Draw(7, 4, "delay").next(), Draw(3, 7, "delay").next(),
                                           Draw(7, 3, "amount").next()};
    EXPECT_EQ(first.size(), 5U);
}

TEST(Draw, KeepsItsNumbersForEver)
{
    // Recordings and documents name ids of well-known seeds: another generator would change them all.
    EXPECT_EQ(Draw(1, 0, "event0").uuid(), "5e7c49f8-e71b-4786-b841-6d493c74f3e0");
}

TEST(Draw, StaysWithinItsLimitsAndReachesThem)
{
    Draw dice(1, 1, "limits");
    std::set<int> seen;
    for (int i = 0; i < 1'000; ++i) {
        seen.insert(dice.between(3, 6));
        const double unit = dice.unit();
        ASSERT_GE(unit, 0);
        ASSERT_LT(unit, 1);
    }
    EXPECT_EQ(seen, (std::set<int>{3, 4, 5, 6}));
}

TEST(Draw, MakesIdsInTheShapesOfThePlatform)
{
    for (std::uint64_t i = 0; i < 200; ++i) {
        Draw dice(5, i, "ids");
        ASSERT_THAT(dice.uuid(), MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        ASSERT_THAT(dice.cuid(), MatchesRegex("c[0-9a-z]{24}"));
        ASSERT_THAT(dice.upperBase36(5), MatchesRegex("[0-9A-Z]{5}"));
    }
}

} // namespace
} // namespace sagascope::demo
