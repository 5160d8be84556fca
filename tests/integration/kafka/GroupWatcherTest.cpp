// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupWatcher.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <future>
#include <sstream>
#include <thread>

#include "core/kafka/GroupConsumer.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

using namespace std::chrono_literals;
using metrics::GroupPhase;
using metrics::GroupState;
using metrics::Membership;
using testing::ElementsAre;
using testing::HasSubstr;

class KafkaGroupWatcherTest : public RealKafkaTest
{
protected:
    [[nodiscard]] std::unique_ptr<kafka::GroupConsumer> join(const std::string& group, std::vector<std::string> topics,
                                                             std::size_t records)
    {
        auto joined = kafka::GroupConsumer::open(profile(), {.group = group,
                                                             .topics = std::move(topics),
                                                             .clientId = "service",
                                                             .instanceId = {},
                                                             .isFromBeginning = true});
        EXPECT_TRUE(joined) << joined.error().text();
        std::size_t count = 0;
        for (int i = 0; i < 400 && (count < records || !(*joined)->isAssigned()); ++i) {
            const auto batch = (*joined)->poll(100, 50ms);
            count += batch ? batch->size() : 0;
        }
        EXPECT_EQ(count, records);
        return std::move(*joined);
    }

    static std::unique_ptr<kafka::GroupWatcher> watch(const kafka::Profile& settings)
    {
        auto watcher = kafka::GroupWatcher::open(settings, 200ms);
        EXPECT_TRUE(watcher);
        EXPECT_TRUE((*watcher)->awaitRound(20s));
        return std::move(*watcher);
    }

    static const metrics::GroupReading* groupOf(const metrics::GroupLook& look, const std::string& name)
    {
        const auto found =
            std::find_if(look.groups.begin(), look.groups.end(), [&](const auto& group) { return group.group == name; });
        return found == look.groups.end() ? nullptr : &*found;
    }

    /// `topic partition position end lag` of each line that Kafka's own tool prints for the group; `-` as it prints it.
    std::vector<std::string> toolLines(const std::string& group)
    {
        const auto told = kafka().runTool("org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                                          {"--bootstrap-server", kafka().bootstrap(), "--describe", "--group", group});
        std::vector<std::string> lines;
        std::istringstream output(told.output);
        for (std::string line; std::getline(output, line);) {
            std::istringstream words(line);
            std::string name;
            std::string at;
            std::string partition;
            std::string position;
            std::string end;
            std::string lag;
            if (words >> name >> at >> partition >> position >> end >> lag && name == group)
                lines.push_back(at + ' ' + partition + ' ' + position + ' ' + end + ' ' + lag);
        }
        EXPECT_FALSE(lines.empty()) << told.output << told.errors;
        std::sort(lines.begin(), lines.end());
        return lines;
    }

    static std::vector<std::string> linesOf(const metrics::GroupReading& group)
    {
        const auto text = [](std::optional<std::int64_t> number) { return number ? std::to_string(*number) : "-"; };
        std::vector<std::string> lines;
        for (const auto& sample : group.samples)
            lines.push_back(sample.topic + ' ' + std::to_string(sample.partition) + ' ' + text(sample.position) + ' '
                            + std::to_string(sample.end) + ' ' + text(sample.lag()));
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

TEST_F(KafkaGroupWatcherTest, seesHowFarAGroupIsWithoutJoiningIt)
{
    createTopic(topic("a"), 2);
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "0\n1\n2\n3\n4\n");
    const auto group = topic("group");
    const auto member = join(group, {topic("a")}, 5);
    ASSERT_TRUE(member->commit({topic("a"), 0}, 3));

    auto settings = profile();
    settings.watchedGroups = {{group, {topic("a")}}, {topic("nobody"), {topic("a")}}};
    const auto look = watch(settings)->latest();
    const auto& groups = look->groups;
    ASSERT_GE(groups.size(), 2U);
    EXPECT_EQ(groups[0].state, GroupState::Known) << groups[0].error.text();
    ASSERT_EQ(groups[0].samples.size(), 2U);
    EXPECT_EQ(groups[0].samples[0].position, 3);
    EXPECT_EQ(groups[0].samples[0].end, 5);
    EXPECT_EQ(groups[0].samples[1].position, std::nullopt);
    EXPECT_EQ(groups[1].state, GroupState::Absent) << groups[1].error.text();
    EXPECT_FALSE(groups[1].isListed);

    // The member is still the group's only one, and the group that was only asked about did not come to be.
    EXPECT_EQ(member->assignment().size(), 2U);
    for (const auto& name : kafka().consumerGroups())
        EXPECT_NE(name, topic("nobody"));
}

TEST_F(KafkaGroupWatcherTest, discoversAGroupThatNobodyNamedWithItsMembers)
{
    createTopic(topic("a"), 3, {"retention.ms=3600000"});
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "0\n1\n");
    const auto group = topic("group");
    const auto member = join(group, {topic("a")}, 2);
    ASSERT_TRUE(member->commit({topic("a"), 0}, 2));
    const auto look = watch(profile())->latest();
    EXPECT_FALSE(look->listError);
    const auto* found = groupOf(*look, group);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->isExpected);
    EXPECT_TRUE(found->isListed);
    EXPECT_EQ(found->membership, Membership::Told) << found->membersError.text();
    EXPECT_EQ(found->phase, GroupPhase::Stable);
    EXPECT_FALSE(found->assignor.empty());
    ASSERT_EQ(found->members.size(), 1U);
    EXPECT_EQ(found->members[0].clientId, "service");
    EXPECT_EQ(found->members[0].host, "127.0.0.1");
    EXPECT_THAT(found->members[0].assigned, ElementsAre(metrics::Place{topic("a"), 0}, metrics::Place{topic("a"), 1},
                                                        metrics::Place{topic("a"), 2}));
    EXPECT_EQ(found->samples.size(), 3U) << "what it is assigned counts, committed or not";
    ASSERT_TRUE(look->retention.contains(topic("a")));
    EXPECT_EQ(look->retention.at(topic("a")), 1h);
}

