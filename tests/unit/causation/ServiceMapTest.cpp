// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/ServiceMap.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"

namespace sagascope::causation {
namespace {

std::shared_ptr<const catalog::Catalog> builtInCatalog()
{
    static const auto catalog = catalog::Catalog::load();
    return catalog.isOk() ? *catalog : nullptr;
}

std::vector<const ServiceEdge*> edgesOf(const std::vector<ServiceEdge>& edges, std::string_view from,
                                        std::string_view topic)
{
    std::vector<const ServiceEdge*> found;
    for (const ServiceEdge& edge : edges)
        if (edge.from == from && edge.topic == topic)
            found.push_back(&edge);
    return found;
}

TEST(ServiceMap, CountsWhoPublishesWhat)
{
    ServiceMap map;
    map.record("payment-service", "dreamscape.payment.completed");
    map.record("payment-service", "dreamscape.payment.completed");
    map.record("qa", "dreamscape.payment.completed");
    const auto view = map.view();
    ASSERT_EQ(view.published->size(), 2U);
    EXPECT_EQ(view.published->at({"payment-service", "dreamscape.payment.completed"}), 2U);
    EXPECT_EQ(view.published->at({"qa", "dreamscape.payment.completed"}), 1U);
}

TEST(ServiceMap, AViewStaysAsItWas)
{
    ServiceMap map;
    map.record("a", "t");
    const auto before = map.view();
    map.record("a", "t");
    EXPECT_EQ(before.published->at({"a", "t"}), 1U);
    EXPECT_EQ(map.view().published->at({"a", "t"}), 2U);
}

TEST(ServiceMap, SharesItsViewWhileNothingIsRecorded)
{
    ServiceMap map;
    map.record("a", "t");
    EXPECT_EQ(map.view().published, map.view().published);
}

TEST(ServiceMap, BoundsHowManySourcesItTellsApart)
{
    ServiceMap map;
    for (std::size_t i = 0; i < ServiceMap::kMaxPairs + 500; ++i)
        map.record("source-" + std::to_string(i), "t");
    const auto view = map.view();
    EXPECT_EQ(view.published->size(), ServiceMap::kMaxPairs + 1);
    EXPECT_EQ(view.published->at({std::string(ServiceMap::kOtherSources), "t"}), 500U);
}

TEST(ServiceEdges, JoinTrafficWithTheConsumersThatTheCatalogDeclares)
{
    ASSERT_TRUE(builtInCatalog());
    ServiceMap map;
    map.record("payment-service", "dreamscape.payment.completed");
    const auto edges = serviceEdges(map.view(), *builtInCatalog());
    const auto observed = edgesOf(edges, "payment-service", "dreamscape.payment.completed");
    ASSERT_EQ(observed.size(), 2U);
    EXPECT_EQ(observed[0]->to, "user-service");
    EXPECT_EQ(observed[1]->to, "voyage-service");
    for (const ServiceEdge* edge : observed) {
        EXPECT_TRUE(edge->isObserved);
        EXPECT_TRUE(edge->isConsumerLive);
        EXPECT_EQ(edge->events, 1U);
    }
}

TEST(ServiceEdges, KeepTrafficThatNobodyIsKnownToConsume)
{
    ServiceMap map;
    map.record("weather-service", "weather.changed");
    const auto edges = serviceEdges(map.view(), *builtInCatalog());
    const auto observed = edgesOf(edges, "weather-service", "weather.changed");
    ASSERT_EQ(observed.size(), 1U);
    EXPECT_EQ(observed[0]->to, "");
    EXPECT_TRUE(observed[0]->isObserved);
}

TEST(ServiceEdges, AddWhatIsDeclaredAndWasNeverSeen)
{
    const auto edges = serviceEdges({}, *builtInCatalog());
    ASSERT_FALSE(edges.empty());
    for (const ServiceEdge& edge : edges) {
        EXPECT_FALSE(edge.isObserved);
        EXPECT_EQ(edge.events, 0U);
        EXPECT_NE(edge.from, "");
        EXPECT_NE(edge.to, "");
    }
    EXPECT_EQ(edgesOf(edges, "payment-service", "dreamscape.payment.failed").size(), 2U);
}

TEST(ServiceEdges, ADeclaredEdgeIsNotRepeatedOnceItIsSeen)
{
    ServiceMap map;
    map.record("payment-service", "dreamscape.payment.failed");
    const auto edges = serviceEdges(map.view(), *builtInCatalog());
    for (const ServiceEdge* edge : edgesOf(edges, "payment-service", "dreamscape.payment.failed"))
        EXPECT_TRUE(edge->isObserved);
}

} // namespace
} // namespace sagascope::causation
