// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/kafka/EmbeddedBroker.h"
#include "core/kafka/Publisher.h"
#include "tests/unit/cli/ProgramRun.h"

namespace sagascope::app {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A booking paid for and confirmed, one stray search, one poison message; one line is no record.
constexpr const char* kCapture =
    R"({"topic":"dreamscape.voyage.booking.created","partition":0,"offset":0,"ts":1795428000000,"payload":"{\"eventId\":\"c\",\"eventType\":\"voyage.booking.created\",\"timestamp\":\"2026-11-23T10:00:00.000Z\",\"source\":\"voyage-service\",\"correlationId\":\"x\",\"payload\":{\"bookingId\":\"b-1\",\"userId\":\"u-1\"}}"}
{"topic":"dreamscape.payment.completed","partition":0,"offset":0,"ts":1795428001000,"payload":"{\"eventId\":\"p\",\"eventType\":\"payment.completed\",\"timestamp\":\"2026-11-23T10:00:01.000Z\",\"source\":\"payment-service\",\"correlationId\":\"x\",\"causationId\":\"c\",\"payload\":{\"bookingId\":\"b-1\",\"paymentId\":\"pi-1\"}}"}
rubbish
{"topic":"dreamscape.voyage.booking.confirmed","partition":0,"offset":0,"ts":1795428002000,"payload":"{\"eventId\":\"d\",\"eventType\":\"voyage.booking.confirmed\",\"timestamp\":\"2026-11-23T10:00:02.000Z\",\"source\":\"voyage-service\",\"correlationId\":\"x\",\"causationId\":\"p\",\"payload\":{\"bookingId\":\"b-1\"}}"}
{"topic":"dreamscape.voyage.search.performed","partition":0,"offset":0,"ts":1795428003000,"payload":"poison"}
)";

class ReportProgramTest : public testing::Test
{
protected:
    QString write(const QString& name, const char* text)
    {
        const QString path = m_directory.filePath(name);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path;
    }

    QString capture() { return write(QStringLiteral("capture.jsonl"), kCapture); }

    QTemporaryDir m_directory;
};

TEST_F(ReportProgramTest, printsJsonAndNothingElseOnStandardOutput)
{
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--import"), capture(),
                                   QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(result.status, 0) << result.error;
    const json report = json::parse(result.out);
    EXPECT_EQ(report["contract"], 1);
    EXPECT_EQ(report["counts"]["records"], 4);
    EXPECT_EQ(report["counts"]["events"], 3);
    EXPECT_EQ(report["counts"]["undecodable"], 1);
    EXPECT_EQ(report["counts"]["unreadableLines"], 1);
    EXPECT_EQ(report["asOf"], "2026-11-23T10:00:03.000Z");
    ASSERT_EQ(report["sagas"].size(), 1U);
    EXPECT_EQ(report["sagas"][0]["state"], "completed");
    EXPECT_THAT(result.error, HasSubstr("capture.jsonl:3")) << "a line without a record is named";
}

/// Told by its own definition, a booking is done only when a survey was answered; beside it lies a file that is none.
constexpr const char* kSurvey = R"({
  "name": "booking-payment", "style": "choreographed", "description": "Bookings with a survey.", "keyKinds": ["booking"],
  "start": "created", "hasEnd": true, "joins": [{"kind": "booking", "pointers": ["/payload/bookingId"]}],
  "steps": [
    {"name": "created", "eventType": "voyage.booking.created", "role": "step", "required": true, "fact": ["/payload/bookingId"]},
    {"name": "paid", "eventType": "payment.completed", "role": "step", "required": true, "fact": ["/payload/paymentId"]},
    {"name": "confirmed", "eventType": "voyage.booking.confirmed", "role": "step", "required": true, "fact": ["/payload/bookingId"]},
    {"name": "asked", "eventType": "survey.answered", "role": "step", "required": true, "fact": ["/payload/bookingId"]}
  ],
  "outcomes": {"success": ["asked"], "failing": []}
})";

