// SPDX-License-Identifier: GPL-3.0-or-later
// Each wrong set-up gives a message of its own: the stage that failed and why.
#include <gmock/gmock.h>

#include "core/kafka/ConnectionCheck.h"
#include "core/session/KafkaSource.h"
#include "tests/integration/RealKafka.h"
#include "tests/support/Loopback.h"

namespace sagascope::integration {

using namespace std::chrono_literals;
using kafka::CheckFault;
using kafka::CheckStage;
using kafka::CheckStep;
using support::KafkaDoor;

namespace {

/// What failed, and where it failed first.
std::string firstFault(const std::vector<CheckStep>& steps)
{
    for (const CheckStep& step : steps) {
        if (!step.isPassed())
            return std::to_string(int(step.stage)) + '/' + std::to_string(int(step.fault));
    }
    return "none";
}

std::string fault(CheckStage stage, CheckFault fault)
{
    return std::to_string(int(stage)) + '/' + std::to_string(int(fault));
}

std::string told(const std::vector<CheckStep>& steps)
{
    std::string text;
    for (const CheckStep& step : steps)
        text += fault(step.stage, step.fault) + ' ' + step.subject + ' ' + step.detail + '\n';
    return text;
}

} // namespace

class ConnectionCheckTest : public RealKafkaTest
{
protected:
    void SetUp() override { requireKafka(securedKafka()); }

    support::KafkaCluster& cluster() { return *securedKafka().server; }

    kafka::Profile at(KafkaDoor door)
    {
        kafka::Profile profile;
        profile.name = "secured";
        profile.bootstrap = cluster().bootstrap(door);
        profile.topicPattern = "^dreamscape\\.check\\.";
        if (door == KafkaDoor::Ssl || door == KafkaDoor::Sasl)
            profile.security = {{"security.protocol", door == KafkaDoor::Ssl ? "ssl" : "sasl_ssl"},
                                {"ssl.ca.location", cluster().certificates().ca.string()}};
        if (door == KafkaDoor::Sasl)
            profile.security.merge(std::map<std::string, std::string>{
                {"sasl.mechanism", "PLAIN"}, {"sasl.username", "alice"}, {"sasl.password", "alice-secret"}});
        return profile;
    }

    void expectFault(const kafka::Profile& profile, CheckStage stage, CheckFault expected,
                     const std::vector<std::string>& topics = {})
    {
        const auto steps = kafka::checkConnection(profile, {.topics = topics});
        EXPECT_EQ(firstFault(steps), fault(stage, expected)) << told(steps);
    }

