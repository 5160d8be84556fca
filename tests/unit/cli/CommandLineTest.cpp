// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <string>
#include <vector>

#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ArgumentText.h"

namespace sagascope::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

base::Result<Command> parse(std::vector<const char*> arguments)
{
    arguments.insert(arguments.begin(), "sagascope");
    return parseCommandLine(int(arguments.size()), arguments.data());
}

template <typename Options> Options parsed(std::vector<const char*> arguments)
{
    const auto command = parse(std::move(arguments));
    if (!command || !std::holds_alternative<Options>(*command)) {
        ADD_FAILURE() << (command ? "another command" : command.error().text());
        return {};
    }
    return std::get<Options>(*command);
}

std::string refusal(std::vector<const char*> arguments)
{
    const auto command = parse(std::move(arguments));
    return command ? "accepted" : command.error().text();
}

TEST(CommandLine, opensTheWindowOnTheDemoWhenNothingIsNamed)
{
    const auto window = parsed<WindowOptions>({});
    EXPECT_EQ(window.source.kind, SourceKind::Demo);
    EXPECT_FALSE(window.source.demo.duration) << "until somebody closes the window";
    EXPECT_FALSE(window.source.connectTimeout);
    EXPECT_EQ(parsed<WindowOptions>({"--import", "a.jsonl", "--theme", "light", "--diagnostics"}).source.name, "a.jsonl");
}

TEST(CommandLine, takesALinkToAnEventAndLeavesTheSourceToPeople)
{
    const char* link = "sagascope://event/dreamscape.payment.failed/1/88214";
    const auto alone = parsed<WindowOptions>({link});
    EXPECT_EQ(alone.link, link);
    EXPECT_TRUE(alone.isWithoutSource);
    EXPECT_FALSE(parsed<WindowOptions>({"--import", "a.jsonl", link}).isWithoutSource);
    EXPECT_FALSE(parsed<WindowOptions>({"--demo", link}).isWithoutSource);
    EXPECT_FALSE(parsed<WindowOptions>({}).isWithoutSource);
    EXPECT_THAT(refusal({"sagascope://event/dreamscape.pay"}), HasSubstr("no whole link"));
    EXPECT_THAT(refusal({"reprot"}), HasSubstr("no command"));
}

TEST(CommandLine, readsEverySourceOfAReport)
{
    const auto demo = parsed<ReportOptions>({"report", "--demo", "--seed", "7", "--rate", "200", "--duration", "30",
                                             "--failure-rate", "0.3", "--dialect", "platform"});
    EXPECT_EQ(demo.source.demo.seed, 7U);
    EXPECT_EQ(demo.source.demo.rate, 200);
    EXPECT_EQ(demo.source.demo.duration, 30s);
    EXPECT_EQ(demo.source.demo.failureRate, 0.3);
    EXPECT_EQ(demo.source.demo.platformShare, 1);

    const auto cluster = parsed<ReportOptions>({"report", "--bootstrap", "h:1,h:2", "--from", "end", "--duration", "5m"});
    EXPECT_EQ(cluster.source.kind, SourceKind::Bootstrap);
    EXPECT_EQ(cluster.source.name, "h:1,h:2");
    EXPECT_EQ(cluster.source.start.value().kind, kafka::StartPoint::Kind::End);
    EXPECT_EQ(cluster.source.duration, 5min);
    EXPECT_EQ(cluster.source.connectTimeout, 15s);
    EXPECT_TRUE(parsed<ReportOptions>({"report", "--profile", "dev", "--until-end"}).source.isUntilEnd);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--import", "x.jsonl"}).source.kind, SourceKind::File);
    EXPECT_FALSE(parsed<ReportOptions>({"report", "--profile", "dev"}).source.start) << "as the profile says";
    EXPECT_TRUE(parsed<ReportOptions>({"report", "--profile", "dev", "--password-stdin"}).source.isPasswordOnStdin);
    EXPECT_TRUE(parsed<WindowOptions>({"--profile", "dev", "--password-stdin"}).source.isPasswordOnStdin);
    EXPECT_THAT(refusal({"report", "--demo", "--password-stdin"}), HasSubstr("--profile"));
}

TEST(CommandLine, writesACaptureOfEverySourceWhereItIsNamed)
{
    EXPECT_EQ(parsed<WindowOptions>({"--capture", "a.sagascope"}).source.capture, "a.sagascope");
    EXPECT_EQ(parsed<ReportOptions>({"report", "--import", "a.jsonl", "--capture", "a.sagascope"}).source.capture, "a.sagascope");
    EXPECT_EQ(parsed<ScreenshotOptions>({"screenshot", "--demo", "--out", "d", "--capture", "b"}).source.capture, "b");
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo"}).source.capture, "");
}

