// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/CaptureReader.h"
#include "core/session/CaptureColumns.h"
#include "core/session/EventSource.h"

namespace sagascope::session {

/// A capture, read to its end as if it came from the cluster again. What could not be read of it is told in
/// unreadable(), and in one sentence of status().problem.
///
/// Threads and ownership as EventSource says.
class CaptureSource : public EventSource
{
public:
    /// With a catalog, what an earlier reading under the same catalog left in the capture is used instead of reading the
    /// records. Errors as capture::openCapture().
    static base::Result<std::unique_ptr<CaptureSource>> open(const std::filesystem::path& path,
                                                             const catalog::Catalog* catalog = nullptr);
    CaptureSource(capture::CaptureReader reader, const std::filesystem::path& path, std::optional<CaptureColumns> columns);

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] bool isLive() const override { return false; }
    [[nodiscard]] ConnectionStatus status() const override;
    [[nodiscard]] std::vector<base::Error> unreadable() const override { return m_unreadable; }
    [[nodiscard]] std::uint64_t unreadableCount() const override { return m_unreadable.size(); }
    [[nodiscard]] std::shared_ptr<store::BlockKeeper> blocks() const override { return m_blocks; }
    [[nodiscard]] std::uint64_t repeatedCount() const override { return m_reader.repeated(); }
    [[nodiscard]] bool isRestoring() const override { return m_columns.has_value() && !m_isStopped; }
    [[nodiscard]] base::Result<RestoredChunk> restore() override;
    void giveUpRestoring() override;
    void stop() override { m_isStopped = true; }

private:
    [[nodiscard]] std::optional<RecordingFault> fault() const;

    capture::CaptureReader m_reader;
    std::shared_ptr<store::BlockKeeper> m_blocks;
    std::optional<CaptureColumns> m_columns; ///< while there are more of them
    bool m_isRestored = false;               ///< all records came from columns
    std::string m_name;
    std::uint64_t m_recordsRead = 0;
    std::vector<base::Error> m_unreadable;
    std::atomic<bool> m_isStopped{false};
};

/// A file that holds records: a capture, or JSON lines as `kcat -J` prints them (`-` is standard input). Its content
/// says which, not its name. `catalog` as for CaptureSource::open(). Errors as CaptureSource::open() and FileSource::open().
[[nodiscard]] base::Result<std::unique_ptr<EventSource>> openRecording(const std::filesystem::path& path,
                                                                      const catalog::Catalog* catalog = nullptr);

} // namespace sagascope::session
