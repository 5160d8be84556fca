// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"

namespace sagascope::capture {

class Database;

/// What a person remarked about an event or a saga. A plain value.
struct Note
{
    std::string topic; ///< the event's coordinates; of a saga's note those of its first event, which finds it under another key
    std::int32_t partition = 0;
    std::int64_t offset = 0;
    std::string saga; ///< its key; empty when the note is about the event
    bool isBookmarked = false;
    std::string text; ///< empty for a mere bookmark
    base::Timestamp changedAt = base::kNoTime;

    friend bool operator==(const Note&, const Note&) = default;
};

/// What a capture holds besides its records.
struct CaptureAnnex
{
    std::string redaction; ///< what was taken out of the records; empty: nothing
    std::vector<Note> notes; ///< in no order

    [[nodiscard]] bool isEmpty() const { return redaction.empty() && notes.empty(); }
    friend bool operator==(const CaptureAnnex&, const CaptureAnnex&) = default;
};

/// What the capture holds; nothing where it is older than such things, or that part of it cannot be read. Errors as
/// openCapture().
[[nodiscard]] base::Result<CaptureAnnex> readAnnex(const std::filesystem::path& path);

/// Makes the capture hold these notes and no others, and say that it was redacted where `annex` does; at once or not at
/// all. For one that nobody writes. Errors as openCapture(), and ReadOnly where it can only be read.
[[nodiscard]] base::Result<void> writeAnnex(const std::filesystem::path& path, const CaptureAnnex& annex);

/// Makes the capture hold these notes and no others, as part of the transaction that runs. For who writes it already.
[[nodiscard]] base::Result<void> putNotes(Database& database, const std::vector<Note>& notes);

} // namespace sagascope::capture