TEST(CommandLine, opensAFileThatADesktopHandsOverAndNeverWritesIntoIt)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a b.sagascope"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    for (const QString& name : {path, QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)}) {
        const auto window = parsed<WindowOptions>({name.toUtf8().constData()});
        EXPECT_EQ(window.source.kind, SourceKind::File);
        EXPECT_EQ(window.source.name, path.toStdString());
        EXPECT_TRUE(window.isReadOnly);
        EXPECT_FALSE(window.isWithoutSource);
    }
    EXPECT_FALSE(parsed<WindowOptions>({"--import", "a.sagascope"}).isReadOnly);
    EXPECT_THAT(refusal({"--demo", path.toUtf8().constData()}), HasSubstr("one source only"));
    EXPECT_THAT(refusal({folder.filePath(QStringLiteral("none.sagascope")).toUtf8().constData()}), HasSubstr("no file"));
}

TEST(CommandLine, readsWhatIsTakenOutOfACapture)
{
    const auto report = parsed<ReportOptions>({"report", "--demo", "--capture", "a.sagascope", "--redact", "default,userId,/payload/x"});
    EXPECT_EQ(session::redactionText(report.redaction), "secrets, email, phone, ip, userId, /payload/x");
    EXPECT_TRUE(parsed<ReportOptions>({"report", "--demo", "--capture", "a.sagascope"}).redaction.isNone());
    EXPECT_THAT(refusal({"report", "--demo", "--redact", "default"}), HasSubstr("--capture"));
    EXPECT_THAT(refusal({"report", "--demo", "--capture", "a", "--redact", "payload/x"}), HasSubstr("payload/x"));
    EXPECT_THAT(refusal({"--demo", "--capture", "a", "--redact", "default"}), HasSubstr("--redact"));
}

TEST(CommandLine, readsWhichPartOfAClusterIsRead)
{
    const auto part = parsed<ReportOptions>({"report", "--bootstrap", "h:1", "--from", "last:500", "--until", "2026-11-23T11:00:00+01:00",
                                             "--isolation", "read_uncommitted", "--sample", "10"})
                          .source;
    EXPECT_EQ(part.start->kind, kafka::StartPoint::Kind::LastRecords);
    EXPECT_EQ(part.start->count, 500);
    EXPECT_EQ(part.until, base::parseIso8601("2026-11-23T10:00:00Z")->time);
    EXPECT_TRUE(part.isUntilEnd) << "what is to come would never be read";
    EXPECT_EQ(part.isolation, kafka::IsolationLevel::ReadUncommitted);
    EXPECT_EQ(part.oneIn, 10U);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--import", "x", "--sample", "3"}).source.oneIn, 3U);
    EXPECT_FALSE(parsed<ReportOptions>({"report", "--import", "x"}).source.oneIn);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--import", "x", "--cache", "3"}).source.cacheBytes, 3U * 1024 * 1024);
}

TEST(CommandLine, readsWhatIsSoughtInAClusterAndWhetherItIsOnlyEstimated)
{
    const auto byKey = parsed<ReportOptions>({"report", "--bootstrap", "h:1", "--find-key", "BOOK-1", "--find-key", "42"});
    EXPECT_EQ(byKey.source.search, kafka::RecordSearch::byKey({"BOOK-1", "42"}));
    EXPECT_FALSE(byKey.isEstimate);
    const auto byText = parsed<WindowOptions>({"--profile", "dev", "--find", "pay_3"});
    EXPECT_EQ(byText.source.search, kafka::RecordSearch::byText({"pay_3"}));
    const auto offsets = parsed<ReportOptions>({"report", "--bootstrap", "h:1", "--estimate", "--from", "dreamscape.a[0]@12,dreamscape.b[2]@5"});
    EXPECT_TRUE(offsets.isEstimate);
    EXPECT_EQ(offsets.source.start->offsetOf({"dreamscape.b", 2}), 5);
    EXPECT_FALSE(offsets.source.search.isOn());
    EXPECT_THAT(refusal({"report", "--import", "x", "--estimate"}), HasSubstr("--estimate"));
    EXPECT_THAT(refusal({"report", "--import", "x", "--find", "a"}), HasSubstr("--find"));
    EXPECT_THAT(refusal({"report", "--bootstrap", "h:1", "--find", ""}), HasSubstr("--find"));
    EXPECT_THAT(refusal({"report", "--bootstrap", "h:1", "--from", "dreamscape.a[0]@"}), HasSubstr("--from"));
    EXPECT_NE(refusal({"report", "--bootstrap", "h:1", "--find", "a", "--find-key", "b"}), "accepted");
    EXPECT_NE(refusal({"report", "--bootstrap", "h:1", "--find", "a", "--sample", "10"}), "accepted") << "it may not be in the sample";
    EXPECT_NE(refusal({"report", "--bootstrap", "h:1", "--estimate", "--fail-on", "error"}), "accepted");
}

