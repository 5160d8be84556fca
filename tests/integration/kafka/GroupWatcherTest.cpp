// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupWatcher.h"

#include "core/kafka/GroupConsumer.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

using namespace std::chrono_literals;
using metrics::GroupState;

class KafkaGroupWatcherTest : public RealKafkaTest
{
};

TEST_F(KafkaGroupWatcherTest, seesHowFarAGroupIsWithoutJoiningIt)
{
    createTopic(topic("a"), 2);
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "0\n1\n2\n3\n4\n");
    const auto group = topic("group");
    auto joined = kafka::GroupConsumer::open(
        profile(),
        {.group = group, .topics = {topic("a")}, .clientId = "service", .instanceId = {}, .isFromBeginning = true});
    ASSERT_TRUE(joined) << joined.error().text();
    auto& member = **joined;
    std::size_t count = 0;
    for (int i = 0; i < 400 && count < 5; ++i) {
        const auto batch = member.poll(100, 50ms);
        count += batch ? batch->size() : 0;
    }
    ASSERT_EQ(count, 5U);
    ASSERT_TRUE(member.commit({topic("a"), 0}, 3));

    auto settings = profile();
    settings.watchedGroups = {{group, {topic("a")}}, {topic("nobody"), {topic("a")}}};
    auto watcher = kafka::GroupWatcher::open(settings, 100ms);
    ASSERT_TRUE(watcher);
    ASSERT_TRUE((*watcher)->awaitRound(20s));
    const auto groups = (*watcher)->latest();
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].state, GroupState::Known) << groups[0].error.text();
    ASSERT_EQ(groups[0].samples.size(), 2U);
    EXPECT_EQ(groups[0].samples[0].position, 3);
    EXPECT_EQ(groups[0].samples[0].end, 5);
    EXPECT_EQ(groups[0].samples[1].position, std::nullopt);
    EXPECT_EQ(groups[1].state, GroupState::Absent) << groups[1].error.text();

    // The member is still the group's only one, and the group that was only asked about did not come to be.
    EXPECT_EQ(member.assignment().size(), 2U);
    for (const auto& name : kafka().consumerGroups())
        EXPECT_NE(name, topic("nobody"));
}

} // namespace sagascope::integration
