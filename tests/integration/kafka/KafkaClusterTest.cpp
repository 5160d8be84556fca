// SPDX-License-Identifier: GPL-3.0-or-later
// The fixture itself, seen through another client (kcat): later tests rest on it.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

using support::KafkaDoor;
using testing::HasSubstr;

namespace {

/// kcat as a door wants to be spoken to.
support::CommandResult kcatAt(const std::string& bootstrap, const std::vector<std::string>& properties,
                              const std::vector<std::string>& arguments)
{
    std::vector<std::string> command{"kcat", "-b", bootstrap};
    for (const auto& property : properties)
        command.insert(command.end(), {"-X", property});
    command.insert(command.end(), arguments.begin(), arguments.end());
    return support::runCommand(command, {}, std::chrono::seconds(20));
}

} // namespace

class SecuredKafkaTest : public RealKafkaTest
{
protected:
    support::KafkaCluster& secured() { return *securedKafka().server; }

    void SetUp() override { requireKafka(securedKafka()); }

    // In kcat's words.
    std::vector<std::string> ssl(const std::string& protocol = "SSL")
    {
        return {"security.protocol=" + protocol, "ssl.ca.location=" + secured().certificates().ca.string()};
    }
    std::vector<std::string> plain(const std::string& password)
    {
        auto properties = ssl("SASL_SSL");
        properties.insert(properties.end(),
                          {"sasl.mechanism=PLAIN", "sasl.username=alice", "sasl.password=" + password});
        return properties;
    }
};

TEST_F(SecuredKafkaTest, EveryDoorLetsTheRightOnesIn)
{
    ASSERT_TRUE(secured().createTopic("dreamscape.doors", 1));
    ASSERT_TRUE(secured().allow("User:alice", {"--operation", "Describe", "--topic", "dreamscape.doors"}));
    for (const auto& [door, properties] : {std::pair{KafkaDoor::Ssl, ssl()}, std::pair{KafkaDoor::Sasl, plain("alice-secret")}}) {
        const auto told = kcatAt(secured().bootstrap(door), properties, {"-L", "-m", "10", "-t", "dreamscape.doors"});
        EXPECT_TRUE(told.hasSucceeded()) << told.errors << secured().logTail();
        EXPECT_THAT(told.output, HasSubstr("topic \"dreamscape.doors\" with 1 partitions"));
    }
}

/// Through the Java client: what kcat sends is refused by Kafka 4 where its librdkafka is older than 2.6.1.
TEST_F(SecuredKafkaTest, ScramLetsTheJavaClientIn)
{
    ASSERT_TRUE(secured().createTopic("dreamscape.scram", 1));
    ASSERT_TRUE(secured().allow("User:alice", {"--operation", "Describe", "--topic", "dreamscape.scram"}));
    const support::TemporaryFolder folder("sagascope-client");
    const auto file = (folder.path() / "client.properties").string();
    for (const char* mechanism : {"SCRAM-SHA-256", "SCRAM-SHA-512"}) {
        std::ofstream(file) << "security.protocol=SASL_SSL\n"
                            << "sasl.mechanism=" << mechanism << '\n'
                            << "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required "
                            << R"(username="alice" password="alice-secret";)" << '\n'
                            << "ssl.truststore.type=PEM\n"
                            << "ssl.truststore.location=" << secured().certificates().ca.string() << '\n';
        const auto told = secured().runTool(
            "org.apache.kafka.tools.TopicCommand",
            {"--bootstrap-server", secured().bootstrap(KafkaDoor::Sasl), "--command-config", file, "--list"});
        EXPECT_TRUE(told.hasSucceeded()) << mechanism << told.output << told.errors;
        EXPECT_THAT(told.output, HasSubstr("dreamscape.scram")) << mechanism;
    }
}

TEST_F(SecuredKafkaTest, AWrongPasswordAndAMissingPermissionAreRefused)
{
    ASSERT_TRUE(secured().createTopic("dreamscape.hidden", 1));
    const std::vector<std::string> list{"-L", "-m", "5", "-t", "dreamscape.hidden"};
    EXPECT_FALSE(kcatAt(secured().bootstrap(KafkaDoor::Sasl), plain("guess"), list).hasSucceeded());
    const auto hidden = kcatAt(secured().bootstrap(KafkaDoor::Sasl), plain("alice-secret"), list);
    EXPECT_THAT(hidden.output, HasSubstr("authorization failed")) << hidden.errors;
}

class ThreeBrokersTest : public RealKafkaTest
{
protected:
    support::KafkaCluster& three() { return *threeBrokers().server; }

    void SetUp() override { requireKafka(threeBrokers()); }
};

TEST_F(ThreeBrokersTest, ABrokerDiesAndComesBackWhileTheOthersServe)
{
    ASSERT_TRUE(three().createTopic("dreamscape.killed", 3, {"min.insync.replicas=2"}));
    three().kill(1);
    const auto produced = three().kcat({"-P", "-t", "dreamscape.killed", "-X", "acks=all"}, "a\nb\nc\n");
    EXPECT_TRUE(produced.hasSucceeded()) << produced.errors;
    ASSERT_TRUE(three().restart(1)) << three().logTail();
    const auto read = three().kcat({"-C", "-e", "-q", "-t", "dreamscape.killed"});
    EXPECT_EQ(sortedLines(read.output), (std::vector<std::string>{"a", "b", "c"})) << read.errors;
}

} // namespace sagascope::integration
