// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/UuidText.h"

#include <string>

#include <gtest/gtest.h>

namespace sagascope::store {
namespace {

constexpr std::string_view kUuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

TEST(UuidText, isFoundWhereverItStands)
{
    const std::string uuid(kUuid);
    EXPECT_EQ(findUuid(uuid), 0U);
    EXPECT_EQ(findUuid("\"id\":\"" + uuid + "\""), 6U);
    EXPECT_EQ(findUuid("2026-03-02T09:41:13.000Z " + uuid), 25U);
    EXPECT_EQ(findUuid("a-b-" + uuid), 4U);
    EXPECT_EQ(findUuid("abcdef" + uuid), 6U) << "hexadecimal digits before it";
    EXPECT_EQ(findUuid(uuid + uuid, 1), 36U);
    EXPECT_EQ(findUuid(uuid, 1), std::string_view::npos);
}

TEST(UuidText, isNothingThatWouldNotComeBackAsItWas)
{
    for (const char* text : {"", "-", "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950",
                             "0f8fad5bd9cb469fa16570867728950e", "0f8fad5b-d9cb-469f-a165-7086772895zz",
                             "0f8fad5b-d9cb-469f+a165-70867728950e"})
        EXPECT_EQ(findUuid(text), std::string_view::npos) << text;
}

TEST(UuidText, comesBackFromItsBytes)
{
    std::string bytes;
    appendUuidBytes(bytes, kUuid.data());
    ASSERT_EQ(bytes.size(), kUuidSize);
    EXPECT_EQ(bytes.substr(0, 6), "\x0f\x8f\xad\x5b\xd9\xcb");
    std::string text = "=";
    appendUuidText(text, bytes.data());
    EXPECT_EQ(text, "=" + std::string(kUuid));
}

} // namespace
} // namespace sagascope::store
