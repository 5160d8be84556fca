// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SecretStore.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/SavedProfile.h"

namespace sagascope::app {
namespace {

using namespace std::chrono_literals;
using profile::Secrets;
using testing::HasSubstr;

/// One that answers when told to.
class SlowKeychain : public Keychain
{
public:
    void read(const std::string& key, Answer done) override { m_asked.emplace_back(key, std::move(done)); }
    void write(const std::string& key, const std::string& value, std::function<void(bool isKept)> done) override
    {
        if (m_isThere)
            m_entries[key] = value;
        done(m_isThere);
    }
    void remove(const std::string& key) override { m_entries.erase(key); }

    void answer()
    {
        for (const auto& [key, done] : std::exchange(m_asked, {})) {
            const auto found = m_entries.find(key);
            done(found == m_entries.end() ? std::nullopt : std::optional(found->second));
        }
    }

    std::map<std::string, std::string> m_entries;
    std::vector<std::pair<std::string, Answer>> m_asked;
    bool m_isThere = true;
};

struct SecretStoreTest : testing::Test
{
    SlowKeychain keychain;
    SecretStore store{keychain};

    std::optional<Secrets> found(const std::string& name, SecretStore& in)
    {
        std::optional<Secrets> answer;
        in.find(name, [&](const Secrets& secrets) { answer = secrets; });
        keychain.answer();
        return answer;
    }
};

TEST_F(SecretStoreTest, keepsThemForLaterRuns)
{
    bool isKept = false;
    store.keep("prod", {"hunter2", "open \"sesame\""}, [&](bool kept) { isKept = kept; });
    EXPECT_TRUE(isKept);
    SecretStore later(keychain);
    EXPECT_EQ(found("prod", later), (Secrets{"hunter2", "open \"sesame\""}));
    later.forget("prod");
    EXPECT_EQ(found("prod", later), Secrets());
    EXPECT_TRUE(keychain.m_entries.empty());
}

TEST_F(SecretStoreTest, withoutAKeychainThisRunKnowsThemAllTheSame)
{
    keychain.m_isThere = false;
    bool isKept = true;
    store.keep("prod", {"hunter2", {}}, [&](bool kept) { isKept = kept; });
    EXPECT_FALSE(isKept);
    EXPECT_EQ(found("prod", store), (Secrets{"hunter2", {}}));
    SecretStore later(keychain);
    EXPECT_EQ(found("prod", later), Secrets());
}

TEST_F(SecretStoreTest, whatSomebodyTypedInTheMeantimeCounts)
{
    keychain.m_entries["prod"] = R"({"password":"old"})";
    std::optional<Secrets> answer;
    store.find("prod", [&](const Secrets& secrets) { answer = secrets; });
    store.remember("prod", {"new", {}});
    keychain.answer();
    EXPECT_EQ(answer, (Secrets{"new", {}}));
}

TEST_F(SecretStoreTest, anEntryThatIsNotOursIsThePassword)
{
    keychain.m_entries["prod"] = "hunter2";
    EXPECT_EQ(found("prod", store), (Secrets{"hunter2", {}}));
}

TEST_F(SecretStoreTest, anAnswerThatComesTooLateIsDropped)
{
    {
        SecretStore gone(keychain);
        gone.find("prod", [](const Secrets&) { ADD_FAILURE() << "nobody waits any more"; });
    }
    keychain.answer();
}

profile::ClusterProfile asking()
{
    profile::ClusterProfile profile;
    profile.name = "prod";
    profile.bootstrap = "h:1";
    profile.security.mechanism = profile::SaslMechanism::Plain;
    profile.security.user = "alice";
    return profile;
}

TEST(PasswordOnStdin, isALineForEachSecret)
{
    std::istringstream both("hunter2\r\nopen\n");
    EXPECT_EQ(readSecrets(both, asking()).value().password, "hunter2");
    std::istringstream nothing("");
    EXPECT_THAT(readSecrets(nothing, asking()).error().text(), HasSubstr("--password-stdin"));
}

TEST(ReadyProfile, watchesTheCatalogsGroupsUnlessItNamesSome)
{
    const auto catalog = catalog::Catalog::load();
    ASSERT_TRUE(catalog);
    profile::ClusterProfile profile = asking();
    EXPECT_FALSE(readyProfile(profile, {}, **catalog).watchedGroups.empty());
    profile.groups = {{"mine", {"dreamscape.a"}}};
    EXPECT_EQ(readyProfile(profile, {}, **catalog).watchedGroups, profile.groups);
}

} // namespace
} // namespace sagascope::app
