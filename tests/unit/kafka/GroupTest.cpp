// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupConsumer.h"
#include "core/kafka/GroupInspector.h"
#include "core/kafka/GroupWatcher.h"
#include "core/kafka/RdConfig.h"

#include "tests/support/Leaks.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;

class GroupTest : public EmbeddedClusterTest
{
protected:
    [[nodiscard]] std::unique_ptr<GroupConsumer> join(const std::string& group, const std::string& topic)
    {
        GroupConsumerOptions options;
        options.group = group;
        options.topics = {topic};
        options.isFromBeginning = true;
        options.sessionTimeout = 4s; // the first join alone takes three
        options.heartbeat = 200ms;
        auto opened = GroupConsumer::open(m_profile, options);
        EXPECT_TRUE(opened) << opened.error().text();
        return std::move(opened).value();
    }

    static std::vector<support::ReadRecord> readFrom(GroupConsumer& member, std::size_t count)
    {
        std::vector<support::ReadRecord> records;
        const auto deadline = std::chrono::steady_clock::now() + 20s;
        while (records.size() < count && std::chrono::steady_clock::now() < deadline) {
            auto batch = member.poll(100, 50ms);
            for (std::size_t i = 0; batch && i < batch->size(); ++i)
                records.push_back(support::owned(batch->records()[i]));
        }
        return records;
    }
};

TEST_F(GroupTest, aMemberReadsCommitsAndIsSeenByTheWatcher)
{
    createTopic("dreamscape.a", 2);
    write("dreamscape.a", 10, 0);
    auto member = join("service", "dreamscape.a");
    std::size_t told = 0;
    member->setAssignmentListener([&](const auto& partitions) { told = partitions.size(); });
    EXPECT_FALSE(member->isAssigned());
    ASSERT_EQ(readFrom(*member, 10).size(), 10U);
    EXPECT_TRUE(member->isAssigned());
    EXPECT_EQ(told, 2U);
    const auto committed = member->commit({"dreamscape.a", 0}, 7);
    ASSERT_TRUE(committed) << committed.error().text();

    m_profile.watchedGroups = {{"service", {"dreamscape.a"}}, {"nobody", {"dreamscape.a", "dreamscape.missing"}}};
    auto watcher = GroupWatcher::open(m_profile, 50ms);
    ASSERT_TRUE(watcher);
    ASSERT_TRUE((*watcher)->awaitRound(10s));
    const auto look = (*watcher)->latest();
    const auto& groups = look->groups;
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].membership, metrics::Membership::NotAsked);
    EXPECT_EQ(groups[0].state, metrics::GroupState::Known) << groups[0].error.text();
    ASSERT_EQ(groups[0].samples.size(), 2U);
    EXPECT_EQ(groups[0].samples[0].position, 7);
    EXPECT_EQ(groups[0].samples[0].end, 10);
    EXPECT_EQ(groups[0].samples[0].lag(), 3);
    EXPECT_EQ(groups[0].samples[1].position, std::nullopt);
    EXPECT_EQ(groups[1].state, metrics::GroupState::Absent);
    EXPECT_EQ(look->samples().size(), 4U);
}

/// An embedded broker of another program looks like any cluster, and knows neither how to list groups nor to describe them.
TEST_F(GroupTest, whoCannotListGroupsIsNotAskedToDescribeThem)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 3);
    m_profile.isEmbedded = false;
    m_profile.watchedGroups = {{"nobody", {"dreamscape.a"}}};
    auto client = RdConfig(m_profile, "test").create(RD_KAFKA_CONSUMER);
    ASSERT_TRUE(client);
    GroupInspector inspector(m_profile, client->get());
    const support::LeaksIgnored ignored; // librdkafka 2.0 loses a queue of 176 bytes to each question that a broker can't know
    metrics::GroupLook look;
    for (int times = 0; times < 3; ++times)
        look = inspector.look();
    ASSERT_EQ(look.groups.size(), 1U);
    EXPECT_EQ(look.groups[0].membership, metrics::Membership::Refused);
    ASSERT_TRUE(look.listError);
    EXPECT_EQ(look.groups[0].membersError.text(), look.listError->text());
    EXPECT_EQ(look.groups[0].state, metrics::GroupState::Absent) << look.groups[0].error.text();
}

TEST_F(GroupTest, seekReadsARecordAgain)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 5);
    auto member = join("service", "dreamscape.a");
    ASSERT_EQ(readFrom(*member, 5).size(), 5U);
    const auto sought = member->seek({"dreamscape.a", 0}, 3);
    ASSERT_TRUE(sought) << sought.error().text();
    const auto again = readFrom(*member, 2);
    ASSERT_EQ(again.size(), 2U);
    EXPECT_EQ(again[0].offset, 3);
}

TEST_F(GroupTest, aPausedPartitionDeliversNothing)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 1);
    auto member = join("service", "dreamscape.a");
    ASSERT_EQ(readFrom(*member, 1).size(), 1U);
    ASSERT_TRUE(member->pause({"dreamscape.a", 0}));
    write("dreamscape.a", 1);
    const auto nothing = member->poll(10, 300ms);
    ASSERT_TRUE(nothing);
    EXPECT_TRUE(nothing->isEmpty());
    ASSERT_TRUE(member->resume({"dreamscape.a", 0}));
    EXPECT_EQ(readFrom(*member, 1).size(), 1U);
}

TEST_F(GroupTest, theNextMemberGoesOnWhereTheLastCommitted)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 6);
    {
        auto first = join("service", "dreamscape.a");
        ASSERT_EQ(readFrom(*first, 6).size(), 6U);
        ASSERT_TRUE(first->commit({"dreamscape.a", 0}, 4));
    }
    auto second = join("service", "dreamscape.a");
    const auto records = readFrom(*second, 2);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].offset, 4);
}

TEST_F(GroupTest, theWatcherSaysWhenItCannotLookAndEndsPromptly)
{
    createTopic("dreamscape.a");
    m_profile.watchedGroups = {{"service", {"dreamscape.a"}}};
    auto watcher = GroupWatcher::open(m_profile, 50ms);
    ASSERT_TRUE(watcher);
    ASSERT_TRUE((*watcher)->awaitRound(10s));
    m_broker->setDown();
    std::vector<metrics::GroupReading> groups;
    for (int i = 0; i < 20 && (groups.empty() || groups[0].state != metrics::GroupState::Unreadable); ++i) {
        ASSERT_TRUE((*watcher)->awaitRound(20s));
        groups = (*watcher)->latest()->groups;
    }
    EXPECT_EQ(groups[0].state, metrics::GroupState::Unreadable);
    EXPECT_FALSE(groups[0].error.detail.empty());
}

TEST_F(GroupTest, watchingNobodyIsFine)
{
    auto watcher = GroupWatcher::open(m_profile, 50ms);
    ASSERT_TRUE(watcher);
    EXPECT_EQ((*watcher)->latest(), nullptr);
}

} // namespace sagascope::kafka