TEST_F(ReportProgramTest, tellsByTheDefinitionsOfAFolderAndLeavesOutWhatIsNone)
{
    QDir(m_directory.path()).mkdir(QStringLiteral("sagas"));
    write(QStringLiteral("sagas/booking-payment.json"), kSurvey);
    write(QStringLiteral("sagas/broken.json"), "{");
    const QStringList base{QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--format"), QStringLiteral("json"),
                           QStringLiteral("--definitions"), m_directory.filePath(QStringLiteral("sagas"))};
    const ProgramRun result = run(base);
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(json::parse(result.out)["sagas"][0]["state"], "running");
    EXPECT_THAT(result.error, HasSubstr("broken.json: the file is no JSON"));
    EXPECT_TRUE(run(base + QStringList{QStringLiteral("--quiet")}).error.empty());
}

TEST_F(ReportProgramTest, refusesAFolderOfDefinitionsThatIsNotThere)
{
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--definitions"),
                                   m_directory.filePath(QStringLiteral("nowhere"))});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(result.out.empty());
    EXPECT_THAT(result.error, HasSubstr("--definitions"));
}

TEST_F(ReportProgramTest, knowsNothingOfAPersonsDefinitionsUnlessToldSo)
{
    QDir(m_directory.path()).mkdir(QStringLiteral("sagas"));
    write(QStringLiteral("sagas/booking-payment.json"), kSurvey);
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--format"), QStringLiteral("json")},
                                  m_directory.path());
    EXPECT_EQ(json::parse(result.out)["sagas"][0]["state"], "completed");
}

TEST_F(ReportProgramTest, keepsQuietWhenAskedTo)
{
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--quiet")});
    EXPECT_EQ(result.status, 0);
    EXPECT_TRUE(result.error.empty()) << result.error;
    EXPECT_THAT(result.out, HasSubstr("completed"));
}

TEST_F(ReportProgramTest, reportsAsItWouldHaveReadAtAnEarlierMoment)
{
    const ProgramRun result =
        run({QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--format"),
             QStringLiteral("json"), QStringLiteral("--as-of"), QStringLiteral("2026-11-23T10:00:01Z")});
    const json report = json::parse(result.out);
    EXPECT_EQ(report["counts"]["later"], 2);
    EXPECT_EQ(report["counts"]["records"], 4);
    EXPECT_EQ(report["sagas"][0]["state"], "running");
    EXPECT_EQ(report["later"][0]["topic"], "dreamscape.voyage.booking.confirmed");
}

TEST_F(ReportProgramTest, gatesAPipelineOnFindingsAndStates)
{
    const auto status = [this](const char* failOn) {
        return run({QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--fail-on"),
                    QString::fromLatin1(failOn)})
            .status;
    };
    EXPECT_EQ(status("completed"), 1);
    EXPECT_EQ(status("stalled,inconsistent"), 0);
    EXPECT_EQ(status("warning"), 1);
    EXPECT_EQ(status("nonsense"), 2);
}

TEST_F(ReportProgramTest, saysInOneLineWhatIsWrongAndExitsWithTwo)
{
    const QStringList mistakes[]{
        {QStringLiteral("--import"), QStringLiteral("/nowhere/capture.jsonl")},
        {QStringLiteral("--import"), m_directory.path()},
        {QStringLiteral("--import"), capture(), QStringLiteral("--as-of"), QStringLiteral("yesterday")},
        {QStringLiteral("--profile"), QStringLiteral("nobody")},
        {QStringLiteral("--bootstrap"), QStringLiteral(" ")},
        {QStringLiteral("--no-such-option")},
        {},
    };
    for (const QStringList& mistake : mistakes) {
        const ProgramRun result = run(QStringList{QStringLiteral("report")} + mistake);
        EXPECT_EQ(result.status, 2) << mistake.join(QLatin1Char(' ')).toStdString();
        EXPECT_EQ(result.errorLines(), 1) << result.error;
        EXPECT_TRUE(result.out.empty()) << result.out;
    }
}