    /// Reading that has a limit of time ends with these words among its error's.
    static void expectReadingFails(const kafka::Profile& profile, const std::string& words)
    {
        session::KafkaSourceOptions options;
        options.consumer.isUntilEnd = true;
        options.connectTimeout = 2s;
        auto source = session::KafkaSource::open(profile, options);
        ASSERT_TRUE(source) << source.error().text();
        std::optional<base::Error> failure;
        for (int i = 0; i < 400 && !failure; ++i) {
            if (auto batch = (*source)->poll(100, 50ms); !batch)
                failure = batch.error();
        }
        ASSERT_TRUE(failure) << "it waits for ever";
        EXPECT_THAT(failure->text(), testing::HasSubstr(words));
    }
};

TEST_F(ConnectionCheckTest, EverythingRightPassesEveryStage)
{
    ASSERT_TRUE(cluster().createTopic("dreamscape.check.open", 1));
    ASSERT_TRUE(cluster().allow("User:alice", {"--operation", "Read", "--topic", "dreamscape.check.open"}));
    for (const auto door : {KafkaDoor::Plain, KafkaDoor::Ssl, KafkaDoor::Sasl}) {
        const auto steps = kafka::checkConnection(at(door), {});
        EXPECT_EQ(firstFault(steps), "none") << told(steps);
        ASSERT_FALSE(steps.empty());
        EXPECT_EQ(steps.back().subject, "dreamscape.check.open");
    }
}

TEST_F(ConnectionCheckTest, AClosedPort)
{
    kafka::Profile profile = at(KafkaDoor::Plain);
    profile.bootstrap = "127.0.0.1:" + std::to_string(support::freePorts(1).front());
    expectFault(profile, CheckStage::Connect, CheckFault::PortClosed);
}

TEST_F(ConnectionCheckTest, ANameThatNobodyKnows)
{
    kafka::Profile profile = at(KafkaDoor::Plain);
    profile.bootstrap = "kafka.invalid:9092";
    expectFault(profile, CheckStage::Resolve, CheckFault::UnknownName);
}

TEST_F(ConnectionCheckTest, TheWrongCa)
{
    kafka::Profile profile = at(KafkaDoor::Ssl);
    profile.security["ssl.ca.location"] = cluster().certificates().otherCa.string();
    expectFault(profile, CheckStage::Encrypt, CheckFault::UntrustedCertificate);
    profile.security["ssl.ca.location"] = "no-such-file.pem";
    expectFault(profile, CheckStage::Encrypt, CheckFault::BadTlsFile);
}

TEST_F(ConnectionCheckTest, PlaintextAgainstTlsAndTheOtherWayRound)
{
    kafka::Profile profile = at(KafkaDoor::Ssl);
    profile.security.clear();
    expectFault(profile, CheckStage::Encrypt, CheckFault::ServerSpeaksTls);
    profile = at(KafkaDoor::Ssl);
    profile.bootstrap = cluster().bootstrap(KafkaDoor::Plain);
    expectFault(profile, CheckStage::Encrypt, CheckFault::ServerSpeaksPlaintext);
}

TEST_F(ConnectionCheckTest, TheWrongPassword)
{
    kafka::Profile profile = at(KafkaDoor::Sasl);
    profile.security["sasl.password"] = "guess";
    expectFault(profile, CheckStage::Login, CheckFault::WrongPassword);
}

TEST_F(ConnectionCheckTest, AMechanismThatTheBrokerDoesNotOffer)
{
    kafka::Profile profile = at(KafkaDoor::Sasl);
    profile.security["sasl.mechanism"] = "GSSAPI";
    profile.security["sasl.kerberos.min.time.before.relogin"] = "0"; // no kinit
    expectFault(profile, CheckStage::Login, CheckFault::WrongMechanism);
}

TEST_F(ConnectionCheckTest, ScramIsRefusedForTheLibrarysAgeOrForThePassword)
{
    for (const char* mechanism : {"SCRAM-SHA-256", "SCRAM-SHA-512"}) {
        kafka::Profile profile = at(KafkaDoor::Sasl);
        profile.security["sasl.mechanism"] = mechanism;
        const auto steps = kafka::checkConnection(profile, {});
        const auto expected = kafka::isScramOutdated() ? fault(CheckStage::Login, CheckFault::ScramRefused) : "none";
        EXPECT_EQ(firstFault(steps), expected) << mechanism << '\n' << told(steps);
        profile.security["sasl.password"] = "guess";
        expectFault(profile, CheckStage::Login,
                    kafka::isScramOutdated() ? CheckFault::ScramRefused : CheckFault::WrongPassword);
    }
}

TEST_F(ConnectionCheckTest, ATopicThatMayNotBeSeenOrNotBeRead)
{
    ASSERT_TRUE(cluster().createTopic("dreamscape.check.hidden", 1));
    ASSERT_TRUE(cluster().createTopic("dreamscape.check.seen", 1));
    ASSERT_TRUE(cluster().allow("User:alice", {"--operation", "Describe", "--topic", "dreamscape.check.seen"}));
    kafka::Profile profile = at(KafkaDoor::Sasl);
    profile.topicPattern = "^dreamscape\\.none$";
    expectFault(profile, CheckStage::Permission, CheckFault::TopicHidden, {"dreamscape.check.hidden"});
    expectFault(profile, CheckStage::Permission, CheckFault::TopicUnreadable, {"dreamscape.check.seen"});
    expectFault(profile, CheckStage::Permission, CheckFault::NoTopics);
}

TEST_F(ConnectionCheckTest, AnAdvertisedNameThatNobodyCanReachIsMendedByAHostMap)
{
    auto started = support::KafkaCluster::start({.advertisedHost = "kafka.invalid"});
    ASSERT_TRUE(started.server) << started.reason;
    ASSERT_TRUE(started.server->createTopic("dreamscape.check.far", 1));
    kafka::Profile profile = at(KafkaDoor::Plain);
    profile.bootstrap = started.server->bootstrap(KafkaDoor::Outside);
    expectFault(profile, CheckStage::Listener, CheckFault::UnknownName);
    expectReadingFails(profile, "kafka.invalid");
    profile.hosts = kafka::HostMap::parse("kafka.invalid=127.0.0.1").value();
    const auto steps = kafka::checkConnection(profile, {});
    EXPECT_EQ(firstFault(steps), "none") << told(steps);
}

/// A host map says where a broker is, not who it is.
TEST_F(ConnectionCheckTest, TlsStillChecksTheAdvertisedNameBehindAHostMap)
{
    auto started = support::KafkaCluster::start({.isSecured = true, .advertisedHost = "kafka.invalid"});
    ASSERT_TRUE(started.server) << started.reason;
    ASSERT_TRUE(started.server->createTopic("dreamscape.check.named", 1));
    kafka::Profile profile = at(KafkaDoor::Plain);
    profile.bootstrap = started.server->bootstrap(KafkaDoor::Ssl);
    profile.security = {{"security.protocol", "ssl"}, {"ssl.ca.location", started.server->certificates().ca.string()}};
    profile.hosts = kafka::HostMap::parse("kafka.invalid=127.0.0.1").value();
    const auto steps = kafka::checkConnection(profile, {});
    EXPECT_EQ(firstFault(steps), fault(CheckStage::Listener, CheckFault::WrongName)) << told(steps);
    EXPECT_THAT(told(steps), testing::HasSubstr("kafka.invalid:" + std::to_string(started.server->port(0, KafkaDoor::Ssl))));
    profile.security["ssl.endpoint.identification.algorithm"] = "none";
    EXPECT_EQ(firstFault(kafka::checkConnection(profile, {})), "none");
}

} // namespace sagascope::integration
