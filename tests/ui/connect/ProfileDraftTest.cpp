// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileDraft.h"

#include <gtest/gtest.h>

#include "tests/support/Records.h"
#include "tests/ui/connect/TestShelf.h"
#include "ui/connect/ProfileWords.h"
#include "ui/shell/Language.h"

namespace sagascope::ui {
namespace {

using kafka::RecordSearch;
using kafka::StartPoint;

ProfileDraft draftOf(const profile::Scope& scope)
{
    profile::ClusterProfile profile = test::named("dev");
    profile.scope = scope;
    return ProfileDraft::of(profile);
}

std::string wrongMember(const ProfileDraft& draft)
{
    const auto made = draft.made();
    return made ? std::string() : made.error().subject;
}

TEST(ProfileDraftTest, WhatWasTypedAboutTheScopeIsTheScopeAgain)
{
    const profile::Scope scope{.start = StartPoint::at({{{"a", 0}, 38}, {{"b", 2}, 1}}), .isUntilEnd = true, .until = test::moment("2026-11-23T10:00:00Z"),
                               .search = RecordSearch::byKey({"bkg_1", "bkg_2"})};
    const ProfileDraft draft = draftOf(scope);
    EXPECT_EQ(draft.offsets, "a[0]@38, b[2]@1");
    EXPECT_EQ(draft.sought, "bkg_1, bkg_2");
    EXPECT_EQ(draft.made()->scope, scope);
}

TEST(ProfileDraftTest, OffsetsThatAreNoneAreNamed)
{
    Language::current().apply(QStringLiteral("en"));
    ProfileDraft draft = draftOf({.start = {StartPoint::Kind::Offsets, base::kNoTime, 0, {}}});
    EXPECT_EQ(wrongMember(draft), "offsets");
    draft.offsets = "a[0]@3, b@x";
    EXPECT_EQ(wrongMember(draft), "offsets");
    EXPECT_EQ(profileProblem(draft.made().error()).toStdString(),
              "“b@x” is no offset to start at. Write topic[partition]@offset, each partition once.");
    draft.offsets = "a[0]@3, a[0]@4";
    EXPECT_EQ(draft.made().error().detail, "a[0]@4");
    draft.profile.scope.start = StartPoint::end();
    EXPECT_EQ(wrongMember(draft), "") << "nobody reads them";
}

TEST(ProfileDraftTest, ASearchForNothingIsNone)
{
    ProfileDraft draft = draftOf({.search = RecordSearch::byText({})});
    draft.sought = " , ";
    EXPECT_EQ(wrongMember(draft), "sought");
    draft.sought = "BK-7741,";
    EXPECT_EQ(draft.made()->scope.search, RecordSearch::byText({"BK-7741"}));
}

TEST(ProfileDraftTest, AWindowThatEndsBeforeItBeginsIsWrong)
{
    const auto ten = test::moment("2026-11-23T10:00:00Z");
    EXPECT_EQ(wrongMember(draftOf({.start = StartPoint::at(ten), .isUntilEnd = true, .until = ten})), "until");
    EXPECT_EQ(wrongMember(draftOf({.start = StartPoint::at(ten), .isUntilEnd = true, .until = ten + std::chrono::seconds(1)})), "");
    EXPECT_EQ(wrongMember(draftOf({.isUntilEnd = true, .until = ten})), "");
}

} // namespace
} // namespace sagascope::ui
