// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/Layout.h"

#include <cmath>
#include <limits>
#include <thread>

#include <gtest/gtest.h>

namespace sagascope::causation {
namespace {

LayoutInput boxes(int count)
{
    LayoutInput input;
    for (int i = 0; i < count; ++i)
        input.nodes.push_back({"box", 120, 40});
    return input;
}

void connect(LayoutInput& input, int from, int to, std::string label = {}, double width = 0, double height = 0)
{
    input.edges.push_back({from, to, std::move(label), width, height});
}

bool liesInside(Point point, const LayoutResult& drawing)
{
    return point.x >= -1 && point.y >= -1 && point.x <= drawing.width + 1 && point.y <= drawing.height + 1;
}

void expectComplete(const LayoutInput& input, const LayoutResult& drawing)
{
    ASSERT_EQ(drawing.nodeCentres.size(), input.nodes.size());
    ASSERT_EQ(drawing.edgeSplines.size(), input.edges.size());
    ASSERT_EQ(drawing.labelCentres.size(), input.edges.size());
    for (const Point& centre : drawing.nodeCentres)
        EXPECT_TRUE(liesInside(centre, drawing));
    for (const auto& spline : drawing.edgeSplines) {
        ASSERT_GE(spline.size(), 4U);
        EXPECT_EQ((spline.size() - 1) % 3, 0U);
    }
}

TEST(Layout, GivesNothingForNothing)
{
    const auto drawing = layout({});
    ASSERT_TRUE(drawing);
    EXPECT_TRUE(drawing->nodeCentres.empty());
}

TEST(Layout, PutsEffectsRightOfTheirCauses)
{
    auto input = boxes(3);
    connect(input, 0, 1);
    connect(input, 1, 2);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    expectComplete(input, *drawing);
    EXPECT_LT(drawing->nodeCentres[0].x + 120, drawing->nodeCentres[1].x);
    EXPECT_LT(drawing->nodeCentres[1].x + 120, drawing->nodeCentres[2].x);
}

TEST(Layout, RunsDownWhenAskedAndYGrowsDown)
{
    auto input = boxes(2);
    input.isLeftToRight = false;
    connect(input, 0, 1);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    EXPECT_LT(drawing->nodeCentres[0].y + 40, drawing->nodeCentres[1].y);
}

TEST(Layout, BoxesDoNotOverlap)
{
    auto input = boxes(9);
    for (int i = 1; i < 9; ++i)
        connect(input, 0, i);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    for (std::size_t a = 0; a < 9; ++a)
        for (std::size_t b = a + 1; b < 9; ++b) {
            const Point& p = drawing->nodeCentres[a];
            const Point& q = drawing->nodeCentres[b];
            EXPECT_TRUE(std::abs(p.x - q.x) >= 120 || std::abs(p.y - q.y) >= 40) << a << " and " << b;
        }
}

TEST(Layout, LaysOutCycles)
{
    auto input = boxes(3);
    connect(input, 0, 1);
    connect(input, 1, 2);
    connect(input, 2, 0);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    expectComplete(input, *drawing);
    const auto& back = drawing->edgeSplines[2];
    const Point tail = drawing->nodeCentres[2];
    const Point head = drawing->nodeCentres[0];
    EXPECT_LT(std::hypot(back.front().x - tail.x, back.front().y - tail.y),
              std::hypot(back.front().x - head.x, back.front().y - head.y))
        << "the spline of an edge against the flow still runs from its tail";
}

TEST(Layout, LaysOutSelfEdgesAndParallelEdges)
{
    auto input = boxes(2);
    connect(input, 0, 0);
    connect(input, 0, 1);
    connect(input, 0, 1);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    expectComplete(input, *drawing);
}

TEST(Layout, KeepsRoomForLabels)
{
    auto input = boxes(2);
    connect(input, 0, 1, "payment.completed", 300, 20);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing);
    EXPECT_GE(drawing->nodeCentres[1].x - drawing->nodeCentres[0].x, 300 + 120);
    EXPECT_TRUE(liesInside(drawing->labelCentres[0], *drawing));
    EXPECT_GT(drawing->labelCentres[0].x, drawing->nodeCentres[0].x);
    EXPECT_LT(drawing->labelCentres[0].x, drawing->nodeCentres[1].x);
}

TEST(Layout, HostileNamesAreOnlyNames)
{
    const std::string hostile[] = {
        "\"]; x [label=\"",    "<TABLE><TR><TD>", "\\N\\E\n", std::string("a\0b", 3), "%n%s", "0", "1", "",
        "subgraph cluster_x {"};
    LayoutInput input;
    for (const std::string& name : hostile)
        input.nodes.push_back({name, 80, 30});
    for (int i = 0; i < int(std::size(hostile)); ++i)
        connect(input, i, (i + 1) % int(std::size(hostile)), hostile[i], 50, 16);
    const auto drawing = layout(input);
    ASSERT_TRUE(drawing) << drawing.error().text();
    expectComplete(input, *drawing);
}

TEST(Layout, RefusesWhatWouldTakeTooLong)
{
    EXPECT_EQ(layout(boxes(int(kMaxLayoutNodes) + 1)).error().code, base::ErrorCode::TooLarge);
    auto tangled = boxes(2);
    for (std::size_t i = 0; i <= kMaxLayoutEdges; ++i)
        connect(tangled, 0, 1);
    EXPECT_EQ(layout(tangled).error().code, base::ErrorCode::TooLarge);
}

TEST(Layout, RefusesEdgesToNowhereAndBoxesWithoutSize)
{
    auto astray = boxes(1);
    connect(astray, 0, 1);
    EXPECT_EQ(layout(astray).error().code, base::ErrorCode::InvalidArgument);
    auto negative = boxes(1);
    connect(negative, -1, 0);
    EXPECT_EQ(layout(negative).error().code, base::ErrorCode::InvalidArgument);
    auto shapeless = boxes(1);
    shapeless.nodes[0].width = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(layout(shapeless).error().code, base::ErrorCode::InvalidArgument);
}

TEST(Layout, IsTheSameForTheSameInput)
{
    auto input = boxes(12);
    for (int i = 1; i < 12; ++i)
        connect(input, (i * 7) % i, i);
    const auto first = layout(input);
    const auto second = layout(input);
    ASSERT_TRUE(first);
    ASSERT_TRUE(second);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(first->nodeCentres[i].x, second->nodeCentres[i].x);
        EXPECT_EQ(first->nodeCentres[i].y, second->nodeCentres[i].y);
    }
}

TEST(Layout, MayBeCalledFromSeveralThreads)
{
    std::vector<std::thread> threads;
    std::vector<int> drawn(4, 0);
    for (std::size_t t = 0; t < drawn.size(); ++t)
        threads.emplace_back([&drawn, t] {
            auto input = boxes(20);
            for (int i = 1; i < 20; ++i)
                connect(input, i / 2, i);
            for (int round = 0; round < 10; ++round)
                drawn[t] += layout(input).isOk() ? 1 : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(drawn, std::vector<int>(4, 10));
}

} // namespace
} // namespace sagascope::causation
