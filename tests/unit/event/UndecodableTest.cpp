// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of message that holds no JSON object, and what comes close to it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/JsonDocument.h"
#include "tests/unit/event/Hits.h"

namespace sagascope::event {
namespace {

using test::Record;

std::string repeated(std::string_view text, std::size_t times)
{
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

/// The name of the reason, or "event".
std::string readingOf(const Record& record)
{
    Decoder decoder;
    const Decoded decoded = decoder.decode(record.raw());
    const auto* undecodable = std::get_if<Undecodable>(&decoded);
    return undecodable ? std::string(base::ruleName(undecodable->reason)) : "event";
}

std::string readingOf(std::string value)
{
    return readingOf(Record("dreamscape.user.created").value(std::move(value)));
}

std::size_t positionOf(std::string value)
{
    Decoder decoder;
    const Record record = Record("dreamscape.user.created").value(std::move(value));
    const Decoded decoded = decoder.decode(record.raw());
    return std::get<Undecodable>(decoded).position;
}

/// `{"a":[[…` with `levels` containers open at once, the object included.
std::string nested(std::size_t levels, std::string_view innermost)
{
    return R"({"a":)" + repeated("[", levels - 1) + std::string(innermost) + repeated("]", levels - 1) + "}";
}

TEST(Undecodable, TombstoneAndEmptyValueAreDifferentThings)
{
    EXPECT_EQ(readingOf(Record("dreamscape.user.created").tombstone()), "tombstone");
    EXPECT_EQ(readingOf(""), "empty-value");
}

TEST(Undecodable, SchemaRegistryFramingIsAZeroByteAndAtLeastFourMore)
{
    EXPECT_EQ(readingOf(std::string("\0\0\0\0\1", 5)), "schema-registry-framing");
    EXPECT_EQ(readingOf(std::string("\0\0\0\0\1", 5) + R"({"a":1})"), "schema-registry-framing");
    EXPECT_EQ(readingOf(std::string("\0\0\0\1", 4)), "binary-value");
}

TEST(Undecodable, BinaryHoldsAZeroByteAnywhere)
{
    EXPECT_EQ(readingOf(R"({"a":)" + std::string(1, '\0') + "}"), "binary-value");
    EXPECT_EQ(readingOf("\xFF" + std::string(1, '\0')), "binary-value") << "comes before invalid UTF-8";
    EXPECT_EQ(positionOf(R"({"a":)" + std::string(1, '\0') + "}"), 5U);
    EXPECT_EQ(readingOf(R"({"a":"\u0000"})"), "event") << "an escape is no byte";
}

TEST(Undecodable, InvalidUtf8IsFoundWhereverItStands)
{
    for (const char* bytes : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
        EXPECT_EQ(readingOf(R"({"a":")" + std::string(bytes) + R"("})"), "invalid-utf8");
        EXPECT_EQ(positionOf(R"({"a":")" + std::string(bytes) + R"("})"), 6U);
        EXPECT_EQ(readingOf("not json " + std::string(bytes)), "invalid-utf8") << "comes before not-json";
    }
    EXPECT_EQ(readingOf(R"({"a":"é€😀"})"), "event");
    EXPECT_EQ(readingOf("\xFF\xFE{"), "invalid-utf8") << "the byte order mark of UTF-16";
}

TEST(Undecodable, NestingIsReadDownTo1024Levels)
{
    EXPECT_EQ(readingOf(nested(1024, "1")), "event");
    EXPECT_EQ(readingOf(nested(1025, "1")), "nesting-too-deep");
    EXPECT_EQ(readingOf(nested(1024, "")), "event");
    EXPECT_EQ(readingOf(nested(1025, "")), "nesting-too-deep") << "an empty list is a level, too";
    EXPECT_EQ(readingOf(nested(1024, "{}")), "nesting-too-deep");
    EXPECT_EQ(positionOf(nested(1025, "1")), 5U + 1023U);
}

TEST(Undecodable, NestingBombsAreTooDeepEvenWhereTheyNeverEnd)
{
    EXPECT_EQ(readingOf(repeated("[", 1'000'000)), "nesting-too-deep");
    EXPECT_EQ(readingOf(repeated(R"({"a":)", 100'000)), "nesting-too-deep");
    EXPECT_EQ(readingOf("hello " + repeated("[", 2'000)), "not-json") << "it is wrong before it is deep";
}

TEST(Undecodable, NotJsonIsWhatTheGrammarRefuses)
{
    for (const char* text : {"hello",
                             "{",
                             "}",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{'a':1}",
                             "[1,]",
                             "[1 2]",
                             "{\"a\":01}",
                             "{\"a\":1.}",
                             "{\"a\":.5}",
                             "{\"a\":+1}",
                             "{\"a\":1e}",
                             "{\"a\":-}",
                             "{\"a\":NaN}",
                             "{\"a\":tru}",
                             "{\"a\":\"\\x\"}",
                             "{\"a\":\"\\u12g4\"}",
                             "{\"a\":\"\t\"}",
                             "{\"a\":\"open",
                             "{\"a\":1}}",
                             "{\"a\":1} x",
                             "{} {}",
                             " ",
                             "\xEF\xBB\xBF",
                             "\xEF\xBB\xBF\xEF\xBB\xBF{}",
                             "// {}",
                             "{\"a\":1e400",
                             "{\"a\":\"\\ud800}"})
        EXPECT_EQ(readingOf(text), "not-json") << text;
}

TEST(Undecodable, SaysWhereItStoppedReading)
{
    EXPECT_EQ(positionOf(R"({"a":1,"b":oops})"), 11U);
    EXPECT_EQ(positionOf("\xEF\xBB\xBF"
                         R"({"a":1,"b":oops})"),
              14U)
        << "the byte order mark counts";
}

TEST(Undecodable, JsonThatIsNoObject)
{
    for (const char* text :
         {"[]", "[{}]", "1", "-0.5e3", "true", "null", "\"text\"", " [1] ", "\"\"", "1e400",
          "123456789012345678901234567890", "\"\\ud800\"", "\"[1]\"", "\"{broken\"", "\"\\\"{}\\\"\"", "\"{} {}\""})
        EXPECT_EQ(readingOf(text), "json-not-object") << text;
}

TEST(Undecodable, ObjectsAreReadThroughOneLayerOfEncoding)
{
    EXPECT_EQ(readingOf(R"("{\"a\":1}")"), "event");
    EXPECT_EQ(readingOf(R"(" {\"a\":1} ")"), "event");
    EXPECT_EQ(readingOf(R"("\ufeff{\"a\":1}")"), "event");
    EXPECT_EQ(readingOf("\xEF\xBB\xBF{}"), "event");
    EXPECT_EQ(readingOf("\"" + repeated("[", 1025) + "\""), "json-not-object");
    std::string deep = "\"";
    for (const char c : nested(1025, "1"))
        deep += c == '"' ? "\\\"" : std::string(1, c);
    EXPECT_EQ(readingOf(deep + "\""), "nesting-too-deep");
}

TEST(Undecodable, HasNoFindingBesidesItsReason)
{
    EXPECT_THAT(test::hitsOf(Record("bookings").time("").value("oops")), testing::ElementsAre("undecodable not-json"));
}

TEST(Undecodable, OneMessageLeavesNothingBehindForTheNext)
{
    Decoder decoder;
    const Record broken = Record("dreamscape.user.created").value(R"({"a":1,"a":1e400,"b":)");
    const Record good = test::eventRecord("user.created", 1, R"({"userId":"u"})");
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(std::holds_alternative<Undecodable>(decoder.decode(broken.raw())));
        const Decoded decoded = decoder.decode(good.raw());
        ASSERT_TRUE(std::holds_alternative<Event>(decoded));
        EXPECT_TRUE(std::get<Event>(decoded).hits.empty());
    }
}

} // namespace
} // namespace sagascope::event
