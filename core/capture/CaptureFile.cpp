// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureFile.h"

#include <fstream>
#include <string>

namespace sagascope::capture {
namespace {

/// Pages of 1 KiB waste little behind blobs of some KiB. A commit is on the disk when it returns (synchronous = FULL).
constexpr const char* kSchema =
    "PRAGMA page_size = 1024;"
    "PRAGMA application_id = 0x53414741;"
    "PRAGMA user_version = 200;"
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE blocks(seq INTEGER PRIMARY KEY, records INTEGER NOT NULL, raw_size INTEGER NOT NULL,"
    " checksum INTEGER NOT NULL, first_time INTEGER, last_time INTEGER, bytes BLOB NOT NULL);"
    "CREATE TABLE dictionaries(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE columns(name TEXT NOT NULL, seq INTEGER NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY(name, seq));"
    "INSERT INTO meta VALUES('is-closed', 0), ('missed', 0), ('repeated', 0);"
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA wal_autocheckpoint = 8000;";

bool isThere(const std::filesystem::path& path, const char* suffix)
{
    std::error_code failure;
    std::filesystem::path beside = path;
    beside += suffix;
    return std::filesystem::exists(beside, failure);
}

/// Brings what the write-ahead log of a killed writer holds into the file, or takes back what it was about when it was
/// killed at the file's beginning or end, where there is a journal instead. Where that is impossible (no right to write,
/// somebody still writes) the log is read beside the file, so nothing depends on it.
void putInOrder(const std::filesystem::path& path)
{
    if (!isThere(path, "-wal") && !isThere(path, "-journal"))
        return;
    auto database = Database::open(path, Database::Mode::Write);
    if (database && database->integer("SELECT count(*) FROM sqlite_schema") && database->run("PRAGMA wal_checkpoint(TRUNCATE)"))
        static_cast<void>(database->run("PRAGMA journal_mode = DELETE"));
}

base::Result<void> check(Database& database, const std::filesystem::path& path)
{
    const auto application = database.integer("PRAGMA application_id");
    const auto version = database.integer("PRAGMA user_version");
    if (!application || !version)
        return !application ? application.error() : version.error();
    if (*application != kApplicationId)
        return base::Error{base::ErrorCode::Unsupported, path.string(), "is an SQLite file, but no capture"};
    if (*version / 100 > kVersion / 100)
        return base::Error{base::ErrorCode::Unsupported, path.string(),
                           "was written by a later Sagascope; open it with that one"};
    if (const auto blocks = database.prepare("SELECT seq FROM blocks"); !blocks)
        return base::Error{base::ErrorCode::Malformed, path.string(), "is cut off or damaged: " + blocks.error().detail};
    return {};
}

base::Result<Database> openAs(const std::filesystem::path& path, Database::Mode mode)
{
    auto database = Database::open(path, mode);
    if (!database)
        return database;
    if (const auto checked = check(*database, path); !checked)
        return checked.error();
    return database;
}

} // namespace

bool isCaptureFile(const std::filesystem::path& path)
{
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) // reading would take bytes away from a pipe
        return false;
    std::ifstream file(path, std::ios::binary);
    std::string start(kMagic.size(), ' ');
    return file.read(start.data(), std::streamsize(start.size())) && start == kMagic;
}

base::Result<Database> createCapture(const std::filesystem::path& path)
{
    auto database = Database::open(path, Database::Mode::Create);
    if (!database)
        return database;
    if (const auto made = database->run(kSchema); !made) {
        std::error_code failure;
        std::filesystem::remove(path, failure); // ours, and empty
        return made.error();
    }
    return database;
}

base::Result<Database> openCapture(const std::filesystem::path& path)
{
    putInOrder(path);
    auto database = openAs(path, Database::Mode::Read);
    if (database || database.error().code == base::ErrorCode::NotFound || database.error().code == base::ErrorCode::Unsupported)
        return database;
    // On storage that cannot be written SQLite lacks the files for locks that it wants.
    for (const auto mode : {Database::Mode::Unlocked, Database::Mode::Immutable}) {
        if (auto other = openAs(path, mode))
            return other;
    }
    return database;
}

} // namespace sagascope::capture
