// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/KafkaSource.h"

#include <functional>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/kafka/EmbeddedBroker.h"
#include "core/kafka/GroupConsumer.h"
#include "core/kafka/Publisher.h"
#include "core/session/Session.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

constexpr const char* kPaid = "dreamscape.payment.completed";
constexpr auto kPatience = 60s; ///< for what must happen; only a failing test waits that long

std::string paid(int number)
{
    return R"({"eventId":"e-)" + std::to_string(number) + R"(","eventType":"payment.completed","payload":{}})";
}

class KafkaSourceTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_broker->createTopic(kPaid, 3));
        m_publisher = *kafka::Publisher::open(m_profile);
    }

    void publish(int count, PublishedRecords* published = nullptr)
    {
        for (int i = 0; i < count; ++i) {
            kafka::OutgoingRecord record;
            record.topic = kPaid;
            record.key = std::to_string(m_next);
            record.value = m_next % 10 == 9 ? std::string("poison") : paid(m_next);
            ++m_next;
            if (published)
                published->publish(*m_publisher, std::move(record));
            else
                m_publisher->publish(std::move(record));
        }
        ASSERT_TRUE(m_publisher->flush(30s));
    }

    Session& start(KafkaSourceOptions options)
    {
        static const auto catalog = catalog::Catalog::load();
        auto source = KafkaSource::open(m_profile, std::move(options));
        SessionOptions sessionOptions;
        sessionOptions.catalog = *catalog;
        m_session = std::make_unique<Session>(*std::move(source), sessionOptions);
        return *m_session;
    }

    bool eventually(const std::function<bool(const Snapshot&)>& condition) const
    {
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        while (!condition(*m_session->snapshot())) {
            if (std::chrono::steady_clock::now() > deadline)
                return false;
            std::this_thread::sleep_for(5ms);
        }
        return true;
    }

    std::unique_ptr<kafka::EmbeddedBroker> m_broker = *kafka::EmbeddedBroker::start();
    kafka::Profile m_profile = m_broker->profile("test");
    std::unique_ptr<kafka::Publisher> m_publisher;
    std::unique_ptr<Session> m_session;
    int m_next = 0;
};

TEST_F(KafkaSourceTest, readsUntilTheEndAndAccountsForEveryRecord)
{
    publish(100);
    KafkaSourceOptions options;
    options.consumer.isUntilEnd = true;
    ASSERT_TRUE(start(options).waitUntilFinished(kPatience));

    const SnapshotPtr snapshot = m_session->snapshot();
    EXPECT_FALSE(m_session->failure());
    EXPECT_EQ(snapshot->counts.events, 90U);
    EXPECT_EQ(snapshot->counts.undecodable, 10U);
    EXPECT_EQ(snapshot->connection.state, ConnectionState::Finished);
    EXPECT_TRUE(snapshot->connection.isEmbedded);
}

TEST_F(KafkaSourceTest, followsWhatIsPublishedLaterAndMarksItsOwnRecords)
{
    PublishedRecords published;
    KafkaSourceOptions options;
    options.published = published;
    start(options);
    publish(5);
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 5; }));
    publish(5, &published);
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 10; }));

    const SnapshotPtr snapshot = m_session->snapshot();
    int ours = 0;
    for (std::uint32_t i = 0; i < 10; ++i)
        ours += snapshot->events.row(base::EventIndex(i)).has(store::EventFlag::Ours);
    EXPECT_EQ(ours, 5);
    EXPECT_EQ(snapshot->connection.state, ConnectionState::Connected);
}

TEST_F(KafkaSourceTest, stopsWhileNothingArrives)
{
    start({});
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.connection.state == ConnectionState::Connected; }));
    m_session->stop();
    EXPECT_TRUE(m_session->snapshot()->isFinished);
}

TEST_F(KafkaSourceTest, tellsTheLagOfAWatchedGroupAndMissesAnAbsentOne)
{
    m_profile.watchedGroups = {{"slow-group", {kPaid}}, {"ghost-group", {"dreamscape.never.created"}}};
    publish(30);
    kafka::GroupConsumerOptions group;
    group.group = "slow-group";
    group.topics = {kPaid};
    group.isFromBeginning = true;
    const auto reader = kafka::GroupConsumer::open(m_profile, group);
    ASSERT_TRUE(reader);
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    bool hasRead = false;
    while (!hasRead && std::chrono::steady_clock::now() < deadline) {
        const auto batch = (*reader)->poll(1, 200ms);
        if (!batch || batch->isEmpty())
            continue;
        const event::RawRecord& first = batch->records().front();
        hasRead = (*reader)->commit({std::string(first.topic), first.partition}, first.offset + 1).isOk();
    }
    ASSERT_TRUE(hasRead);

    KafkaSourceOptions options;
    options.consumer.isUntilEnd = true;
    ASSERT_TRUE(start(options).waitUntilFinished(kPatience));
    std::int64_t position = 0;
    std::int64_t end = 0;
    bool isGhostMissed = false;
    for (const metrics::LagSample& sample : m_session->snapshot()->lag) {
        if (sample.group == "slow-group") {
            position += sample.position.value_or(0);
            end += sample.end;
        } else {
            isGhostMissed = sample.state == metrics::GroupState::Absent && !sample.position;
        }
    }
    EXPECT_EQ(position, 1);
    EXPECT_EQ(end, 30);
    EXPECT_TRUE(isGhostMissed);
}

TEST_F(KafkaSourceTest, failsWithTheHostsWhenNoBrokerAnswersInTime)
{
    m_profile.bootstrap = "127.0.0.1:1";
    KafkaSourceOptions options;
    options.connectTimeout = 300ms;
    ASSERT_TRUE(start(options).waitUntilFinished(kPatience));
    ASSERT_TRUE(m_session->failure());
    EXPECT_EQ(m_session->failure()->code, base::ErrorCode::Unreachable);
    EXPECT_EQ(m_session->failure()->subject, "127.0.0.1:1");
    EXPECT_FALSE(m_session->failure()->detail.empty());
}

TEST_F(KafkaSourceTest, recoversWhenTheBrokerComesBack)
{
    start({});
    publish(5);
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 5; }));
    m_broker->setDown();
    ASSERT_TRUE(eventually([](const Snapshot& s) { return s.connection.state != ConnectionState::Connected; }));
    EXPECT_FALSE(m_session->snapshot()->connection.problem.empty());
    m_broker->setUp();
    publish(5);
    EXPECT_TRUE(eventually([](const Snapshot& s) { return s.counts.records == 10; }));
    EXPECT_FALSE(m_session->failure());
}

} // namespace
} // namespace sagascope::session
