// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ClusterProfile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/profile/NamedTopics.h"
#include "tests/unit/profile/TestFolder.h"

namespace sagascope::profile {
namespace {

using Map = std::map<std::string, std::string>;

ClusterProfile at(const std::string& bootstrap)
{
    ClusterProfile profile;
    profile.name = "some";
    profile.bootstrap = bootstrap;
    return profile;
}

TEST(ClusterProfile, productionIsReadOnlyUnlessSomebodySaidOtherwise)
{
    ClusterProfile profile = at("h:1");
    EXPECT_FALSE(toKafka(profile).isReadOnly);
    profile.environment = kafka::Environment::Production;
    EXPECT_TRUE(toKafka(profile).isReadOnly);
    profile.readOnly = false;
    EXPECT_FALSE(toKafka(profile).isReadOnly);
}

TEST(ClusterProfile, speaksLibrdkafkasWords)
{
    ClusterProfile profile = at("h:1");
    EXPECT_EQ(toKafka(profile).security, Map());
    profile.security.isTls = true;
    EXPECT_EQ(toKafka(profile).security,
              (Map{{"security.protocol", "ssl"}, {"ssl.endpoint.identification.algorithm", "https"}}));
    profile.security.caFile = "ca.pem";
    profile.security.certificateFile = "me.pem";
    profile.security.isHostnameChecked = false;
    EXPECT_EQ(toKafka(profile, {{}, "open"}).security,
              (Map{{"security.protocol", "ssl"},
                   {"ssl.endpoint.identification.algorithm", "none"},
                   {"ssl.ca.location", "ca.pem"},
                   {"ssl.certificate.location", "me.pem"},
                   {"ssl.key.location", "me.pem"},
                   {"ssl.key.password", "open"}}));
    profile.security = {.mechanism = SaslMechanism::Plain, .user = "alice"};
    EXPECT_EQ(toKafka(profile, {"secret", {}}).security,
              (Map{{"security.protocol", "sasl_plaintext"}, {"sasl.mechanism", "PLAIN"}, {"sasl.username", "alice"},
                   {"sasl.password", "secret"}}));
}

TEST(ClusterProfile, aTokenIsTypedOrFetched)
{
    ClusterProfile profile = at("h:1");
    profile.security.mechanism = SaslMechanism::OAuthBearer;
    EXPECT_TRUE(profile.check());
    EXPECT_EQ(toKafka(profile, {"abc", {}}).tokens, kafka::TokenSource{.token = "abc"});
    EXPECT_EQ(toKafka(profile).security,
              (Map{{"security.protocol", "sasl_plaintext"}, {"sasl.mechanism", "OAUTHBEARER"}}));
    profile.security.tokenEndpoint = "https://login.example.com/token";
    EXPECT_EQ(profile.check().error().subject, "user");
    profile.security.user = "me";
    EXPECT_EQ(toKafka(profile, {"abc", {}}).tokens,
              (kafka::TokenSource{.endpoint = "https://login.example.com/token", .clientId = "me", .clientSecret = "abc"}));
}

TEST(ClusterProfile, handsPkcs12OverAsAKeystore)
{
    using namespace std::string_literals;
    const test::TestFolder folder;
    ClusterProfile profile = at("h:1");
    profile.security.isTls = true;
    profile.security.certificateFile = folder.write("me.p12", "\x30\x82\x09\x51\x02\x01\x03\x30"s);
    const auto properties = toKafka(profile, {{}, "open"}).security;
    EXPECT_EQ(properties.at("ssl.keystore.location"), profile.security.certificateFile);
    EXPECT_EQ(properties.at("ssl.keystore.password"), "open");
    EXPECT_EQ(properties.count("ssl.certificate.location"), 0U);
    EXPECT_TRUE(neededSecrets(profile).keyPassword);
}

TEST(ClusterProfile, asksForTheSecretsThatAreNeededAndNoOthers)
{
    const test::TestFolder folder;
    ClusterProfile profile = at("h:1");
    EXPECT_TRUE(neededSecrets(profile).areIn({}));
    profile.security.isTls = true;
    profile.security.certificateFile = folder.write("me.pem", "-----BEGIN CERTIFICATE-----\n");
    profile.security.keyFile = folder.write("me.key", "-----BEGIN PRIVATE KEY-----\n");
    EXPECT_TRUE(neededSecrets(profile).areIn({}));
    profile.security.keyFile = folder.write("locked.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    EXPECT_FALSE(neededSecrets(profile).areIn({}));
    EXPECT_TRUE(neededSecrets(profile).areIn({{}, "open"}));
    profile.security.mechanism = SaslMechanism::ScramSha256;
    EXPECT_FALSE(neededSecrets(profile).areIn({{}, "open"}));
    EXPECT_TRUE(neededSecrets(profile).areIn({"secret", "open"}));
}

TEST(NamedTopics, areThoseOfTheGroupsAndThatOfAPatternForOne)
{
    ClusterProfile profile = at("h:1");
    EXPECT_TRUE(namedTopics(profile).empty()) << "the usual pattern stands for many";
    profile.topicPattern = R"(^dreamscape\.payment\.completed$)";
    profile.groups = {{"billing", {"b", "a"}}, {"mail", {"a"}}};
    EXPECT_EQ(namedTopics(profile), (std::vector<std::string>{"a", "b", "dreamscape.payment.completed"}));
    for (const char* several : {"^a|b$", "^a.b$", "^a\\d$", "a", "^a$$", "^(a)$"}) {
        profile.topicPattern = several;
        EXPECT_EQ(namedTopics(profile).size(), 2U) << several;
    }
}

} // namespace
} // namespace sagascope::profile