TEST(CommandLine, readsWhatAReportIsToLookLike)
{
    const auto report = parsed<ReportOptions>({"report", "--demo", "--as-of", "2026-11-23T11:00:00+01:00", "--format",
                                               "json", "--fail-on", "error,stalled", "--fail-on", "inconsistent", "-q"});
    EXPECT_EQ(report.asOf, base::parseIso8601("2026-11-23T10:00:00Z")->time);
    EXPECT_EQ(report.format, ReportFormat::Json);
    EXPECT_TRUE(report.exportedSaga.empty());
    EXPECT_TRUE(report.isQuiet);
    EXPECT_EQ(report.failOn.severity, base::Severity::Error);
    EXPECT_THAT(report.failOn.states, testing::ElementsAre(saga::SagaState::Stalled, saga::SagaState::Inconsistent));
    EXPECT_TRUE(report.where.isEmpty());
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo", "--where", "state:failed BK-*"}).where.clauses().size(), 2U);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo", "--fail-on", "error", "--fail-on", "warning"}).failOn.severity,
              base::Severity::Warning);
}

TEST(CommandLine, readsWhichSagaIsToBeExportedAndHow)
{
    const auto mermaid = parsed<ReportOptions>({"report", "--demo", "--export-saga", "BK-1", "--format", "mermaid"});
    EXPECT_EQ(mermaid.exportedSaga, "BK-1");
    EXPECT_EQ(mermaid.format, ReportFormat::Mermaid);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo", "--export-saga", "x", "--format", "plantuml"}).format, ReportFormat::PlantUml);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo", "--export-saga", "x", "--format", "jsonl"}).format, ReportFormat::JsonLines);
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo", "--export-saga", "x"}).format, ReportFormat::Text);
    EXPECT_THAT(refusal({"report", "--demo", "--format", "jsonl"}), HasSubstr("--export-saga"));
    EXPECT_THAT(refusal({"report", "--demo", "--export-saga", "x", "--where", "y"}), HasSubstr("--where"));
    EXPECT_THAT(refusal({"report", "--demo", "--export-saga", "x", "--fail-on", "error"}), HasSubstr("--fail-on"));
}

TEST(CommandLine, ExportsEventsInTheFormThatTheNameOrTheFormatSays)
{
    const auto form = [](std::vector<const char*> how) {
        std::vector<const char*> all{"report", "--demo", "--export-events"};
        all.insert(all.end(), how.begin(), how.end());
        return all;
    };
    EXPECT_EQ(parsed<ReportOptions>(form({"a.csv"})).exportedEvents.form, session::ExportForm::Csv);
    EXPECT_EQ(parsed<ReportOptions>(form({"a.jsonl"})).exportedEvents.form, session::ExportForm::JsonLines);
    EXPECT_EQ(parsed<ReportOptions>(form({"-", "--format", "csv"})).exportedEvents.form, session::ExportForm::Csv);
    EXPECT_EQ(parsed<ReportOptions>(form({"a.csv", "--format", "jsonl"})).exportedEvents.form, session::ExportForm::JsonLines);
    EXPECT_FALSE(parsed<ReportOptions>(form({"a"})).exportedEvents.isUnmasked);
    EXPECT_TRUE(parsed<ReportOptions>(form({"a", "--unmasked"})).exportedEvents.isUnmasked);
    EXPECT_THAT(refusal(form({"a", "--format", "json"})), HasSubstr("jsonl or csv"));
    EXPECT_THAT(refusal(form({"a", "--events-where", "state:"})), HasSubstr("--events-where"));
    EXPECT_THAT(refusal(form({"a", "--export-saga", "x"})), HasSubstr("--export-saga"));
    EXPECT_THAT(refusal({"report", "--demo", "--events-where", "x"}), HasSubstr("--export-events"));
    EXPECT_THAT(refusal({"report", "--demo", "--unmasked"}), HasSubstr("--export-events"));
    EXPECT_THAT(refusal({"report", "--demo", "--format", "csv"}), HasSubstr("--export-events"));
}

TEST(CommandLine, readsWhatAScreenshotIsToLookLike)
{
    const auto shot = parsed<ScreenshotOptions>({"screenshot", "--demo", "--out", "pics", "--size", "1600x900"});
    EXPECT_EQ(shot.directory, "pics");
    EXPECT_THAT(shot.themes, testing::ElementsAre("dark", "light"));
    EXPECT_EQ(shot.width, 1600);
    EXPECT_THAT(parsed<ScreenshotOptions>({"screenshot", "--out", "p", "--theme", "light"}).themes,
                testing::ElementsAre("light"));
}

