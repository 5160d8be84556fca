// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/LayeredLayout.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace sagascope::causation {
namespace {

LayoutInput boxes(int count)
{
    LayoutInput input;
    for (int i = 0; i < count; ++i)
        input.nodes.push_back({"box", 120, 48});
    return input;
}

void connect(LayoutInput& input, int from, int to)
{
    input.edges.push_back({from, to, {}, 0, 0});
}

TEST(LayeredLayout, PutsEffectsRightOfAllTheirCauses)
{
    auto input = boxes(5);
    for (const auto& [from, to] : {std::pair(0, 1), std::pair(0, 2), std::pair(1, 3), std::pair(2, 3), std::pair(0, 3), std::pair(3, 4)})
        connect(input, from, to);
    const LayoutResult drawing = layeredLayout(input);
    for (const auto& edge : input.edges)
        EXPECT_LT(drawing.nodeCentres[std::size_t(edge.from)].x + 120, drawing.nodeCentres[std::size_t(edge.to)].x);
}

TEST(LayeredLayout, BoxesDoNotOverlapAndLieInside)
{
    auto input = boxes(60);
    for (int i = 1; i < 60; ++i)
        connect(input, (i * 7) % i, i);
    const LayoutResult drawing = layeredLayout(input);
    for (std::size_t a = 0; a < 60; ++a) {
        const Point& p = drawing.nodeCentres[a];
        EXPECT_GE(p.x, 60 - 0.1);
        EXPECT_GE(p.y, 24 - 0.1);
        EXPECT_LE(p.x, drawing.width - 60 + 0.1);
        EXPECT_LE(p.y, drawing.height - 24 + 0.1);
        for (std::size_t b = a + 1; b < 60; ++b) {
            const Point& q = drawing.nodeCentres[b];
            EXPECT_TRUE(std::abs(p.x - q.x) >= 120 || std::abs(p.y - q.y) >= 48) << a << " and " << b;
        }
    }
}

TEST(LayeredLayout, DrawsCyclesAndLoopsWithAnEdgeThatRunsBack)
{
    auto input = boxes(3);
    connect(input, 0, 1);
    connect(input, 1, 2);
    connect(input, 2, 0);
    connect(input, 1, 1);
    const LayoutResult drawing = layeredLayout(input);
    ASSERT_EQ(drawing.edgeSplines.size(), 4U);
    for (const auto& spline : drawing.edgeSplines) {
        ASSERT_GE(spline.size(), 4U);
        EXPECT_EQ((spline.size() - 1) % 3, 0U);
    }
    EXPECT_LT(drawing.nodeCentres[0].x, drawing.nodeCentres[1].x);
    EXPECT_LT(drawing.nodeCentres[1].x, drawing.nodeCentres[2].x);
}

TEST(LayeredLayout, RunsDownWhenAsked)
{
    auto input = boxes(2);
    input.isLeftToRight = false;
    connect(input, 0, 1);
    const LayoutResult drawing = layeredLayout(input);
    EXPECT_LT(drawing.nodeCentres[0].y + 48, drawing.nodeCentres[1].y);
    EXPECT_NEAR(drawing.nodeCentres[0].x, drawing.nodeCentres[1].x, 0.1);
}

TEST(LayeredLayout, TakesOverWhereGraphvizWouldTakeTooLong)
{
    auto input = boxes(int(kMaxLayoutNodes));
    for (int i = 1; i < int(kMaxLayoutNodes); ++i)
        connect(input, (i - 1) / 3, i);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    EXPECT_EQ(drawing->nodeCentres.size(), kMaxLayoutNodes);
}

} // namespace
} // namespace sagascope::causation
