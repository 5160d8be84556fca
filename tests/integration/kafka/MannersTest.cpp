// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody who administers a cluster can tell that we were there.
#include <gmock/gmock.h>

#include "core/kafka/Cluster.h"
#include "core/kafka/ConnectionCheck.h"
#include "core/kafka/GroupConsumer.h"
#include "tests/integration/RealKafka.h"
#include "tests/integration/kafka/Following.h"

namespace sagascope::integration {

using namespace std::chrono_literals;

namespace {

/// What Kafka's own tools tell of a cluster, by tool, the lines sorted: topics with their settings and replicas, how far
/// each partition is written (the internal ones too: a commit or a join would write there), groups with their committed
/// offsets, states and members, and settings of the brokers that were changed.
std::map<std::string, std::vector<std::string>> stateOf(const support::KafkaCluster& cluster)
{
    const std::string groups = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";
    const std::vector<std::tuple<std::string, std::string, std::vector<std::string>>> questions{
        {"topics", "org.apache.kafka.tools.TopicCommand", {"--describe"}},
        {"ends", "org.apache.kafka.tools.GetOffsetShell", {}},
        {"offsets", groups, {"--describe", "--all-groups", "--offsets"}},
        {"members", groups, {"--describe", "--all-groups", "--members", "--verbose"}},
        {"states", groups, {"--describe", "--all-groups", "--state"}},
        {"brokers", "kafka.admin.ConfigCommand", {"--describe", "--entity-type", "brokers"}}};
    std::map<std::string, std::vector<std::string>> state;
    for (const auto& [name, tool, words] : questions) {
        std::vector<std::string> arguments{"--bootstrap-server", cluster.bootstrap()};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const auto told = cluster.runTool(tool, arguments);
        EXPECT_TRUE(told.hasSucceeded()) << name << told.output << told.errors;
        state[name] = sortedLines(told.output);
    }
    return state;
}

} // namespace

/// A cluster of its own: what other tests leave behind goes on changing for a while.
class KafkaMannersTest : public RealKafkaTest
{
protected:
    void SetUp() override
    {
        m_start = support::KafkaCluster::start();
        requireKafka(m_start);
    }

    support::KafkaCluster& own() { return *m_start.server; }

    kafka::Profile ownProfile()
    {
        kafka::Profile profile;
        profile.name = "visited";
        profile.bootstrap = own().bootstrap();
        profile.topicPattern = "^" + topic(".*");
        return profile;
    }

private:
    support::KafkaStart m_start;
};

TEST_F(KafkaMannersTest, aSessionOfBrowsingLeavesTheClusterAsItWas)
{
    ASSERT_TRUE(own().createTopic(topic("a"), 3, {"retention.ms=86400000"}));
    ASSERT_TRUE(own().createTopic(topic("b"), 1));
    std::string lines;
    for (int i = 0; i < 50; ++i)
        lines += eventNumber(i) + '\n';
    ASSERT_TRUE(own().kcat({"-P", "-t", topic("a")}, lines).hasSucceeded());
    // A service that is at work, and one that has gone and left its offsets.
    const auto gone = own().kcat({"-G", topic("gone"), "-c", "20", "-X", "auto.offset.reset=earliest", topic("a")});
    ASSERT_TRUE(gone.hasSucceeded()) << gone.errors;
    auto joined = kafka::GroupConsumer::open(
        ownProfile(),
        {.group = topic("service"), .topics = {topic("a")}, .clientId = "service", .instanceId = {}, .isFromBeginning = true});
    ASSERT_TRUE(joined) << joined.error().text();
    auto& service = **joined;
    for (int i = 0; i < 400 && service.assignment().size() < 3; ++i)
        (void)service.poll(100, 50ms);
    ASSERT_TRUE(service.commit({topic("a"), 0}, 1));

    const auto before = stateOf(own());
    ASSERT_THAT(before.at("offsets"), testing::Contains(testing::HasSubstr(topic("gone"))));
    ASSERT_THAT(before.at("members"), testing::Contains(testing::HasSubstr(topic("service"))));

    auto settings = ownProfile();
    settings.watchedGroups = {{topic("service"), {topic("a")}},
                              {topic("gone"), {topic("a")}},
                              {topic("nobody"), {topic("a"), topic("typo")}}};
    session::KafkaSourceOptions options;
    options.lagInterval = 100ms;
    {
        Following following(settings, options);
        EXPECT_TRUE(following.awaitEvents(50));
        EXPECT_TRUE(following.await([](const session::Snapshot& snapshot) { return snapshot.lag.size() >= 9; }));
        following.session().setPaused(true);
        following.session().setPaused(false);
    }
    {
        options.consumer.isUntilEnd = true;
        Following lookBack(settings, options);
        EXPECT_TRUE(lookBack.session().waitUntilFinished(40s));
    }
    const auto steps = kafka::checkConnection(settings, {.topics = {topic("a"), topic("typo")}});
    EXPECT_EQ(steps.back().fault, kafka::CheckFault::TopicMissing);
    auto cluster = kafka::Cluster::open(settings);
    ASSERT_TRUE(cluster);
    EXPECT_TRUE((*cluster)->watermarks(5s));
    EXPECT_FALSE((*cluster)->describe(5s)->clusterId.empty());

    const auto after = stateOf(own());
    for (const auto& [name, told] : before)
        EXPECT_EQ(after.at(name), told) << name;
}

} // namespace sagascope::integration