TEST_F(ReportProgramTest, exportsOneSagaByItsKeyOrAnIdInEveryForm)
{
    const auto exported = [](const QString& file, const char* saga, const char* format) {
        return run({QStringLiteral("report"), QStringLiteral("--import"), file, QStringLiteral("--quiet"), QStringLiteral("--export-saga"),
                    QString::fromLatin1(saga), QStringLiteral("--format"), QString::fromLatin1(format)});
    };
    const json whole = json::parse(exported(capture(), "b-1", "json").out);
    ASSERT_EQ(whole["sagas"].size(), 1U);
    EXPECT_EQ(whole["sagas"][0]["key"], "b-1");
    EXPECT_EQ(whole["sagas"][0]["events"][1]["payload"]["payload"]["paymentId"], "pi-1");
    const ProgramRun lines = exported(capture(), "pi-1", "jsonl");
    EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 3) << "an id leads to the saga, too";
    const QString copy = write(QStringLiteral("copy.jsonl"), lines.out.c_str());
    EXPECT_EQ(json::parse(exported(copy, "b-1", "json").out)["sagas"], whole["sagas"]) << "what was exported is read back";
    EXPECT_THAT(exported(capture(), "b-1", "mermaid").out, StartsWith("sequenceDiagram\n"));
    EXPECT_THAT(exported(capture(), "b-1", "plantuml").out, StartsWith("@startuml\n"));
    EXPECT_THAT(exported(capture(), "b-1", "text").out, StartsWith("completed     b-1"));
    const ProgramRun unknown = exported(capture(), "b-", "text");
    EXPECT_EQ(unknown.status, 2);
    EXPECT_EQ(unknown.errorLines(), 1) << unknown.error;
    EXPECT_THAT(unknown.error, HasSubstr("no saga has this key or id"));
}

