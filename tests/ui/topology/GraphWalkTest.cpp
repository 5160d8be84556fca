// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphWalk.h"

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

/// Nodes by their places, 200 pixels apart; edges by pairs of nodes.
class GraphWalkTest : public testing::Test
{
protected:
    int add(int column, int row)
    {
        graph.nodes.emplace_back();
        geometry.nodes.push_back(QRectF(column * 200.0, row * 80.0, 120, 48));
        return int(graph.nodes.size()) - 1;
    }

    void cause(int from, int to, bool isCritical = false)
    {
        GraphEdge edge;
        edge.from = from;
        edge.to = to;
        edge.isCritical = isCritical;
        graph.edges.push_back(edge);
    }

    int walk(int from, Qt::Key key) const { return walkCauses(graph, geometry, from, key); }

    Graph graph;
    GraphGeometry geometry;
    const int created = add(0, 1);
    const int paid = add(1, 0);
    const int failed = add(1, 2);
    const int confirmed = add(2, 0);
    const int alone = add(1, 5);
};

TEST_F(GraphWalkTest, LeftGoesToTheCauseAndRightToTheEffect)
{
    cause(created, paid);
    cause(paid, confirmed);
    EXPECT_EQ(walk(created, Qt::Key_Right), paid);
    EXPECT_EQ(walk(paid, Qt::Key_Right), confirmed);
    EXPECT_EQ(walk(confirmed, Qt::Key_Left), paid);
    EXPECT_EQ(walk(confirmed, Qt::Key_Right), -1);
    EXPECT_EQ(walk(created, Qt::Key_Left), -1);
}

TEST_F(GraphWalkTest, TheCriticalPathComesFirst)
{
    cause(created, paid);
    cause(created, failed, true);
    EXPECT_EQ(walk(created, Qt::Key_Right), failed);
}

TEST_F(GraphWalkTest, UpAndDownGoToSiblings)
{
    cause(created, paid);
    cause(created, failed);
    EXPECT_EQ(walk(paid, Qt::Key_Down), failed);
    EXPECT_EQ(walk(failed, Qt::Key_Up), paid);
    EXPECT_EQ(walk(failed, Qt::Key_Down), alone) << "without another sibling, what lies there";
}

TEST_F(GraphWalkTest, StartsAtTheLeft)
{
    EXPECT_EQ(walk(-1, Qt::Key_Right), created);
}

TEST_F(GraphWalkTest, ALoopLeadsNowhere)
{
    cause(paid, paid);
    EXPECT_EQ(walk(paid, Qt::Key_Right), -1);
}

} // namespace
} // namespace sagascope::ui
