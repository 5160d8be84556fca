// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/RecordRedaction.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/capture/CaptureReader.h"
#include "core/event/JsonLines.h"
#include "core/event/SecretMask.h"
#include "core/session/CaptureReading.h"
#include "core/session/copy/CaptureCopy.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using nlohmann::json;
using test::Record;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace fs = std::filesystem;

Record valued(std::string value)
{
    return Record("dreamscape.a").value(std::move(value));
}

/// The values after both rounds.
std::vector<std::string> redacted(const std::vector<Record>& records, const RedactionRules& rules = RedactionRules::usual())
{
    RecordRedaction redaction(rules);
    for (const Record& record : records)
        redaction.learn(record.raw());
    std::vector<std::string> values;
    for (const Record& record : records)
        values.emplace_back(redaction.of(record.raw()).value.value_or("(none)"));
    return values;
}

std::string redacted(const std::string& value, const RedactionRules& rules = RedactionRules::usual())
{
    return redacted({valued(value)}, rules).front();
}

TEST(Redaction, KeepsTheShapeOfTheJsonAndEveryOtherByte)
{
    EXPECT_EQ(redacted(R"({ "resetToken" : "abc-1",  "n":1.50, "ok":true, "e":"\u00e9", "mail":"ann@mail.example" })"),
              R"({ "resetToken" : "redacted-1",  "n":1.50, "ok":true, "e":"\u00e9", "mail":"redacted-2@redacted.invalid" })");
    EXPECT_EQ(redacted(R"({"password":{"old":"a1","cost":10,"is":true,"none":null,"empty":""}})"),
              R"({"password":{"old":"redacted-1","cost":999000000002,"is":null,"none":null,"empty":""}})");
    EXPECT_EQ(redacted(R"({"a":1})"), R"({"a":1})");
    EXPECT_EQ(redacted("\xEF\xBB\xBF{\"pin\":[\"+33612345678\",\"10.0.0.1\"]}"),
              "\xEF\xBB\xBF{\"pin\":[\"+999000000001\",\"198.18.0.2\"]}");
}

TEST(Redaction, TheSameValueBecomesTheSameOtherValue)
{
    const auto values = redacted({valued(R"({"email":"ann@mail.example"})"), valued(R"({"to":"bob@mail.example"})"),
                                  valued(R"({"text":"Dear ann@mail.example, …"})")});
    EXPECT_EQ(values[0], R"({"email":"redacted-1@redacted.invalid"})");
    EXPECT_EQ(values[1], R"({"to":"redacted-2@redacted.invalid"})");
    EXPECT_EQ(values[2], R"({"text":"Dear redacted-1@redacted.invalid, …"})");
}

