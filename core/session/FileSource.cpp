// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileSource.h"

#include <algorithm>
#include <iostream>
#include <utility>

namespace sagascope::session {
namespace {

constexpr std::size_t kMostUnreadable = 1'000; ///< that are named; the rest is only counted

event::JsonLinesReader readStandardInput()
{
    return event::JsonLinesReader(std::make_unique<std::istream>(std::cin.rdbuf()), "standard input");
}

} // namespace

base::Result<std::unique_ptr<FileSource>> FileSource::open(const std::filesystem::path& path)
{
    if (path == "-")
        return std::make_unique<FileSource>(readStandardInput(), "standard input");
    if (std::filesystem::is_directory(path))
        return base::Error{base::ErrorCode::Unreadable, path.string(), "is a directory"};
    auto reader = event::JsonLinesReader::open(path);
    if (!reader)
        return reader.error();
    std::error_code failure;
    const std::uint64_t bytes = std::filesystem::is_regular_file(path, failure) ? std::filesystem::file_size(path, failure) : 0;
    return std::make_unique<FileSource>(*std::move(reader), path.filename().string(), failure ? 0 : bytes);
}

FileSource::FileSource(event::JsonLinesReader reader, std::string name, std::uint64_t bytes)
    : m_reader(std::move(reader)), m_name(std::move(name)), m_bytes(bytes)
{
}

base::Result<event::RecordBatch> FileSource::poll(std::size_t max, std::chrono::milliseconds)
{
    if (isFinished())
        return event::RecordBatch();
    auto batch = m_reader.read(max);
    noteUnreadable();
    return batch;
}

void FileSource::noteUnreadable()
{
    for (base::Error& line : m_reader.takeUnreadable()) {
        ++m_unreadableCount;
        if (m_unreadable.size() < kMostUnreadable)
            m_unreadable.push_back({line.code, m_name + ":" + line.subject, std::move(line.detail)});
    }
}

bool FileSource::isFinished() const
{
    return m_isStopped || m_reader.isAtEnd();
}

ConnectionStatus FileSource::status() const
{
    ConnectionStatus status;
    status.name = m_name;
    status.isReadOnly = true;
    status.state = isFinished() ? ConnectionState::Finished : ConnectionState::Connected;
    status.backlog = static_cast<std::int64_t>(m_bytes);
    status.backlogLeft = isFinished() ? 0 : std::max<std::int64_t>(0, status.backlog - static_cast<std::int64_t>(m_reader.bytesRead()));
    status.isBacklogInBytes = true;
    return status;
}

} // namespace sagascope::session