TEST(CommandLine, takesAFolderOfDefinitionsEverywhere)
{
    EXPECT_EQ(parsed<WindowOptions>({"--definitions", "mine"}).definitions, "mine");
    EXPECT_EQ(parsed<ReportOptions>({"report", "--demo", "--definitions", "mine"}).definitions, "mine");
    EXPECT_EQ(parsed<ScreenshotOptions>({"screenshot", "--out", "p", "--definitions", "mine"}).definitions, "mine");
    EXPECT_TRUE(parsed<ReportOptions>({"report", "--demo"}).definitions.empty()) << "only the built-in ones";
}

TEST(CommandLine, saysInOneLineWhatIsWrong)
{
    EXPECT_THAT(refusal({"report"}), HasSubstr("--import"));
    EXPECT_THAT(refusal({"report", "--demo", "--as-of", "yesterday"}), HasSubstr("yesterday"));
    EXPECT_THAT(refusal({"report", "--bootstrap", "h:1", "--from", "noon"}), HasSubstr("noon"));
    EXPECT_THAT(refusal({"report", "--bootstrap", "h:1", "--from", "last:0"}), HasSubstr("last:0"));
    EXPECT_THAT(refusal({"report", "--bootstrap", "h:1", "--until", "noon"}), HasSubstr("noon"));
    EXPECT_THAT(refusal({"report", "--import", "x", "--isolation", "read_committed"}), HasSubstr("--isolation"));
    EXPECT_THAT(refusal({"report", "--demo", "--sample", "10"}), HasSubstr("--sample"));
    EXPECT_NE(refusal({"report", "--import", "x", "--sample", "0"}), "accepted");
    EXPECT_THAT(refusal({"report", "--demo", "--duration", "long"}), HasSubstr("long"));
    EXPECT_THAT(refusal({"report", "--demo", "--rate", "9999999"}), HasSubstr("rate"));
    EXPECT_THAT(refusal({"report", "--demo", "--fail-on", "sadness"}), HasSubstr("sadness"));
    EXPECT_THAT(refusal({"report", "--demo", "--format", "xml"}), HasSubstr("xml"));
    EXPECT_THAT(refusal({"report", "--demo", "--where", "stat:failed"}), HasSubstr("did you mean 'state'"));
    EXPECT_THAT(refusal({"report", "--import", "x", "--seed", "1"}), HasSubstr("--demo"));
    EXPECT_THAT(refusal({"report", "--import", "x", "--until-end"}), HasSubstr("--until-end"));
    EXPECT_NE(refusal({"report", "--demo", "--import", "x"}), "accepted");
    EXPECT_NE(refusal({"report", "--bootstrap", "h:1", "--until-end", "--duration", "3"}), "accepted");
    EXPECT_NE(refusal({"screenshot", "--demo"}), "accepted");
    EXPECT_NE(refusal({"screenshot", "--out", "x", "--size", "big"}), "accepted");
    EXPECT_NE(refusal({"--no-such-option"}), "accepted");
    EXPECT_EQ(refusal({"--no-such-option"}).find('\n'), std::string::npos);
}

TEST(CommandLine, answersQuestionsAboutItself)
{
    EXPECT_THAT(parsed<Answer>({"--version"}).text, HasSubstr("sagascope"));
    EXPECT_THAT(parsed<Answer>({"--help"}).text, HasSubstr("report"));
    EXPECT_THAT(parsed<Answer>({"report", "--help"}).text, HasSubstr("--as-of"));
}

TEST(ArgumentText, readsDurationsWithAndWithoutUnits)
{
    EXPECT_EQ(readDuration("30"), 30s);
    EXPECT_EQ(readDuration("1.5s"), 1500ms);
    EXPECT_EQ(readDuration("250ms"), 250ms);
    EXPECT_EQ(readDuration("2h"), 2h);
    for (const char* wrong : {"", "s", "-3", "3 s", "1.2.3", "5d", "1e9", "99999999999999"})
        EXPECT_FALSE(readDuration(wrong)) << wrong;
}

TEST(ArgumentText, readsSizesOfAReasonableWindow)
{
    EXPECT_EQ(readSize("1280x800"), std::pair(1280, 800));
    for (const char* wrong : {"1280", "1280x", "x800", "1280x800x1", "10x10", "1280X800", "-1x800", "99999x1"})
        EXPECT_FALSE(readSize(wrong)) << wrong;
}

} // namespace
} // namespace sagascope::app
