// SPDX-License-Identifier: GPL-3.0-or-later
// What a session says and reads while brokers fail. How soon it says so is printed, not asserted: a busy machine is no
// fault of ours.
#include <gmock/gmock.h>

#include <iostream>
#include <regex>

#include "core/kafka/ConnectionCheck.h"
#include "tests/integration/RealKafka.h"
#include "tests/integration/kafka/Following.h"
#include "tests/support/SlowLink.h"

namespace sagascope::integration {

using session::ConnectionState;
using support::KafkaDoor;
using testing::IsEmpty;
using namespace std::chrono_literals;

class KafkaFaultTest : public RealKafkaTest
{
protected:
    void SetUp() override {} // each test says which cluster it needs

    kafka::Profile at(support::KafkaCluster& cluster)
    {
        kafka::Profile profile;
        profile.name = "faulty";
        profile.bootstrap = cluster.bootstrap();
        profile.topicPattern = "^" + topic(".*");
        return profile;
    }

    /// Writes the next events through another client, which waits until the brokers have them.
    void write(support::KafkaCluster& cluster, int count)
    {
        std::string lines;
        for (const int end = m_written + count; m_written < end; ++m_written)
            lines += eventNumber(m_written) + '\n';
        const auto result = cluster.kcat({"-P", "-t", topic("a"), "-X", "message.timeout.ms=50000"}, lines);
        EXPECT_TRUE(result.hasSucceeded()) << result.errors;
    }

    /// The session comes to that state, with these words among its problem's.
    void expectState(const Following& following, ConnectionState state, const std::string& what,
                     const std::string& words = {})
    {
        const auto time = following.await([&](const session::Snapshot& snapshot) {
            return snapshot.connection.state == state
                   && snapshot.connection.problem.find(words) != std::string::npos;
        });
        const auto problem = following.snapshot()->connection.problem;
        EXPECT_TRUE(time) << what << ": " << problem;
        std::cout << what << ": told after " << (time ? time->count() : -1) << " ms: " << problem << '\n';
    }

    /// Everything written so far arrives, once.
    void expectAll(const Following& following, const std::string& when)
    {
        EXPECT_TRUE(following.awaitEvents(std::uint64_t(m_written)))
            << when << ": " << following.snapshot()->counts.records << " of " << m_written;
        EXPECT_EQ(following.snapshot()->counts.records, std::uint64_t(m_written)) << when;
        EXPECT_THAT(differences(*following.snapshot(), m_written), IsEmpty()) << when;
    }

    /// The broker that keeps the offsets of a group, as Kafka's own tool tells it; -1 where it does not.
    static int coordinatorOf(const support::KafkaCluster& cluster, const std::string& group)
    {
        const auto told = cluster.runTool(
            "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
            {"--bootstrap-server", cluster.bootstrap(), "--describe", "--state", "--group", group});
        std::smatch found;
        const bool isTold = std::regex_search(told.output, found, std::regex(R"(:\d+ +\((\d+)\))"));
        return isTold ? std::stoi(found[1]) - 1 : -1;
    }

    /// Leaders go back to where they were at first, without any broker failing.
    static support::CommandResult electPreferredLeaders(const support::KafkaCluster& cluster)
    {
        return cluster.runTool(
            "org.apache.kafka.tools.LeaderElectionCommand",
            {"--bootstrap-server", cluster.bootstrap(), "--election-type", "PREFERRED", "--all-topic-partitions"});
    }

    int m_written = 0;
};

TEST_F(KafkaFaultTest, theOnlyBrokerIsKilledAndComesBack)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(sharedKafka()));
    if (IsSkipped())
        return;
    createTopic(topic("a"), 3);
    write(kafka(), 100);
    const Following following(at(kafka()));
    expectAll(following, "at first");
    kafka().kill(0);
    expectState(following, ConnectionState::Lost, "the only broker killed");
    EXPECT_FALSE(following.snapshot()->connection.problem.empty());
    ASSERT_TRUE(kafka().restart(0)) << kafka().logTail();
    expectState(following, ConnectionState::Connected, "the only broker back");
    write(kafka(), 100);
    expectAll(following, "after it came back");
}

