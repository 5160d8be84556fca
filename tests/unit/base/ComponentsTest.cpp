// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Components.h"

#include <gtest/gtest.h>

namespace sagascope::base {
namespace {

TEST(Components, NodesThatReachEachOtherLieTogether)
{
    const auto of = components(5, {{0, 1}, {1, 2}, {2, 1}, {2, 3}});
    EXPECT_EQ(of[1], of[2]);
    EXPECT_NE(of[0], of[1]);
    EXPECT_NE(of[3], of[1]);
    EXPECT_NE(of[4], of[0]);
}

TEST(Components, NumbersCountDownAlongEdges)
{
    const IndexEdges edges{{3, 0}, {0, 2}, {2, 4}, {4, 2}, {4, 1}};
    const auto of = components(5, edges);
    for (const auto& [from, to] : edges)
        EXPECT_GE(of[from], of[to]) << from << " -> " << to;
    EXPECT_GT(of[3], of[0]);
}

TEST(Components, AChainOfAMillionDoesNotOverflowTheStack)
{
    constexpr std::size_t kCount = 1'000'000;
    IndexEdges edges;
    for (std::size_t i = 1; i < kCount; ++i)
        edges.emplace_back(i - 1, i);
    const auto of = components(kCount, edges);
    EXPECT_EQ(of.front(), kCount - 1);
    EXPECT_EQ(of.back(), 0U);
}

} // namespace
} // namespace sagascope::base
