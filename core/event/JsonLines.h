// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/event/RawRecord.h"

namespace sagascope::event {

// Records as lines of JSON, in the form that `kcat -J` prints: topic, partition, offset, ts and tstype, key and payload
// (text or null), headers as a flat list of names and values. kcat puts bytes that are no UTF-8 there as they are,
// which is no JSON, so lines are read byte by byte and nothing of a value is lost. Bytes may also stand in
// `keyBase64`, `payloadBase64` and `headersBase64`, which win over their plain forms.

/// Reads one line and appends its record to the batch. Malformed when the line holds no record: not an object, or
/// without topic, partition and offset; `detail` says what is wrong.
[[nodiscard]] base::Result<void> readLine(std::string_view line, RecordBatch& batch);

/// One line (no line break) that readLine() reads as the same record; valid JSON whatever the bytes.
[[nodiscard]] std::string writeLine(const RawRecord& record);

/// A file of such lines, read piece by piece, in the order of the file. Blank lines are passed over; a byte order mark
/// and CRLF are fine. Not thread-safe; the batches are free to go anywhere.
class JsonLinesReader
{
public:
    /// Unreadable or NotFound, naming the file.
    [[nodiscard]] static base::Result<JsonLinesReader> open(const std::filesystem::path& path);
    explicit JsonLinesReader(std::unique_ptr<std::istream> stream, std::string name = {});

    /// The next records, at most `max`; fewer only at the end. Unreadable when the file fails to give more.
    [[nodiscard]] base::Result<RecordBatch> read(std::size_t max);
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

    /// Lines that held no record, since the last call: `subject` is the line's number (from 1), `detail` the reason.
    [[nodiscard]] std::vector<base::Error> takeUnreadable();
    [[nodiscard]] std::uint64_t bytesRead() const { return m_bytesRead; }
    [[nodiscard]] std::size_t lineNumber() const { return m_lineNumber; } ///< lines read so far

private:
    void take(std::string_view line, RecordBatch& batch);

    std::unique_ptr<std::istream> m_stream;
    std::string m_name;
    std::string m_line; ///< reused
    std::size_t m_lineNumber = 0;
    std::uint64_t m_bytesRead = 0;
    bool m_isAtEnd = false;
    std::vector<base::Error> m_unreadable;
};

} // namespace sagascope::event
