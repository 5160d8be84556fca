// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportCommand.h"

#include <QString>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "app/Console.h"
#include "app/Interrupt.h"
#include "core/session/EventScan.h"
#include "core/session/QueryMatcher.h"

namespace sagascope::app {
namespace {

using Steady = std::chrono::steady_clock;

std::vector<std::uint32_t> eventsOf(const session::Snapshot& snapshot, const session::Query& where, ProgressLine& progress)
{
    std::vector<std::uint32_t> events;
    const std::size_t all = snapshot.events.size();
    session::EventScan scan;
    scan.end = all;
    scan.makeQuestion = [&] {
        return [&snapshot, matcher = session::QueryMatcher(where)](base::EventIndex event) mutable {
            return !snapshot.isLater(event) && matcher.matches(snapshot, event);
        };
    };
    scan.deliver = [&](const session::EventScanPart& part) {
        events.insert(events.end(), part.found.begin(), part.found.end());
        progress.show("searching: " + std::to_string(part.searchedTo) + " of " + std::to_string(all) + " events");
    };
    scan.isStopped = [] { return Interrupt::isRequested(); };
    scan.run();
    return events;
}

/// The rate is over everything written so far: it need not be quick to change.
session::ExportProgress tellInto(ProgressLine& progress, std::size_t all)
{
    return [&progress, all, start = Steady::now(), told = Steady::time_point()](std::size_t done) mutable {
        using namespace std::chrono_literals;
        const auto now = Steady::now();
        const double seconds = std::chrono::duration<double>(now - start).count();
        if (now - told > 100ms && seconds > 0) {
            told = now;
            progress.show("writing: " + std::to_string(done) + " of " + std::to_string(all) + " events, " + std::to_string(std::int64_t(double(done) / seconds))
                          + " events/s");
        }
        return !Interrupt::isRequested();
    };
}

base::Result<session::ExportCount> write(const session::EventExport& order, const std::string& file, ProgressLine& progress)
{
    const auto tell = tellInto(progress, order.events.size());
    if (file != "-")
        return session::exportEvents(order, std::filesystem::path(QString::fromStdString(file).toStdU16String()), tell);
    const session::TextSink print = [](std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); };
    auto written = session::exportEvents(order, print, tell);
    if ((!written && written.error().code == base::ErrorCode::Refused) || std::fflush(stdout) != 0)
        return base::Error{base::ErrorCode::Refused, "standard output", std::strerror(errno)};
    return written;
}

int fail(base::Error error, const ExportOptions& options)
{
    if (error.code == base::ErrorCode::Cancelled)
        error.detail = options.file == "-" ? "interrupted" : "interrupted; no file was written";
    complain("--export-events " + sentence(error));
    return kExitFailed;
}

} // namespace

int runExport(const session::SnapshotPtr& snapshot, const ExportOptions& options, bool isQuiet)
{
    Interrupt::install(); // an interrupt that ended the reading is no reason not to write what was read
    session::EventExport order;
    order.snapshot = snapshot;
    order.form = options.form;
    order.isMasked = !options.isUnmasked;
    base::Result<session::ExportCount> written = base::Error{base::ErrorCode::Cancelled, options.file, {}};
    {
        ProgressLine progress(isQuiet);
        order.events = eventsOf(*snapshot, options.where, progress);
        if (!Interrupt::isRequested())
            written = write(order, options.file, progress);
    }
    if (!written)
        return fail(written.error(), options);
    if (written->unreadable > 0)
        complain(std::to_string(written->unreadable) + " records could not be read back and are not in the export");
    if (!isQuiet)
        complain(std::to_string(written->written) + " events written" + (order.isMasked ? ", secrets masked" : ", secrets not masked"));
    return written->unreadable > 0 ? kExitFailed : kExitFine;
}

} // namespace sagascope::app
