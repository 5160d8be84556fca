// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/ByteTrouble.h"

#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "tests/support/Records.h"

namespace sagascope::event {
namespace {

using namespace std::string_literals;

ByteTrouble troubleOf(const std::string& value)
{
    test::Record record("dreamscape.payment.failed");
    record.value(value);
    Decoder decoder;
    const Decoded decoded = decoder.decode(record.raw());
    const auto* undecodable = std::get_if<Undecodable>(&decoded);
    if (undecodable == nullptr) {
        ADD_FAILURE() << value << " is an event";
        return {};
    }
    return troubleIn(value, *undecodable);
}

ByteCause causeOf(const std::string& value)
{
    return troubleOf(value).cause;
}

TEST(ByteTrouble, knowsFormatsByTheirFirstBytes)
{
    EXPECT_EQ(causeOf("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03"s), ByteCause::Gzip);
    EXPECT_EQ(causeOf("\x28\xB5\x2F\xFD\x24\x01"s), ByteCause::Zstandard);
    EXPECT_EQ(causeOf("\x04\x22\x4D\x18\x60\x40\x82"s), ByteCause::Lz4);
    EXPECT_EQ(causeOf("\x82SNAPPY\x00\x00\x00\x00\x01"s), ByteCause::Snappy);
    EXPECT_EQ(causeOf("\xAC\xED\x00\x05sr"s), ByteCause::JavaObject);
}

TEST(ByteTrouble, readsTheSchemaIdOfARegistry)
{
    const ByteTrouble trouble = troubleOf("\x00\x00\x00\x01\x2C\x02\x48id"s);
    EXPECT_EQ(trouble.cause, ByteCause::SchemaRegistry);
    EXPECT_EQ(trouble.schemaId, 300U);
}

TEST(ByteTrouble, knowsTextInOtherEncodings)
{
    EXPECT_EQ(causeOf("{\0\"\0i\0d\0\"\0:\0\x31\0}\0"s), ByteCause::Utf16);
    EXPECT_EQ(causeOf("\0{\0\"\0i\0d\0\"\0:\0\x31\0}"s), ByteCause::Utf16) << "no registry's framing, though it begins with a zero";
    EXPECT_EQ(causeOf("\xFF\xFE{\0}\0"s), ByteCause::Utf16);
    const ByteTrouble latin = troubleOf("{\"city\":\"Orl\xE9" "ans\"}");
    EXPECT_EQ(latin.cause, ByteCause::Latin1);
    EXPECT_EQ(latin.position, 12U);
    EXPECT_EQ(causeOf("{\"a\":\"\x80\x81\"}"), ByteCause::Unknown);
}

TEST(ByteTrouble, tellsWhatIsWrongWithJson)
{
    const ByteTrouble cut = troubleOf(R"({"eventId":"e1","payload":{"amount":1)");
    EXPECT_EQ(cut.cause, ByteCause::CutOff);
    EXPECT_EQ(cut.position, 37U);
    EXPECT_EQ(causeOf(R"({"eventId":"e1)"), ByteCause::CutOff);
    EXPECT_EQ(causeOf("{\"a\":1}\n{\"a\":2}"), ByteCause::SeveralValues);
    EXPECT_EQ(causeOf("payment failed for BK-7741"), ByteCause::PlainText);
    EXPECT_EQ(causeOf(R"([{"a":1}])"), ByteCause::OtherJson);
    EXPECT_EQ(causeOf(R"({'a':1})"), ByteCause::Unknown);
    EXPECT_EQ(causeOf(std::string(3000, '[')), ByteCause::Nested);
}

TEST(ByteTrouble, aValueWithoutBytesHoldsNothing)
{
    EXPECT_EQ(causeOf(""), ByteCause::Nothing);
    EXPECT_EQ(troubleIn({}, Undecodable{base::Rule::Tombstone, 0}).cause, ByteCause::Nothing);
}

} // namespace
} // namespace sagascope::event
