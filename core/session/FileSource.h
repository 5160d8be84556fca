// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/event/JsonLines.h"
#include "core/session/EventSource.h"

namespace sagascope::session {

/// A file of JSON lines as `kcat -J` prints them, in file order; every topic in it is read. `-` is standard input,
/// whose writer decides how long a poll() takes.
///
/// Threads and ownership as EventSource says.
class FileSource : public EventSource
{
public:
    /// Errors: NotFound, Unreadable.
    static base::Result<std::unique_ptr<FileSource>> open(const std::filesystem::path& path);
    /// `bytes`: of the whole file; 0 where nobody knows.
    FileSource(event::JsonLinesReader reader, std::string name, std::uint64_t bytes = 0);

    base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] bool isLive() const override { return false; }
    [[nodiscard]] ConnectionStatus status() const override;
    [[nodiscard]] std::vector<base::Error> unreadable() const override { return m_unreadable; }
    [[nodiscard]] std::uint64_t unreadableCount() const override { return m_unreadableCount; }
    void stop() override { m_isStopped = true; }

private:
    void noteUnreadable();

    event::JsonLinesReader m_reader;
    std::string m_name;
    std::uint64_t m_bytes;
    std::vector<base::Error> m_unreadable;
    std::uint64_t m_unreadableCount = 0;
    std::atomic<bool> m_isStopped{false};
};

} // namespace sagascope::session