TEST_F(ReportProgramTest, exportsTheEventsThatMatchAsJsonLinesAndAsCsv)
{
    const auto exported = [this](const QStringList& how) {
        return run(QStringList{QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--quiet"), QStringLiteral("--export-events")} + how);
    };
    const QString lines = m_directory.filePath(QStringLiteral("events.jsonl"));
    const ProgramRun first = exported({lines});
    EXPECT_EQ(first.status, 0) << first.error;
    EXPECT_TRUE(first.out.empty()) << "the file stands in place of the report";
    const ProgramRun again = run({QStringLiteral("report"), QStringLiteral("--import"), lines, QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(json::parse(again.out)["counts"]["events"], 3) << "what was exported is read back";
    EXPECT_EQ(json::parse(again.out)["sagas"][0]["state"], "completed");

    const QStringList ofPayments{QStringLiteral("--events-where"), QStringLiteral("type:payment.*")};
    const ProgramRun printed = exported(QStringList{QStringLiteral("-")} + ofPayments);
    EXPECT_EQ(std::count(printed.out.begin(), printed.out.end(), '\n'), 1) << printed.out;
    EXPECT_THAT(printed.out, StartsWith("{\"topic\":\"dreamscape.payment.completed\""));
    const ProgramRun sheet = exported(QStringList{QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("csv")} + ofPayments);
    EXPECT_THAT(sheet.out, StartsWith("time,topic,partition,offset,type,source,identifiers,saga,size,findings,marks\r\n"
                                      "2026-11-23T10:00:01.000Z,dreamscape.payment.completed,0,0,payment.completed,payment-service,"));
    const QString csv = m_directory.filePath(QStringLiteral("events.csv"));
    EXPECT_EQ(exported(QStringList{csv} + ofPayments).status, 0);
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().toStdString(), sheet.out) << "a name that ends in .csv is enough";
}

TEST_F(ReportProgramTest, saysWhyEventsCannotBeExportedAndLeavesNoFile)
{
    const QString nowhere = m_directory.filePath(QStringLiteral("none/events.csv"));
    QStringList files{nowhere, m_directory.path()};
#ifdef Q_OS_LINUX
    files << QStringLiteral("/dev/full");
#endif
    for (const QString& file : files) {
        const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--import"), capture(), QStringLiteral("--quiet"),
                                       QStringLiteral("--export-events"), file});
        EXPECT_EQ(result.status, 2) << file.toStdString();
        EXPECT_EQ(result.errorLines(), 1) << result.error;
        EXPECT_THAT(result.error, HasSubstr(file.toStdString()));
    }
}

TEST_F(ReportProgramTest, writesACaptureBesideTheReportAndReadsItBack)
{
    const QString file = m_directory.filePath(QStringLiteral("copy.sagascope"));
    const QStringList asJson{QStringLiteral("--format"), QStringLiteral("json")};
    const QStringList report{QStringLiteral("report"), QStringLiteral("--import")};
    const QStringList writing = report + QStringList{capture(), QStringLiteral("--capture"), file} + asJson;
    const ProgramRun first = run(writing);
    EXPECT_EQ(first.status, 0) << first.error;
    json told = json::parse(first.out);
    told["counts"]["unreadableLines"] = 0; // what was no record is in no capture
    const ProgramRun again = run(report + QStringList{file} + asJson);
    EXPECT_TRUE(again.error.empty()) << again.error;
    EXPECT_EQ(json::parse(again.out), told);

    const ProgramRun refused = run(writing);
    EXPECT_EQ(refused.status, 2);
    EXPECT_EQ(refused.errorLines(), 1) << refused.error;
    EXPECT_THAT(refused.error, HasSubstr("copy.sagascope: there is a file of this name already"));
}

TEST_F(ReportProgramTest, writesACaptureThatIsRedactedAndSaysSo)
{
    const QString lines = write(QStringLiteral("lines.jsonl"),
                                R"({"topic":"dreamscape.auth.login","partition":0,"offset":0,"ts":1795428001000,"payload":"{\"eventId\":\"e-1\",\"eventType\":\"auth.login\",\"timestamp\":\"2026-11-23T10:00:01.000Z\",\"source\":\"auth-service\",\"correlationId\":\"c-1\",\"payload\":{\"userId\":\"usr_2718\",\"email\":\"ann@mail.example\"}}"})");
    const QString file = m_directory.filePath(QStringLiteral("redacted.sagascope"));
    const QStringList report{QStringLiteral("report"), QStringLiteral("--import")};
    const QStringList writing = report + QStringList{lines, QStringLiteral("--capture"), file, QStringLiteral("--redact"), QStringLiteral("default,userId")};
    const ProgramRun first = run(writing);
    EXPECT_EQ(first.status, 0) << first.error;
    EXPECT_THAT(first.error, HasSubstr("redacted 1 of 1 records"));
    const ProgramRun again = run(report + QStringList{file, QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_THAT(again.error, HasSubstr("redacted.sagascope was redacted before it was saved: secrets, email, phone, ip, userId"));
    EXPECT_THAT(again.out, Not(HasSubstr("usr_2718")));

    // A copy of it says the same.
    const QString copy = m_directory.filePath(QStringLiteral("copy.sagascope"));
    EXPECT_EQ(run(report + QStringList{file, QStringLiteral("--capture"), copy}).status, 0);
    EXPECT_THAT(run(report + QStringList{copy}).error, HasSubstr("userId"));

    const ProgramRun refused = run(writing);
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.error, HasSubstr("there is a file of this name already"));
}

TEST_F(ReportProgramTest, listsTheProfilesThereAreWhenOneIsUnknown)
{
    write(QStringLiteral("profiles.json"), R"([{"name":"dev","bootstrap":"localhost:9092"},
        {"name":"prod","bootstrap":"localhost:9095","readOnly":true}])");
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--profile"), QStringLiteral("staging")},
                                  m_directory.path());
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.error, HasSubstr("staging"));
    EXPECT_THAT(result.error, HasSubstr("dev, prod"));
}

TEST_F(ReportProgramTest, refusesProfilesThatHoldMoreThanTheyShould)
{
    const auto complaint = [this](const char* profiles) {
        write(QStringLiteral("profiles.json"), profiles);
        const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--profile"), QStringLiteral("dev")},
                                      m_directory.path());
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.errorLines(), 1) << result.error;
        return result.error;
    };
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","password":"geheim"}])"),
                testing::AllOf(HasSubstr("password"), testing::Not(HasSubstr("geheim"))));
    EXPECT_THAT(complaint(R"([{"name":"dev"}])"), HasSubstr("bootstrap"));
    EXPECT_THAT(complaint(R"([{"name":"dev","bootstrap":"h:1","topicPattern":"["}])"), HasSubstr("profiles.json"));
    EXPECT_THAT(complaint("not json"), HasSubstr("profiles.json"));
}

