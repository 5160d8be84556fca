// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileDrafts.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

#include "tests/ui/connect/TestShelf.h"

namespace sagascope::ui {
namespace {

using profile::ClusterProfile;
using profile::Secrets;
using test::named;
using test::TestShelf;

struct ProfileDraftsTest : testing::Test
{
    TestShelf shelf;
    ProfileDrafts drafts{shelf};
    QAbstractItemModelTester tester{&drafts};
    QStringList unkept;

    void SetUp() override
    {
        ASSERT_TRUE(shelf.save({named("dev"), named("prod")}));
        shelf.keepSecrets("prod", {"hunter2", {}}, [](bool) {});
        ASSERT_TRUE(drafts.load());
    }

    void save()
    {
        ASSERT_TRUE(drafts.save([this](const QString& name) { unkept << name; }));
    }

    std::string namesKept()
    {
        std::string names;
        const std::vector<ClusterProfile> kept = shelf.load().value();
        for (const ClusterProfile& profile : kept)
            names += profile.name + ' ';
        return names;
    }

    Secrets known(const std::string& name)
    {
        Secrets found;
        shelf.findSecrets(name, [&](const Secrets& secrets) { found = secrets; });
        return found;
    }
};

TEST_F(ProfileDraftsTest, NothingIsKeptBeforeItIsSaved)
{
    EXPECT_FALSE(drafts.isChanged());
    drafts.remove(0);
    drafts.add(ProfileDraft::of(named("test")));
    EXPECT_TRUE(drafts.isChanged());
    EXPECT_EQ(namesKept(), "dev prod ");
    save();
    EXPECT_EQ(namesKept(), "prod test ");
}

TEST_F(ProfileDraftsTest, NamesStayApart)
{
    EXPECT_EQ(drafts.at(drafts.duplicate(0)).profile.name, "dev 2");
    ProfileDraft same = drafts.at(0);
    same.profile.name = "prod";
    drafts.set(0, same);
    EXPECT_EQ(drafts.problem(0)->subject, "nameTaken");
    EXPECT_EQ(drafts.firstProblem(), 0);
    same.profile.name = "dev";
    drafts.set(0, same);
    EXPECT_EQ(drafts.firstProblem(), -1);
}

TEST_F(ProfileDraftsTest, WhatWasDeletedCanBeBroughtBackWithItsSecrets)
{
    drafts.remove(1);
    EXPECT_EQ(drafts.removedName(), QStringLiteral("prod"));
    EXPECT_EQ(drafts.bringBack(), 1);
    EXPECT_FALSE(drafts.isChanged());
    save();
    EXPECT_EQ(known("prod").password, "hunter2");
    drafts.remove(1);
    save();
    EXPECT_TRUE(known("prod").isEmpty()) << "gone with its cluster";
    EXPECT_TRUE(shelf.kept.empty());
}

TEST_F(ProfileDraftsTest, SecretsFollowARename)
{
    ProfileDraft draft = drafts.at(1);
    draft.profile.name = "live";
    drafts.set(1, draft);
    save();
    EXPECT_EQ(shelf.kept.at("live").password, "hunter2");
    EXPECT_EQ(shelf.kept.count("prod"), 0U);
}

TEST_F(ProfileDraftsTest, ATypedSecretIsKeptWhereItIsWanted)
{
    ProfileDraft draft = drafts.at(0);
    draft.typed = {"pw", {}};
    draft.isLasting = false;
    drafts.set(0, draft);
    EXPECT_TRUE(drafts.isChanged());
    save();
    EXPECT_EQ(shelf.kept.count("dev"), 0U);
    EXPECT_EQ(known("dev").password, "pw");
    EXPECT_TRUE(unkept.isEmpty());
    shelf.hasKeychain = false;
    draft.isLasting = true;
    drafts.set(0, draft);
    save();
    EXPECT_EQ(unkept, QStringList{QStringLiteral("dev")}) << "said, since it was wanted otherwise";
}

TEST_F(ProfileDraftsTest, ACopyDoesNotInheritSecrets)
{
    const int copy = drafts.duplicate(1);
    save();
    EXPECT_TRUE(known(drafts.at(copy).profile.name).isEmpty());
}

TEST(ProfileDraft, readsGroupsAndHostsFromTheirLines)
{
    ProfileDraft draft = ProfileDraft::of(named("dev"));
    draft.groups = " billing : a, b ,\n\nmail:c";
    draft.hosts = "kafka:9092=localhost:9095\n";
    const auto made = draft.made();
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(made->groups, (std::vector<kafka::WatchedGroup>{{"billing", {"a", "b"}}, {"mail", {"c"}}}));
    EXPECT_EQ(made->hosts.resolve("kafka", 9092), (kafka::HostPort{"localhost", 9095}));
    EXPECT_EQ(ProfileDraft::of(*made).groups, "billing: a, b\nmail: c\n");
    draft.groups = "billing";
    EXPECT_EQ(draft.made().error().detail, "billing");
    draft.groups.clear();
    draft.hosts = "kafka localhost";
    EXPECT_EQ(draft.made().error().subject, "hosts");
    EXPECT_EQ(draft.made().error().detail, "kafka localhost");
}

} // namespace
} // namespace sagascope::ui
