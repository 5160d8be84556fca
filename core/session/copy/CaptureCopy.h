// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/CaptureAnnex.h"
#include "core/session/Snapshot.h"
#include "core/session/redaction/RecordRedaction.h"

namespace sagascope::session {

/// Everything that was read so far, to be written into a capture of its own.
struct CaptureOrder
{
    SnapshotPtr snapshot; ///< its records are saved in the order in which they came, later ones than `asOf`, too
    std::filesystem::path path;
    bool mayReplace = false; ///< a file that is there; without it there must be none
    RedactionRules redaction{};
    std::string redactedBefore{};       ///< what had been taken out already, in the words of CaptureAnnex
    std::vector<capture::Note> notes{}; ///< go along, redacted like everything else
};

struct CaptureProgress
{
    std::uint64_t done = 0;  ///< records, of both rounds where it is redacted
    std::uint64_t total = 0; ///< … to be done
};
/// Told every few records; false: nobody wants it any more.
using CaptureStep = std::function<bool(const CaptureProgress&)>;

struct CaptureOutcome
{
    std::uint64_t records = 0;
    std::uint64_t bytes = 0; ///< of the file
    RedactionCounts redacted;
};

/// Writes the capture beside its place under another name and puts it there when it is whole, so that whatever goes wrong
/// leaves nothing behind, and an older file as it was. Takes as long as there is much: call it from a worker; any thread.
///
/// Cancelled when `step` said so; InvalidArgument when there is a file that must not be replaced; Refused when that file is
/// one that somebody writes or was killed writing; otherwise as CaptureWriter and EventStore::View::record() say.
[[nodiscard]] base::Result<CaptureOutcome> writeCapture(const CaptureOrder& order, const CaptureStep& step = {});

/// How much of it the rules would change, without writing anything. Cancelled, or as EventStore::View::record() says.
[[nodiscard]] base::Result<RedactionCounts> countRedacted(const Snapshot& snapshot, const RedactionRules& rules,
                                                          const CaptureStep& step = {});

} // namespace sagascope::session
