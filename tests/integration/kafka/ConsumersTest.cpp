// SPDX-License-Identifier: GPL-3.0-or-later
// What the Consumers room is told of a real cluster: through the same session as the window.
#include <gmock/gmock.h>

#include <thread>

#include "core/catalog/Catalog.h"
#include "core/kafka/GroupConsumer.h"
#include "core/metrics/FanOut.h"
#include "core/session/KafkaSource.h"
#include "core/session/Session.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

using namespace std::chrono_literals;
using metrics::AgeFrom;
using metrics::Passage;
using metrics::Verdict;

class ConsumersTest : public RealKafkaTest
{
protected:
    static constexpr auto kInterval = 100ms;

    void SetUp() override
    {
        RealKafkaTest::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        createTopic(topic("a"), 2);
        m_group = topic("group");
    }

    /// Joins and takes hold of both partitions.
    void join(const std::vector<std::string>& topics = {})
    {
        auto joined = kafka::GroupConsumer::open(profile(), {.group = m_group,
                                                             .topics = topics.empty() ? std::vector{topic("a")} : topics,
                                                             .clientId = "service",
                                                             .instanceId = {},
                                                             .isFromBeginning = true});
        ASSERT_TRUE(joined) << joined.error().text();
        m_member = std::move(*joined);
        for (int i = 0; i < 400 && !m_member->isAssigned(); ++i)
            (void)m_member->poll(100, 50ms);
        ASSERT_TRUE(m_member->isAssigned());
    }

    void watch(kafka::StartPoint start)
    {
        session::KafkaSourceOptions options;
        options.consumer.start = start;
        options.lagInterval = kInterval;
        auto source = session::KafkaSource::open(profile(), std::move(options));
        ASSERT_TRUE(source) << source.error().text();
        session::SessionOptions sessionOptions;
        sessionOptions.catalog = *catalog::Catalog::load();
        m_session = std::make_unique<session::Session>(std::move(*source), sessionOptions);
    }

    /// Waits for a board on which `holds` is true of the group, working as the member meanwhile.
    template <typename Holds> metrics::GroupBoardPtr await(Holds holds, const std::function<void()>& work = [] {})
    {
        metrics::GroupBoardPtr board;
        for (int i = 0; i < 600; ++i) {
            board = m_session->snapshot()->groups;
            const auto* group = board ? board->find(m_group) : nullptr;
            if (group && holds(*group))
                return board;
            work();
            std::this_thread::sleep_for(50ms);
        }
        ADD_FAILURE() << "not seen in time";
        return nullptr;
    }

    std::string m_group;
    std::unique_ptr<kafka::GroupConsumer> m_member;
    std::unique_ptr<session::Session> m_session;
};

TEST_F(ConsumersTest, lagInTimeIsTheAgeOfTheOldestUnreadMessageWhetherWeReadItOrNot)
{
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "{\"n\":0}\n");
    std::this_thread::sleep_for(3 * kInterval);
    kcat({"-P", "-t", topic("a"), "-p", "0"}, "{\"n\":1}\n{\"n\":2}\n");
    join();
    ASSERT_TRUE(m_member->commit({topic("a"), 0}, 1));
    const auto records = readAll();
    ASSERT_EQ(records.size(), 3U);
    const auto isAgeTrue = [&](const metrics::GroupStanding& group) {
        const auto* partition = group.find({topic("a"), 0});
        // To the millisecond as of the look; a look is made every interval, so that is how old it may get on the screen.
        return partition && partition->sample.lagMs
               && *partition->sample.lagMs == base::toUnixMilliseconds(partition->sample.at) - records[1].milliseconds;
    };

    watch(kafka::StartPoint::beginning());
    const auto recorded = await(isAgeTrue);
    ASSERT_TRUE(recorded);
    const auto& partition = *recorded->find(m_group)->find({topic("a"), 0});
    EXPECT_EQ(partition.sample.lag(), 2);
    EXPECT_EQ(recorded->find(m_group)->lagMs, partition.sample.lagMs);

    // Started at the end we hold none of it: the one record is fetched.
    watch(kafka::StartPoint::end());
    const auto fetched = await(isAgeTrue);
    ASSERT_TRUE(fetched);
    EXPECT_EQ(fetched->find(m_group)->find({topic("a"), 0})->sample.ageFrom, AgeFrom::Fetched);
}

TEST_F(ConsumersTest, aPartitionThatIsBlockedBesideAHealthyOneNamesItsPoison)
{
    for (const char* partition : {"0", "1"})
        kcat({"-P", "-t", topic("a"), "-p", partition}, "{\"n\":0}\n{\"n\":1}\n{\"n\":2}\n");
    join();
    ASSERT_TRUE(m_member->commit({topic("a"), 0}, 1));
    watch(kafka::StartPoint::beginning());
    auto publisher = kafka::Publisher::open(profile(), {});
    ASSERT_TRUE(publisher);
    std::int64_t done = 3;
    // Partition 1 is read as it is written; partition 0 never gets beyond offset 1.
    const auto work = [&] {
        (void)support::publishAll(**publisher, {{.topic = topic("a"), .partition = 1, .key = {}, .value = "{\"n\":9}", .headers = {}, .time = {}}});
        (void)m_member->poll(100, 10ms);
        (void)m_member->commit({topic("a"), 1}, ++done);
    };
    const auto board = await(
        [&](const metrics::GroupStanding& group) {
            const auto* blocked = group.find({topic("a"), 0});
            return blocked && blocked->isPoisoned;
        },
        work);
    ASSERT_TRUE(board);
    const auto& group = *board->find(m_group);
    const auto& blocked = *group.find({topic("a"), 0});
    EXPECT_EQ(group.verdict, Verdict::Stalled);
    EXPECT_EQ(blocked.judgement.reason, metrics::VerdictReason::PositionStands);
    EXPECT_FALSE(group.find({topic("a"), 1})->isPoisoned);
    ASSERT_TRUE(blocked.reader);
    EXPECT_EQ(group.reading->members[*blocked.reader].clientId, "service");
    // The jump: the message itself is at hand.
    const auto snapshot = m_session->snapshot();
    ASSERT_TRUE(blocked.sample.next.isValid());
    EXPECT_EQ(snapshot->events.row(blocked.sample.next).offset, 1);
    EXPECT_EQ(snapshot->events.row(blocked.sample.next).partition, 0);
    // Ownership was seen, and the fan-out knows what is waited for.
    EXPECT_EQ(blocked.trail->owners.size(), 1U);
    const auto passages = metrics::fanOut(*board, {topic("a"), 0}, 2);
    ASSERT_EQ(passages.size(), 1U);
    EXPECT_EQ(passages[0].passage, Passage::Waiting);
    EXPECT_EQ(passages[0].before, 1);
    const auto reached = group.find({topic("a"), 1})->trail->positions.back().position;
    EXPECT_EQ(metrics::fanOut(*board, {topic("a"), 1}, reached - 1)[0].passage, Passage::Passed);
}

} // namespace sagascope::integration
