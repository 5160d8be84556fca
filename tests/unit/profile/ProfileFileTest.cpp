// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ProfileFile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/profile/ProfileJson.h"
#include "tests/unit/profile/TestFolder.h"

namespace sagascope::profile {
namespace {

using testing::HasSubstr;
using testing::Not;

ClusterProfile everything()
{
    ClusterProfile profile;
    profile.name = "prod";
    profile.colour = "#e5534b";
    profile.environment = kafka::Environment::Production;
    profile.bootstrap = "broker-1:9093,broker-2:9093";
    profile.security = {true, "/etc/ca.pem", "/etc/me.pem", "/etc/me.key", false, SaslMechanism::ScramSha512, "alice",
                        "https://login.example.com/token", "kafka"};
    profile.topicPattern = "^dreamscape\\.payment\\.";
    profile.scope.isolation = kafka::IsolationLevel::ReadUncommitted;
    profile.scope.oneIn = 20;
    profile.scope.start = kafka::StartPoint::at(base::parseIso8601("2026-11-23T10:00:00Z")->time);
    profile.scope.isUntilEnd = true;
    profile.scope.until = base::parseIso8601("2026-11-23T11:00:00Z")->time;
    profile.groups = {{"billing", {"dreamscape.payment.completed"}}, {"mail", {}}};
    profile.readOnly = false;
    profile.hosts = kafka::HostMap::parse("kafka:9092=localhost:9095,other=10.0.0.7").value();
    profile.metadataInterval = std::chrono::milliseconds(2'500);
    return profile;
}

std::string complaint(std::string_view text)
{
    const auto read = readProfiles(text);
    return read ? "accepted" : read.error().text();
}

TEST(ProfileJson, whatIsWrittenIsReadBack)
{
    ClusterProfile plain;
    plain.name = "dev";
    plain.bootstrap = "localhost:9092";
    for (const auto& start : {kafka::StartPoint::beginning(), kafka::StartPoint::end(), kafka::StartPoint::last(500),
                              kafka::StartPoint::at({{{"dreamscape.a", 2}, 17}, {{"dreamscape.b", 0}, 0}})}) {
        plain.scope.start = start;
        plain.scope.isUntilEnd = !plain.scope.isUntilEnd;
        const std::vector<ClusterProfile> profiles{everything(), plain};
        const auto read = readProfiles(writeProfiles(profiles));
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(*read, profiles) << writeProfiles(profiles);
    }
}

TEST(ProfileJson, readsFilesFromBeforeThereWasSecurity)
{
    const auto read = readProfiles(R"([{"name":"dev","bootstrap":"localhost:9092"},
        {"name":"prod","bootstrap":"localhost:9095","topicPattern":"^dreamscape","readOnly":true,
         "groups":[{"name":"billing","topics":["dreamscape.payment.completed"]}]}])");
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->size(), 2U);
    EXPECT_FALSE((*read)[0].isReadOnly());
    EXPECT_EQ((*read)[0].scope.start, kafka::StartPoint::beginning());
    EXPECT_TRUE((*read)[1].isReadOnly());
    EXPECT_EQ((*read)[1].groups.front().name, "billing");
}

TEST(ProfileJson, refusesWhatIsNoMemberByItsNameAndNeverByItsValue)
{
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","password":"geheim"}])"),
                testing::AllOf(HasSubstr("dev: password"), Not(HasSubstr("geheim"))));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","security":{"password":"geheim"}}])"),
                testing::AllOf(HasSubstr("security.password"), Not(HasSubstr("geheim"))));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","start":{"offset":3}}])"), HasSubstr("start.offset"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","start":{"offsets":["a[0]"]}}])"), HasSubstr("'a[0]'"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","until":"noon"}])"), HasSubstr("until"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","groups":[{"name":"g","lag":1}]}])"), HasSubstr("groups.lag"));
}

TEST(ProfileJson, saysWhatMakesNoSense)
{
    EXPECT_THAT(complaint(R"([{"name":"dev"}])"), HasSubstr("bootstrap"));
    EXPECT_THAT(complaint(R"([{"name":" ","bootstrap":"h:1"}])"), HasSubstr("name"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","environment":"live"}])"), HasSubstr("live"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","colour":"red"}])"), HasSubstr("colour"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","start":"yesterday"}])"), HasSubstr("start"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","hosts":{"a b":"c"}}])"), HasSubstr("a b"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","security":{"mechanism":"GSSAPI"}}])"), HasSubstr("mechanism"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","security":{"mechanism":"PLAIN"}}])"), HasSubstr("user"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","readOnly":"yes"}])"), HasSubstr("dev"));
    EXPECT_THAT(complaint(R"([{"bootstrap":"h:1"}])"), HasSubstr("entry 1"));
    EXPECT_THAT(complaint("{}"), HasSubstr("list"));
    EXPECT_THAT(complaint("not json"), HasSubstr("JSON"));
}

TEST(ProfileFile, noFileMeansNoProfilesAndWritingMakesOne)
{
    const test::TestFolder folder;
    const auto path = folder.path("new/profiles.json");
    ASSERT_TRUE(ProfileFile::read(path));
    EXPECT_TRUE(ProfileFile::read(path)->profiles().empty());
    ASSERT_TRUE(ProfileFile::write(path, {everything()}));
    EXPECT_EQ(ProfileFile::read(path)->find("prod").value(), everything());
    const auto unknown = ProfileFile::read(path)->find("staging");
    EXPECT_THAT(unknown.error().text(), HasSubstr("there is prod"));
}

TEST(ProfileFile, holdsNoSecretWhateverWasTyped)
{
    const test::TestFolder folder;
    const Secrets secrets{"hunter2", "opensesame"};
    const kafka::Profile ready = toKafka(everything(), secrets);
    ASSERT_EQ(ready.security.at("sasl.password"), "hunter2") << "the client gets it";
    ASSERT_TRUE(ProfileFile::write(folder.path("profiles.json"), {everything()}));
    const std::string text = folder.read("profiles.json");
    EXPECT_THAT(text, HasSubstr("alice"));
    EXPECT_THAT(text, Not(HasSubstr("hunter2")));
    EXPECT_THAT(text, Not(HasSubstr("opensesame")));
}

} // namespace
} // namespace sagascope::profile
