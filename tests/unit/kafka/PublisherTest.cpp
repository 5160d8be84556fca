// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Publisher.h"

#include <atomic>
#include <thread>

#include "core/kafka/Cluster.h"
#include "core/kafka/Partitioner.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;
using support::publishAll;

class PublisherTest : public EmbeddedClusterTest
{
};

TEST_F(PublisherTest, acknowledgesWithPartitionAndOffset)
{
    createTopic("dreamscape.a", 3);
    auto publisher = openPublisher();
    const auto reports =
        publishAll(*publisher, {{"dreamscape.a", 1, "k", "one", {}, {}}, {"dreamscape.a", 1, "k", "two", {}, {}}});
    ASSERT_TRUE(reports[1]) << reports[1].error().text();
    EXPECT_EQ(reports[1]->topic, "dreamscape.a");
    EXPECT_EQ(reports[1]->partition, 1);
    EXPECT_EQ(reports[1]->offset, 1);
    EXPECT_GT(reports[1]->latency.count(), 0);
}

TEST_F(PublisherTest, choosesThePartitionThatPartitionerTells)
{
    createTopic("dreamscape.a", 6);
    auto publisher = openPublisher();
    std::vector<OutgoingRecord> records;
    for (int i = 0; i < 100; ++i)
        records.push_back({"dreamscape.a", {}, i == 0 ? "" : "user-" + std::to_string(i), "v", {}, {}});
    const auto reports = publishAll(*publisher, records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        ASSERT_TRUE(reports[i]) << reports[i].error().text();
        EXPECT_EQ(reports[i]->partition, partitionOfKey(*records[i].key, 6)) << *records[i].key;
    }
}

TEST_F(PublisherTest, refusesAReadOnlyProfile)
{
    m_profile.isReadOnly = true;
    const auto opened = Publisher::open(m_profile);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, base::ErrorCode::ReadOnly);
}

TEST_F(PublisherTest, refusesATopicThatDoesNotExistAndDoesNotCreateIt)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    const auto reports =
        publishAll(*publisher, {{"dreamscape.typo", {}, "k", "v", {}, {}}, {"dreamscape.a", {}, "k", "v", {}, {}}});
    ASSERT_FALSE(reports[0]);
    EXPECT_EQ(reports[0].error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(reports[0].error().subject, "dreamscape.typo");
    EXPECT_TRUE(reports[1]);
    auto cluster = Cluster::open(m_profile);
    const auto info = (*cluster)->describe(5s);
    ASSERT_TRUE(info);
    EXPECT_EQ(info->find("dreamscape.typo"), nullptr);
}

TEST_F(PublisherTest, seesATopicThatWasCreatedAfterItOpened)
{
    auto publisher = openPublisher();
    EXPECT_FALSE(publishAll(*publisher, {{"dreamscape.new", {}, "k", "v", {}, {}}})[0]);
    createTopic("dreamscape.new");
    EXPECT_TRUE(publishAll(*publisher, {{"dreamscape.new", {}, "k", "v", {}, {}}})[0]);
}

TEST_F(PublisherTest, goesOnWithAnotherClientWhenTheBrokerLostTrackOfItsSequence)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    ASSERT_TRUE(publishAll(*publisher, {{"dreamscape.a", 0, "k", "one", {}, {}}})[0]);
    m_broker->breakSequence();
    const auto lost = publishAll(*publisher, {{"dreamscape.a", 0, "k", "two", {}, {}}});
    ASSERT_FALSE(lost[0]);
    EXPECT_EQ(lost[0].error().code, base::ErrorCode::Unreachable) << lost[0].error().text();
    const auto next = publishAll(*publisher, {{"dreamscape.a", 0, "k", "three", {}, {}}});
    EXPECT_TRUE(next[0]) << next[0].error().text();
}

TEST_F(PublisherTest, sendsAPartitionNothingBeforeItsLastWriteIsAnswered)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    ASSERT_TRUE(publishAll(*publisher, {{"dreamscape.a", 0, "k", "one", {}, {}}})[0]);
    constexpr auto kRoundTrip = 1'000ms;
    m_broker->setRoundTrip(kRoundTrip);
    std::atomic<std::chrono::microseconds> latency;
    publisher->publish({"dreamscape.a", 0, "k", "two", {}, {}}, {});
    std::this_thread::sleep_for(kRoundTrip / 4); // "two" is under way
    publisher->publish({"dreamscape.a", 0, "k", "three", {}, {}},
                       [&](const DeliveryReport& report) { latency = report ? report->latency : 0us; });
    ASSERT_TRUE(publisher->flush(10s));
    EXPECT_GT(latency.load(), kRoundTrip * 5 / 4) << "both were under way at once";
}

TEST_F(PublisherTest, writesATenMebibyteRecord)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    const std::string large(10 * 1024 * 1024 - 1024, 'x');
    const auto reports = publishAll(*publisher, {{"dreamscape.a", 0, "k", large, {}, {}}});
    ASSERT_TRUE(reports[0]) << reports[0].error().text();
    auto consumer = openConsumer();
    const auto records = support::readRecords(*consumer, 1);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].value, large);
}

TEST_F(PublisherTest, saysWhatIsTooLarge)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    const auto reports = publishAll(*publisher, {{"dreamscape.a", 0, "k", std::string(11 * 1024 * 1024, 'x'), {}, {}}});
    ASSERT_FALSE(reports[0]);
    EXPECT_EQ(reports[0].error().code, base::ErrorCode::TooLarge);
}

TEST_F(PublisherTest, cancelReportsWhatIsOutstanding)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    ASSERT_TRUE(publishAll(*publisher, {{"dreamscape.a", 0, "k", "v", {}, {}}})[0]);
    m_broker->setDown();
    std::atomic<int> cancelled = 0;
    for (int i = 0; i < 10; ++i) {
        publisher->publish({"dreamscape.a", 0, "k", "secret value", {}, {}}, [&](const DeliveryReport& report) {
            const bool isCancelled = !report && report.error().code == base::ErrorCode::Cancelled;
            // The record itself has no place in a message about it.
            cancelled += isCancelled && report.error().text().find("secret value") == std::string::npos;
        });
    }
    EXPECT_FALSE(publisher->flush(200ms));
    publisher->cancel();
    EXPECT_TRUE(publisher->flush(10s));
    EXPECT_EQ(cancelled, 10);
}

TEST_F(PublisherTest, itsEndCancelsToo)
{
    createTopic("dreamscape.a");
    std::atomic<int> reports = 0;
    {
        auto publisher = openPublisher();
        ASSERT_TRUE(publishAll(*publisher, {{"dreamscape.a", 0, "k", "v", {}, {}}})[0]);
        m_broker->setDown();
        for (int i = 0; i < 10; ++i)
            publisher->publish({"dreamscape.a", 0, "k", "v", {}, {}}, [&](const auto&) { ++reports; });
    }
    EXPECT_EQ(reports, 10);
}

TEST_F(PublisherTest, keepsTheOrderOfAPartitionWhenTheTopicHasToBeLookedUpFirst)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 200);
    auto consumer = openConsumer({.isUntilEnd = true});
    const auto records = support::readToEnd(*consumer);
    ASSERT_EQ(records.size(), 200U);
    for (std::size_t i = 0; i < records.size(); ++i)
        EXPECT_EQ(records[i].value, "v" + std::to_string(i));
}

} // namespace sagascope::kafka
