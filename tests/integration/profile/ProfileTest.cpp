// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sets up, as real Kafka sees it: each way in, and what imports make of other clients' files.
#include <fstream>

#include <gmock/gmock.h>

#include "core/kafka/ConnectionCheck.h"
#include "core/profile/ProfileImport.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {
namespace {

using kafka::CheckFault;
using profile::ClusterProfile;
using profile::SaslMechanism;
using profile::Secrets;
using support::KafkaDoor;

constexpr auto kTopic = "dreamscape.profile.open";

/// `{"alg":"none"}.{"sub":"alice","iat":…,"exp":…}.` as the unsecured listener takes it. The claims are ASCII, so that
/// base64 needs no letters of its URL alphabet but the padding's absence.
std::string unsecuredToken(std::int64_t expiresInSeconds)
{
    const std::int64_t now = base::toUnixMilliseconds(base::Clock::system().now()) / 1000;
    const std::string claims = R"({"sub":"alice","iat":)" + std::to_string(now - 60) + R"(,"exp":)" + std::to_string(now + expiresInSeconds) + '}';
    const auto encoded = [](const std::string& text) {
        std::string line = support::runCommand({"base64", "-w0"}, text).output;
        line.erase(line.find_last_not_of("=\n") + 1);
        return line;
    };
    return encoded(R"({"alg":"none"})") + '.' + encoded(claims) + '.';
}

class ProfileTest : public RealKafkaTest
{
protected:
    void SetUp() override
    {
        requireKafka(securedKafka());
        if (IsSkipped() || HasFatalFailure())
            return;
        (void)cluster().createTopic(kTopic, 1); // fails where another test did
        ASSERT_TRUE(cluster().allow("User:alice", {"--operation", "Read", "--topic", kTopic}));
    }

    support::KafkaCluster& cluster() { return *securedKafka().server; }

    ClusterProfile at(KafkaDoor door)
    {
        ClusterProfile profile;
        profile.name = "secured";
        profile.bootstrap = cluster().bootstrap(door);
        profile.topicPattern = "^dreamscape\\.profile\\.";
        profile.security.isTls = true;
        profile.security.caFile = cluster().certificates().ca.string();
        return profile;
    }

    /// What failed first, with what was said; empty where nothing did.
    static std::string failure(const ClusterProfile& profile, const Secrets& secrets = {})
    {
        for (const auto& step : kafka::checkConnection(profile::toKafka(profile, secrets), {}))
            if (!step.isPassed())
                return std::to_string(int(step.fault)) + ' ' + step.subject + ": " + step.detail;
        return {};
    }
};

TEST_F(ProfileTest, EntersWithAClientCertificateInEveryForm)
{
    const support::KafkaCertificates& files = cluster().certificates();
    ClusterProfile profile = at(KafkaDoor::Ssl);
    profile.security.certificateFile = files.client.string();
    profile.security.keyFile = files.clientKey.string();
    ASSERT_TRUE(cluster().allow("User:CN=sagascope-client", {"--operation", "Read", "--topic", kTopic}));
    EXPECT_EQ(failure(profile), "");
    profile.security.keyFile = files.lockedKey.string();
    ASSERT_TRUE(profile::neededSecrets(profile).keyPassword);
    EXPECT_EQ(failure(profile, {{}, support::KafkaCertificates::kKeyPassword}), "");
    EXPECT_NE(failure(profile, {{}, "guess"}), "");

    const support::TemporaryFolder folder("sagascope-p12");
    const std::string store = (folder.path() / "me.p12").string();
    ASSERT_TRUE(support::runCommand({"openssl", "pkcs12", "-export", "-in", files.client.string(), "-inkey", files.clientKey.string(),
                                     "-out", store, "-passout", "pass:opensesame"}).hasSucceeded());
    profile.security.certificateFile = store;
    profile.security.keyFile.clear();
    EXPECT_EQ(failure(profile, {{}, "opensesame"}), "");
}

TEST_F(ProfileTest, EntersWithAPassword)
{
    ClusterProfile profile = at(KafkaDoor::Sasl);
    profile.security.mechanism = SaslMechanism::Plain;
    profile.security.user = "alice";
    EXPECT_EQ(failure(profile, {"alice-secret", {}}), "");
    EXPECT_THAT(failure(profile, {"guess", {}}), testing::StartsWith(std::to_string(int(CheckFault::WrongPassword)) + ' '));
}

TEST_F(ProfileTest, EntersWithAToken)
{
    ClusterProfile profile = at(KafkaDoor::Sasl);
    profile.security.mechanism = SaslMechanism::OAuthBearer;
    EXPECT_EQ(failure(profile, {unsecuredToken(3600), {}}), "");
    const std::string expired = failure(profile, {unsecuredToken(-30), {}});
    EXPECT_THAT(expired, testing::StartsWith(std::to_string(int(CheckFault::WrongPassword)) + ' '));
    EXPECT_THAT(expired, testing::HasSubstr("expired"));
    EXPECT_THAT(failure(profile, {"no-token", {}}), testing::StartsWith(std::to_string(int(CheckFault::WrongPassword)) + ' '));
}

TEST_F(ProfileTest, ReadsWithATokenThatIsFetchedOnTheWay)
{
    ClusterProfile profile = at(KafkaDoor::Sasl);
    profile.security.mechanism = SaslMechanism::OAuthBearer;
    ASSERT_TRUE(cluster().kcat({"-P", "-t", kTopic, "-p", "0"}, "{}").hasSucceeded());
    auto consumer = kafka::Consumer::open(profile::toKafka(profile, {unsecuredToken(3600), {}}), {.isUntilEnd = true});
    ASSERT_TRUE(consumer);
    EXPECT_FALSE(support::readToEnd(**consumer, std::chrono::seconds(40)).empty()) << (*consumer)->status().problem;
}

TEST_F(ProfileTest, EntersWithAnImportedJavaClientOnceItsStoreIsConverted)
{
    const support::TemporaryFolder folder("sagascope-import");
    const auto store = folder.path() / "trust.jks";
    const auto keytool = support::findExecutable("keytool");
    ASSERT_TRUE(keytool);
    ASSERT_TRUE(support::runCommand({keytool->string(), "-importcert", "-noprompt", "-alias", "ca", "-storetype", "JKS", "-storepass",
                                     "changeit", "-keystore", store.string(), "-file", cluster().certificates().ca.string()}).hasSucceeded());
    std::ofstream(folder.path() / "client.properties")
        << "bootstrap.servers=" << cluster().bootstrap(KafkaDoor::Sasl) << "\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n"
        << "ssl.truststore.location=trust.jks\nssl.truststore.password=changeit\n"
        << "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"alice\" password=\"alice-secret\";\n";
    auto imported = profile::importProfile(folder.path() / "client.properties");
    ASSERT_TRUE(imported) << imported.error().text();
    ASSERT_EQ(imported->remarks.front().kind, profile::ImportRemarkKind::JavaTrustStore);
    // The password is asked for on standard input.
    ASSERT_TRUE(support::runCommand({"sh", "-c", imported->remarks.front().advice}, "changeit\n").hasSucceeded());
    imported->profile.topicPattern = "^dreamscape\\.profile\\.";
    EXPECT_EQ(failure(imported->profile, imported->secrets), "");
}

} // namespace
} // namespace sagascope::integration