TEST(Redaction, ReadsEscapesAndJsonInsideOfTexts)
{
    EXPECT_THAT(redacted(R"({"a":"ann\u0040mail.example"})"), HasSubstr("redacted.invalid"));
    const std::string value = redacted(R"({"body":"{\"resetToken\":\"tok-1\",\"inner\":\"{\\\"mail\\\":\\\"ann@mail.example\\\"}\",\"n\":2}"})");
    const json body = json::parse(json::parse(value)["body"].get<std::string>());
    EXPECT_EQ(body["resetToken"], "redacted-1");
    EXPECT_EQ(body["n"], 2);
    EXPECT_EQ(json::parse(body["inner"].get<std::string>())["mail"], "redacted-2@redacted.invalid");
    EXPECT_THAT(redacted(R"("{\"resetToken\":\"tok-1\"}")"), Not(HasSubstr("tok-1"))) << "a value that is encoded twice";
}

TEST(Redaction, TakesAPersonsOwnFieldsByNameAndPlace)
{
    const RedactionRules rules{false, false, false, false, {"passenger_name", "/payload/*/seat", "/payload/list/0"}};
    EXPECT_EQ(redacted(R"({"payload":{"passengerName":"Ann Lee","a":{"seat":"12A"},"seat":"9C","list":["x1x","y"]},"mail":"a@b.example"})", rules),
              R"({"payload":{"passengerName":"redacted-1","a":{"seat":"redacted-2"},"seat":"9C","list":["redacted-3","y"]},"mail":"a@b.example"})");
    EXPECT_EQ(redacted(R"({"passengerName":[{"first":"Ann"},"Lee",7]})", rules),
              R"({"passengerName":[{"first":"redacted-1"},"redacted-2",999000000003]})");
}

TEST(Redaction, KeepsTheFormsThatTheAnalysisLooksAt)
{
    const RedactionRules rules{false, false, false, false, {"id"}};
    EXPECT_EQ(redacted(R"({"id":"8d2f1c9e-4b7a-4e3d-9c55-0a1b2c3d4e5f"})", rules), R"({"id":"00000000-0000-4000-8000-000000000001"})");
    EXPECT_EQ(redacted(R"({"id":"BOOK-20260302-A1B2C"})", rules), R"({"id":"BOOK-00000000-00001"})");
    EXPECT_EQ(redacted(R"({"id":48213})", rules), R"({"id":999000000001})");
    EXPECT_EQ(redacted(R"({"id":"48213"})", rules), R"({"id":"999000000001"})");
    EXPECT_EQ(redacted(R"({"id":"guest","x":{"id":""},"y":{"id":"temp"}})", rules), R"({"id":"guest","x":{"id":""},"y":{"id":"temp"}})")
        << "who names nobody joins nobody";
    EXPECT_EQ(redacted(R"({"ip":"192.0.2.40","x":{"ip":"::ffff:172.28.0.1"},"y":{"ip":"fe80::1"}})", RedactionRules::usual()),
              R"({"ip":"198.18.0.1","x":{"ip":"::ffff:198.18.0.2"},"y":{"ip":"2001:db8::0:3"}})");
}

TEST(Redaction, FindsHiddenValuesWhereverElseTheyStand)
{
    RedactionRules rules = RedactionRules::usual();
    rules.fields = {"userId"};
    const Record record = valued(R"({"userId":"usr_2718","other":"usr_2718","usr_2718":1,"text":"by usr_2718, not usr_27180"})")
                              .key("usr_2718")
                              .header("who", "usr_2718")
                              .header("note", "[usr_2718]");
    RecordRedaction redaction(rules);
    redaction.learn(record.raw());
    const event::RawRecord raw = redaction.of(record.raw());
    EXPECT_EQ(*raw.value, R"({"userId":"redacted-1","other":"redacted-1","redacted-1":1,"text":"by redacted-1, not usr_27180"})");
    EXPECT_EQ(*raw.key, "redacted-1");
    EXPECT_EQ(*raw.headers[0].value, "redacted-1");
    EXPECT_EQ(*raw.headers[1].value, "[redacted-1]");
    EXPECT_EQ(redaction.ofText("see usr_2718"), "see redacted-1");
}

TEST(Redaction, LeavesAloneWhatOnlyLooksLikeAHiddenValue)
{
    const auto values = redacted({valued(R"({"tokenType":"Bearer","totalTokens":512,"tokenExpiresAt":"2026-03-02T09:41:12.034Z","tokenEvent":"auth.token.refreshed"})"),
                                  valued(R"({"eventType":"auth.token.refreshed","timestamp":"2026-03-02T09:41:12.034Z","amount":512,"kind":"Bearer"})")});
    EXPECT_EQ(values[1], R"({"eventType":"auth.token.refreshed","timestamp":"2026-03-02T09:41:12.034Z","amount":512,"kind":"Bearer"})");
}

TEST(Redaction, TakesSecretsOutOfHeadersKeysAndPlainText)
{
    const Record record = valued(R"({"log":"login with password=hunter2 from 10.1.2.3","card":4111111111111111,"n":"4111 1111 1111 1111"})")
                              .key("ann@mail.example")
                              .header("Authorization", "Bearer abcdefgh12345678")
                              .header("empty", "")
                              .nullHeader("null")
                              .header("eventType", "auth.login");
    RecordRedaction redaction(RedactionRules::usual());
    redaction.learn(record.raw());
    const event::RawRecord raw = redaction.of(record.raw());
    const json value = json::parse(*raw.value);
    EXPECT_THAT(value["log"].get<std::string>(), StartsWith("login with password=" + std::string(event::kMask) + " from 198.18.0."));
    EXPECT_TRUE(value["card"].is_number_unsigned());
    EXPECT_NE(value["card"], 4111111111111111);
    EXPECT_EQ(value["n"], std::string(event::kMask));
    EXPECT_THAT(std::string(*raw.key), HasSubstr("@redacted.invalid"));
    EXPECT_THAT(std::string(*raw.headers[0].value), StartsWith("redacted-"));
    EXPECT_EQ(*raw.headers[1].value, "");
    EXPECT_FALSE(raw.headers[2].value);
    EXPECT_EQ(*raw.headers[3].value, "auth.login");
}

TEST(Redaction, LeavesOutWholeWhatIsNoJson)
{
    RecordRedaction redaction(RedactionRules::usual());
    EXPECT_EQ(*redaction.of(valued("\x01secret bytes").raw()).value, std::string(event::kMask) + " (13 bytes that are no JSON)");
    EXPECT_EQ(*redaction.of(valued(R"({"password":"x)").raw()).value, std::string(event::kMask) + " (14 bytes that are no JSON)");
    EXPECT_EQ(*redaction.of(valued("").raw()).value, "");
    EXPECT_FALSE(redaction.of(Record("dreamscape.a").tombstone().raw()).value);
    EXPECT_EQ(redaction.counts(), (RedactionCounts{2, 2}));
}

TEST(Redaction, WithoutRulesChangesNothing)
{
    const std::string value = R"({"resetToken":"abc-1","mail":"ann@mail.example","phone":"+33612345678","ip":"10.0.0.1"})";
    for (const RedactionRules& rules : {RedactionRules{true, false, false, false, {}}, RedactionRules{false, true, false, false, {}},
                                        RedactionRules{false, false, true, false, {}}, RedactionRules{false, false, false, true, {}}}) {
        const json before = json::parse(value);
        const json after = json::parse(redacted(value, rules));
        int changed = 0;
        for (const auto& [name, text] : before.items())
            changed += after[name] == text ? 0 : 1;
        EXPECT_EQ(changed, 1) << redactionText(rules);
    }
    EXPECT_EQ(redacted(value, RedactionRules()), value);
}

/// Two travellers' stories, whose ids are what is taken out.
constexpr const char* kStories = R"(
    09:40:00.000 voyage.booking.created  e1 corr=c-100001 | bookingId=BK-700001 userId=usr_2718 email=ann@mail.example totalAmount=482
    09:40:01.000 payment.initiated       e2 corr=c-100001 cause=e1 | paymentId=P-1 bookingId=BK-700001 userId=usr_2718 amount=482
    09:40:02.000 payment.failed          e3 corr=c-100001 cause=e2 | paymentId=P-1 bookingId=BK-700001 reason=declined
    09:40:03.000 voyage.booking.cancelled e4 | bookingId=BK-700001 userId=usr_2718 phone=+33612345678
    09:41:00.000 voyage.booking.created  e5 | bookingId=BK-700002 userId=usr_3141 clientIp=10.20.30.40:8080 totalAmount=99
    09:41:01.000 payment.initiated       e6 | paymentId=P-2 bookingId=BK-700002 userId=usr_3141 amount=99
    09:41:02.000 payment.completed       e7 | paymentId=P-2 bookingId=BK-700002 amount=99 cardNumber=4111111111111111
    09:42:00.000 auth.password.reset.requested e8 | userId=usr_2718 resetToken=tok-abc-123 email=ann@mail.example
)";

class RedactedCaptureTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path file() const { return fs::path(m_folder.path().toStdString()) / "a.sagascope"; }

    void save(RedactionRules rules, std::vector<capture::Note> notes = {}) const
    {
        test::History history(kStories);
        std::vector<Record>& records = history.records();
        records.front().key("usr_2718").header("x-user", "usr_2718").header("x-forwarded-for", "10.20.30.40");
        records.push_back(Record("dreamscape.raw").at(0, 1).value("usr_2718 and tok-abc-123 in no JSON"));
        CaptureOrder order{test::tellReport(records).snapshot, file(), false, std::move(rules), {}, std::move(notes)};
        const auto written = writeCapture(order);
        ASSERT_TRUE(written) << written.error().text();
        EXPECT_EQ(written->redacted, *countRedacted(*order.snapshot, order.redaction)) << "the preview says what will be";
        EXPECT_EQ(written->redacted.leftOut, 1U);
    }

    /// Every byte of the file, dictionaries too, and every record in its blocks.
    [[nodiscard]] std::string everything() const
    {
        std::string all;
        auto reader = capture::CaptureReader::open(file());
        while (reader && !reader->isAtEnd()) {
            const event::RecordBatch batch = reader->read();
            for (const event::RawRecord& record : batch.records())
                all += event::writeLine(record);
        }
        std::ifstream in(file(), std::ios::binary);
        return all.append(std::istreambuf_iterator<char>(in), {});
    }

private:
    QTemporaryDir m_folder;
};

/// What a saga is, whatever it is called: its state, and the events in it by their coordinates.
std::multiset<std::string> sagasOf(const Report& report)
{
    std::multiset<std::string> sagas;
    for (const ReportSaga& saga : report.sagas) {
        std::multiset<std::string> events;
        for (const saga::StoryEvent& member : saga.story.events) {
            const auto& row = report.snapshot->events.row(member.event);
            events.insert(std::string(report.snapshot->events.topicName(row.topic)) + "@" + std::to_string(row.offset));
        }
        std::string line(saga::stateName(saga.story.state));
        for (const std::string& event : events)
            line += " " + event;
        sagas.insert(line);
    }
    return sagas;
}

TEST_F(RedactedCaptureTest, NoValueThatWasTakenOutIsAnywhereInTheFile)
{
    RedactionRules rules = RedactionRules::usual();
    rules.fields = {"userId", "/payload/bookingId"};
    const capture::Note about{"dreamscape.voyage.booking.created", 0, 0, {}, true, "ask ann@mail.example about BK-700001", {}};
    const capture::Note saga{"dreamscape.voyage.booking.created", 0, 0, "BK-700001", false, "usr_2718 again", {}};
    save(rules, {about, saga});
    const std::string all = everything();
    for (const char* gone : {"usr_2718", "usr_3141", "BK-700001", "BK-700002", "ann@mail.example", "33612345678", "10.20.30.40",
                             "4111111111111111", "tok-abc-123"})
        EXPECT_EQ(all.find(gone), std::string::npos) << gone;
    for (const char* kept : {"c-100001", "P-1", "declined", "dreamscape.voyage.booking.created"})
        EXPECT_NE(all.find(kept), std::string::npos) << kept;
}

TEST_F(RedactedCaptureTest, TellsTheSameSagas)
{
    RedactionRules rules = RedactionRules::usual();
    rules.fields = {"userId", "bookingId", "correlationId", "paymentId"};
    save(rules);
    const auto after = readCapture(file(), test::builtInCatalog());
    ASSERT_TRUE(after);
    const Report before = test::tellReport(kStories);
    EXPECT_EQ(sagasOf(makeReport(*after)), sagasOf(before));
    EXPECT_GE(before.sagas.size(), 2U);
}

TEST_F(RedactedCaptureTest, SaysThatItIsRedactedAlsoInACopyOfIt)
{
    save(RedactionRules::usual());
    const auto annex = capture::readAnnex(file());
    EXPECT_EQ(annex->redaction, "secrets, email, phone, ip");
    CaptureOrder order{*readCapture(file(), test::builtInCatalog()), file()};
    order.redactedBefore = annex->redaction;
    for (const bool isAgain : {false, true}) {
        order.path += ".copy";
        if (isAgain)
            order.redaction = {false, true, false, false, {"userId"}};
        ASSERT_TRUE(writeCapture(order));
        EXPECT_EQ(capture::readAnnex(order.path)->redaction, isAgain ? "secrets, email, phone, ip, userId" : annex->redaction);
    }
}

TEST_F(RedactedCaptureTest, CountingCanBeStopped)
{
    const auto snapshot = test::tellReport(kStories).snapshot;
    const auto stopped = countRedacted(*snapshot, RedactionRules::usual(), [](const CaptureProgress&) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
}

} // namespace
} // namespace sagascope::session
