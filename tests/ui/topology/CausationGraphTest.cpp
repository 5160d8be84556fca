// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/CausationGraph.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/topology/GraphDrawer.h"

namespace sagascope::ui {
namespace {

using test::Record;

class CausationGraphTest : public testing::Test
{
protected:
    Graph graphOf(const std::vector<Record>& records)
    {
        traffic.feed(records);
        const auto& snapshot = *traffic.state.snapshot();
        const base::SagaId saga = snapshot.sagas.sagaOf(base::EventIndex(0));
        EXPECT_TRUE(saga.isValid());
        drawing = drawSaga(snapshot, saga, cache);
        EXPECT_FALSE(drawing.failure);
        EXPECT_EQ(drawing.geometry.nodes.size(), drawing.graph.nodes.size());
        return drawing.graph;
    }

    static int nodeTitled(const Graph& graph, const char* title)
    {
        for (std::size_t i = 0; i < graph.nodes.size(); ++i)
            if (graph.nodes[i].title == QLatin1String(title))
                return int(i);
        return -1;
    }

    static const GraphEdge* edgeBetween(const Graph& graph, const char* from, const char* to)
    {
        const int a = nodeTitled(graph, from);
        const int b = nodeTitled(graph, to);
        for (const GraphEdge& edge : graph.edges)
            if (edge.from == a && edge.to == b)
                return &edge;
        return nullptr;
    }

    Drawing drawing;
    test::StoryWriter writer;
    test::TrafficSession traffic;
    LayoutCache cache;
};

TEST_F(CausationGraphTest, DrawsDeclaredCauses)
{
    const Graph graph = graphOf(writer.confirmedBooking(1, 0));
    EXPECT_EQ(graph.nodes.size(), 5U);
    const GraphEdge* edge = edgeBetween(graph, "payment.initiated", "payment.completed");
    ASSERT_TRUE(edge);
    EXPECT_EQ(edge->kind, EdgeKind::Declared);
    EXPECT_FALSE(edgeBetween(graph, "payment.completed", "payment.initiated"));
}

TEST_F(CausationGraphTest, MarksCompensations)
{
    const Graph graph = graphOf(writer.cancelledBooking(1, 0));
    const GraphEdge* edge = edgeBetween(graph, "payment.failed", "voyage.booking.cancelled");
    ASSERT_TRUE(edge);
    EXPECT_EQ(edge->kind, EdgeKind::Compensation);
}

TEST_F(CausationGraphTest, GivesACauseThatWasNeverSeenAGhost)
{
    auto story = writer.confirmedBooking(1, 0);
    story.erase(story.begin() + 2); // payment.completed, which two others name as their cause
    const Graph graph = graphOf(story);
    const auto ghosts = std::count_if(graph.nodes.begin(), graph.nodes.end(),
                                      [](const GraphNode& node) { return node.kind == NodeKind::Ghost; });
    EXPECT_EQ(ghosts, 1) << "one ghost for one missing id";
    const auto edges = std::count_if(graph.edges.begin(), graph.edges.end(),
                                     [](const GraphEdge& edge) { return edge.kind == EdgeKind::MissingCause; });
    EXPECT_EQ(edges, 2);
}

TEST_F(CausationGraphTest, StacksARedeliveredEventOnItsOriginal)
{
    auto story = writer.confirmedBooking(1, 0);
    Record again = story[2];
    again.at(1, 77);
    story.push_back(again);
    const Graph graph = graphOf(story);
    EXPECT_EQ(graph.nodes.size(), 5U);
    EXPECT_EQ(graph.nodes[std::size_t(nodeTitled(graph, "payment.completed"))].copies, 1);
}

TEST_F(CausationGraphTest, SurvivesCausesInACircle)
{
    const Graph graph = graphOf({writer.event("voyage.booking.created", "voyage-service", 1, 0, 1, 2),
                                 writer.event("payment.initiated", "payment-service", 1, 100, 2, 1),
                                 writer.event("payment.completed", "payment-service", 1, 200, 3, 3)});
    EXPECT_EQ(graph.nodes.size(), 3U);
    EXPECT_TRUE(graph.nodes[0].isInCycle);
    EXPECT_TRUE(graph.nodes[1].isInCycle);
    EXPECT_TRUE(edgeBetween(graph, "payment.completed", "payment.completed")) << "its own cause: a loop";
    EXPECT_EQ(drawing.causation.cycles, 2U);
}

TEST_F(CausationGraphTest, EmphasisesThePathThatTookLongest)
{
    const Graph graph = graphOf(writer.confirmedBooking(1, 0));
    EXPECT_TRUE(edgeBetween(graph, "voyage.booking.created", "payment.initiated")->isCritical);
    EXPECT_TRUE(edgeBetween(graph, "payment.initiated", "payment.completed")->isCritical);
    EXPECT_TRUE(edgeBetween(graph, "payment.completed", "notification.email.requested")->isCritical);
    EXPECT_FALSE(edgeBetween(graph, "payment.completed", "voyage.booking.confirmed")->isCritical);
    EXPECT_EQ(edgeBetween(graph, "payment.initiated", "payment.completed")->label, QStringLiteral("780 ms"));
    EXPECT_EQ(drawing.causation.critical, std::chrono::milliseconds(1100));
    EXPECT_EQ(drawing.causation.criticalSteps, 3U);
}

TEST_F(CausationGraphTest, FindsTheNodeOfEveryEventAlsoOfCopies)
{
    auto story = writer.confirmedBooking(1, 0);
    Record again = story[2];
    again.at(1, 77);
    story.push_back(again);
    const Graph graph = graphOf(story);
    const int paid = nodeTitled(graph, "payment.completed");
    EXPECT_EQ(graph.nodeOfEvent(base::EventIndex(2)), paid);
    EXPECT_EQ(graph.nodeOfEvent(base::EventIndex(5)), paid);
    EXPECT_EQ(graph.nodeOfEvent(base::EventIndex(99)), -1);
}

TEST_F(CausationGraphTest, FoldsManyEqualEffectsIntoOne)
{
    auto story = writer.confirmedBooking(1, 0);
    for (int i = 0; i < 2000; ++i)
        story.push_back(writer.event("notification.push.requested", "user-service", 1, 950, 100'000 + i, 13));
    const Graph graph = graphOf(story);
    EXPECT_EQ(drawing.causation.fold, causation::FoldLevel::Siblings);
    EXPECT_EQ(graph.nodes.size(), 6U);
    EXPECT_EQ(graph.nodes[std::size_t(nodeTitled(graph, "notification.push.requested"))].folded, 2000);
    EXPECT_EQ(graph.nodeOfEvent(base::EventIndex(1500)), nodeTitled(graph, "notification.push.requested"));
}

TEST_F(CausationGraphTest, IsEmptyForASagaThatIsNotThere)
{
    drawing = drawSaga(*traffic.state.snapshot(), base::SagaId(5), cache);
    EXPECT_TRUE(drawing.graph.nodes.empty());
    EXPECT_FALSE(drawing.failure);
}

} // namespace
} // namespace sagascope::ui
