// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphGeometry.h"

#include <gtest/gtest.h>

#include "ui/topology/LayoutCache.h"

namespace sagascope::ui {
namespace {

Graph chain(std::initializer_list<const char*> titles)
{
    Graph graph;
    for (const char* title : titles)
        graph.nodes.push_back(
            {QString::fromLatin1(title), NodeKind::Event, QString::fromLatin1(title), {}, {}, {}, 0, {}});
    for (int i = 1; i < int(graph.nodes.size()); ++i)
        graph.edges.push_back({i - 1, i, EdgeKind::Declared, QStringLiteral("next"), {}, {}, 0, 0});
    return graph;
}

GraphGeometry geometryFor(const Graph& graph)
{
    const auto layout = causation::layout(layoutInput(graph));
    EXPECT_TRUE(layout.isOk());
    return geometryOf(graph, *layout);
}

TEST(GraphGeometry, FindsWhatLiesUnderAPoint)
{
    const Graph graph = chain({"created", "initiated", "completed"});
    const GraphGeometry geometry = geometryFor(graph);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(geometry.nodeAt(geometry.nodes[std::size_t(i)].center()), i);
    EXPECT_EQ(geometry.nodeAt(geometry.bounds.bottomRight() + QPointF(50, 50)), -1);
    EXPECT_EQ(geometry.edgeAt(geometry.edges[1].label.center(), 0), 1);
    EXPECT_EQ(geometry.edgeAt(geometry.edges[0].path.pointAtPercent(0.05), 2), 0);
    EXPECT_EQ(geometry.edgeAt(geometry.bounds.bottomRight() + QPointF(50, 50), 3), -1);
}

TEST(GraphGeometry, TipsEndOnTheBordersOfTheirTargets)
{
    const Graph graph = chain({"created", "initiated"});
    const GraphGeometry geometry = geometryFor(graph);
    ASSERT_EQ(geometry.edges[0].tip.size(), 3);
    EXPECT_NEAR(geometry.edges[0].tip[0].x(), geometry.nodes[1].left(), 2);
}

TEST(GraphGeometry, ArrowsWalkFromNodeToNode)
{
    const GraphGeometry geometry = geometryFor(chain({"created", "initiated", "completed"}));
    EXPECT_EQ(geometry.neighbour(-1, Qt::Key_Right), 0) << "a walk starts on the left";
    EXPECT_EQ(geometry.neighbour(0, Qt::Key_Right), 1);
    EXPECT_EQ(geometry.neighbour(1, Qt::Key_Right), 2);
    EXPECT_EQ(geometry.neighbour(2, Qt::Key_Right), -1);
    EXPECT_EQ(geometry.neighbour(2, Qt::Key_Left), 1);
}

TEST(GraphGeometry, AServicesRateDoesNotMoveTheMap)
{
    Graph graph = chain({"payment-service", "voyage-service"});
    for (GraphNode& node : graph.nodes)
        node.kind = NodeKind::Service;
    const auto before = layoutInput(graph);
    graph.nodes[0].subtitle = QStringLiteral("1,284,000.5/s and much more besides");
    const auto after = layoutInput(graph);
    EXPECT_EQ(before.nodes[0].width, after.nodes[0].width);
}

TEST(GraphGeometry, StrokesGrowWithTheRateAndStayWithinBounds)
{
    EXPECT_LT(strokeWidth(0), strokeWidth(10));
    EXPECT_LT(strokeWidth(10), strokeWidth(1000));
    EXPECT_LE(strokeWidth(1e12), 8);
    EXPECT_GE(strokeWidth(-5), 1);
}

TEST(GraphView, FitsWithoutEnlarging)
{
    const GraphView small = GraphView::fitting(QRectF(0, 0, 100, 50), QSizeF(800, 600), 20);
    EXPECT_EQ(small.zoom, 1);
    EXPECT_EQ(small.toScreen({50, 25}), QPointF(400, 300));
    const GraphView large = GraphView::fitting(QRectF(0, 0, 4000, 1000), QSizeF(800, 600), 0);
    EXPECT_DOUBLE_EQ(large.zoom, 0.2);
    EXPECT_EQ(GraphView::fitting({}, QSizeF(800, 600), 0).zoom, 1);
}

TEST(GraphView, ZoomingKeepsThePointUnderThePointer)
{
    GraphView view;
    view.offset = {10, 20};
    const QPointF pointer(300, 200);
    const QPointF under = view.toGraph(pointer);
    const GraphView zoomed = view.zoomed(1.7, pointer);
    EXPECT_NEAR(zoomed.toScreen(under).x(), pointer.x(), 1e-9);
    EXPECT_NEAR(zoomed.toScreen(under).y(), pointer.y(), 1e-9);
    EXPECT_EQ(view.zoomed(1e6, pointer).zoom, GraphView::kMaxZoom);
    EXPECT_EQ(view.zoomed(1e-6, pointer).zoom, GraphView::kMinZoom);
}

TEST(GraphView, RevealsOnlyAsFarAsNeeded)
{
    GraphView view;
    EXPECT_EQ(view.revealing(QRectF(100, 100, 50, 50), QSizeF(800, 600), 10).offset, QPointF(0, 0));
    EXPECT_EQ(view.revealing(QRectF(790, 100, 50, 50), QSizeF(800, 600), 10).offset, QPointF(-50, 0));
    EXPECT_EQ(view.revealing(QRectF(-30, -40, 50, 50), QSizeF(800, 600), 10).offset, QPointF(40, 50));
}

TEST(LayoutCache, LaysOutTheSameStructureOnce)
{
    LayoutCache cache;
    Graph graph = chain({"created", "initiated", "completed"});
    const auto first = cache.layoutOf(layoutInput(graph));
    ASSERT_TRUE(first);
    graph.nodes[0].id = QStringLiteral("of another saga");
    const auto second = cache.layoutOf(layoutInput(graph));
    ASSERT_TRUE(second);
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(cache.missCount(), 1U);
    graph.edges.pop_back();
    ASSERT_TRUE(cache.layoutOf(layoutInput(graph)));
    EXPECT_EQ(cache.missCount(), 2U);
}

TEST(LayoutCache, PassesTheRefusalOn)
{
    LayoutCache cache;
    Graph graph;
    graph.nodes.resize(causation::kMaxLayoutNodes + 1);
    const auto layout = cache.layoutOf(layoutInput(graph));
    ASSERT_FALSE(layout);
    EXPECT_EQ(layout.error().code, base::ErrorCode::TooLarge);
}

} // namespace
} // namespace sagascope::ui
