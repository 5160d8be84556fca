// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/demo/DemoOptions.h"
#include "core/kafka/Consumer.h"
#include "core/saga/Saga.h"
#include "core/session/Query.h"
#include "core/session/copy/EventExport.h"
#include "core/store/BlockCache.h"
#include "core/session/redaction/RedactionRules.h"

namespace sagascope::app {

enum class SourceKind { Demo, Bootstrap, Profile, File };

/// Where records come from, as the command line says it. A plain value.
struct SourceOptions
{
    SourceKind kind = SourceKind::Demo;
    std::string name; ///< hosts, profile or file; empty for the demo
    demo::DemoOptions demo;
    std::optional<kafka::StartPoint> start; ///< nothing: as the profile says, else the beginning
    bool isPasswordOnStdin = false;         ///< of a profile
    bool isUntilEnd = false;
    std::optional<base::Timestamp> until; ///< with isUntilEnd: records before it only
    std::optional<kafka::IsolationLevel> isolation; ///< nothing: as the profile says, else read_committed
    kafka::RecordSearch search; ///< of a cluster
    std::optional<std::uint32_t> oneIn; ///< of a cluster or a file; nothing: as the profile says, else everything
    std::optional<std::chrono::milliseconds> duration; ///< of reading from a cluster; the demo has its own
    std::size_t cacheBytes = store::defaultCacheBytes(); ///< most memory for records that were read again
    std::string capture; ///< file that everything read is written to as well; empty: none
    std::optional<std::chrono::milliseconds> connectTimeout; ///< nothing: wait for ever, as a window does
};

/// Findings and states that make a report exit with 1.
struct FailOn
{
    std::optional<base::Severity> severity; ///< this one or worse
    std::vector<saga::SagaState> states;
};

enum class ReportFormat { Text, Json, JsonLines, Csv, Mermaid, PlantUml };

/// Events to write into a file instead of a report.
struct ExportOptions
{
    std::string file; ///< empty: none; "-": standard output
    session::Query where;
    session::ExportForm form = session::ExportForm::JsonLines;
    bool isUnmasked = false;
};

struct ReportOptions
{
    SourceOptions source;
    std::optional<base::Timestamp> asOf;
    session::Query where; ///< empty: all sagas
    ReportFormat format = ReportFormat::Text;
    std::string exportedSaga; ///< key or id of the one saga to print; empty: the report
    ExportOptions exportedEvents;
    bool isQuiet = false;
    bool isEstimate = false; ///< how much would be read, instead of reading it
    FailOn failOn;
    session::RedactionRules redaction; ///< of source.capture, which is then written at the end; none: it is written meanwhile
    std::string definitions; ///< folder; empty: only the built-in definitions, so that a report depends on nothing else
};

struct ScreenshotOptions
{
    SourceOptions source;
    std::string directory;
    std::vector<std::string> themes{"dark", "light"};
    int width = 1280;
    int height = 800;
    std::string language;
    std::chrono::milliseconds warmUp{12'000}; ///< how long a live source is read before the pictures are taken
    std::string definitions; ///< folder; empty: only the built-in ones
};

struct WindowOptions
{
    SourceOptions source;
    std::string theme;    ///< empty: as chosen last
    std::string language; ///< empty: as the system has it
    bool hasDiagnostics = false;
    std::string link;          ///< to an event; empty: none
    bool isWithoutSource = false; ///< a link came alone: a person opens what it belongs to
    std::string definitions; ///< folder; empty: the one in the configuration directory
    bool isReadOnly = false; ///< nothing is written into the file that is opened
};

} // namespace sagascope::app