TEST_F(ReportProgramTest, asksForThePasswordThatNoKeychainHolds)
{
    write(QStringLiteral("profiles.json"), R"([{"name":"of-no-keychain","bootstrap":"localhost:1",
        "security":{"mechanism":"PLAIN","user":"alice"}}])");
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--profile"),
                                  QStringLiteral("of-no-keychain")}, m_directory.path());
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.errorLines(), 1) << result.error;
    EXPECT_THAT(result.error, HasSubstr("--password-stdin"));
}

TEST_F(ReportProgramTest, savesAPictureOfEveryRoomWithoutADisplay)
{
    const QString directory = m_directory.filePath(QStringLiteral("pictures"));
    const ProgramRun result = run({QStringLiteral("screenshot"), QStringLiteral("--import"), capture(),
                                   QStringLiteral("--out"), directory, QStringLiteral("--theme"),
                                   QStringLiteral("light"), QStringLiteral("--size"), QStringLiteral("1000x700")},
                                  m_directory.path());
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_TRUE(QFile::exists(directory + QStringLiteral("/sagas-light.png"))) << result.out;
    EXPECT_THAT(result.out, HasSubstr("events-light.png"));
}

class ClusterReportTest : public ReportProgramTest
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_broker->createTopic("dreamscape.payment.completed", 3));
        const auto publisher = kafka::Publisher::open(m_broker->profile("test"));
        ASSERT_TRUE(publisher);
        for (int i = 0; i < 20; ++i) {
            kafka::OutgoingRecord record;
            record.topic = "dreamscape.payment.completed";
            record.key = std::to_string(i);
            record.value = R"({"eventId":"e-)" + std::to_string(i) + R"(","payload":{"paymentId":"p"}})";
            (*publisher)->publish(std::move(record));
        }
        ASSERT_TRUE((*publisher)->flush(30s));
    }

    QStringList report(const QStringList& more)
    {
        return QStringList{QStringLiteral("report"), QStringLiteral("--bootstrap"),
                           QString::fromStdString(m_broker->bootstrap()), QStringLiteral("--format"),
                           QStringLiteral("json")}
            + more;
    }

    std::unique_ptr<kafka::EmbeddedBroker> m_broker = *kafka::EmbeddedBroker::start();
};

TEST_F(ClusterReportTest, readsAClusterToItsEnd)
{
    const ProgramRun result = run(report({QStringLiteral("--until-end")}));
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(json::parse(result.out)["counts"]["events"], 20) << result.error;
}

TEST_F(ClusterReportTest, readsASavedProfile)
{
    const std::string profiles = R"([{"name":"dev","bootstrap":")" + m_broker->bootstrap() + R"("}])";
    write(QStringLiteral("profiles.json"), profiles.c_str());
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--profile"), QStringLiteral("dev"),
                                   QStringLiteral("--until-end"), QStringLiteral("--format"), QStringLiteral("json")},
                                  m_directory.path());
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(json::parse(result.out)["counts"]["events"], 20) << result.error;
}

TEST_F(ClusterReportTest, readsForAWhile)
{
    const ProgramRun result = run(report({QStringLiteral("--duration"), QStringLiteral("2s")}));
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(json::parse(result.out)["counts"]["events"], 20) << result.error;
}

#ifndef _WIN32
TEST_F(ClusterReportTest, printsWhatItReadWhenInterrupted)
{
    Program program(report({}));
    ASSERT_TRUE(program.waitUntilInterruptible());
    std::this_thread::sleep_for(1s); // time to read twenty records; fewer would still be a report
    program.interrupt();
    const ProgramRun result = program.wait();
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(json::parse(result.out)["contract"], 1);
}
#endif

TEST_F(ClusterReportTest, saysWhichHostsDoNotAnswer)
{
    const ProgramRun result = run({QStringLiteral("report"), QStringLiteral("--bootstrap"),
                                   QStringLiteral("127.0.0.1:1"), QStringLiteral("--until-end")});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.errorLines(), 1) << result.error;
    EXPECT_THAT(result.error, HasSubstr("127.0.0.1:1"));
}

} // namespace
} // namespace sagascope::app
