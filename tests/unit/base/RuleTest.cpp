// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rule.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/base/Hash.h"

namespace sagascope::base {
namespace {

TEST(Rule, EveryRuleIsFoundByItsOneName)
{
    std::set<std::string_view> names;
    for (const Rule rule : allRules()) {
        EXPECT_EQ(ruleFromName(ruleName(rule)), rule);
        EXPECT_TRUE(names.insert(ruleName(rule)).second) << ruleName(rule);
        const auto isNameLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
        EXPECT_TRUE(std::all_of(ruleName(rule).begin(), ruleName(rule).end(), isNameLetter)) << ruleName(rule);
    }
    EXPECT_EQ(ruleFromName("no-such-rule"), std::nullopt);
}

TEST(Rule, KnowsSeverityAndGroup)
{
    EXPECT_EQ(ruleName(Rule::PaidAfterCompensation), "paid-after-compensation");
    EXPECT_EQ(severityName(ruleSeverity(Rule::PaidAfterCompensation)), "error");
    EXPECT_EQ(ruleGroup(Rule::PaidAfterCompensation), RuleGroup::Saga);
    EXPECT_EQ(severityName(ruleSeverity(Rule::KeyMissing)), "info");
    EXPECT_EQ(ruleGroup(Rule::NestingTooDeep), RuleGroup::Bytes);
}

TEST(Hash, NoTextIsNull)
{
    EXPECT_TRUE(idHash("").isNull());
    EXPECT_FALSE(idHash("0").isNull());
    EXPECT_EQ(idHash("abc"), idHash(std::string("ab") + "c"));
    EXPECT_NE(idHash("abc"), idHash("abd"));
    EXPECT_NE(hash64("abc", 1), hash64("abc", 2));
}

} // namespace
} // namespace sagascope::base
