// SPDX-License-Identifier: GPL-3.0-or-later
// A document reads texts that are like earlier ones without simdjson. Nothing of that may show, whatever the text is.
#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/event/ByteBlock.h"
#include "core/event/JsonDocument.h"

namespace sagascope::event {
namespace {

/// Every word of the tape, each text with its length: what is not said here can't be asked of a tape.
std::string told(const JsonTape& tape)
{
    std::string all;
    for (std::size_t at = 0; at < tape.size(); ++at) {
        const char type = tape.type(at);
        all.append(std::to_string(at)).append(1, type);
        if (type == '"')
            all.append(std::to_string(tape.text(at).size())).append(tape.text(at)).append(1, char(*(tape.text(at).end())));
        else
            all.append(std::to_string(tape.word(at)));
        if (type == 'l' || type == 'u' || type == 'd')
            all.append(":").append(std::to_string(tape.word(++at)));
        all.append(" ");
    }
    return all;
}

/// What a document makes of a text that lies in memory with nothing behind it.
std::string readBy(JsonDocument& document, std::string_view text, std::uint32_t kin = 0)
{
    const auto memory = std::make_unique<char[]>(text.size());
    if (!text.empty())
        std::memcpy(memory.get(), text.data(), text.size());
    if (!document.readPlain({memory.get(), text.size()}, kin))
        return "refused";
    std::string all = told(document.tape());
    all += document.hasSuspects() ? " suspects" : " plain";
    if (document.shape() && !document.shape()->fits(document.tape()))
        all += " not of its shape";
    return all;
}

std::string readAlone(std::string_view text)
{
    JsonDocument document;
    return readBy(document, text);
}

/// One that knows a few bodies, each by its texts so far.
class Reader
{
public:
    explicit Reader(std::string body) : m_body(std::move(body)) { learn(); }

    /// Reads the text, and then the body, which keeps its mould in use.
    void expectSame(std::string_view text)
    {
        ASSERT_EQ(readBy(m_document, text), readAlone(text)) << text;
        const std::size_t before = m_document.casts();
        ASSERT_EQ(readBy(m_document, m_body), m_alone) << "after " << text;
        ASSERT_EQ(m_document.casts(), before + 1) << "after " << text;
    }
    void expectCast(std::string_view text)
    {
        const std::size_t before = m_document.casts();
        ASSERT_EQ(readBy(m_document, text), readAlone(text)) << text;
        ASSERT_EQ(m_document.casts(), before + 1) << text;
    }
    [[nodiscard]] const std::string& body() const { return m_body; }

private:
    void learn()
    {
        for (int i = 0; i < 3; ++i)
            EXPECT_EQ(readBy(m_document, m_body), m_alone);
    }

