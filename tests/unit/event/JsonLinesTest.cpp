// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/JsonLines.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <QTemporaryDir>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/JsonDocument.h"
#include "tests/support/Records.h"

namespace sagascope::event {
namespace {

using test::Record;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kOrdinary =
    R"({"topic":"dreamscape.user.created","partition":2,"offset":41,"tstype":"create","ts":1772444472034,)"
    R"("broker":1,"headers":["eventType","user.created","correlationId","","traceparent",null],)"
    R"("key":"u-1","payload":"{\"eventId\":\"e-1\"}"})";

RecordBatch readOne(std::string_view line)
{
    RecordBatch batch;
    const auto result = readLine(line, batch);
    EXPECT_TRUE(result) << (result ? "" : result.error().detail);
    return batch;
}

std::string refusal(std::string_view line)
{
    RecordBatch batch;
    const auto result = readLine(line, batch);
    EXPECT_TRUE(result || batch.isEmpty());
    return result ? "read" : result.error().detail;
}

/// A line with the three coordinates and what else is given.
std::string lineWith(std::string_view members)
{
    return R"({"topic":"t","partition":0,"offset":0,)" + std::string(members) + "}";
}

JsonLinesReader readerOf(std::string text)
{
    return JsonLinesReader(std::make_unique<std::istringstream>(std::move(text)));
}

std::vector<std::int64_t> offsetsOf(const base::Result<RecordBatch>& batch)
{
    std::vector<std::int64_t> offsets;
    for (const RawRecord& record : batch->records())
        offsets.push_back(record.offset);
    return offsets;
}

TEST(JsonLines, ReadsWhatKcatPrints)
{
    const RecordBatch batch = readOne(kOrdinary);
    ASSERT_EQ(batch.size(), 1U);
    const RawRecord& record = batch.records().front();
    EXPECT_EQ(record.topic, "dreamscape.user.created");
    EXPECT_EQ(record.partition, 2);
    EXPECT_EQ(record.offset, 41);
    EXPECT_EQ(base::formatIso8601(record.brokerTime), "2026-03-02T09:41:12.034Z");
    EXPECT_EQ(record.timestampType, TimestampType::Create);
    EXPECT_EQ(record.key, "u-1");
    EXPECT_EQ(record.value, R"({"eventId":"e-1"})");
    ASSERT_EQ(record.headers.size(), 3U);
    EXPECT_EQ(record.headers[0].name, "eventType");
    EXPECT_EQ(record.headers[0].value, "user.created");
    EXPECT_EQ(record.headers[1].value, "");
    EXPECT_EQ(record.headers[2].value, std::nullopt);
}

TEST(JsonLines, TellsNullFromEmpty)
{
    const RecordBatch nulls = readOne(lineWith(R"("key":null,"payload":null,"headers":[])"));
    EXPECT_EQ(nulls.records().front().key, std::nullopt);
    EXPECT_EQ(nulls.records().front().value, std::nullopt);
    const RecordBatch empties = readOne(lineWith(R"("key":"","payload":"")"));
    EXPECT_EQ(empties.records().front().key, "");
    EXPECT_EQ(empties.records().front().value, "");
}

TEST(JsonLines, KeepsEveryByteOfALineThatIsNoUtf8)
{
    const RecordBatch batch = readOne(lineWith("\"key\":\"\xC3\",\"payload\":\"a\xFF\xFE\\u0000\x01z\""));
    EXPECT_EQ(batch.records().front().key, "\xC3");
    EXPECT_EQ(batch.records().front().value, std::string_view("a\xFF\xFE\0\x01z", 6));
}

TEST(JsonLines, UnescapesAsJsonDoes)
{
    const RecordBatch batch = readOne(lineWith(R"("payload":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00|\ud83d|\ude00")"));
    EXPECT_EQ(batch.records().front().value, "\"\\/\b\f\n\r\té😀|\xEF\xBF\xBD|\xEF\xBF\xBD");
}

TEST(JsonLines, TakesBytesFromBase64)
{
    const RecordBatch batch = readOne(lineWith(
        R"("key":"ignored","keyBase64":"AP8=","payloadBase64":"AAAAAAE=","headersBase64":["YQ==","/w==","Yg==",null])"));
    const RawRecord& record = batch.records().front();
    EXPECT_EQ(record.key, std::string_view("\0\xFF", 2));
    EXPECT_EQ(record.value, std::string_view("\0\0\0\0\1", 5));
    ASSERT_EQ(record.headers.size(), 2U);
    EXPECT_EQ(record.headers[0].name, "a");
    EXPECT_EQ(record.headers[0].value, "\xFF");
    EXPECT_EQ(record.headers[1].value, std::nullopt);
}

TEST(JsonLines, ReadsTheTimeByItsType)
{
    const auto timeOf = [](std::string_view members) {
        const RecordBatch batch = readOne(lineWith(members));
        const RawRecord& record = batch.records().front();
        return std::to_string(int(record.timestampType)) + " " + base::formatIso8601(record.brokerTime);
    };
    EXPECT_EQ(timeOf(R"("tstype":"create","ts":0)"), "1 1970-01-01T00:00:00.000Z");
    EXPECT_EQ(timeOf(R"("tstype":"logappend","ts":1000)"), "2 1970-01-01T00:00:01.000Z");
    EXPECT_EQ(timeOf(R"("tstype":"unknown","ts":0)"), "0 ");
    EXPECT_EQ(timeOf(R"("tstype":"unknown","ts":-1)"), "0 ");
    EXPECT_EQ(timeOf(R"("tstype":"create","ts":-1)"), "0 ");
    EXPECT_EQ(timeOf(R"("ts":1000)"), "1 1970-01-01T00:00:01.000Z");
    EXPECT_EQ(timeOf(R"("payload":null)"), "0 ");
    EXPECT_EQ(timeOf(R"("ts":9223372036854775807)"), "0 ");
}

TEST(JsonLines, PassesOverMembersThatItDoesNotKnow)
{
    const RecordBatch batch =
        readOne(lineWith(R"("extra":{"a":["}",{"b":1.5e3}],"c":"\"]"},"more":[1,[2]],"yes":true,"payload":"p")"));
    EXPECT_EQ(batch.records().front().value, "p");
}

TEST(JsonLines, TakesTheLastOfDuplicateMembers)
{
    EXPECT_EQ(readOne(lineWith(R"("payload":"a","payload":"b")")).records().front().value, "b");
}

TEST(JsonLines, SaysWhyALineHoldsNoRecord)
{
    EXPECT_EQ(refusal("hello"), "not a JSON object");
    EXPECT_EQ(refusal("[]"), "not a JSON object");
    EXPECT_EQ(refusal(R"({"topic":"t")"), "not a JSON object");
    EXPECT_EQ(refusal(std::string(kOrdinary) + "x"), "not a JSON object");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":0,"offset":0,"payload":"\x"})"), "not a JSON object");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":0,"offset":0,"payload":"\u12"})"), "not a JSON object");
    EXPECT_EQ(refusal("{}"), "no topic");
    EXPECT_EQ(refusal(R"({"topic":7,"partition":0,"offset":0})"), "no topic");
    EXPECT_EQ(refusal(R"({"topic":"t","offset":0})"), "no partition");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":-1,"offset":0})"), "no partition");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":65536,"offset":0})"), "no partition");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":0})"), "no offset");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":0,"offset":-1})"), "no offset");
    EXPECT_EQ(refusal(R"({"topic":"t","partition":0,"offset":1.5})"), "no offset");
    EXPECT_EQ(refusal(lineWith(R"("payload":{"eventId":"e"})")), "payload is neither text nor null");
    EXPECT_EQ(refusal(lineWith(R"("key":5)")), "key is neither text nor null");
    EXPECT_EQ(refusal(lineWith(R"("payloadBase64":"!!!")")), "payloadBase64 is no base64");
    EXPECT_EQ(refusal(lineWith(R"("headers":["a"])")), "headers is no flat list of names and values");
    EXPECT_EQ(refusal(lineWith(R"("headers":{"a":"b"})")), "headers is no flat list of names and values");
    EXPECT_EQ(refusal(lineWith(R"("headers":[null,"b"])")), "headers has a header without a name");
}

