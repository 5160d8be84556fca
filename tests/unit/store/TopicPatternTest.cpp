// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TopicPattern.h"

#include <ostream>

#include <gtest/gtest.h>

namespace sagascope::store {
namespace {

struct Case
{
    const char* pattern;
    const char* topic;
    bool matches;
};

void PrintTo(const Case& c, std::ostream* out)
{
    *out << c.pattern << " on " << c.topic;
}

class TopicPatternTable : public testing::TestWithParam<Case>
{
};

TEST_P(TopicPatternTable, MatchesAsWritten)
{
    EXPECT_EQ(TopicPattern(GetParam().pattern).matches(GetParam().topic), GetParam().matches);
}

INSTANTIATE_TEST_SUITE_P(Literals, TopicPatternTable,
                         testing::Values(Case{"dreamscape.payment.completed", "dreamscape.payment.completed", true},
                                         Case{"dreamscape.payment.completed", "dreamscape.payment.failed", false},
                                         Case{"dreamscape.payment.completed", "dreamscapeXpayment.completed", false},
                                         Case{"dreamscape.payment", "dreamscape.payment.completed", false},
                                         Case{"Dreamscape.Payment.Completed", "dreamscape.payment.completed", true},
                                         Case{"dreamscape.[a-z]+", "dreamscape.user", false},
                                         Case{"", "anything", true}, Case{"", "", true}));

INSTANTIATE_TEST_SUITE_P(OneSegment, TopicPatternTable,
                         testing::Values(Case{"dreamscape.payment.*", "dreamscape.payment.completed", true},
                                         Case{"dreamscape.payment.*", "dreamscape.payment", false},
                                         Case{"dreamscape.payment.*", "dreamscape.payment.partial.refund", false},
                                         Case{"dreamscape.*.completed", "dreamscape.payment.completed", true},
                                         Case{"*", "orders", true}, Case{"*", "a.b", false},
                                         Case{"dreamscape.payment.c*ed", "dreamscape.payment.completed", true},
                                         Case{"dreamscape.pay*", "dreamscape.payment.completed", false},
                                         Case{"*.*", "a.b", true}, Case{"*.*", ".", true}));

INSTANTIATE_TEST_SUITE_P(ManySegments, TopicPatternTable,
                         testing::Values(Case{"dreamscape.**", "dreamscape.payment.partial.refund", true},
                                         Case{"dreamscape.**", "dreamscape", true}, Case{"**", "", true},
                                         Case{"**", "a.b.c.d", true},
                                         Case{"**.dlq", "dreamscape.user.profile.updated.dlq", true},
                                         Case{"**.dlq", "dlq", true},
                                         Case{"**.updated.**", "dreamscape.user.profile.updated.dlq", true},
                                         Case{"**.updated.**", "dreamscape.user.created", false},
                                         Case{"dreamscape.**.refund", "dreamscape.payment.refunded", false},
                                         Case{"**.a.**.a.**.b", "a.a.a.a.a.a.a.c", false}));

TEST(TopicPattern, OnlyTheEmptyPatternMatchesEverything)
{
    EXPECT_TRUE(TopicPattern().matchesEverything());
    EXPECT_TRUE(TopicPattern("").matchesEverything());
    EXPECT_FALSE(TopicPattern("*").matchesEverything());
}

TEST(TopicPattern, AnswersQuicklyOnAPatternMadeToBacktrack)
{
    std::string pattern;
    std::string topic;
    for (int i = 0; i < 60; ++i) {
        pattern += "**.a*a*.";
        topic += "aaaaaaaaaaaaaaaa.";
    }
    EXPECT_FALSE(TopicPattern(pattern + "b").matches(topic + "c"));
}

} // namespace
} // namespace sagascope::store
