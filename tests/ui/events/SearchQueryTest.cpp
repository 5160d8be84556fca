// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/SearchQuery.h"

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

using Field = SearchTerm::Field;

TEST(SearchQuery, ReadsFieldsAndLooseWords)
{
    const auto terms = parseSearch("  topic:dreamscape.payment.*  type:failed BK-7741 ");
    ASSERT_EQ(terms.size(), 3U);
    EXPECT_EQ(terms[0], (SearchTerm{Field::Topic, "dreamscape.payment.*", {}, {}}));
    EXPECT_EQ(terms[1], (SearchTerm{Field::Type, "failed", {}, {}}));
    EXPECT_EQ(terms[2], (SearchTerm{Field::Anything, "BK-7741", {}, {}}));
}

TEST(SearchQuery, KnowsIdentifierKindsByTheirNames)
{
    const auto terms = parseSearch("booking:BK-7741 booking-reference:BOOK-1 User:u-1");
    ASSERT_EQ(terms.size(), 3U);
    EXPECT_EQ(terms[0].kind, identity::IdentifierKind::Booking);
    EXPECT_EQ(terms[1].kind, identity::IdentifierKind::BookingReference);
    EXPECT_EQ(terms[2].kind, identity::IdentifierKind::User);
}

TEST(SearchQuery, KnowsStates)
{
    EXPECT_EQ(parseSearch("state:Compensated").at(0).state, saga::SagaState::Compensated);
    EXPECT_FALSE(parseSearch("state:nonsense").at(0).state);
}

TEST(SearchQuery, WhatIsNoFieldIsSearchedAsItStands)
{
    const auto terms = parseSearch("urn:uuid:1 :x");
    ASSERT_EQ(terms.size(), 2U);
    EXPECT_EQ(terms[0], (SearchTerm{Field::Anything, "urn:uuid:1", {}, {}}));
    EXPECT_EQ(terms[1], (SearchTerm{Field::Anything, ":x", {}, {}}));
}

TEST(SearchQuery, AFieldStillBeingTypedHidesNothing)
{
    EXPECT_TRUE(parseSearch("topic:").empty());
    EXPECT_TRUE(parseSearch("   ").empty());
}

} // namespace
} // namespace sagascope::ui