TEST(JsonLines, ReadsAFileInItsOrderAndNamesUnreadableLines)
{
    JsonLinesReader reader =
        readerOf("\xEF\xBB\xBF" + lineWith(R"("key":"first")") + "\r\n" + "\n  \r\n" + "oops\n" +
                 R"({"topic":"t","partition":0,"offset":5})" + "\n" + R"({"topic":"t","partition":0})" + "\n" +
                 R"({"topic":"t","partition":0,"offset":3})");
    const auto batch = reader.read(100);
    ASSERT_TRUE(batch);
    EXPECT_THAT(offsetsOf(batch), ElementsAre(0, 5, 3));
    EXPECT_TRUE(reader.isAtEnd());
    const auto unreadable = reader.takeUnreadable();
    ASSERT_EQ(unreadable.size(), 2U);
    EXPECT_EQ(unreadable[0].subject, "4");
    EXPECT_EQ(unreadable[0].detail, "not a JSON object");
    EXPECT_EQ(unreadable[1].subject, "6");
    EXPECT_EQ(unreadable[1].detail, "no offset");
    EXPECT_TRUE(reader.takeUnreadable().empty()) << "they were taken";
}

TEST(JsonLines, ReadsAFilePieceByPiece)
{
    std::string text;
    for (int i = 0; i < 10; ++i)
        text += R"({"topic":"t","partition":0,"offset":)" + std::to_string(i) + "}\n";
    JsonLinesReader reader = readerOf(text);
    EXPECT_THAT(offsetsOf(reader.read(4)), ElementsAre(0, 1, 2, 3));
    EXPECT_FALSE(reader.isAtEnd());
    EXPECT_THAT(offsetsOf(reader.read(4)), ElementsAre(4, 5, 6, 7));
    EXPECT_THAT(offsetsOf(reader.read(4)), ElementsAre(8, 9));
    EXPECT_TRUE(reader.isAtEnd());
    EXPECT_THAT(offsetsOf(reader.read(4)), ElementsAre());
}