TEST_F(KafkaFaultTest, theOnlyBrokerFallsSilentAndSpeaksAgain)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(sharedKafka()));
    if (IsSkipped())
        return;
    createTopic(topic("a"), 3);
    write(kafka(), 100);
    const Following following(at(kafka()));
    expectAll(following, "at first");
    kafka().freeze(0);
    expectState(following, ConnectionState::Lost, "the only broker frozen", std::to_string(kafka().port(0)));
    kafka().thaw(0);
    expectState(following, ConnectionState::Connected, "the only broker thawed");
    write(kafka(), 100);
    expectAll(following, "after it spoke again");
}

TEST_F(KafkaFaultTest, aSlowNetworkIsNoSilentOne)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(sharedKafka()));
    if (IsSkipped())
        return;
    createTopic(topic("a"), 3);
    write(kafka(), 3000);
    const support::SlowLink link(kafka().port(0), {.bytesPerSecond = 40'000, .delay = 300ms});
    ASSERT_GT(link.port(), 0);
    auto profile = at(kafka());
    profile.hosts = *kafka::HostMap::parse("127.0.0.1:" + std::to_string(kafka().port(0))
                                             + "=127.0.0.1:" + std::to_string(link.port()));
    const Following following(profile);
    EXPECT_TRUE(following.awaitState(ConnectionState::Connected));
    std::string untrue;
    const auto time = following.await([&](const session::Snapshot& snapshot) {
        if (snapshot.connection.state != ConnectionState::Connected)
            untrue = snapshot.connection.problem;
        return snapshot.counts.records == std::uint64_t(m_written);
    });
    EXPECT_EQ(untrue, "") << "a line that is only slow was called broken";
    std::cout << "3,000 events on a line of 40 kB/s: " << (time ? time->count() : -1) << " ms\n";
    write(kafka(), 100);
    expectAll(following, "on a slow line");
}

TEST_F(KafkaFaultTest, oneOfThreeIsKilledAndTheOthersTakeOver)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(threeBrokers()));
    if (IsSkipped())
        return;
    auto& three = *threeBrokers().server;
    ASSERT_TRUE(three.createTopic(topic("a"), 6, {"min.insync.replicas=2"}));
    write(three, 100);
    const Following following(at(three));
    expectAll(following, "at first");
    three.kill(1);
    expectState(following, ConnectionState::Degraded, "one of three killed", std::to_string(three.port(1)));
    write(three, 100);
    expectAll(following, "while it is gone");
    ASSERT_TRUE(three.restart(1)) << three.logTail();
    expectState(following, ConnectionState::Connected, "one of three back");
    const auto elected = electPreferredLeaders(three);
    EXPECT_TRUE(elected.hasSucceeded()) << elected.output << elected.errors;
    write(three, 100);
    expectAll(following, "after leaders moved back");
}

TEST_F(KafkaFaultTest, oneOfThreeFallsSilentAndTheOthersTakeOver)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(threeBrokers()));
    if (IsSkipped())
        return;
    auto& three = *threeBrokers().server;
    ASSERT_TRUE(three.createTopic(topic("a"), 6, {"min.insync.replicas=2"}));
    write(three, 100);
    const Following following(at(three));
    expectAll(following, "at first");
    three.freeze(2);
    expectState(following, ConnectionState::Degraded, "one of three frozen", std::to_string(three.port(2)));
    write(three, 100);
    expectAll(following, "while it is silent");
    three.thaw(2);
    expectState(following, ConnectionState::Connected, "one of three thawed");
    write(three, 100);
    expectAll(following, "after it spoke again");
}

TEST_F(KafkaFaultTest, allThreeAreGoneAndComeBack)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(threeBrokers()));
    if (IsSkipped())
        return;
    auto& three = *threeBrokers().server;
    ASSERT_TRUE(three.createTopic(topic("a"), 6, {"min.insync.replicas=2"}));
    write(three, 100);
    const Following following(at(three));
    expectAll(following, "at first");
    for (const int broker : {0, 1, 2})
        three.kill(broker);
    expectState(following, ConnectionState::Lost, "all three killed");
    ASSERT_TRUE(three.restart({0, 1, 2})) << three.logTail();
    expectState(following, ConnectionState::Connected, "all three back");
    write(three, 100);
    expectAll(following, "after they came back");
}

