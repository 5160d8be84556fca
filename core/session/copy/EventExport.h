// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/session/JsonStream.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

enum class ExportForm : std::uint8_t {
    Csv,       ///< RFC 4180, UTF-8, a line of titles first
    JsonLines, ///< as `kcat -J` prints records and `--import` reads them
};

/// A column of the CSV form. Its values are for scripts and sheets: whole ids, times in UTC, bytes as a number, and the same words in
/// every language.
struct ExportColumn
{
    enum class Kind : std::uint8_t {
        Time, ///< the producer's, else the broker's
        Topic,
        Partition,
        Offset,
        Type,
        Source,
        Identifiers,
        Saga,     ///< its key
        Size,     ///< bytes of key, value and headers
        Findings, ///< names of the rules
        Marks,
        ProducerTime,
        BrokerTime,
        Delay, ///< from producer to broker, in milliseconds
        Key,   ///< from here on the record is read for it
        EventId,
        CorrelationId,
        CausationId,
        Payload, ///< what `path` leads to, as text or as JSON; several values of an array stand apart by commas
    };
    Kind kind = Kind::Time;
    std::vector<std::string> path; ///< of Payload: steps of the query language, see readPayloadField()
};

/// Those up to the marks: what the table shows by itself.
[[nodiscard]] std::vector<ExportColumn> ordinaryExportColumns();
[[nodiscard]] std::string exportTitle(const ExportColumn& column); ///< `time`, `topic`, …, `payload.amount`

/// What is written down, and how. A value.
struct EventExport
{
    SnapshotPtr snapshot;
    std::vector<std::uint32_t> events; ///< in the order in which they are written
    ExportForm form = ExportForm::JsonLines;
    std::vector<ExportColumn> columns = ordinaryExportColumns(); ///< of the CSV form
    bool isMasked = true; ///< secrets, as in every copy; in JSON lines a payload that is no JSON is left out whole
};

struct ExportCount
{
    std::size_t written = 0;
    std::size_t unreadable = 0; ///< records that the store could not give back: they are left out
};

/// Told now and then how many events are done; false: nobody waits any more.
using ExportProgress = std::function<bool(std::size_t events)>;

/// Writes into the sink. Cancelled when the progress said so, Refused when the sink wanted no more. Any thread; takes as long
/// as there are events.
[[nodiscard]] base::Result<ExportCount> exportEvents(const EventExport& order, const TextSink& sink, const ExportProgress& progress = {});

/// Writes a file, whole or not at all: what was there before stays until everything is written. Something that is no ordinary file (a
/// pipe, a device) is written into as it comes. Errors name the file: Cancelled, or Refused with the system's reason.
[[nodiscard]] base::Result<ExportCount> exportEvents(const EventExport& order, const std::filesystem::path& path,
                                                     const ExportProgress& progress = {});

/// One field of CSV: in quotes where it must be. A text that a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace sagascope::session