TEST_F(KafkaGroupWatcherTest, agreesWithKafkasOwnToolOnAQuietCluster)
{
    createTopic(topic("a"), 3);
    createTopic(topic("b"), 1);
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "0\n1\n2\n3\n4\n");
    kcat({"-P", "-t", topic("a"), "-p", "2"}, "0\n1\n2\n");
    kcat({"-P", "-t", topic("b"), "-p", "0"}, "0\n1\n");
    const auto group = topic("group");
    const auto member = join(group, {topic("a"), topic("b")}, 10);
    ASSERT_TRUE(member->commit({topic("a"), 0}, 1));
    ASSERT_TRUE(member->commit({topic("a"), 2}, 3));
    ASSERT_TRUE(member->commit({topic("b"), 0}, 0));

    const auto look = watch(profile())->latest();
    const auto* found = groupOf(*look, group);
    ASSERT_TRUE(found);
    const std::vector<std::string> expected{topic("a") + " 0 1 5 4", topic("a") + " 1 - 0 -", topic("a") + " 2 3 3 0",
                                            topic("b") + " 0 0 2 2"};
    EXPECT_EQ(linesOf(*found), expected);
    EXPECT_EQ(toolLines(group), expected);
}

TEST_F(KafkaGroupWatcherTest, fetchesTheTimeOfTheOldestUnreadMessage)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "0\n");
    std::this_thread::sleep_for(1'200ms); // so that the records differ by more than a poll interval
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "1\n2\n");
    const auto group = topic("group");
    const auto member = join(group, {topic("a")}, 3);
    ASSERT_TRUE(member->commit({topic("a"), 0}, 1));
    const auto records = readAll();
    ASSERT_EQ(records.size(), 3U);

    const auto watcher = watch(profile());
    watcher->askTimes({{{topic("a"), 0}, 1}});
    const metrics::LagSample* sample = nullptr;
    metrics::GroupLookPtr look;
    for (int i = 0; i < 200 && !(sample && sample->lagMs); ++i) {
        std::this_thread::sleep_for(10ms);
        look = watcher->latest();
        const auto* found = groupOf(*look, group);
        ASSERT_TRUE(found);
        sample = &found->samples[0];
        if (!sample->lagMs && i % 50 == 49)
            watcher->askTimes({{{topic("a"), 0}, 1}}); // a look came in between
    }
    ASSERT_TRUE(sample && sample->lagMs);
    EXPECT_EQ(sample->ageFrom, metrics::AgeFrom::Fetched);
    EXPECT_EQ(*sample->lagMs, base::toUnixMilliseconds(sample->at) - records[1].milliseconds)
        << "the second record's, not the first's";
}

TEST_F(KafkaGroupWatcherTest, aGroupOfTheNewProtocolIsNotTakenForDead)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "0\n1\n2\n");
    const auto group = topic("group");
    auto consumer = std::async(std::launch::async, [&] {
        return kafka().runTool("org.apache.kafka.tools.consumer.ConsoleConsumer",
                               {"--bootstrap-server", kafka().bootstrap(), "--topic", topic("a"), "--group", group,
                                "--from-beginning", "--command-property", "group.protocol=consumer",
                                "--command-property", "auto.commit.interval.ms=200", "--timeout-ms", "12000"});
    });
    const auto watcher = watch(profile());
    const metrics::GroupReading* found = nullptr;
    metrics::GroupLookPtr look;
    for (int i = 0; i < 150 && !(found && found->state == GroupState::Known); ++i) {
        std::this_thread::sleep_for(200ms); // the tool needs seconds to begin
        look = watcher->latest();
        found = groupOf(*look, group);
    }
    if (!found) {
        const auto why = consumer.get();
        FAIL() << "not listed: " << why.output << why.errors;
    }
    EXPECT_EQ(found->state, GroupState::Known);
    EXPECT_EQ(found->membership, Membership::Hidden) << found->membersError.text();
    ASSERT_EQ(found->samples.size(), 1U);
    EXPECT_EQ(found->samples[0].position, 3) << "its commits count";
    const auto told = consumer.get();
    EXPECT_THAT(told.output, HasSubstr("2")) << told.errors;
}

} // namespace sagascope::integration
