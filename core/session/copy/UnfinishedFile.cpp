// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/UnfinishedFile.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace sagascope::session {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 3> kLogs{"-wal", "-journal", "-shm"};

bool isThere(const fs::path& path)
{
    std::error_code failure;
    return fs::exists(fs::symlink_status(path, failure));
}

fs::path withSuffix(fs::path path, const char* suffix)
{
    return path += suffix;
}

fs::path unusedName(const fs::path& place)
{
    std::random_device random;
    std::array<char, 24> suffix{};
    fs::path path;
    do {
        std::snprintf(suffix.data(), suffix.size(), ".%08x.part", static_cast<unsigned>(random()));
        path = place.parent_path() / ("." + place.filename().string() + suffix.data());
    } while (isThere(path));
    return path;
}

/// Bytes 18 and 19 of an SQLite file are 2 while it has a write-ahead log; a capture that was closed has none.
bool isBeingWritten(const fs::path& path)
{
    constexpr std::size_t kVersionAt = 18;
    std::error_code failure;
    if (!fs::is_regular_file(path, failure)) // reading would take bytes away from a pipe
        return false;
    std::ifstream file(path, std::ios::binary);
    std::array<char, kVersionAt + 1> head{};
    const bool isSqlite = file.read(head.data(), head.size()) && std::string_view(head.data(), 15) == "SQLite format 3";
    return isSqlite && head[kVersionAt] == 2;
}

base::Result<void> checkPlace(const fs::path& place, bool mayReplace)
{
    std::error_code failure;
    if (fs::is_directory(place, failure))
        return base::Error{base::ErrorCode::InvalidArgument, place.string(), "is a folder"};
    if (isThere(place) && !mayReplace)
        return base::Error{base::ErrorCode::InvalidArgument, place.string(), "there is a file of this name already"};
    if (isBeingWritten(place) || isThere(withSuffix(place, "-wal")) || isThere(withSuffix(place, "-journal")))
        return base::Error{base::ErrorCode::Refused, place.string(), "is being written, or was not closed; choose another name"};
    return {};
}

} // namespace

base::Result<UnfinishedFile> UnfinishedFile::beside(const fs::path& place, bool mayReplace)
{
    std::error_code failure;
    const fs::path whole = fs::weakly_canonical(fs::absolute(place), failure); // what a link leads to is replaced, not the link
    if (failure)
        return base::Error{base::ErrorCode::Unreadable, place.string(), failure.message()};
    if (const auto checked = checkPlace(whole, mayReplace); !checked)
        return checked.error();
    return UnfinishedFile(whole, unusedName(whole), mayReplace);
}

UnfinishedFile::UnfinishedFile(fs::path place, fs::path path, bool mayReplace)
    : m_place(std::move(place)), m_path(std::move(path)), m_mayReplace(mayReplace)
{
}

UnfinishedFile::UnfinishedFile(UnfinishedFile&& other) noexcept
    : m_place(std::move(other.m_place)), m_path(std::exchange(other.m_path, {})), m_mayReplace(other.m_mayReplace)
{
}

UnfinishedFile::~UnfinishedFile()
{
    if (m_path.empty())
        return;
    std::error_code failure; // nobody is left to be told
    fs::remove(m_path, failure);
    for (const char* log : kLogs)
        fs::remove(withSuffix(m_path, log), failure);
}

std::uint64_t UnfinishedFile::size() const
{
    std::error_code failure;
    const auto size = fs::file_size(m_path, failure);
    return failure ? 0 : size;
}

base::Error UnfinishedFile::inItsName(base::Error error) const
{
    if (error.subject.empty() || error.subject == m_path.string())
        error.subject = m_place.string();
    return error;
}

base::Result<void> UnfinishedFile::finish()
{
    // It may have come while this one was written.
    if (const auto checked = checkPlace(m_place, m_mayReplace); !checked)
        return checked;
    std::error_code failure;
    fs::rename(m_path, m_place, failure);
    if (failure)
        return base::Error{base::ErrorCode::Unreadable, m_place.string(), failure.message()};
    m_path.clear();
    return {};
}

} // namespace sagascope::session
