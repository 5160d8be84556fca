// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SessionFolder.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "core/capture/CaptureFile.h"

namespace sagascope::app {
namespace {

namespace fs = std::filesystem;

fs::path lockOf(const fs::path& capture)
{
    fs::path lock = capture;
    return lock.replace_extension(".lock");
}

/// Held as long as the session runs; a lock whose program is gone is nobody's.
std::unique_ptr<QLockFile> lockFor(const fs::path& capture)
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdU16String(lockOf(capture).u16string()));
    lock->setStaleLockTime(0); // however long the session runs
    return lock->tryLock() ? std::move(lock) : nullptr;
}

/// The writer with its lock; the file goes when both do.
struct Held
{
    Held(fs::path capture, std::unique_ptr<QLockFile> held, std::unique_ptr<capture::CaptureWriter> made)
        : path(std::move(capture)), lock(std::move(held)), writer(std::move(made))
    {
    }
    ~Held()
    {
        writer.reset();
        removeLeftBehind(path);
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    fs::path path;
    std::unique_ptr<QLockFile> lock; ///< released last
    std::unique_ptr<capture::CaptureWriter> writer;
};

} // namespace

base::Result<std::shared_ptr<capture::CaptureWriter>> SessionFolder::create() const
{
    std::error_code failure;
    fs::create_directories(m_folder, failure); // creating the file says what is wrong
    const std::string name = "session-" + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")).toStdString() + '-'
        + QUuid::createUuid().toString(QUuid::Id128).first(4).toStdString();
    const fs::path path = m_folder / (name + std::string(capture::kCaptureSuffix));
    auto lock = lockFor(path);
    auto writer = capture::CaptureWriter::create(path);
    if (!writer)
        return writer.error();
    const auto held = std::make_shared<Held>(path, std::move(lock), *std::move(writer));
    return std::shared_ptr<capture::CaptureWriter>(held, held->writer.get());
}

std::vector<fs::path> SessionFolder::leftBehind() const
{
    std::error_code failure;
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, failure)) {
        const fs::path& path = entry.path();
        if (path.extension() == capture::kCaptureSuffix && lockFor(path))
            found.emplace_back(entry.last_write_time(failure), path);
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<fs::path> captures;
    for (auto& [time, path] : found)
        captures.push_back(std::move(path));
    return captures;
}

void removeLeftBehind(const fs::path& capture)
{
    std::error_code failure;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(capture) += suffix, failure);
}

} // namespace sagascope::app