    std::string m_body;
    std::string m_alone = readAlone(m_body);
    JsonDocument m_document;
};

std::string replaced(std::string body, std::string_view own, std::string_view other)
{
    const std::size_t at = body.find(own);
    return at == std::string::npos ? body : body.replace(at, own.size(), other);
}

const std::string kBooking = R"({"eventId":"00000000-0000-4000-8000-000000000001","eventType":"voyage.booking.created","version":"1.0",)"
                             R"("payload":{"bookingId":"b-1","amount":482.5,"isFinal":true,"count":-3,"note":null,"name":"","items":[)"
                             R"({"type":"flight","price":1371.14},{"type":"hotel","price":0}],"none":[],"tags":["x","yy"]},"metadata":{}})";
const std::string kPretty = "  {\r\n\t\"caf\xC3\xA9\" : \"Orl\xC3\xA9" "ans\" ,\n \"n\" : [ 1 , 2.25 , false ]\n}\n";
const std::string kList = R"([["text",1,true,null],{"a":{"b":{"c":"deep"}}}, "last"])";
const std::string kEndsInNumber = R"({"first":"a text of some length","last":12})";

const std::vector<std::string>& bodies()
{
    static const std::vector<std::string> all{kBooking, kPretty, kList, kEndsInNumber};
    return all;
}

TEST(Mould, ReadsATextThatIsLikeTheOnesBeforeByItself)
{
    Reader reader(kBooking);
    reader.expectCast(kBooking);
    reader.expectCast(replaced(kBooking, "b-1", "another, longer than the sixteen bytes of a block"));
    reader.expectCast(replaced(kBooking, "482.5", "17"));
    reader.expectCast(replaced(kBooking, "true", "false"));
    reader.expectCast(replaced(kBooking, "\"name\":\"\"", "\"name\":\"Zo\xC3\xAB\""));
}

TEST(Mould, ReadsTextsOfAllLengths)
{
    Reader reader(kBooking);
    for (std::size_t length = 0; length < 100; ++length) {
        for (const std::string_view own : {"b-1", "flight", "yy"}) // "yy" is the last value
            reader.expectCast(replaced(kBooking, own, std::string(length, 'a')));
    }
}

TEST(Mould, ReadsEveryTextAsSimdjsonDoes)
{
    const std::vector<std::string> specials{"\"",       "\\",          "\\\"",     "\\n",      "\\u00e9", "\\ud800", "\\u",     "\x1F",
                                            "\n",       "\x7F",        "\xC3\xA9", "\xC3",     "\xA9",    "\xE2\x82", "\xE2\x82\xAC",
                                            "\xC0\x80", "\xED\xA0\x80", "\xF0\x9F\x98\x80", "\xF0\x9F\x98", "\xFF",   std::string(1, '\0')};
    Reader reader(kBooking);
    for (const std::string& special : specials) {
        for (const std::size_t length : {0, 1, 14, 15, 16, 17, 31, 32, 33}) {
            for (std::size_t at = 0; at <= length; ++at)
                reader.expectSame(replaced(kBooking, "b-1", std::string(length, 'a').insert(at, special)));
            reader.expectSame(replaced(kBooking, "yy", std::string(length, 'a') + special));
        }
    }
}

TEST(Mould, SeesWhatMayBeACardOrAFile)
{
    Reader reader(kBooking);
    for (const char* text : {"4111111111111111", "4111 1111 1111 1111", "4111111111111112", "data:image/png;base64,AAAA", "data", "d"})
        reader.expectCast(replaced(kBooking, "b-1", text));
    reader.expectCast(replaced(kBooking, "b-1", std::string(5'000, 'A')));
    reader.expectCast(replaced(kBooking, "-3", "4111111111111111"));
    reader.expectCast(replaced(kBooking, "-3", "4111111111111112"));
    Reader(replaced(kBooking, "\"name\"", "\"token\"")).expectCast(replaced(kBooking, "\"name\"", "\"token\""));
}

TEST(Mould, ReadsPlainNumbersByItself)
{
    Reader reader(kBooking);
    for (const char* number : {"0", "-0", "7", "-7", "10", "999999999999999999", "-999999999999999999", "0.0", "-0.0", "0.5", "-12.25",
                               "1371.14", "0.1", "0.30000000000001", "9007199254740.991", "100000.0000000000", "0.0000000000000001"})
        reader.expectCast(replaced(kBooking, "482.5", number));
}

TEST(Mould, ReadsEveryNumberAsSimdjsonDoes)
{
    Reader reader(kBooking);
    for (const char* number :
         {"",      "-",     "--1",    "+1",     "00",    "01",     "-01",   "-00",   "0.",    ".5",    "-.5",    "1.",     "1.e2",  "1e5",
          "1E5",   "1e+5",  "1e-5",   "1e",     "1e400", "1.5e3",  "-1e-400", "1_0", "0x10",  "NaN",   "Infinity", "1 2",  "1,2",   "\"1\"",
          "tru",   "truex", "nul",    "null",   "[]",    "{}",     "1 ",    " 1",    "9223372036854775807", "9223372036854775808",
          "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "1000000000000000000",
          "123456789012345678901234567890", "0.1234567890123456", "9007199254740993.0", "0.9007199254740993", "9007199254740992.5",
          "1.7976931348623157", "123456789.12345678", "0.000000000000000000001", "2.2250738585072011", "00000000000000000000.5"}) {
        reader.expectSame(replaced(kBooking, "482.5", number));
        reader.expectSame(replaced(kBooking, "-3", number));
        Reader(kEndsInNumber).expectSame(replaced(kEndsInNumber, "12", number));
    }
}

TEST(Mould, ReadsNumbersToTheLastBit)
{
    Reader reader(kBooking);
    std::mt19937_64 random(11);
    for (int i = 0; i < 3'000; ++i) {
        std::string number = std::to_string(random() >> (random() % 64));
        if (random() % 4 != 0)
            number.insert(random() % (number.size() + 1), ".");
        if (random() % 2 == 0)
            number.insert(0, "-");
        reader.expectSame(replaced(kBooking, "482.5", number));
    }
}

TEST(Mould, ReadsTextsThatEndTooEarlyAsSimdjsonDoes)
{
    for (const std::string& body : bodies()) {
        Reader reader(body);
        for (std::size_t size = 0; size < body.size(); ++size)
            reader.expectSame(body.substr(0, size));
    }
}

TEST(Mould, ReadsTextsThatGoOnAsSimdjsonDoes)
{
    for (const std::string& body : bodies()) {
        Reader reader(body);
        for (const std::string& more : {std::string(" "), std::string("\n\n"), std::string("x"), std::string("}"), std::string(","),
                                        std::string("\0", 1), std::string("{}"), std::string(70, ' '), body}) {
            reader.expectSame(body + more);
            reader.expectSame(more + body);
        }
    }
}

TEST(Mould, ReadsTextsWithOneByteChangedAsSimdjsonDoes)
{
    using namespace std::string_view_literals;
    constexpr std::string_view kOthers = "\0\x01\x1F \"\\/09-+.eE,:{}[]atfnu\x7F\x80\xA9\xC3\xE9\xF4\xFF"sv;
    for (const std::string& body : bodies()) {
        Reader reader(body);
        for (std::size_t at = 0; at < body.size(); ++at) {
            for (const char other : kOthers) {
                std::string changed = body;
                changed[at] = other;
                reader.expectSame(changed);
            }
            reader.expectSame(std::string(body).erase(at, 1));
            reader.expectSame(std::string(body).insert(at, 1, body[at]));
        }
    }
}

/// A text whose names, values and blanks are random, of a few makings.
std::string randomText(std::mt19937_64& random, std::size_t makings)
{
    const std::size_t making = random() % makings;
    const std::string blank(making % 3, ' ');
    std::string text = "{";
    for (std::size_t i = 0; i < 2 + making % 5; ++i) {
        text += (i == 0 ? "" : ",") + blank + "\"m" + std::to_string((making >> i) % 4) + std::to_string(i) + "\":" + blank;
        const std::size_t kind = (making * 7 + i) % 5;
        const std::string inner(random() % 40, "ab\xC3\"\\0"[random() % 1'000 < 990 ? random() % 2 : random() % 6]);
        text += kind == 0   ? std::to_string(std::int64_t(random()) >> (random() % 64))
                : kind == 1 ? std::to_string(double(random() % 1'000'000) / 100)
                : kind == 2 ? std::string(random() % 2 == 0 ? "true" : "false")
                : kind == 3 ? "[\"" + inner + "\",{\"deep\":\"" + inner + "\"}]"
                            : "\"" + inner + "\"";
    }
    return text + blank + "}";
}

TEST(Mould, ManyMakingsInAnyOrderAreReadAsEachAlone)
{
    for (const std::size_t makings : {3U, 12U, 100U}) {
        JsonDocument document;
        std::mt19937_64 random(makings);
        for (int i = 0; i < 6'000; ++i) {
            const std::string text = randomText(random, makings);
            ASSERT_EQ(readBy(document, text, std::uint32_t(random() % 2)), readAlone(text)) << text;
        }
        EXPECT_GT(document.casts(), makings < 50 ? 3'000U : 10U) << makings; // a hundred are more than are kept
    }
}

TEST(Mould, TextsThatPartLateAreAllReadByTheirOwn)
{
    JsonDocument document;
    // No three of one size: so many shapes of one size are not kept.
    const std::vector<std::string> texts{R"({"id":"1","payload":{"a":"a text"}})", R"({"id":"2","payload":{"a":"a text"},"b":"more"})",
                                         R"({"id":"3","payload":{"a":"a text"},"b":12})", R"({"id":"4","payload":{"a":"a text"},"b":true})",
                                         R"({"id":"5","payload":{"a":"a text","b":null,"c":null,"d":null}})",
                                         R"({"id":"6","payload":{"a":[]}})"};
    for (int round = 0; round < 20; ++round) {
        for (const std::string& text : texts)
            ASSERT_EQ(readBy(document, text), readAlone(text));
    }
    EXPECT_EQ(document.casts(), 18 * texts.size()); // two rounds are for learning
}

TEST(Mould, AMouldWhoseShapeGaveWayIsForgotten)
{
    JsonDocument document;
    const std::vector<std::string> texts{R"({"a":1,"some name":"some text"})", R"({"b":1,"some name":"some text"})",
                                         R"({"c":1,"some name":"some text"})"};
    for (int round = 0; round < 10; ++round) {
        for (const std::string& text : texts) {
            for (int i = 0; i < 12; ++i)
                ASSERT_EQ(readBy(document, text), readAlone(text));
        }
    }
    EXPECT_GT(document.casts(), 100U);
}

TEST(Mould, TooManyToKeepAreAllForgotten)
{
    JsonDocument document;
    const std::string blanks(8'000, ' ');
    for (std::uint32_t kin = 0; kin < 1'200; ++kin) {
        const std::string text = "{" + blanks + "\"kin" + std::to_string(kin) + "\":\"a text\"}";
        const std::string alone = readAlone(text);
        for (int i = 0; i < 3; ++i)
            ASSERT_EQ(readBy(document, text, kin), alone);
    }
    EXPECT_GT(document.casts(), 1'000U);
}

TEST(Mould, TextsThatAreNeverAlikeAreSoonNotTriedAnyMore)
{
    Reader reader(kBooking); // what it tells is checked there
    JsonDocument document;
    for (int i = 0; i < 3; ++i)
        (void)document.readPlain(kBooking);
    const std::string other = replaced(kBooking, "\"tags\"", "\"tegs\"");
    for (int i = 0; i < 2'000; ++i)
        ASSERT_EQ(readBy(document, replaced(other, "x", "\\n")), readAlone(replaced(other, "x", "\\n")));
    const std::size_t before = document.casts();
    std::size_t untilCast = 0;
    while (document.casts() == before && untilCast < 1'000) {
        ASSERT_TRUE(document.readPlain(kBooking));
        ++untilCast;
    }
    EXPECT_LT(untilCast, 300U); // but for good they are not given up
}

TEST(ByteBlock, IsTheSameOnEveryProcessor)
{
    std::mt19937_64 random(3);
    const std::string usual("\"\\\x1F\x20\x7F\x80\xFF" "abc", 10);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes(2 * ByteBlock::kSize, '\0');
        for (char& byte : bytes)
            byte = random() % 4 == 0 ? char(random()) : usual[random() % usual.size()];
        const char* other = bytes.data() + ByteBlock::kSize;
        const ByteBlock block(bytes.data());
        const PlainBlock plain(bytes.data());
        ASSERT_EQ(block.special(), plain.special());
        ASSERT_EQ(block.specialOrHigh(), plain.specialOrHigh());
        ASSERT_EQ(block.differingFrom(ByteBlock(other)), plain.differingFrom(PlainBlock(other)));
    }
}

} // namespace
} // namespace sagascope::event
