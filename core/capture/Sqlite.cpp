// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/Sqlite.h"

#include <utility>

#include <sqlite3.h>

namespace sagascope::capture {
namespace {

#ifdef _WIN32
constexpr const char* kWithoutLocks = "win32-none";
#else
constexpr const char* kWithoutLocks = "unix-none";
#endif
constexpr int kPatience = 2'000; ///< ms, for somebody else's lock

base::ErrorCode codeOf(int result)
{
    switch (result & 0xff) {
    case SQLITE_READONLY: return base::ErrorCode::ReadOnly;
    case SQLITE_PERM: return base::ErrorCode::ReadOnly;
    case SQLITE_FULL: return base::ErrorCode::TooLarge;
    case SQLITE_CORRUPT: return base::ErrorCode::Malformed;
    case SQLITE_NOTADB: return base::ErrorCode::Malformed;
    case SQLITE_BUSY: return base::ErrorCode::Refused;
    default: return base::ErrorCode::Unreadable;
    }
}

base::Error errorOf(sqlite3* database, const std::string& name)
{
    if (database == nullptr)
        return {base::ErrorCode::Internal, name, "no memory"};
    return {codeOf(sqlite3_extended_errcode(database)), name, sqlite3_errmsg(database)};
}

int flagsOf(Database::Mode mode)
{
    constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    if (mode == Database::Mode::Create)
        return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    return kAlways | (mode == Database::Mode::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
}

/// As a URI, so that no name is taken for one, and an immutable file can be called so.
std::string uriOf(const std::filesystem::path& path, Database::Mode mode)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    const std::u8string text = std::filesystem::absolute(path).generic_u8string();
    std::string uri = text.starts_with(u8'/') ? "file://" : "file:///";
    for (const char8_t c : text) {
        const bool isPlain = c > 0x20 && c < 0x7f && c != u8'%' && c != u8'?' && c != u8'#';
        if (isPlain)
            uri += static_cast<char>(c);
        else
            uri.append({'%', kHex[c >> 4U], kHex[c & 0xfU]});
    }
    if (mode == Database::Mode::Immutable)
        return uri + "?immutable=1";
    return mode == Database::Mode::Unlocked ? uri + "?vfs=" + kWithoutLocks : uri;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    return sqlite3_bind_int64(m_statement.get(), parameter, value), *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    return sqlite3_bind_text64(m_statement.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8), *this;
}

Statement& Statement::bindBytes(int parameter, std::string_view bytes)
{
    return sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC), *this;
}

Statement& Statement::bindNull(int parameter)
{
    return sqlite3_bind_null(m_statement.get(), parameter), *this;
}

base::Result<bool> Statement::step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return result == SQLITE_ROW;
    sqlite3* database = sqlite3_db_handle(m_statement.get());
    const char* name = sqlite3_db_filename(database, "main");
    return errorOf(database, name == nullptr ? "" : name);
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::bytes(int column) const
{
    const void* bytes = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), std::size_t(size));
}

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

base::Result<Database> Database::open(const std::filesystem::path& path, Mode mode)
{
    std::error_code failure;
    const bool isThere = std::filesystem::exists(path, failure);
    if (mode == Mode::Create && isThere)
        return base::Error{base::ErrorCode::InvalidArgument, path.string(), "there is a file of this name already"};
    if (mode != Mode::Create && !isThere)
        return base::Error{base::ErrorCode::NotFound, path.string(), "no such file"};
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(uriOf(path, mode).c_str(), &opened, flagsOf(mode), nullptr);
    Database database(opened, path.string());
    if (result != SQLITE_OK)
        return database.lastError();
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, kPatience);
    // SQLite refuses a file that is shorter than it should be, unless it is told that somebody knows.
    if (mode != Mode::Create && mode != Mode::Write)
        static_cast<void>(database.run("PRAGMA writable_schema = ON"));
    if (mode == Mode::Unlocked) // keeps the log's index in memory, since no file for it can be made
        static_cast<void>(database.run("PRAGMA locking_mode = EXCLUSIVE"));
    return database;
}

base::Error Database::lastError() const
{
    return errorOf(m_database.get(), m_name);
}

base::Result<void> Database::run(const char* sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

base::Result<Statement> Database::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        return lastError();
    return Statement(statement);
}

base::Result<std::int64_t> Database::integer(const char* sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row || statement->isNull(0))
        return base::Error{base::ErrorCode::NotFound, m_name, "holds nothing of the kind"};
    return statement->integer(0);
}

bool Database::hasVanished() const
{
    int hasMoved = 0;
    const int result = sqlite3_file_control(m_database.get(), "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    return result == SQLITE_OK && hasMoved != 0;
}

} // namespace sagascope::capture
