// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ProfileImport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/profile/TestFolder.h"

namespace sagascope::profile {
namespace {

using Kind = ImportRemarkKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct ProfileImportTest : testing::Test
{
    test::TestFolder folder;

    ImportedProfile import(std::string_view name, std::string_view text)
    {
        folder.write(name, text);
        auto imported = importProfile(folder.path(name));
        EXPECT_TRUE(imported) << imported.error().text();
        return imported ? *imported : ImportedProfile();
    }

    std::string complaint(std::string_view name, std::string_view text)
    {
        folder.write(name, text);
        const auto imported = importProfile(folder.path(name));
        return imported ? "accepted" : imported.error().text();
    }
};

constexpr std::string_view kPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
constexpr std::string_view kJks("\xFE\xED\xFE\xED\x00\x00\x00\x02", 8);

TEST_F(ProfileImportTest, takesOverAJavaClient)
{
    const std::string ca = folder.write("truststore.pem", kPem);
    const auto imported = import("client.properties",
                                 "bootstrap.servers=broker-1:9093,broker-2:9093\n"
                                 "security.protocol=SASL_SSL\n"
                                 "sasl.mechanism=SCRAM-SHA-512\n"
                                 "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\\n"
                                 "  username=\"alice\" password=\"alice-secret\";\n"
                                 "ssl.truststore.location=truststore.pem\n"
                                 "ssl.endpoint.identification.algorithm=\n");
    EXPECT_EQ(imported.profile.name, "client");
    EXPECT_EQ(imported.profile.bootstrap, "broker-1:9093,broker-2:9093");
    EXPECT_EQ(imported.profile.security, (Security{.isTls = true,
                                                   .caFile = ca,
                                                   .isHostnameChecked = false,
                                                   .mechanism = SaslMechanism::ScramSha512,
                                                   .user = "alice"}));
    EXPECT_EQ(imported.secrets, (Secrets{"alice-secret", {}}));
    EXPECT_THAT(imported.remarks, IsEmpty());
}

TEST_F(ProfileImportTest, namesTheCommandThatMakesAJavaStoreReadable)
{
    const std::string trust = folder.write("trust.jks", kJks);
    const std::string key = folder.write("me.jks", kJks);
    const auto imported = import("client.properties", "bootstrap.servers=h:1\nsecurity.protocol=SSL\n"
                                                      "ssl.truststore.location=trust.jks\nssl.keystore.location=me.jks\n"
                                                      "ssl.keystore.password=open\n");
    EXPECT_THAT(imported.remarks,
                ElementsAre(ImportRemark{Kind::JavaTrustStore, trust,
                                         "keytool -list -rfc -keystore \"" + trust + "\" > \"" + trust + ".pem\""},
                            ImportRemark{Kind::JavaKeyStore, key,
                                         "keytool -importkeystore -srckeystore \"" + key + "\" -destkeystore \"" + key
                                             + ".p12\" -deststoretype PKCS12"}));
    EXPECT_EQ(imported.profile.security.caFile, trust + ".pem") << "where the command puts it";
    EXPECT_EQ(imported.profile.security.certificateFile, key + ".p12");
    EXPECT_EQ(imported.secrets.keyPassword, "open");
}

TEST_F(ProfileImportTest, takesOverKcatsFile)
{
    const std::string ca = folder.write("ca.pem", kPem);
    const std::string key = folder.write("me.key", kPem);
    const auto imported = import("kcat.conf", "metadata.broker.list=h:1\nsecurity.protocol=sasl_ssl\nsasl.mechanisms=PLAIN\n"
                                              "sasl.username=bob\nsasl.password=p\\w\nssl.ca.location=" + ca + "\n"
                                              "ssl.certificate.location=ca.pem\nssl.key.location=me.key\nssl.key.password=k\n");
    EXPECT_EQ(imported.profile.bootstrap, "h:1");
    EXPECT_EQ(imported.profile.security, (Security{.isTls = true,
                                                   .caFile = ca,
                                                   .certificateFile = ca,
                                                   .keyFile = key,
                                                   .mechanism = SaslMechanism::Plain,
                                                   .user = "bob"}));
    EXPECT_EQ(imported.secrets, (Secrets{"p\\w", "k"})) << "nothing is an escape there";
    EXPECT_THAT(imported.remarks, IsEmpty());
}

TEST_F(ProfileImportTest, takesOverAnIssuerOfTokens)
{
    const auto imported = import("client.properties",
                                 "bootstrap.servers=h:1\nsecurity.protocol=SASL_SSL\nsasl.mechanism=OAUTHBEARER\n"
                                 "sasl.oauthbearer.token.endpoint.url=https://login.example.com/token\n"
                                 "sasl.jaas.config=OAuthBearerLoginModule required clientId=\"me\" clientSecret=\"s\" scope=\"kafka\";\n");
    EXPECT_EQ(imported.profile.security, (Security{.isTls = true,
                                                   .mechanism = SaslMechanism::OAuthBearer,
                                                   .user = "me",
                                                   .tokenEndpoint = "https://login.example.com/token",
                                                   .tokenScope = "kafka"}));
    EXPECT_EQ(imported.secrets.password, "s");
}

TEST_F(ProfileImportTest, tellsEverythingThatItDidNotTakeOver)
{
    const auto imported = import("kcat.conf", "bootstrap.servers=h:1\nsecurity.protocol=tls\ngroup.id=billing\nno.such=1\n"
                                              "enable.ssl.certificate.verification=false\nssl.ca.location=/nowhere/ca.pem\n");
    EXPECT_THAT(imported.remarks,
                ElementsAre(ImportRemark{Kind::BadValue, "security.protocol"}, ImportRemark{Kind::NotNeeded, "group.id"},
                            ImportRemark{Kind::UnknownProperty, "no.such"},
                            ImportRemark{Kind::NotSupported, "enable.ssl.certificate.verification"},
                            ImportRemark{Kind::MissingFile, "/nowhere/ca.pem"}));
    const auto kerberos = import("client.properties", "bootstrap.servers=h:1\nsecurity.protocol=SASL_PLAINTEXT\n");
    EXPECT_THAT(kerberos.remarks, ElementsAre(ImportRemark{Kind::NotSupported, "sasl.mechanism"})) << "Kerberos, unless it says";
}

TEST_F(ProfileImportTest, takesOverThePlatformsVariables)
{
    const auto imported = import(".env", "KAFKA_BROKERS=broker-1:9092,broker-2:9092\nKAFKA_SSL=true\nKAFKA_SASL_MECHANISM=scram-sha-256\n"
                                         "KAFKA_SASL_USERNAME=svc\nKAFKA_SASL_PASSWORD=pw\nKAFKA_SESSION_TIMEOUT=30000\nPORT=3000\n");
    EXPECT_EQ(imported.profile.bootstrap, "broker-1:9092,broker-2:9092");
    EXPECT_EQ(imported.profile.security,
              (Security{.isTls = true, .mechanism = SaslMechanism::ScramSha256, .user = "svc"}));
    EXPECT_EQ(imported.secrets.password, "pw");
    EXPECT_THAT(imported.remarks, ElementsAre(ImportRemark{Kind::NotNeeded, "KAFKA_SESSION_TIMEOUT"}));
}

TEST(EnvironmentImport, readsTheVariablesAsTheServicesDo)
{
    const auto plain = importEnvironment({{"KAFKA_BROKERS", "h:1"}, {"KAFKA_SSL", "1"}, {"KAFKA_SASL_USERNAME", "svc"}});
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->profile.security, Security()) << "only `true` means TLS, and a user alone is no login";
    const auto login = importEnvironment({{"KAFKA_BROKERS", "h:1"}, {"KAFKA_SASL_USERNAME", "svc"}, {"KAFKA_SASL_PASSWORD", "pw"}});
    EXPECT_EQ(login->profile.security.mechanism, SaslMechanism::Plain);
    EXPECT_THAT(importEnvironment({{"PATH", "/bin"}}).error().text(), HasSubstr("KAFKA_BROKERS"));
}

TEST_F(ProfileImportTest, saysWhatIsNoConfigurationAtAll)
{
    EXPECT_THAT(complaint("notes.txt", "hello world\n"), HasSubstr("notes.txt"));
    EXPECT_THAT(importProfile(folder.path("absent")).error().text(), HasSubstr("no such file"));
    EXPECT_FALSE(importProfile(folder.path()));
}

} // namespace
} // namespace sagascope::profile
