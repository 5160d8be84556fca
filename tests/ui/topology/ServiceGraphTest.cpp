// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/ServiceGraph.h"

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

using causation::ServiceEdge;

const GraphEdge* edgeBetween(const Graph& graph, const char* from, const char* to)
{
    const int a = graph.indexOf(QString::fromLatin1(from));
    const int b = graph.indexOf(QString::fromLatin1(to));
    for (const GraphEdge& edge : graph.edges)
        if (a >= 0 && b >= 0 && edge.from == a && edge.to == b)
            return &edge;
    return nullptr;
}

TEST(ServiceGraph, DrawsATopicBetweenTwoServices)
{
    const std::vector<ServiceEdge> edges{
        {"payment-service", "voyage-service", "dreamscape.payment.completed", 30, true, true}};
    const Graph graph = serviceGraph(edges, {{"dreamscape.payment.completed", 12.0}}, true);
    ASSERT_EQ(graph.nodes.size(), 2U);
    ASSERT_EQ(graph.edges.size(), 1U);
    EXPECT_EQ(graph.edges[0].label, QStringLiteral("payment.completed"));
    EXPECT_EQ(graph.edges[0].domain, QStringLiteral("payment"));
    EXPECT_EQ(graph.edges[0].kind, EdgeKind::Traffic);
    EXPECT_DOUBLE_EQ(graph.edges[0].eventsPerSecond, 12);
    EXPECT_EQ(graph.nodes[0].domain, QStringLiteral("payment"));
}

TEST(ServiceGraph, SharesATopicsRateAmongItsPublishers)
{
    const std::vector<ServiceEdge> edges{{"payment-service", "voyage-service", "t", 75, true, true},
                                         {"payment-service", "user-service", "t", 75, true, true},
                                         {"qa", "voyage-service", "t", 25, true, true}};
    const Graph graph = serviceGraph(edges, {{"t", 100.0}}, true);
    EXPECT_DOUBLE_EQ(edgeBetween(graph, "service:payment-service", "service:voyage-service")->eventsPerSecond, 75);
    EXPECT_DOUBLE_EQ(edgeBetween(graph, "service:qa", "service:voyage-service")->eventsPerSecond, 25);
}

TEST(ServiceGraph, GathersWhatNobodyConsumes)
{
    const std::vector<ServiceEdge> edges{{"user-service", "", "dreamscape.user.updated", 1, true, false},
                                         {"user-service", "", "dreamscape.user.deleted", 2, true, false}};
    const Graph graph = serviceGraph(edges, {}, true);
    ASSERT_EQ(graph.edges.size(), 1U);
    EXPECT_EQ(graph.edges[0].events, 3U);
    EXPECT_EQ(graph.edges[0].topics.size(), 2);
    EXPECT_EQ(graph.nodes[std::size_t(graph.edges[0].to)].kind, NodeKind::Nobody);
}

TEST(ServiceGraph, RetryAndDeadLettersAreQueues)
{
    const std::vector<ServiceEdge> edges{{"voyage-service", "", "dreamscape.retry.queue", 3, true, false},
                                         {"voyage-service", "", "dreamscape.dead.letter.queue", 1, true, false}};
    const Graph graph = serviceGraph(edges, {}, true);
    ASSERT_TRUE(edgeBetween(graph, "service:voyage-service", "queue:retry"));
    ASSERT_TRUE(edgeBetween(graph, "service:voyage-service", "queue:dead-letters"));
    EXPECT_EQ(edgeBetween(graph, "service:voyage-service", "queue:retry")->domain, QStringLiteral("retry"));
}

TEST(ServiceGraph, ShowsWhatIsOnlyDeclaredWhenAsked)
{
    const std::vector<ServiceEdge> edges{{"auth-service", "ai-service", "dreamscape.auth.login", 0, false, true}};
    ASSERT_EQ(serviceGraph(edges, {}, true).edges.size(), 1U);
    EXPECT_EQ(serviceGraph(edges, {}, true).edges[0].kind, EdgeKind::NeverSeen);
    EXPECT_TRUE(serviceGraph(edges, {}, false).nodes.empty());
}

TEST(ServiceGraph, AServiceThatPublishesToItselfHasALoop)
{
    const std::vector<ServiceEdge> edges{{"user-service", "user-service", "dreamscape.user.updated", 1, true, true}};
    const Graph graph = serviceGraph(edges, {}, true);
    ASSERT_EQ(graph.nodes.size(), 1U);
    EXPECT_EQ(graph.edges[0].from, graph.edges[0].to);
}

} // namespace
} // namespace sagascope::ui
