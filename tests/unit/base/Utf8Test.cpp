// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utf8.h"

#include <gtest/gtest.h>

namespace sagascope::base {
namespace {

TEST(Utf8, AcceptsExactlyTheWellFormedSequences)
{
    for (const char* text : {"", "a", "é", "€", "😀", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(isUtf8(text)) << text;
    for (const char* text : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                             "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xC3", "\xFF"})
        EXPECT_FALSE(isUtf8(text));
    EXPECT_EQ(validUtf8Prefix("aé\xFFz"), 3U);
}

TEST(Utf8, ShortensBetweenCharacters)
{
    EXPECT_EQ(shortened("short", 10), "short");
    EXPECT_EQ(shortened("exactly 10", 10), "exactly 10");
    EXPECT_EQ(shortened("eleven long", 10), "eleven …");
    EXPECT_EQ(shortened("ééééé", 10), "ééééé");
    EXPECT_EQ(shortened("éééééé", 10), "ééé…");
    EXPECT_EQ(shortened("😀😀😀", 11), "😀😀…");
    EXPECT_EQ(shortened("abc", 0), "");
}

TEST(Utf8, ShowsBytesThatAreNoTextAsReplacements)
{
    EXPECT_EQ(shortened("a\xFFz", 10), "a\xEF\xBF\xBDz");
    EXPECT_TRUE(isUtf8(shortened(std::string(500, '\xC3'))));
    EXPECT_LE(shortened(std::string(500, '\xC3')).size(), kMaxDetail);
}

} // namespace
} // namespace sagascope::base
