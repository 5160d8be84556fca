// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/ArgumentText.h"
#include "core/session/EventAddress.h"

namespace sagascope::app {
namespace {

/// The texts of the options as they were given; reading them comes after parsing, so that every mistake is one line.
struct SourceTexts
{
    bool isDemo = false;
    bool isUntilEnd = false;
    bool isPasswordOnStdin = false;
    std::string bootstrap;
    std::string profile;
    std::string file;
    std::string capture;
    std::string from;
    std::string until;
    std::string isolation;
    std::vector<std::string> keys;
    std::vector<std::string> texts;
    std::optional<std::uint32_t> oneIn;
    std::optional<std::size_t> cacheMebibytes;
    std::string duration;
    std::string dialect;
    demo::DemoOptions demo;
    std::vector<CLI::Option*> demoOnly;
};

struct ReportTexts
{
    std::string asOf;
    std::string where;
    std::string exportedSaga;
    std::string exportFile;
    std::string eventsWhere;
    bool isUnmasked = false;
    std::string format{"text"};
    std::vector<std::string> failOn;
    std::string redaction;
    std::string definitions;
    bool isQuiet = false;
    bool isEstimate = false;
};

struct ScreenshotTexts
{
    std::string directory;
    std::vector<std::string> themes;
    std::string size{"1280x800"};
    std::string warmUp;
    std::string definitions;
};

struct WindowTexts
{
    std::string theme;
    std::string language;
    std::string definitions;
    std::string subject; ///< a file, or a link to an event
    bool hasDiagnostics = false;
};

base::Error wrong(std::string what, std::string why)
{
    return {base::ErrorCode::InvalidArgument, std::move(what), std::move(why)};
}

void addDemoOptions(CLI::App& app, SourceTexts& texts)
{
    texts.demoOnly = {
        app.add_option("--seed", texts.demo.seed, "Demo: the same seed tells the same stories"),
        app.add_option("--rate", texts.demo.rate, "Demo: events per second, 1 to 5000"),
        app.add_option("--failure-rate", texts.demo.failureRate, "Demo: share of payments that fail, 0 to 1"),
        app.add_option("--dialect", texts.dialect, "Demo: spec, platform or mixed")
            ->check(CLI::IsMember({"spec", "platform", "mixed"})),
    };
}

void addSources(CLI::App& app, SourceTexts& texts)
{
    const std::vector<CLI::Option*> sources{
        app.add_flag("--demo", texts.isDemo, "The simulated platform on a broker inside the program"),
        app.add_option("--bootstrap", texts.bootstrap, "A cluster: host:port, comma separated"),
        app.add_option("--profile", texts.profile, "A cluster by the name of its saved profile"),
        app.add_option("--import", texts.file, "A capture, or JSON lines as `kcat -J` prints them; - is standard input"),
    };
    for (CLI::Option* source : sources) {
        for (CLI::Option* other : sources) {
            if (source != other)
                source->excludes(other);
        }
    }
    addDemoOptions(app, texts);
    app.add_option("--from", texts.from, "Cluster: beginning (default), end, a time such as 2026-11-23T10:00:00Z, last:500 of each partition, or topic[partition]@offset,…");
    app.add_option("--isolation", texts.isolation, "Cluster: read_committed (default) or read_uncommitted")
        ->check(CLI::IsMember({"read_committed", "read_uncommitted"}));
    CLI::Option* sample = app.add_option("--sample", texts.oneIn, "Cluster or file: whole sagas of one traveller in so many; saves memory, not transfer");
    sample->check(CLI::Range(1U, 1'000'000U));
    CLI::Option* key = app.add_option("--find-key", texts.keys, "Cluster: only records with this key, fetched from the partition it lies in; several with more of these");
    CLI::Option* text = app.add_option("--find", texts.texts, "Cluster: only records that contain this text; everything from --from to --until is fetched for it");
    key->excludes(text)->excludes(sample)->expected(1)->take_all();
    text->excludes(sample)->expected(1)->take_all();
    app.add_option("--capture", texts.capture, "Write everything that is read into this new capture file, too (.sagascope)");
    app.add_option("--cache", texts.cacheMebibytes, "Most memory for records that are looked at again, in MiB (default: a quarter of the machine's)")
        ->check(CLI::Range(std::size_t(0), std::size_t(1'000'000)));
    app.add_flag("--password-stdin", texts.isPasswordOnStdin,
                 "Profile: take the password from standard input instead of the keychain, and then that of its key, a line each");
}

/// A window reads until it is closed, so only the demo takes a duration there.
void addWindowSource(CLI::App& app, SourceTexts& texts)
{
    addSources(app, texts);
    texts.demoOnly.push_back(app.add_option("--duration", texts.duration, "Demo: how long, e.g. 30, 30s or 5m"));
}

void addBoundedSource(CLI::App& app, SourceTexts& texts)
{
    addSources(app, texts);
    CLI::Option* untilEnd = app.add_flag("--until-end", texts.isUntilEnd,
                                         "Cluster: stop at the end offsets of this moment; otherwise at Ctrl-C");
    app.add_option("--duration", texts.duration, "Demo or cluster: how long, e.g. 30, 30s or 5m")->excludes(untilEnd);
    app.add_option("--until", texts.until, "Cluster: only records before this time; stops at the end offsets at the latest");
}

bool isGiven(const std::vector<CLI::Option*>& options)
{
    return std::any_of(options.begin(), options.end(), [](const CLI::Option* option) { return option->count() > 0; });
}

std::string namesOf(const std::vector<CLI::Option*>& options)
{
    std::string names;
    for (const CLI::Option* option : options)
        names += (names.empty() ? "" : ", ") + option->get_name();
    return names;
}

std::pair<SourceKind, std::string> namedSource(const SourceTexts& texts)
{
    if (!texts.bootstrap.empty())
        return {SourceKind::Bootstrap, texts.bootstrap};
    if (!texts.profile.empty())
        return {SourceKind::Profile, texts.profile};
    if (!texts.file.empty())
        return {SourceKind::File, texts.file};
    return {SourceKind::Demo, {}};
}

base::Result<void> checkFit(const SourceTexts& texts, SourceKind kind)
{
    const bool isCluster = kind == SourceKind::Bootstrap || kind == SourceKind::Profile;
    if (kind != SourceKind::Demo && isGiven(texts.demoOnly))
        return wrong("only the demo (--demo) takes", namesOf(texts.demoOnly));
    if (!isCluster && (texts.isUntilEnd || !texts.from.empty() || !texts.until.empty() || !texts.isolation.empty()
                       || !texts.keys.empty() || !texts.texts.empty()))
        return wrong("--from, --until, --until-end, --isolation, --find-key, --find", "only a cluster (--bootstrap or --profile) takes these");
    if (std::find(texts.texts.begin(), texts.texts.end(), std::string()) != texts.texts.end())
        return wrong("--find", "an empty text is in every record");
    if (kind == SourceKind::Demo && texts.oneIn)
        return wrong("--sample", "only a cluster or a file takes it");
    if (kind != SourceKind::Profile && texts.isPasswordOnStdin)
        return wrong("--password-stdin", "only a saved profile (--profile) takes it");
    if (kind == SourceKind::File && !texts.duration.empty())
        return wrong("--duration", "a file is always read to its end");
    return {};
}

base::Result<SourceOptions> readSource(const SourceTexts& texts)
{
    SourceOptions source;
    std::tie(source.kind, source.name) = namedSource(texts);
    if (const auto fit = checkFit(texts, source.kind); !fit)
        return fit.error();
    if (!texts.duration.empty()) {
        source.duration = readDuration(texts.duration);
        if (!source.duration)
            return wrong("--duration", "'" + texts.duration + "' is no duration such as 30, 30s or 5m");
    }
    if (!texts.from.empty()) {
        const auto start = readStartPoint(texts.from);
        if (!start)
            return wrong("--from", "'" + texts.from + "' is not beginning, end, last:500, a time such as 2026-11-23T10:00:00Z or topic[partition]@offset");
        source.start = *start;
    }
    if (!texts.until.empty()) {
        const auto until = base::parseIso8601(texts.until);
        if (!until)
            return wrong("--until", "'" + texts.until + "' is no time such as 2026-11-23T10:00:00Z");
        source.until = until->time;
    }
    source.isUntilEnd = texts.isUntilEnd || source.until.has_value();
    if (texts.isolation == "read_uncommitted")
        source.isolation = kafka::IsolationLevel::ReadUncommitted;
    else if (!texts.isolation.empty())
        source.isolation = kafka::IsolationLevel::ReadCommitted;
    source.oneIn = texts.oneIn;
    if (!texts.keys.empty())
        source.search = kafka::RecordSearch::byKey(texts.keys);
    else if (!texts.texts.empty())
        source.search = kafka::RecordSearch::byText(texts.texts);
    source.capture = texts.capture;
    if (texts.cacheMebibytes)
        source.cacheBytes = *texts.cacheMebibytes * 1024 * 1024;
    source.isPasswordOnStdin = texts.isPasswordOnStdin;
    source.demo = texts.demo;
    const std::map<std::string, double> shares{{"spec", 0.0}, {"platform", 1.0}, {"mixed", 0.5}};
    if (!texts.dialect.empty())
        source.demo.platformShare = shares.at(texts.dialect);
    source.demo.duration = source.duration;
    if (const auto check = source.demo.check(); source.kind == SourceKind::Demo && !check)
        return wrong(check.error().subject, check.error().detail);
    return source;
}

base::Result<FailOn> readFailOn(const std::vector<std::string>& names)
{
    FailOn failOn;
    for (const std::string& name : names) {
        if (name == "error" || name == "warning") {
            const auto severity = name == "error" ? base::Severity::Error : base::Severity::Warning;
            failOn.severity = std::min(failOn.severity.value_or(severity), severity);
        } else if (const auto state = saga::stateFromName(name)) {
            failOn.states.push_back(*state);
        } else {
            return wrong("--fail-on", "'" + name + "' is not error, warning or a state such as stalled");
        }
    }
    return failOn;
}

base::Result<ReportFormat> readFormat(const ReportTexts& texts)
{
    static const std::map<std::string, ReportFormat> formats{{"text", ReportFormat::Text}, {"json", ReportFormat::Json},
                                                             {"jsonl", ReportFormat::JsonLines}, {"csv", ReportFormat::Csv}, {"mermaid", ReportFormat::Mermaid},
                                                             {"plantuml", ReportFormat::PlantUml}};
    const ReportFormat format = formats.at(texts.format);
    const bool isOfEvents = format == ReportFormat::Csv || format == ReportFormat::JsonLines;
    if (!texts.exportFile.empty() && format != ReportFormat::Text && !isOfEvents)
        return wrong("--format", "events are exported as jsonl or csv");
    if (format == ReportFormat::Csv && texts.exportFile.empty())
        return wrong("--format", "csv is for events: export them with --export-events FILE");
    const bool isOfOneSaga = format != ReportFormat::Text && format != ReportFormat::Json && format != ReportFormat::Csv;
    if (isOfOneSaga && texts.exportedSaga.empty() && texts.exportFile.empty())
        return wrong("--format", texts.format + " is for one saga: name it with --export-saga KEY");
    return format;
}

/// The form follows the file's name where it is not told.
base::Result<ExportOptions> readExport(const ReportTexts& texts, ReportFormat format)
{
    ExportOptions exported;
    exported.file = texts.exportFile;
    exported.isUnmasked = texts.isUnmasked;
    const bool isNamedCsv = texts.exportFile.size() > 4 && texts.exportFile.substr(texts.exportFile.size() - 4) == ".csv";
    const bool isCsv = format == ReportFormat::Csv || (format == ReportFormat::Text && isNamedCsv);
    exported.form = isCsv ? session::ExportForm::Csv : session::ExportForm::JsonLines;
    session::ParsedQuery where = session::parseQuery(texts.eventsWhere);
    if (!where)
        return wrong("--events-where", session::queryErrorSentence(*where.error));
    exported.where = std::move(where.query);
    return exported;
}

base::Result<Command> readReport(const SourceTexts& sourceTexts, const ReportTexts& texts)
{
    const auto source = readSource(sourceTexts);
    if (!source)
        return source.error();
    if (source->kind == SourceKind::Demo && !sourceTexts.isDemo)
        return wrong("report", "name a source: --demo, --bootstrap HOSTS, --profile NAME or --import FILE");
    ReportOptions report;
    report.source = *source;
    report.source.connectTimeout = std::chrono::seconds(15);
    if (report.source.kind == SourceKind::Demo && !report.source.demo.duration)
        report.source.demo.duration = std::chrono::seconds(30);
    if (!texts.asOf.empty()) {
        const auto time = base::parseIso8601(texts.asOf);
        if (!time)
            return wrong("--as-of", "'" + texts.asOf + "' is no time such as 2026-11-23T10:00:00Z");
        report.asOf = time->time;
    }
    session::ParsedQuery where = session::parseQuery(texts.where);
    if (!where)
        return wrong("--where", session::queryErrorSentence(*where.error));
    report.where = std::move(where.query);
    const auto failOn = readFailOn(texts.failOn);
    if (!failOn)
        return failOn.error();
    report.failOn = *failOn;
    const auto format = readFormat(texts);
    if (!format)
        return format.error();
    report.format = *format;
    auto exported = readExport(texts, *format);
    if (!exported)
        return exported.error();
    report.exportedEvents = *std::move(exported);
    if (!texts.redaction.empty()) {
        const auto redaction = session::readRedaction(texts.redaction);
        if (!redaction)
            return wrong("--redact", redaction.error().text());
        if (report.source.capture.empty())
            return wrong("--redact", "name the file to be written with --capture FILE");
        report.redaction = *redaction;
    }
    report.exportedSaga = texts.exportedSaga;
    report.isQuiet = texts.isQuiet;
    report.isEstimate = texts.isEstimate;
    if (report.isEstimate && report.source.kind != SourceKind::Bootstrap && report.source.kind != SourceKind::Profile)
        return wrong("--estimate", "only a cluster (--bootstrap or --profile) takes it");
    report.definitions = texts.definitions;
    return Command(std::move(report));
}

base::Result<Command> readScreenshot(const SourceTexts& sourceTexts, const ScreenshotTexts& texts,
                                     const std::string& language)
{
    const auto source = readSource(sourceTexts);
    if (!source)
        return source.error();
    ScreenshotOptions screenshot;
    screenshot.source = *source;
    screenshot.source.connectTimeout = std::chrono::seconds(15);
    screenshot.directory = texts.directory;
    screenshot.language = language;
    screenshot.definitions = texts.definitions;
    if (!texts.themes.empty())
        screenshot.themes = texts.themes;
    const auto size = readSize(texts.size);
    if (!size)
        return wrong("--size", "'" + texts.size + "' is no size such as 1280x800");
    std::tie(screenshot.width, screenshot.height) = *size;
    if (!texts.warmUp.empty()) {
        const auto warmUp = readDuration(texts.warmUp);
        if (!warmUp)
            return wrong("--warm-up", "'" + texts.warmUp + "' is no duration such as 10s");
        screenshot.warmUp = *warmUp;
    }
    return Command(std::move(screenshot));
}

bool isLink(std::string_view subject)
{
    return subject.starts_with("sagascope:");
}

base::Result<Command> readWindow(const SourceTexts& sourceTexts, const WindowTexts& texts)
{
    auto source = readSource(sourceTexts);
    if (!source)
        return source.error();
    const bool isNamed = source->kind != SourceKind::Demo || sourceTexts.isDemo || isGiven(sourceTexts.demoOnly);
    WindowOptions window{*source, texts.theme, texts.language, texts.hasDiagnostics, {}, false, texts.definitions};
    if (isLink(texts.subject)) {
        if (!session::readEventLink(texts.subject))
            return wrong("'" + texts.subject + "'", "no whole link to an event, which begins with sagascope://event/");
        window.link = texts.subject;
        window.isWithoutSource = !isNamed;
    } else if (!texts.subject.empty()) {
        if (isNamed)
            return wrong("'" + texts.subject + "'", "a file is a source of its own; name one source only");
        window.source.kind = SourceKind::File;
        window.source.name = readPath(texts.subject);
        std::error_code failure;
        if (!std::filesystem::exists(window.source.name, failure))
            return wrong("'" + texts.subject + "'", "is no file, no link to an event and no command");
        window.isReadOnly = true;
    }
    return Command(std::move(window));
}

void addLookOptions(CLI::App& app, std::string& language)
{
    app.add_option("--language", language, "en or fr")->check(CLI::IsMember({"en", "fr"}));
}

/// A report and pictures say the same for everybody unless they are told otherwise.
void addDefinitions(CLI::App& app, std::string& definitions, const std::string& otherwise)
{
    app.add_option("--definitions", definitions,
                   "Folder of saga definitions, beside or in place of the built-in ones; without it, " + otherwise);
}

constexpr const char* kOnlyBuiltIn = "only the built-in ones count";

CLI::App* addReport(CLI::App& app, SourceTexts& source, ReportTexts& texts)
{
    CLI::App* report = app.add_subcommand("report", "Print what the traffic tells, without a window");
    addBoundedSource(*report, source);
    CLI::Option* asOf = report->add_option("--as-of", texts.asOf, "As it would have read at this time; later records take no part");
    CLI::Option* where = report->add_option("--where", texts.where, "Print only sagas that match, in the language of the search field");
    CLI::Option* failOn = report->add_option("--fail-on", texts.failOn, "Exit with 1 on such findings or sagas: error, warning or a state");
    failOn->delimiter(',');
    CLI::Option* exported = report->add_option("--export-saga", texts.exportedSaga, "Print one saga instead, by its key or an id; secrets are masked");
    exported->excludes(where)->excludes(failOn);
    CLI::Option* events = report->add_option("--export-events", texts.exportFile, "Write the events into this file instead, as JSON lines or (.csv) CSV; - is standard output; secrets are masked");
    events->excludes(where)->excludes(failOn)->excludes(exported);
    report->add_option("--events-where", texts.eventsWhere, "Only events that match, in the language of the search field")->needs(events);
    report->add_flag("--unmasked", texts.isUnmasked, "Do not mask secrets in exported events")->needs(events);
    report->add_flag("--estimate", texts.isEstimate, "Print how much would be read, without reading it")
        ->excludes(where)->excludes(failOn)->excludes(exported)->excludes(events)->excludes(asOf);
    report->add_option("--format", texts.format, "text or json; with --export-saga also jsonl, mermaid or plantuml; with --export-events jsonl or csv")
        ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "mermaid", "plantuml"}));
    report->add_option("--redact", texts.redaction,
                       "With --capture: take this out of the records first: default (secrets,email,phone,ip), names of members, JSON pointers");
    addDefinitions(*report, texts.definitions, kOnlyBuiltIn);
    report->add_flag("--quiet,-q", texts.isQuiet, "No progress and no remarks on standard error");
    return report;
}