TEST(JsonLines, OpensFilesAndSaysWhyNot)
{
    const QTemporaryDir temporary;
    const std::filesystem::path folder = temporary.path().toStdString();
    EXPECT_EQ(JsonLinesReader::open(folder / "no-such-file.jsonl").error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(JsonLinesReader::open(folder).error().code, base::ErrorCode::Unreadable);
    const auto path = folder / "lines.jsonl";
    std::ofstream(path) << kOrdinary << "\n";
    auto reader = JsonLinesReader::open(path);
    ASSERT_TRUE(reader);
    EXPECT_THAT(offsetsOf(reader->read(10)), ElementsAre(41));
}

TEST(JsonLines, WritesTheFormThatItReads)
{
    const RecordBatch batch = readOne(kOrdinary);
    EXPECT_EQ(writeLine(batch.records().front()),
              R"({"topic":"dreamscape.user.created","partition":2,"offset":41,"tstype":"create","ts":1772444472034,)"
              R"("headers":["eventType","user.created","correlationId","","traceparent",null],)"
              R"("key":"u-1","payload":"{\"eventId\":\"e-1\"}"})");
}

TEST(JsonLines, WritesValidJsonWhateverTheBytes)
{
    Record record("dreamscape.user.created");
    record.key("\xFF").value(std::string("\0\1\2\3\4", 5)).header("x", "\xC0\xAF");
    const std::string line = writeLine(record.raw());
    EXPECT_THAT(line, HasSubstr(R"("keyBase64":"/w==")"));
    EXPECT_THAT(line, HasSubstr(R"("payload":"\u0000\u0001\u0002\u0003\u0004")"));
    EXPECT_THAT(line, HasSubstr(R"("headersBase64":["eA==","wK8="])"));
    JsonDocument document;
    EXPECT_EQ(document.read(line).outcome, JsonDocument::Outcome::Read);
}

} // namespace
} // namespace sagascope::event
