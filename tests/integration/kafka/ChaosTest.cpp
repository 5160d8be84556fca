// SPDX-License-Identifier: GPL-3.0-or-later
// Brokers are killed and restarted at random while a producer writes and a session follows: in the end everything that
// a broker acknowledged is in the session, once.
#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

#include "core/kafka/Cluster.h"
#include "tests/integration/RealKafka.h"
#include "tests/integration/kafka/Following.h"

namespace sagascope::integration {

using namespace std::chrono_literals;

namespace {

int numberFrom(const char* variable, int otherwise)
{
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : otherwise;
}

/// Events at a steady rate from an idempotent producer, on a thread of its own.
class Flood
{
public:
    Flood(kafka::Profile profile, std::string topic, int perSecond)
        : m_profile(std::move(profile)), m_topic(std::move(topic))
    {
        m_publisher = *kafka::Publisher::open(m_profile, {.isIdempotent = true, .deliveryTimeout = 5min});
        m_thread = std::thread([this, perSecond] { run(std::chrono::nanoseconds(1s) / perSecond); });
    }
    ~Flood() { stop(); }
    Flood(const Flood&) = delete;
    Flood& operator=(const Flood&) = delete;

    /// Ends the writing and waits for all answers.
    std::vector<Acknowledged> finish()
    {
        stop();
        (void)m_publisher->flush(2min);
        m_publisher.reset(); // all reports are in
        return std::move(m_acknowledged);
    }
    [[nodiscard]] int sent() const { return m_sent; }

private:
    void run(std::chrono::nanoseconds pause)
    {
        auto next = std::chrono::steady_clock::now();
        while (!m_isStopping) {
            const int number = m_sent++;
            kafka::OutgoingRecord record;
            record.topic = m_topic;
            record.key = std::to_string(number);
            record.value = eventNumber(number);
            m_publisher->publish(std::move(record), [this, number](const kafka::DeliveryReport& report) {
                const std::lock_guard lock(m_mutex);
                if (report)
                    m_acknowledged.push_back({number, *report});
                else if (m_refused++ == 0)
                    std::cout << "refused: " << report.error().text() << '\n';
            });
            next += pause;
            std::this_thread::sleep_until(next);
        }
    }

    void stop()
    {
        m_isStopping = true;
        if (m_thread.joinable())
            m_thread.join();
    }

    const kafka::Profile m_profile;
    const std::string m_topic;
    std::atomic<int> m_sent = 0;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;
    int m_refused = 0;
    std::vector<Acknowledged> m_acknowledged;
    std::unique_ptr<kafka::Publisher> m_publisher;
    std::thread m_thread;
};

/// Kills one broker, now and then two, and brings them back.
class Chaos
{
public:
    Chaos(support::KafkaCluster& cluster, unsigned seed) : m_cluster(cluster), m_random(seed) {}

    [[nodiscard]] bool strike()
    {
        std::vector<int> victims{0, 1, 2};
        std::shuffle(victims.begin(), victims.end(), m_random);
        victims.resize(between(0, 3) == 0 ? 2 : 1);
        for (const int victim : victims) {
            std::cout << "kill " << victim << '\n';
            m_cluster.kill(victim);
        }
        m_kills += int(victims.size());
        rest(200, 3'000);
        const bool isBack = m_cluster.restart(victims);
        rest(200, 3'000);
        return isBack;
    }
    [[nodiscard]] int kills() const { return m_kills; }

private:
    int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    void rest(int low, int high) { std::this_thread::sleep_for(std::chrono::milliseconds(between(low, high))); }

    support::KafkaCluster& m_cluster;
    std::mt19937 m_random;
    int m_kills = 0;
};

} // namespace

class KafkaChaosTest : public RealKafkaTest
{
protected:
    void SetUp() override { requireKafka(threeBrokers()); }

    kafka::Profile cluster()
    {
        kafka::Profile profile;
        profile.name = "three";
        profile.bootstrap = threeBrokers().server->bootstrap();
        profile.topicPattern = "^" + topic(".*");
        return profile;
    }

    /// Records that the brokers hold, in their own count.
    std::uint64_t held()
    {
        auto opened = kafka::Cluster::open(cluster());
        for (int i = 0; i < 60; ++i) {
            if (const auto watermarks = (*opened)->watermarks(5s)) {
                std::uint64_t count = 0;
                for (const auto& partition : *watermarks)
                    count += std::uint64_t(partition.high - partition.low);
                return count;
            }
            std::this_thread::sleep_for(500ms);
        }
        ADD_FAILURE() << "the cluster does not tell its ends";
        return 0;
    }
};

TEST_F(KafkaChaosTest, everyAcknowledgedEventIsThereOnce)
{
    const auto duration = std::chrono::seconds(numberFrom("SAGASCOPE_CHAOS_SECONDS", 30));
    const auto seed = unsigned(numberFrom("SAGASCOPE_SEED", 7));
    auto& brokers = *threeBrokers().server;
    ASSERT_TRUE(brokers.createTopic(topic("a"), 6, {"min.insync.replicas=2"}));
    Following following(cluster());
    Flood flood(cluster(), topic("a"), 1'000);
    Chaos chaos(brokers, seed);
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end)
        ASSERT_TRUE(chaos.strike()) << brokers.logTail();

    const int sent = flood.sent();
    const auto acknowledged = flood.finish();
    const auto count = held();
    EXPECT_TRUE(following.awaitEvents(count)) << following.snapshot()->connection.problem;
    std::this_thread::sleep_for(1s); // for what should not come
    const auto snapshot = following.snapshot();
    std::cout << "seed " << seed << ": " << sent << " sent, " << acknowledged.size() << " acknowledged, " << count
              << " in the log, " << snapshot->counts.records << " read, " << chaos.kills() << " kills\n";
    EXPECT_EQ(snapshot->counts.records, count);
    EXPECT_GT(acknowledged.size(), std::size_t(sent) / 2) << "the cluster was hardly there";
    EXPECT_THAT(differences(*snapshot, acknowledged), testing::IsEmpty());
    EXPECT_TRUE(following.awaitState(session::ConnectionState::Connected)) << snapshot->connection.problem;
}

} // namespace sagascope::integration