CLI::App* addScreenshot(CLI::App& app, SourceTexts& source, ScreenshotTexts& texts, std::string& language)
{
    CLI::App* screenshot = app.add_subcommand("screenshot", "Save a picture of every room");
    addBoundedSource(*screenshot, source);
    screenshot->add_option("--out", texts.directory, "Directory for the PNG files")->required();
    screenshot->add_option("--theme", texts.themes, "dark, light or both (default)")
        ->delimiter(',')
        ->check(CLI::IsMember({"dark", "light"}));
    screenshot->add_option("--size", texts.size, "Size of the window in pixels");
    screenshot->add_option("--warm-up", texts.warmUp, "How long a live source is read first, e.g. 12s");
    addDefinitions(*screenshot, texts.definitions, kOnlyBuiltIn);
    addLookOptions(*screenshot, language);
    return screenshot;
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

} // namespace

base::Result<Command> parseCommandLine(int argc, const char* const* argv)
{
    CLI::App app("Sagas, causation and lag of an event-driven platform on Kafka.", "sagascope");
    app.set_version_flag("--version", std::string("sagascope ") + SAGASCOPE_VERSION);
    app.require_subcommand(0, 1);
    SourceTexts windowSource;
    SourceTexts reportSource;
    SourceTexts screenshotSource;
    WindowTexts windowTexts;
    ReportTexts reportTexts;
    ScreenshotTexts screenshotTexts;
    addWindowSource(app, windowSource);
    app.add_option("--theme", windowTexts.theme, "dark or light")->check(CLI::IsMember({"dark", "light"}));
    addLookOptions(app, windowTexts.language);
    addDefinitions(app, windowTexts.definitions, "your own in the configuration directory");
    app.add_flag("--diagnostics", windowTexts.hasDiagnostics, "Print how long the window kept anybody waiting");
    app.add_option("subject", windowTexts.subject,
                   "A capture, opened read-only; or a link to an event, sagascope://event/…, selected as soon as it has been read");
    const CLI::App* report = addReport(app, reportSource, reportTexts);
    const CLI::App* screenshot = addScreenshot(app, screenshotSource, screenshotTexts, windowTexts.language);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& parseError) {
        std::ostringstream out;
        if (app.exit(parseError, out, out) == 0)
            return Command(Answer{out.str()});
        return wrong({}, firstLine(parseError.what()) + " (see sagascope --help)");
    }
    if (report->parsed())
        return readReport(reportSource, reportTexts);
    if (screenshot->parsed())
        return readScreenshot(screenshotSource, screenshotTexts, windowTexts.language);
    return readWindow(windowSource, windowTexts);
}

} // namespace sagascope::app
