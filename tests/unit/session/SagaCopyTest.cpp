// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/SagaCopy.h"

#include <algorithm>
#include <sstream>

#include <QByteArray>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/JsonLines.h"
#include "core/event/SecretMask.h"
#include "core/session/copy/MaskedRecord.h"
#include "tests/unit/session/CopyStage.h"

namespace sagascope::session {
namespace {

using nlohmann::json;
using test::allSagas;
using test::jsonLinesOf;
using test::jsonOf;
using testing::ElementsAre;

constexpr std::string_view kBookings = R"(
    09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
    09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
    09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
    09:40:02.400 voyage.booking.cancelled  e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment
    09:41:00.000 voyage.booking.created    f1 corr=c2          | bookingId=BK-2 userId=u-2 totalAmount=17 currency=EUR
    09:41:01.000 payment.completed         f2 corr=c2 cause=f1 | bookingId=BK-2 paymentId=pi-2 amount=17
    09:41:02.000 user.profile.updated      g1                  | userId=u-9
)";

json sagaOf(const json& report, const std::string& key)
{
    for (const json& saga : report["sagas"])
        if (saga["key"] == key)
            return saga;
    ADD_FAILURE() << "no saga " << key;
    return {};
}

/// The findings of a saga without their numbers, which count through the whole report.
std::vector<json> findingsOf(const json& report, const json& saga)
{
    std::vector<json> found;
    for (const json& id : saga["findings"])
        for (json finding : report["findings"])
            if (finding["id"] == id) {
                finding.erase("id");
                found.push_back(finding);
            }
    return found;
}

/// What the report says of a saga, and the copy's additions taken off.
json contractOf(json saga)
{
    saga.erase("findings");
    for (json& event : saga["events"])
        for (const char* added : {"brokerTime", "key", "headers", "payload"})
            event.erase(added);
    return saga;
}

void expectSameSagas(const json& copy, const json& report)
{
    for (const json& saga : copy["sagas"]) {
        const json original = sagaOf(report, saga["key"]);
        EXPECT_EQ(contractOf(saga), contractOf(original));
        EXPECT_EQ(findingsOf(copy, saga), findingsOf(report, original));
    }
}

TEST(SagaCopy, saysInJsonExactlyWhatTheReportSaysOfTheSaga)
{
    const test::History history(kBookings);
    const json report = json::parse(toJson(test::tellReport(history.records(), test::moment("2026-03-02T12:00:00Z"))));
    const json copy = json::parse(jsonOf(allSagas(history.records())));
    ASSERT_EQ(copy["sagas"].size(), report["sagas"].size());
    EXPECT_EQ(copy["contract"], report["contract"]);
    EXPECT_EQ(copy["asOf"], report["asOf"]);
    expectSameSagas(copy, report);
}

TEST(SagaCopy, addsTheRecordToEveryEventOfTheJson)
{
    std::vector<test::Record> records = test::History(kBookings).records();
    records[0].key("BK-1").header("traceparent", "").nullHeader("x");
    const json event = sagaOf(json::parse(jsonOf(allSagas(records))), "BK-1")["events"][0];
    EXPECT_EQ(event["brokerTime"], "2026-03-02T09:40:00.000Z");
    EXPECT_EQ(event["key"], "BK-1");
    EXPECT_EQ(event["payload"]["payload"]["totalAmount"], 482);
    EXPECT_EQ(event["headers"], json::parse(R"([{"name":"traceparent","value":""},{"name":"x","value":null}])"));
    const json noKey = sagaOf(json::parse(jsonOf(allSagas(test::History(kBookings).records()))), "BK-2")["events"][0];
    EXPECT_TRUE(noKey["key"].is_null());
}

TEST(SagaCopy, keepsNumbersOfAPayloadAsTheyWereWritten)
{
    std::vector<test::Record> records = test::History(kBookings).records();
    records[4].value(R"({"eventType":"voyage.booking.created","bookingId":"BK-2","correlationId":"c2","n":1.50,"big":123456789012345678901234567890})");
    const std::string text = jsonOf(allSagas(records));
    EXPECT_NE(text.find("1.50"), std::string::npos);
    EXPECT_NE(text.find("123456789012345678901234567890"), std::string::npos);
}

/// Reads JSON lines as `--import` does, and tells what they hold.
json imported(const std::string& lines, std::string_view now = "12:00:00.000")
{
    event::JsonLinesReader reader(std::make_unique<std::istringstream>(lines));
    const auto batch = reader.read(100'000);
    EXPECT_TRUE(batch && reader.takeUnreadable().empty());
    Ingest ingest(test::builtInCatalog());
    for (const event::RawRecord& record : batch->records())
        ingest.take(record);
    auto snapshot = std::make_shared<Snapshot>();
    ingest.fill(*snapshot, test::moment("2026-03-02T" + std::string(now) + "Z"));
    return json::parse(toJson(makeReport(snapshot)));
}

TEST(SagaCopy, isReadBackFromJsonLinesAsTheSameSagas)
{
    const std::vector<test::Record> records = test::History(kBookings).records();
    const Report copy = allSagas(records);
    expectSameSagas(json::parse(jsonOf(copy)), imported(jsonLinesOf(copy)));
    const Report one = makeReport(copy.snapshot, {copy.snapshot->sagas.sagaOf(base::EventIndex(0))});
    const std::string lines = jsonLinesOf(one);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 4) << "its own members and nobody else's";
    const json again = imported(lines);
    EXPECT_EQ(again["sagas"].size(), 1U);
    expectSameSagas(json::parse(jsonOf(one)), again);
}

TEST(SagaCopy, givesBackEveryByteOfRecordsWithoutSecrets)
{
    std::vector<test::Record> records = test::History(kBookings).records();
    records[0].key(std::string("\xFF\x00\x01", 3)).header("bytes", "\xFE").nullHeader("none").header("", "");
    records[1].time("");
    records[3].value("\xEF\xBB\xBF { \"eventType\" : \"voyage.booking.cancelled\",\n \"correlationId\":\"c1\", \"x\":\"\\u00e9\\ud83d\\ude00\" }");
    event::JsonLinesReader reader(std::make_unique<std::istringstream>(jsonLinesOf(allSagas(records))));
    const auto batch = reader.read(100);
    ASSERT_TRUE(batch);
    for (const event::RawRecord& read : batch->records()) {
        const bool isThere = std::any_of(records.begin(), records.end(), [&](const test::Record& record) {
            const event::RawRecord raw = record.raw();
            const auto sameHeader = [](const event::HeaderView& a, const event::HeaderView& b) { return a.name == b.name && a.value == b.value; };
            return raw.topic == read.topic && raw.offset == read.offset && raw.key == read.key && raw.value == read.value &&
                   raw.brokerTime == read.brokerTime &&
                   std::equal(raw.headers.begin(), raw.headers.end(), read.headers.begin(), read.headers.end(), sameHeader);
        });
        EXPECT_TRUE(isThere) << read.topic << " " << read.offset;
    }
}

TEST(SagaCopy, isTheSameTextInWhateverOrderTheRecordsCame)
{
    std::vector<test::Record> records = test::History(kBookings).records();
    const Report copy = allSagas(records);
    std::reverse(records.begin(), records.end());
    const Report other = allSagas(records);
    EXPECT_EQ(jsonOf(copy), jsonOf(other));
    EXPECT_EQ(jsonLinesOf(copy), jsonLinesOf(other));
    EXPECT_EQ(toMermaid(copy.sagas[0].story, *copy.snapshot), toMermaid(other.sagas[0].story, *other.snapshot));
    EXPECT_EQ(toPlantUml(copy.sagas[1].story, *copy.snapshot), toPlantUml(other.sagas[1].story, *other.snapshot));
}

TEST(SagaCopy, stopsWhenNobodyWaitsAnyMore)
{
    const Report copy = allSagas(test::History(kBookings).records());
    std::string text;
    std::vector<std::size_t> told;
    const auto afterTwo = [&](std::size_t events) {
        told.push_back(events);
        return events < 2;
    };
    EXPECT_FALSE(writeJsonLines(copy, test::appendTo(text), afterTwo));
    EXPECT_THAT(told, ElementsAre(1, 2));
    told.clear();
    EXPECT_FALSE(writeJson(copy, test::appendTo(text), afterTwo));
    EXPECT_THAT(told, ElementsAre(1, 2));
    EXPECT_FALSE(writeJson(copy, [](std::string_view) { return false; }));
    EXPECT_FALSE(writeJsonLines(copy, [](std::string_view) { return false; }));
}

TEST(SagaCopy, holdsNothingForSagasThatAreNotThere)
{
    const Report none = makeReport(allSagas(test::History(kBookings).records()).snapshot, {base::SagaId(), base::SagaId(4711)});
    EXPECT_EQ(jsonLinesOf(none), "");
    EXPECT_TRUE(json::parse(jsonOf(none))["sagas"].empty());
}

const std::vector<std::string> kSecrets = {"s3cr3t-reset", "hunter2", "tok_live_77", "4111111111111111", "4111 1111 1111 1111", "9821",
                                           "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "QWxhZGRpbjpvcGVu", "hush-hush", "deep-down"};

/// A saga with a secret of every kind in every place that a record has.
std::vector<test::Record> secretive()
{
    std::vector<test::Record> records = test::History(R"(
        09:40:00.000 auth.password.reset.requested e1 corr=c1          | userId=u-1
        09:40:01.000 payment.failed                e2 corr=c1 cause=e1 | userId=u-1 bookingId=BK-1
        09:40:02.000 notification.sent             e3 corr=c1 cause=e2 | userId=u-1
    )").records();
    const std::string head = R"({"eventId":"e1","correlationId":"c1","eventType":"auth.password.reset.requested","timestamp":"2026-03-02T09:40:00.000Z",)";
    records[0].value(head + R"("source":"auth-service","version":"1.0","payload":{"userId":"u-1","resetToken":"s3cr3t-reset","password":"hunter2",
        "card":"4111 1111 1111 1111","number":4111111111111111,"cvv":9821,"reset\u0054oken":"hunter2","tokens":["tok_live_77",{"x":"deep-down"}],
        "note":"login with password=hunter2 or Bearer QWxhZGRpbjpvcGVu","inner":"{\"apiKey\":\"hush-hush\",\"n\":[\"{\\\"pwd\\\":\\\"hunter2\\\"}\"]}",
        "jwt":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"}})");
    records[0].key("token=tok_live_77").header("Authorization", "Basic QWxhZGRpbjpvcGVu").header("X-Api-Key", "hush-hush");
    records[1].key("4111111111111111").header("note", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln").header("Set-Cookie", "sid=hush-hush");
    records[2].key(std::string("\xFF password=hunter2", 18)).header("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "\xFE token: tok_live_77");
    records[2].value(R"({"eventId":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln","correlationId":"c1","causationId":"e2","eventType":"notification.sent",
        "source":"token=tok_live_77","timestamp":"2026-03-02T09:40:02.000Z","version":"1.0","payload":{"userId":"u-1","bookingId":"4111111111111111"}})");
    return records;
}

std::string base64(const std::string& text)
{
    return QByteArray::fromStdString(text).toBase64().toStdString();
}

/// Nothing of any secret is in the text: not as it is, nor escaped, nor in base64 at any of its three alignments.
void expectNoSecret(const std::string& text, const char* where)
{
    for (const std::string& secret : kSecrets) {
        std::string escaped;
        for (const char c : secret) {
            char unit[8];
            std::snprintf(unit, sizeof unit, "\\u%04x", unsigned(static_cast<unsigned char>(c)));
            escaped += unit;
        }
        EXPECT_EQ(text.find(secret), std::string::npos) << where << ": " << secret;
        EXPECT_EQ(text.find(escaped), std::string::npos) << where << ": " << secret;
        for (std::size_t shift = 0; shift < 3; ++shift) {
            const std::string encoded = base64(std::string(shift, 'x') + secret);
            const std::string inner = encoded.substr(4, encoded.size() - 8); // what no neighbour changes
            if (inner.size() >= 6) {
                EXPECT_EQ(text.find(inner), std::string::npos) << where << ": " << secret << " in base64";
            }
        }
    }
}

/// Every text in `headersBase64`, `keyBase64` and `payloadBase64`, read.
std::string decoded(const std::string& lines)
{
    std::istringstream in(lines);
    std::string all;
    for (std::string line; std::getline(in, line);) {
        const json record = json::parse(line);
        for (const char* name : {"keyBase64", "payloadBase64"})
            if (record.contains(name))
                all += QByteArray::fromBase64(QByteArray::fromStdString(record[name])).toStdString() + "\n";
        if (record.contains("headersBase64"))
            for (const json& text : record["headersBase64"])
                all += (text.is_null() ? "" : QByteArray::fromBase64(QByteArray::fromStdString(text)).toStdString()) + "\n";
    }
    return all;
}

TEST(SagaCopy, givesNoSecretAwayInAnyForm)
{
    const Report copy = allSagas(secretive());
    ASSERT_EQ(copy.sagas.size(), 1U);
    ASSERT_EQ(copy.sagas[0].story.events.size(), 3U);
    const std::string lines = jsonLinesOf(copy);
    expectNoSecret(lines, "JSON lines");
    expectNoSecret(decoded(lines), "JSON lines, decoded");
    expectNoSecret(jsonOf(copy), "JSON");
    expectNoSecret(toMermaid(copy.sagas[0].story, *copy.snapshot), "Mermaid");
    expectNoSecret(toPlantUml(copy.sagas[0].story, *copy.snapshot), "PlantUML");
    EXPECT_NE(lines.find("\"userId\\\":\\\"u-1\\\""), std::string::npos) << "what is no secret is still there";
}

TEST(SagaCopy, stillReadsAsTheSameSagaWhereSecretsWereNoPartOfIt)
{
    std::vector<test::Record> records = test::History(kBookings).records();
    std::string body(*records[1].raw().value);
    body.replace(body.find("\"amount\""), 0, "\"resetToken\":\"s3cr3t-reset\",");
    records[1].value(body);
    records[2].value(body);
    const Report copy = allSagas(records);
    const std::string lines = jsonLinesOf(copy);
    expectNoSecret(lines, "JSON lines");
    expectSameSagas(json::parse(jsonOf(copy)), imported(lines));
}

TEST(MaskedRecord, leavesOutWholeWhatIsNoJsonAndSaysSo)
{
    for (const std::string& bytes : {std::string("\xFF\xFEhunter2"), std::string("hunter2"), std::string("{\"password\":hunter2")}) {
        const MaskedRecord record(test::Record("dreamscape.x").value(bytes).raw());
        EXPECT_EQ(record.value()->find("hunter2"), std::string::npos);
        EXPECT_NE(record.value()->find(std::to_string(bytes.size()) + " bytes"), std::string::npos);
        EXPECT_TRUE(json::accept(*record.value()));
    }
    EXPECT_FALSE(MaskedRecord(test::Record("dreamscape.x").tombstone().raw()).value());
    EXPECT_EQ(MaskedRecord(test::Record("dreamscape.x").value("").raw()).value(), "");
}

} // namespace
} // namespace sagascope::session
