// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TextForms.h"

#include <string>

#include <gtest/gtest.h>

namespace sagascope::event {
namespace {

TEST(TextForms, aUuidHasDigitsAndDashesWhereTheyBelongAndNothingElse)
{
    const std::string uuid = "0f8fad5b-d9cb-469f-a165-7086772895AE";
    ASSERT_EQ(uuidForm(uuid), UuidForm::Rfc4122);
    constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
    for (std::size_t place = 0; place < uuid.size(); ++place) {
        for (int c = 0; c < 256; ++c) {
            std::string other = uuid;
            other[place] = static_cast<char>(c);
            const bool isRight = uuid[place] == '-' ? c == '-' : kDigits.find(other[place]) != std::string_view::npos;
            EXPECT_EQ(uuidForm(other) != UuidForm::None, isRight) << place << ' ' << c;
        }
    }
    EXPECT_EQ(uuidForm(uuid.substr(1)), UuidForm::None);
    EXPECT_EQ(uuidForm(uuid + "0"), UuidForm::None);
    EXPECT_EQ(uuidForm("0f8fad5b-d9cb-469f-c165-7086772895ae"), UuidForm::OtherVariant);
}

TEST(TextForms, KnowsCardNumbersByNetworkAndCheckDigit)
{
    for (const char* number : {"4242424242424242", "4111-1111-1111-1111", "5555 5555 5555 4444", "378282246310005",
                               "6011111111111117", "3056930009020004", "3566002020360505", "2223003122003222"})
        EXPECT_TRUE(looksLikeCardNumber(number)) << number;
    for (const char* number :
         {"4242424242424241", "1772443200004", "0000000000000000", "42424242424242424242424242424242",
          "4242x4242424242424", " 4242424242424242", "", "+33611223344", "2026030209411204"})
        EXPECT_FALSE(looksLikeCardNumber(number)) << number;
}

TEST(TextForms, KnowsNamesThatAnnounceASecret)
{
    for (const char* name : {"token", "resetToken", "access_token", "ID-TOKEN", "password", "userPassword", "pwd",
                             "clientSecret", "api_key", "apiKey", "cardNumber", "cvv", "Authorization", "passwordHash"})
        EXPECT_TRUE(namesSecret(name)) << name;
    for (const char* name : {"", "tokens", "tokenType", "passwordChangedAt", "secretary", "key", "keyboard", "curvv",
                             "eventId", "deviceTokens", "word"})
        EXPECT_FALSE(namesSecret(name)) << name;
}

TEST(TextForms, FindsALongBase64RunWhereverItStands)
{
    const std::string run(4096, 'A');
    for (const std::size_t before : {0U, 1U, 4095U, 4096U, 5000U}) {
        EXPECT_TRUE(embedsBinary(std::string(before, ' ') + run)) << before;
        EXPECT_TRUE(embedsBinary(std::string(before, ' ') + run + " tail")) << before;
        EXPECT_FALSE(embedsBinary(std::string(before, ' ') + run.substr(1) + " tail")) << before;
    }
    EXPECT_FALSE(embedsBinary(run.substr(0, 4000) + "." + run.substr(0, 4000)));
}

TEST(TextForms, TakesTheTraceIdOutOfATraceparent)
{
    EXPECT_EQ(traceIdOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), "4bf92f3577b34da6a3ce929d0e0e4736");
    EXPECT_EQ(traceIdOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"), "");
}

} // namespace
} // namespace sagascope::event
