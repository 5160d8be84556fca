// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Cluster.h"

#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;

class ClusterTest : public EmbeddedClusterTest
{
};

TEST_F(ClusterTest, describesBrokersTopicsAndPartitions)
{
    createTopic("dreamscape.b", 3);
    createTopic("dreamscape.a");
    auto cluster = Cluster::open(m_profile);
    ASSERT_TRUE(cluster);
    const auto info = (*cluster)->describe(5s);
    ASSERT_TRUE(info) << info.error().text();
    ASSERT_EQ(info->brokers.size(), 1U);
    EXPECT_EQ(info->brokers[0].address, m_broker->bootstrap());
    ASSERT_EQ(info->topics.size(), 2U);
    EXPECT_EQ(info->topics[0].name, "dreamscape.a");
    EXPECT_EQ(info->topics[1].partitions.size(), 3U);
    EXPECT_EQ(info->find("dreamscape.c"), nullptr);
}

TEST_F(ClusterTest, knowsTheWatermarksOfMatchingTopics)
{
    createTopic("dreamscape.a", 2);
    createTopic("other");
    write("dreamscape.a", 4, 1);
    auto cluster = Cluster::open(m_profile);
    ASSERT_TRUE(cluster);
    const auto marks = (*cluster)->watermarks(5s);
    ASSERT_TRUE(marks) << marks.error().text();
    ASSERT_EQ(marks->size(), 2U);
    EXPECT_EQ((*marks)[0].high, 0);
    EXPECT_EQ((*marks)[1].low, 0);
    EXPECT_EQ((*marks)[1].high, 4);
}

TEST(ClusterErrors, namesTheHostsThatNobodyAnswersAt)
{
    auto broker = EmbeddedBroker::start();
    ASSERT_TRUE(broker);
    const auto profile = (*broker)->profile("gone");
    broker->reset();
    auto cluster = Cluster::open(profile);
    ASSERT_TRUE(cluster);
    const auto info = (*cluster)->describe(2s);
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, base::ErrorCode::Unreachable);
    EXPECT_EQ(info.error().subject, profile.bootstrap);
}

TEST(ClusterErrors, neverQuotesASecret)
{
    Profile profile;
    profile.name = "prod";
    profile.bootstrap = "localhost:9092";
    profile.security = {{"security.protocol", "SASL_SSL"},
                        {"sasl.mechanism", "PLAIN"},
                        {"sasl.password", "hunter2"},
                        {"no.such.property", "hunter2"}};
    EXPECT_EQ(profile.describe().find("hunter2"), std::string::npos);
    const auto opened = Cluster::open(profile);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().subject, "no.such.property");
    EXPECT_EQ(opened.error().text().find("hunter2"), std::string::npos);
}

TEST(ProfileCheck, saysWhatDoesNotMakeSense)
{
    Profile profile;
    EXPECT_EQ(profile.check().error().subject, "bootstrap");
    profile.bootstrap = "localhost:9092";
    EXPECT_TRUE(profile.check());
    profile.topicPattern = "(";
    EXPECT_EQ(profile.check().error().subject, "topicPattern");
}

TEST(EmbeddedBrokerLimits, eachHasAName)
{
    for (const auto limit : EmbeddedBroker::limits())
        EXPECT_FALSE(embeddedLimitName(limit).empty());
    EXPECT_EQ(EmbeddedBroker::limits().size(), 7U);
}

} // namespace sagascope::kafka
