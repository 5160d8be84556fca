// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Time.h"

#include <gtest/gtest.h>

namespace sagascope::base {
namespace {

std::string roundTrip(std::string_view text)
{
    const auto parsed = parseIso8601(text);
    return parsed ? formatIso8601(parsed->time) : "none";
}

TEST(Time, ReadsTheFormsThatProducersWrite)
{
    EXPECT_EQ(roundTrip("2026-03-02T09:41:12.034Z"), "2026-03-02T09:41:12.034Z");
    EXPECT_EQ(roundTrip("2026-03-02T09:41:12Z"), "2026-03-02T09:41:12.000Z");
    EXPECT_EQ(roundTrip("2026-03-02T09:41:12.0341239Z"), "2026-03-02T09:41:12.034Z");
    EXPECT_EQ(roundTrip("2026-03-02T10:41:12.034+01:00"), "2026-03-02T09:41:12.034Z");
    EXPECT_EQ(roundTrip("2026-03-02"), "2026-03-02T00:00:00.000Z");
}

TEST(Time, SaysWhenTheZoneIsMissing)
{
    EXPECT_FALSE(parseIso8601("2026-03-02T09:41:12")->hasZone);
    EXPECT_TRUE(parseIso8601("2026-03-02T09:41:12Z")->hasZone);
}

TEST(Time, RefusesWhatIsNoRealTime)
{
    for (const auto* text : {"", "yesterday", "2026-13-01T00:00:00Z", "2026-02-30", "2026-03-02T25:00:00Z",
                             "2026-03-02T09:41:12.Z", "1772443200000", "2026-03-02T09:41:12Zx", "9999-01-01"})
        EXPECT_EQ(roundTrip(text), "none") << text;
}

} // namespace
} // namespace sagascope::base
