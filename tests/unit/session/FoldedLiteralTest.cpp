// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FoldedLiteral.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/session/QueryText.h"

namespace sagascope::session {
namespace {

/// One place after the other.
std::size_t naively(std::string_view text, std::string_view literal, std::size_t from)
{
    for (std::size_t at = from; at + literal.size() <= text.size(); ++at)
        if (toLowerAscii(text.substr(at, literal.size())) == toLowerAscii(literal))
            return at;
    return std::string_view::npos;
}

std::string anyText(std::mt19937& random, std::string_view letters, std::size_t size)
{
    std::string text(size, ' ');
    for (char& c : text)
        c = letters[random() % letters.size()];
    return text;
}

TEST(FoldedLiteral, FindsTheFirstPlaceWhateverTheCaseOfLetters)
{
    const FoldedLiteral literal("Card Expired");
    EXPECT_EQ(literal.findIn("{\"reason\":\"CARD expireD\"}"), 11U);
    EXPECT_FALSE(literal.isIn("{\"reason\":\"card_expired\"}"));
    EXPECT_EQ(literal.lower(), "card expired");
}

TEST(FoldedLiteral, FoldsNothingButAsciiLetters)
{
    EXPECT_FALSE(FoldedLiteral("@[").isIn("`{")) << "a bit apart, as letters are";
    EXPECT_FALSE(FoldedLiteral("\xe9").isIn("\xc9"));
    EXPECT_TRUE(FoldedLiteral("caf\xc3\xa9").isIn("CAF\xc3\xa9"));
    EXPECT_TRUE(FoldedLiteral(std::string_view("\0x", 2)).isIn(std::string_view("a\0X", 3)));
}

TEST(FoldedLiteral, AnEmptyOneIsWhereOneLooks)
{
    EXPECT_EQ(FoldedLiteral().findIn("abc", 2), 2U);
    EXPECT_EQ(FoldedLiteral().findIn("", 0), 0U);
    EXPECT_FALSE(FoldedLiteral("a").isIn(""));
}

TEST(FoldedLiteral, FindsWhatGoingThroughAllPlacesFinds)
{
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        const std::string_view letters = round % 2 == 0 ? "aAbB@" : "axAX{\"z:\xe9\xc9";
        const std::string text = anyText(random, letters, random() % 300);
        const std::string literal = anyText(random, letters, 1 + random() % 7);
        const std::size_t from = random() % (text.size() + 1);
        ASSERT_EQ(FoldedLiteral(literal).findIn(text, from), naively(text, literal, from)) << literal << " in " << text << " from " << from;
    }
}

} // namespace
} // namespace sagascope::session
