// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RecordFields.h"

#include <gtest/gtest.h>

#include "core/event/SecretMask.h"
#include "core/session/QueryPath.h"
#include "tests/support/Records.h"

namespace sagascope::session {
namespace {

using Kind = RecordField::Kind;

class RecordFieldsTest : public testing::Test
{
protected:
    FieldText read(const test::Record& record, const RecordField& field)
    {
        const base::EventIndex event = keep(record);
        return RecordFields({field}).read(m_store.view(), event).front();
    }

    FieldText read(std::string_view payload, std::string_view path)
    {
        const std::string value = R"({"eventId":"e1","eventType":"x.y","payload":)" + std::string(payload) + "}";
        return read(test::Record("dreamscape.x.y").value(value), {Kind::Payload, readPayloadField(path).value()});
    }

    base::EventIndex keep(const test::Record& record)
    {
        const event::RawRecord raw = record.raw();
        return m_store.append(raw, m_decoder.decode(raw));
    }

    store::EventStore m_store;
    event::Decoder m_decoder;
};

TEST_F(RecordFieldsTest, areFoundByThePathsOfTheQueryLanguage)
{
    constexpr std::string_view kPayload = R"({"amount":500.0,"items":[{"sku":"A1"},{"sku":"B2"}],"a.b":{"c/d":true},"none":null})";
    EXPECT_EQ(read(kPayload, "amount"), (FieldText{"500", true}));
    EXPECT_EQ(read(kPayload, "/payload/amount"), (FieldText{"500", true}));
    EXPECT_EQ(read(kPayload, "payload.items.1.sku").text, "B2");
    EXPECT_EQ(read(kPayload, "/items/0/sku").text, "A1");
    EXPECT_EQ(read(kPayload, ".items.sku").text, "A1, B2") << "without a position every element counts";
    EXPECT_EQ(read(kPayload, R"(."a.b"."c/d")").text, "true");
    EXPECT_EQ(read(kPayload, "/a.b/c~1d").text, "true");
    EXPECT_EQ(read(kPayload, "none").text, "null");
    EXPECT_EQ(read(kPayload, "items.0").text, R"({"sku":"A1"})");
    EXPECT_EQ(read(kPayload, "missing").text, "");
}

TEST_F(RecordFieldsTest, ofADeadLetterAreThoseOfTheEventThatItWraps)
{
    const auto record = test::Record("dreamscape.dead.letter.queue")
                            .value(R"({"eventId":"d","eventType":"dead.letter","payload":{"reason":"full",)"
                                   R"("originalEvent":{"eventId":"o","eventType":"payment.failed","payload":{"amount":7}}}})");
    EXPECT_EQ(read(record, {Kind::Payload, {"amount"}}).text, "7");
    EXPECT_EQ(read(record, {Kind::Payload, {"reason"}}).text, "full");
}

TEST_F(RecordFieldsTest, showNoSecret)
{
    const std::string mask(event::kMask);
    EXPECT_EQ(read(R"({"resetToken":"s3cr3t"})", "resetToken"), (FieldText{mask, false}));
    EXPECT_EQ(read(R"({"pin":{"password":4711}})", "pin.password").text, mask) << "a number hides as well";
    EXPECT_EQ(read(R"({"tokens":["s3cr3t"]})", "tokens.0").text, mask) << "what lies under a secret name";
    EXPECT_EQ(read(R"({"user":{"password":"hush","name":"Ann"}})", "user").text, R"({"password":")" + mask + R"(","name":"Ann"})");
    EXPECT_EQ(read(R"({"note":"4111 1111 1111 1111"})", "note").text.find("4111"), std::string::npos);
    const std::string late = std::string(RecordFields::kLongest - 5, 'x') + R"( password=hush-hush)";
    EXPECT_EQ(read(R"({"note":")" + late + R"("})", "note").text.find("hush"), std::string::npos) << "masked before it is cut";
}

TEST_F(RecordFieldsTest, standOnOneLineAndAreCutBetweenCharacters)
{
    EXPECT_EQ(read(R"({"note":"two\nlines"})", "note").text, "two lines");
    std::string longText = "x";
    while (longText.size() < 2 * RecordFields::kLongest)
        longText += "é";
    const std::string shown = read(R"({"note":")" + longText + R"("})", "note").text;
    EXPECT_LE(shown.size(), RecordFields::kLongest + 3);
    EXPECT_TRUE(shown.ends_with("é…"));
}

TEST_F(RecordFieldsTest, tellTheKeyAndTheIdsAsTheyWereSent)
{
    const auto record = test::Record("dreamscape.x.y").key("BK-1").value(
        R"({"eventId":"e1","eventType":"x.y","correlationId":"c1","causationId":"e0","payload":{}})");
    EXPECT_EQ(read(record, {Kind::Key, {}}).text, "BK-1");
    EXPECT_EQ(read(record, {Kind::EventId, {}}).text, "e1");
    EXPECT_EQ(read(record, {Kind::CorrelationId, {}}).text, "c1");
    EXPECT_EQ(read(record, {Kind::CausationId, {}}).text, "e0");
    const auto broken = test::Record("dreamscape.x.y").key("BK-2").value("no json");
    EXPECT_EQ(read(broken, {Kind::Key, {}}).text, "BK-2");
    EXPECT_EQ(read(broken, {Kind::EventId, {}}).text, "");
    EXPECT_EQ(read(broken, {Kind::Payload, {"amount"}}).text, "");
}

TEST(PayloadField, IsNotNamedByAnEmptyOrBrokenPath)
{
    for (const char* text : {"", ".", "/", "payload", "/payload", "payload.", "a..b", "/a~2b"})
        EXPECT_FALSE(readPayloadField(text)) << text;
    EXPECT_EQ(readPayloadField("payloadSize"), std::vector<std::string>{"payloadSize"});
}

} // namespace
} // namespace sagascope::session