TEST_F(KafkaFaultTest, lagIsKnownAgainWhenTheGroupsCoordinatorMoved)
{
    ASSERT_NO_FATAL_FAILURE(requireKafka(threeBrokers()));
    if (IsSkipped())
        return;
    auto& three = *threeBrokers().server;
    ASSERT_TRUE(three.createTopic(topic("a"), 1, {"min.insync.replicas=2"}));
    write(three, 100);
    const auto read =
        three.kcat({"-G", topic("group"), "-c", "40", "-q", "-X", "auto.offset.reset=earliest", topic("a")});
    ASSERT_TRUE(read.hasSucceeded()) << read.errors;

    auto profile = at(three);
    profile.watchedGroups = {{topic("group"), {topic("a")}}};
    session::KafkaSourceOptions options;
    options.lagInterval = std::chrono::milliseconds(300);
    const Following following(profile, options);
    const auto isKnownSince = [](base::Timestamp moment) {
        return [moment](const session::Snapshot& snapshot) {
            return snapshot.lag.size() == 1 && snapshot.lag[0].position == 40 && snapshot.lag[0].at > moment;
        };
    };
    EXPECT_TRUE(following.await(isKnownSince(base::kNoTime)));
    (void)electPreferredLeaders(three); // others killed and restarted
    const int coordinator = coordinatorOf(three, topic("group"));
    ASSERT_GE(coordinator, 0);
    three.kill(coordinator);
    const auto time = following.await(isKnownSince(base::Clock::system().now()));
    EXPECT_TRUE(time);
    std::cout << "the coordinator killed: lag known again after " << (time ? time->count() : -1) << " ms\n";
    ASSERT_TRUE(three.restart(coordinator)) << three.logTail();
    // It goes back without dying: the broker that is asked then is there, and says that it is not the coordinator.
    EXPECT_TRUE(following.await(isKnownSince(base::Clock::system().now())));
    for (int i = 0; i < 20 && coordinatorOf(three, topic("group")) != coordinator; ++i)
        (void)electPreferredLeaders(three); // in vain until its replicas have caught up
    EXPECT_EQ(coordinatorOf(three, topic("group")), coordinator);
    EXPECT_TRUE(following.await(isKnownSince(base::Clock::system().now())));
}

/// A broker believes whom it let in; who may not come in any more learns it when the connection is made anew.
class KafkaEntryTest : public KafkaFaultTest
{
protected:
    void SetUp() override { requireKafka(securedKafka()); }
    void TearDown() override
    {
        if (securedKafka().server && HasFailure())
            restartAs(m_original); // others use the cluster as well
    }

    support::KafkaCluster& secured() { return *securedKafka().server; }

    void restartAs(const support::KafkaSpec& spec)
    {
        secured().kill(0);
        secured().reconfigure(spec);
        ASSERT_TRUE(secured().restart(0)) << secured().logTail();
    }

    kafka::Profile alice()
    {
        kafka::Profile profile = at(secured());
        profile.bootstrap = secured().bootstrap(KafkaDoor::Sasl);
        profile.security = {{"security.protocol", "sasl_ssl"},
                            {"ssl.ca.location", secured().certificates().ca.string()},
                            {"sasl.mechanism", "PLAIN"},
                            {"sasl.username", "alice"},
                            {"sasl.password", "alice-secret"}};
        return profile;
    }

    const support::KafkaSpec m_original{.isSecured = true};
};

TEST_F(KafkaEntryTest, revokedCredentialsAndAnExpiredCertificateAreToldWhenItComesAgain)
{
    ASSERT_TRUE(secured().createTopic(topic("a"), 3));
    ASSERT_TRUE(secured().allow("User:alice", {"--operation", "Read", "--topic", topic("a")}));
    write(secured(), 50);
    const Following following(alice());
    expectAll(following, "at first");

    auto changed = m_original;
    changed.users = {{"alice", "another-secret"}};
    restartAs(changed);
    expectState(following, ConnectionState::Lost, "the password revoked", "uthentication");

    changed = m_original;
    changed.hasExpired = true;
    restartAs(changed);
    expectState(following, ConnectionState::Lost, "the certificate expired", "certificate");
    const auto steps = kafka::checkConnection(alice(), {});
    EXPECT_EQ(steps.back().fault, kafka::CheckFault::ExpiredCertificate) << steps.back().detail;

    restartAs(m_original);
    expectState(following, ConnectionState::Connected, "both mended");
    write(secured(), 50);
    expectAll(following, "after it was let in again");
}

} // namespace sagascope::integration
