// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/CriticalPath.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::causation {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr int kUnknown = -1;

CausalNet net(const std::vector<int>& times, base::IndexEdges edges)
{
    CausalNet made{{}, std::move(edges)};
    for (const int time : times)
        made.times.push_back(time == kUnknown ? base::kNoTime : base::Timestamp(milliseconds(time)));
    return made;
}

CriticalPath pathOf(const CausalNet& net)
{
    return criticalPath(net, base::components(net.times.size(), net.edges));
}

TEST(CriticalPath, IsTheBranchThatTookLongest)
{
    //            created  paid  confirmed  mailed
    const auto path = pathOf(net({0, 800, 900, 850}, {{0, 1}, {1, 2}, {1, 3}}));
    EXPECT_THAT(path.nodes, ElementsAre(0, 1, 2));
    EXPECT_THAT(path.edges, ElementsAre(0, 1));
    EXPECT_EQ(path.total, milliseconds(900));
}

TEST(CriticalPath, OfSeveralCausesTheLatestIsTheOneWaitedFor)
{
    //            created  flight  hotel  confirmed
    const auto path = pathOf(net({0, 200, 700, 720}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}));
    EXPECT_THAT(path.nodes, ElementsAre(0, 2, 3));
    EXPECT_EQ(path.total, milliseconds(720));
}

TEST(CriticalPath, StartsWhereTheLongestChainDoesNotWhereTheSagaDoes)
{
    const auto path = pathOf(net({0, 10, 500, 2500}, {{0, 1}, {2, 3}}));
    EXPECT_THAT(path.nodes, ElementsAre(2, 3));
    EXPECT_EQ(path.total, milliseconds(2000));
}

TEST(CriticalPath, AClockThatRunsBackCostsNothing)
{
    const auto path = pathOf(net({100, 40, 90}, {{0, 1}, {1, 2}}));
    EXPECT_THAT(path.nodes, ElementsAre(0, 1, 2));
    EXPECT_EQ(path.total, milliseconds(50));
}

TEST(CriticalPath, AnUnknownTimeCostsNothing)
{
    const auto path = pathOf(net({0, kUnknown, 90}, {{0, 1}, {1, 2}}));
    EXPECT_THAT(path.nodes, ElementsAre(0, 1, 2));
    EXPECT_EQ(path.total, milliseconds(0));
}

TEST(CriticalPath, WalksThroughACycleWithoutCountingIt)
{
    //                    in    a     b     c    out            a -> b -> c -> a
    const auto path = pathOf(net({0, 100, 200, 300, 1000}, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}}));
    EXPECT_THAT(path.nodes, ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(path.edges, ElementsAre(0, 1, 2, 4));
    EXPECT_EQ(path.total, milliseconds(100 + 700));
}

TEST(CriticalPath, ThereIsNoneWithoutCausesOrWithCyclesAlone)
{
    EXPECT_THAT(pathOf(net({}, {})).nodes, IsEmpty());
    EXPECT_THAT(pathOf(net({0, 10}, {})).nodes, IsEmpty());
    EXPECT_THAT(pathOf(net({0, 10}, {{0, 1}, {1, 0}, {1, 1}})).nodes, IsEmpty());
}

TEST(CriticalPath, AHundredThousandInARowAreNoProblem)
{
    CausalNet chain;
    for (int i = 0; i < 100'000; ++i) {
        chain.times.push_back(base::Timestamp(milliseconds(i)));
        if (i > 0)
            chain.edges.emplace_back(std::size_t(i) - 1, std::size_t(i));
    }
    const auto path = pathOf(chain);
    EXPECT_EQ(path.nodes.size(), 100'000U);
    EXPECT_EQ(path.total, milliseconds(99'999));
}

} // namespace
} // namespace sagascope::causation
