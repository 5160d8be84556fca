// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ReportCommand.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ConfigDirectory.h"
#include "app/Console.h"
#include "app/Definitions.h"
#include "app/EstimateCommand.h"
#include "app/ExportCommand.h"
#include "app/Interrupt.h"
#include "app/SourceFactory.h"
#include "core/session/CatchUp.h"
#include "core/session/QueryMatcher.h"
#include "core/session/Replay.h"
#include "core/session/Report.h"
#include "core/session/Session.h"
#include "core/session/copy/CaptureCopy.h"
#include "core/session/copy/SagaCopy.h"

namespace sagascope::app {
namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

std::string progressText(const session::Snapshot& snapshot, const session::CatchUp& catchUp)
{
    std::string text = std::to_string(snapshot.counts.records) + " records, " + std::to_string(snapshot.counts.sagas)
        + " sagas, " + std::to_string(int(snapshot.eventsPerSecond)) + " events/s";
    if (!catchUp.isOver())
        text += ", " + std::to_string(catchUp.percent()) + " %";
    if (const auto left = catchUp.timeLeft(); left && !catchUp.isOver())
        text += ", about " + std::to_string(left->count()) + " s left";
    return text;
}

bool isConnected(const session::Snapshot& snapshot)
{
    return snapshot.connection.state == session::ConnectionState::Connected
        || snapshot.connection.state == session::ConnectionState::Degraded;
}

/// What begins to hinder reading is said at once, so that nobody waits for nothing without a word. Before a broker has
/// answered that is not known: no answer at all ends the report, and is said then.
class Troubles
{
public:
    void tell(const session::ConnectionStatus& connection, ProgressLine& progress)
    {
        const bool isHindered = !connection.problem.empty();
        if (m_wasConnected && isHindered && !m_isTold)
            progress.complain(connection.name + ": " + connection.problem);
        m_isTold = isHindered;
    }
    void noteConnected() { m_wasConnected = true; }

private:
    bool m_wasConnected = false;
    bool m_isTold = false; ///< the words may change while the trouble lasts
};

/// Waits until the source is through, the duration of a cluster's reading is over, or somebody pressed Ctrl-C.
void readAll(session::Session& session, const ReportOptions& options)
{
    const bool isTimed = options.source.kind != SourceKind::Demo && options.source.duration.has_value();
    std::optional<Steady::time_point> end; // counted from the moment that a broker answered
    ProgressLine progress(options.isQuiet);
    session::CatchUp catchUp;
    Troubles troubles;
    while (!session.waitUntilFinished(100ms)) {
        const auto snapshot = session.snapshot();
        catchUp.note(snapshot->connection.backlog, snapshot->connection.backlogLeft, Steady::now());
        progress.show(progressText(*snapshot, catchUp));
        if (isConnected(*snapshot))
            troubles.noteConnected();
        if (!options.isQuiet)
            troubles.tell(snapshot->connection, progress);
        if (isTimed && !end && isConnected(*snapshot))
            end = Steady::now() + *options.source.duration;
        if (Interrupt::isRequested() || (end && Steady::now() >= *end))
            break;
    }
    session.stop();
}

void remark(const session::Snapshot& snapshot, const capture::CaptureAnnex& annex)
{
    constexpr std::size_t kMostLines = 20;
    const std::size_t shown = std::min(kMostLines, snapshot.unreadable.size());
    for (std::size_t i = 0; i < shown; ++i)
        complain("unreadable line: " + sentence(snapshot.unreadable[i]));
    if (snapshot.counts.unreadableLines > shown)
        complain(std::to_string(snapshot.counts.unreadableLines - shown) + " more unreadable lines");
    if (snapshot.connection.recordsLost > 0)
        complain(std::to_string(snapshot.connection.recordsLost) + " records were gone before they could be read: "
                 + snapshot.connection.name + " keeps no more");
    if (snapshot.connection.offsetsWithoutRecord > 0)
        complain(std::to_string(snapshot.connection.offsetsWithoutRecord)
                 + " offsets hold no record: aborted, a transaction's marker, or compacted away");
    if (snapshot.connection.partitionsRecreated > 0)
        complain(std::to_string(snapshot.connection.partitionsRecreated)
                 + " partitions were deleted and created again while they were read");
    if (snapshot.connection.partitionsGone > 0)
        complain(std::to_string(snapshot.connection.partitionsGone) + " partitions were deleted while they were read");
    if (const auto& sample = snapshot.connection.sample)
        complain("a sample of 1 in " + std::to_string(sample->oneIn) + ": " + std::to_string(sample->kept) + " records kept, "
                 + std::to_string(sample->leftOut) + " left out, " + std::to_string(sample->remnants + sample->held)
                 + " name nothing that would tell");
    if (const auto& search = snapshot.connection.search)
        complain("found " + std::to_string(search->kept) + " of " + std::to_string(search->read) + " records read from "
                 + std::to_string(search->partitions) + " partitions; " + std::to_string(search->partitionsLeftOut)
                 + " partitions were not read");
    if (!annex.redaction.empty())
        complain(snapshot.connection.name + " was redacted before it was saved: " + annex.redaction);
    if (!snapshot.connection.problem.empty())
        complain(snapshot.connection.name + ": " + snapshot.connection.problem);
}

/// Says so where the capture that was asked for does not hold everything.
bool isCaptureWhole(const capture::CaptureWriter* writer)
{
    if (writer == nullptr)
        return true;
    const capture::CaptureStatus status = writer->status();
    if (status.missed > 0)
        complain(status.path + ": " + std::to_string(status.missed) + " records are missing in the capture");
    if (status.problem)
        complain(sentence(*status.problem));
    return !status.problem && status.missed == 0;
}

/// What was read says more than its records, and so does the capture that is made of it.
bool addAnnex(const std::string& file, const capture::CaptureAnnex& annex)
{
    const auto added = annex.isEmpty() ? base::Result<void>() : capture::writeAnnex(file, annex);
    if (!added)
        complain(sentence(added.error()));
    return added.isOk();
}

/// What is redacted is written once everything is known that must not be in it.
bool writeRedacted(const session::SnapshotPtr& snapshot, const ReportOptions& options, const capture::CaptureAnnex& annex)
{
    ProgressLine progress(options.isQuiet);
    const session::CaptureOrder order{snapshot, options.source.capture, false, options.redaction, annex.redaction, annex.notes};
    const auto written = session::writeCapture(order, [&](const session::CaptureProgress& done) {
        progress.show("redacting: " + std::to_string(done.total == 0 ? 100 : 100 * done.done / done.total) + " %");
        return true;
    });
    if (!written)
        complain(sentence(written.error()));
    else if (!options.isQuiet)
        complain("redacted " + std::to_string(written->redacted.changed) + " of " + std::to_string(written->records)
                 + " records; of " + std::to_string(written->redacted.leftOut) + " the value is no JSON and was left out");
    return written.isOk();
}

base::Result<OpenedSource> openReported(const ReportOptions& options, const CatalogPtr& catalog)
{
    if (options.redaction.isNone())
        return openSource(options.source, catalog);
    std::error_code failure;
    if (std::filesystem::exists(options.source.capture, failure)) // told now and not when everything has been read
        return base::Error{base::ErrorCode::InvalidArgument, options.source.capture, "there is a file of this name already"};
    SourceOptions source = options.source;
    source.capture.clear();
    return openSource(source, catalog);
}

bool isFailing(const session::Report& report, const FailOn& failOn)
{
    const auto isListed = [&](const session::ReportSaga& saga) {
        return std::find(failOn.states.begin(), failOn.states.end(), saga.story.state) != failOn.states.end();
    };
    const auto isSevere = [&](const session::ReportFinding& finding) {
        return failOn.severity && base::ruleSeverity(finding.rule) >= *failOn.severity;
    };
    return std::any_of(report.sagas.begin(), report.sagas.end(), isListed)
        || std::any_of(report.findings.begin(), report.findings.end(), isSevere);
}

int fail(const base::Error& error)
{
    complain(sentence(error));
    return kExitFailed;
}

bool put(std::string_view text)
{
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

bool print(std::string_view text)
{
    return put(text) && std::fflush(stdout) == 0;
}

int failToPrint()
{
    return fail({base::ErrorCode::Unreadable, "standard output", "the report could not be written"});
}

/// Sagas with this key; if there are none, those with an event that carries it as an id.
std::vector<base::SagaId> sagasCalled(const session::Snapshot& snapshot, const std::string& name)
{
    session::QueryMatcher carries(session::parseQuery("id:" + session::quotedForQuery(name)).query);
    std::vector<base::SagaId> byKey;
    std::vector<base::SagaId> byId;
    for (std::uint32_t slot = 0; slot < snapshot.sagas.slotCount(); ++slot) {
        const base::SagaId saga(slot);
        if (!snapshot.sagas.saga(saga).isAlive)
            continue;
        if (snapshot.sagas.saga(saga).key == name)
            byKey.push_back(saga);
        else if (byKey.empty() && carries.matches(snapshot, saga))
            byId.push_back(saga);
    }
    return byKey.empty() ? byId : byKey;
}

bool printCopy(const session::Report& copy, ReportFormat format)
{
    const saga::Story& story = copy.sagas.front().story;
    switch (format) {
    case ReportFormat::Json: return session::writeJson(copy, put) && print({});
    case ReportFormat::JsonLines: return session::writeJsonLines(copy, put) && print({});
    case ReportFormat::Mermaid: return print(session::toMermaid(story, *copy.snapshot));
    case ReportFormat::PlantUml: return print(session::toPlantUml(story, *copy.snapshot));
    case ReportFormat::Csv:
    case ReportFormat::Text: break;
    }
    return print(session::sagasToText(copy));
}

int exportSaga(const session::SnapshotPtr& snapshot, const ReportOptions& options)
{
    const auto sagas = sagasCalled(*snapshot, options.exportedSaga);
    if (sagas.empty())
        return fail({base::ErrorCode::NotFound, "--export-saga " + options.exportedSaga,
                     "no saga has this key or id; `report` without it lists the keys"});
    const bool isDiagram = options.format == ReportFormat::Mermaid || options.format == ReportFormat::PlantUml;
    if (isDiagram && sagas.size() > 1)
        return fail({base::ErrorCode::InvalidArgument, "--export-saga " + options.exportedSaga,
                     std::to_string(sagas.size()) + " sagas carry this id, and a diagram shows one: name it by its key"});
    return printCopy(session::makeReport(snapshot, sagas), options.format) ? kExitFine : failToPrint();
}

} // namespace

int runReport(const ReportOptions& options)
{
    const auto known = loadNamedKnowledge(options.definitions);
    if (!known)
        return fail(known.error());
    if (!options.isQuiet)
        complain(known->faults);
    if (options.isEstimate)
        return runEstimate(options, *known->catalog);
    const bool isRedacted = !options.redaction.isNone();
    auto opened = openReported(options, known->catalog);
    if (!opened)
        return fail(opened.error());
    Interrupt::install();
    session::SessionOptions sessionOptions;
    sessionOptions.catalog = known->catalog;
    // Nobody looks at the snapshots on the way: they only feed the progress line.
    sessionOptions.snapshotInterval = 250ms;
    sessionOptions.capture = opened->capture;
    sessionOptions.cacheBytes = options.source.cacheBytes;
    sessionOptions.columnFolder = madeSessionsDirectory();
    session::Session session(std::move(opened->source), std::move(sessionOptions));
    readAll(session, options);
    if (const auto failure = session.failure())
        return fail(*failure);

    session::SnapshotPtr snapshot = session.snapshot();
    const bool isCaptured = isRedacted ? writeRedacted(snapshot, options, opened->annex)
                                       : isCaptureWhole(opened->capture.get())
                                             && (!opened->capture || addAnnex(options.source.capture, opened->annex));
    if (options.asOf)
        snapshot = session::Replay().travel(snapshot, {*options.asOf});
    if (!options.isQuiet)
        remark(*snapshot, opened->annex);
    if (!options.exportedEvents.file.empty()) {
        const int status = runExport(snapshot, options.exportedEvents, options.isQuiet);
        return isCaptured ? status : kExitFailed;
    }
    if (!options.exportedSaga.empty()) {
        const int status = exportSaga(snapshot, options);
        return isCaptured ? status : kExitFailed;
    }
    session::Report report = session::makeReport(snapshot);
    const bool isFailed = isFailing(report, options.failOn); // judged on everything, whatever is printed
    session::keepSagas(report, options.where);
    if (!print(options.format == ReportFormat::Json ? session::toJson(report) : session::toText(report)))
        return failToPrint();
    if (!isCaptured)
        return kExitFailed;
    return isFailed ? kExitFound : kExitFine;
}

} // namespace sagascope::app
