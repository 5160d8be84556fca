// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/RedactionRules.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/redaction/TextPatterns.h"

namespace sagascope::session {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(RedactionRules, ReadsWhatAPersonWrites)
{
    EXPECT_EQ(*readRedaction("default"), RedactionRules::usual());
    EXPECT_EQ(*readRedaction(" email , ip"), (RedactionRules{false, true, false, true, {}}));
    const auto own = readRedaction("secrets,userId,/payload/contact/first~1last");
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->secrets);
    EXPECT_THAT(own->fields, ElementsAre("userId", "/payload/contact/first~1last"));
    EXPECT_EQ(*readRedaction(redactionText(*own)), *own);
    EXPECT_EQ(redactionText(RedactionRules::usual()), "secrets, email, phone, ip");
    EXPECT_EQ(redactionText({}), "");
}

TEST(RedactionRules, SaysWhatIsNoField)
{
    EXPECT_EQ(readRedaction("").error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(readRedaction("email,payload/userId").error().subject, "payload/userId");
    EXPECT_THAT(readRedaction("/a~2").error().detail, HasSubstr("~0"));
    EXPECT_FALSE(readRedaction("---"));
    EXPECT_THAT(*readRedactedFields(""), IsEmpty());
}

TEST(RedactionRules, FindsFieldsByNameAndByPlace)
{
    const RedactedFields fields({"userId", "Straße", "/payload/items/*/sku", "/a~1b/~01"});
    EXPECT_TRUE(fields.hasName("user_id"));
    EXPECT_TRUE(fields.hasName("USER-ID"));
    EXPECT_TRUE(fields.hasName("Straße"));
    EXPECT_FALSE(fields.hasName("userIdentity"));
    EXPECT_FALSE(fields.hasName("sku"));
    EXPECT_TRUE(fields.hasPlace({"payload", "items", "3", "sku"}));
    EXPECT_FALSE(fields.hasPlace({"payload", "items", "sku"}));
    EXPECT_TRUE(fields.hasPlace({"a/b", "~1"}));
}

/// The pieces of the text that were found.
std::vector<std::string> found(const std::string& text, const std::vector<TextPattern>& patterns)
{
    std::vector<std::string> pieces;
    for (const TextHit& hit : findPatterns(text, patterns))
        pieces.push_back(text.substr(hit.from, hit.to - hit.from));
    return pieces;
}

TEST(TextPatterns, FindsMailAddresses)
{
    const std::vector<TextPattern> email{TextPattern::Email};
    EXPECT_THAT(found("Mail ann.lee+x@mail.example.com, or <bob@b.fr>.", email), ElementsAre("ann.lee+x@mail.example.com", "bob@b.fr"));
    EXPECT_THAT(found("https://x.example/?to=ann%40mail.example.com&x=1", email), ElementsAre("ann%40mail.example.com"));
    EXPECT_THAT(found("zoé@société.example", email), ElementsAre("zoé@société.example"));
    EXPECT_THAT(found("a@b, @home, dreamscape.payment.failed[1]@88214", email), IsEmpty());
}

TEST(TextPatterns, FindsPhoneNumbers)
{
    const std::vector<TextPattern> phone{TextPattern::Phone};
    for (const char* number : {"+33612345678", "+33 6 12 34 56 78", "+1 (415) 555-0132", "06 12 34 56 78", "0612345678", "06.12.34.56.78",
                               "(415) 555-0132", "415-555-0132"}) {
        EXPECT_THAT(found(number, phone), ElementsAre(number));
        EXPECT_THAT(found(std::string("Call ") + number + ", please.", phone), ElementsAre(number));
    }
    EXPECT_THAT(found("+33 6 12 34 56 78 2026-11-23", phone), ElementsAre("+33 6 12 34 56 78")) << "the date does not save it";
}

TEST(TextPatterns, TakesNoIdAndNoTimeForAPhoneNumber)
{
    const std::vector<TextPattern> phone{TextPattern::Phone};
    for (const char* text : {"2026-11-23T10:24:00.000Z", "2026-11-23T10:24:00+02:00", "2026-11-23T10:24:00+0200", "1760000000000", "1760000000",
                             "00000000-0000-4000-8000-000000000007", "BOOK-20260302-415555", "BK-415-555-0132", "482.00", "pi_0612345678"})
        EXPECT_THAT(found(text, phone), IsEmpty()) << text;
}

TEST(TextPatterns, FindsAddressesOfMachines)
{
    const std::vector<TextPattern> address{TextPattern::Address};
    EXPECT_THAT(found("from 10.0.0.1, 192.168.1.255:9092 and 10.0.0.2.", address), ElementsAre("10.0.0.1", "192.168.1.255", "10.0.0.2"));
    EXPECT_THAT(found("[2001:db8::7]:9092 ::1 fe80:0:0:0:1:2:3:4", address), ElementsAre("2001:db8::7", "::1", "fe80:0:0:0:1:2:3:4"));
    for (const char* text : {"10:24:00", "1.2.3", "1.2.3.4.5", "256.1.1.1", "00:1a:2b:3c:4d:5e", "std::string", "v1.2.3.4", "::"})
        EXPECT_THAT(found(text, address), IsEmpty()) << text;
}

TEST(TextPatterns, TakesAnyBytes)
{
    std::string text;
    for (int i = 0; i < 1024; ++i)
        text += static_cast<char>(i * 37);
    text += " ann@mail.example ";
    EXPECT_THAT(found(text, {TextPattern::Email, TextPattern::Phone, TextPattern::Address}), testing::Contains("ann@mail.example"));
    EXPECT_THAT(found("ann@10.0.0.1.example 10.0.0.2", {TextPattern::Email, TextPattern::Address}), ElementsAre("ann@10.0.0.1.example", "10.0.0.2"));
}

} // namespace
} // namespace sagascope::session
