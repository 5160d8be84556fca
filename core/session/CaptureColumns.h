// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "core/base/Result.h"
#include "core/capture/ColumnPart.h"
#include "core/session/RestoredChunk.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// Raised whenever what a program would read of a record becomes another, or the form in which it is written down.
inline constexpr std::int64_t kColumnVersion = 2;

/// What a capture needs so that nothing has to be decoded when it is opened again: rows and descriptions of everything in
/// the snapshot, which must be what the capture holds, record by record. For CaptureWriter::close().
[[nodiscard]] capture::ColumnSource columnsOf(SnapshotPtr snapshot);

/// Reads the columns of a capture. One thread.
class CaptureColumns
{
public:
    /// Nothing where the capture has none, or those of another catalog or version of the program, or where it does not
    /// hold every record.
    [[nodiscard]] static std::optional<CaptureColumns> open(const std::filesystem::path& path, const catalog::Catalog& catalog);
    CaptureColumns(CaptureColumns&&) noexcept;
    CaptureColumns& operator=(CaptureColumns&&) noexcept;
    ~CaptureColumns();

    [[nodiscard]] bool isAtEnd() const;
    /// The next chunk; Malformed when it is damaged.
    [[nodiscard]] base::Result<RestoredChunk> read();

private:
    struct Impl;
    explicit CaptureColumns(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::session
