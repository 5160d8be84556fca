// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Alignment.h"

#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sagascope::saga {
namespace {

using testing::ElementsAre;

using Words = std::vector<std::string_view>;

Words words(std::string_view text)
{
    Words result;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        result.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

/// One line per pair: `created = created`, `paid -` (left only), `- mailed`, `confirmed = confirmed moved -1`.
std::vector<std::string> aligned(std::string_view left, std::string_view right)
{
    const Words l = words(left);
    const Words r = words(right);
    std::vector<std::string> lines;
    for (const AlignedPair& pair : align(l, r)) {
        std::ostringstream line;
        if (pair.left)
            line << l[*pair.left];
        line << (pair.isPair() ? " = " : pair.left ? " -" : "- ");
        if (pair.right)
            line << r[*pair.right];
        if (pair.hasMoved)
            line << " moved " << pair.shift;
        lines.push_back(line.str());
    }
    return lines;
}

TEST(Alignment, EqualSequencesStandSideBySide)
{
    EXPECT_THAT(aligned("created paid confirmed", "created paid confirmed"),
                ElementsAre("created = created", "paid = paid", "confirmed = confirmed"));
}

TEST(Alignment, WhatOneSideLacksStandsAlone)
{
    EXPECT_THAT(aligned("created paid confirmed", "created failed cancelled"),
                ElementsAre("created = created", "paid -", "confirmed -", "- failed", "- cancelled"));
    EXPECT_THAT(aligned("created confirmed", "created paid confirmed"),
                ElementsAre("created = created", "- paid", "confirmed = confirmed"));
}

TEST(Alignment, SaysWhatCameEarlierOrLater)
{
    EXPECT_THAT(aligned("created paid confirmed mailed", "created confirmed paid mailed"),
                ElementsAre("created = created", "paid = paid moved 1", "confirmed = confirmed", "mailed = mailed"));
    EXPECT_THAT(aligned("a b c d", "d a b c"), ElementsAre("a = a", "b = b", "c = c", "d = d moved -3"));
}

TEST(Alignment, OfAReversedOrderAllButOneHaveMoved)
{
    const auto pairs = align(words("a b c"), words("c b a"));
    EXPECT_EQ(std::count_if(pairs.begin(), pairs.end(), [](const AlignedPair& pair) { return pair.hasMoved; }), 2);
}

TEST(Alignment, RepeatsPairInTheirOrder)
{
    EXPECT_THAT(aligned("paid paid refunded", "paid refunded refunded"),
                ElementsAre("paid = paid", "paid -", "refunded = refunded", "- refunded"));
}

TEST(Alignment, NothingAgainstSomething)
{
    EXPECT_THAT(aligned("", "created"), ElementsAre("- created"));
    EXPECT_THAT(aligned("created", ""), ElementsAre("created -"));
    EXPECT_THAT(aligned("", ""), ElementsAre());
}

RC_GTEST_PROP(AlignmentProperty, EveryPositionComesOnceAndUnmovedPairsKeepTheirOrder, ())
{
    static constexpr std::string_view kTypes[] = {"a", "b", "c", "d"};
    const auto sequence = [] {
        Words result;
        for (const int i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4)))
            result.push_back(kTypes[i]);
        return result;
    };
    const Words left = sequence();
    const Words right = sequence();
    std::set<std::size_t> lefts;
    std::set<std::size_t> rights;
    std::optional<std::size_t> before;
    for (const AlignedPair& pair : align(left, right)) {
        if (pair.left)
            RC_ASSERT(lefts.insert(*pair.left).second);
        if (pair.right)
            RC_ASSERT(rights.insert(*pair.right).second);
        if (!pair.isPair())
            continue;
        RC_ASSERT(left[*pair.left] == right[*pair.right]);
        if (pair.hasMoved)
            continue;
        RC_ASSERT(!before || *before < *pair.right);
        before = pair.right;
    }
    RC_ASSERT(lefts.size() == left.size());
    RC_ASSERT(rights.size() == right.size());
}

} // namespace
} // namespace sagascope::saga
