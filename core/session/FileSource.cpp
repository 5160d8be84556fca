// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileSource.h"

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
    return std::make_unique<FileSource>(*std::move(reader), path.filename().string());
}

FileSource::FileSource(event::JsonLinesReader reader, std::string name)
    : m_reader(std::move(reader)), m_name(std::move(name))
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
    return status;
}

} // namespace sagascope::session
