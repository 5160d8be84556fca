// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Identifier.h"

#include <gtest/gtest.h>

namespace sagascope::identity {
namespace {

TEST(Identifier, PlaceholdersAreKnownWhateverTheirCase)
{
    for (const auto* value : {"", "  ", "temp", "TEMP", "Guest", "anonymous", "null", "undefined", "unknown", "0",
                              "00000000-0000-0000-0000-000000000000"})
        EXPECT_TRUE(isPlaceholder(value)) << value;
    for (const auto* value : {"BK-7741", "temp-1", "clz4k2x9p0001v8l3q7r5t6ya", "0001"})
        EXPECT_FALSE(isPlaceholder(value)) << value;
}

TEST(Identifier, BookingReferencesAreKnownByTheirForm)
{
    EXPECT_TRUE(looksLikeBookingReference("BOOK-20260302-7QK2M"));
    EXPECT_TRUE(looksLikeBookingReference("BOOK-20260302-7"));
    for (const auto* value : {"BOOK-20260302-", "BOOK-2026-7QK2M", "book-20260302-7QK2M", "BOOK-20260302-7QK2MX", "BK-1"})
        EXPECT_FALSE(looksLikeBookingReference(value)) << value;
}

TEST(Identifier, EveryKindHasANameThatLeadsBack)
{
    for (int i = 0; i <= int(IdentifierKind::Entity); ++i) {
        const auto kind = static_cast<IdentifierKind>(i);
        EXPECT_EQ(kindFromName(kindName(kind)), kind);
    }
}

} // namespace
} // namespace sagascope::identity
