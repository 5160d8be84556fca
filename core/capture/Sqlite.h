// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/Result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sagascope::capture {

/// One prepared statement; goes before its database. One thread at a time.
class Statement
{
public:
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    /// Parameters and columns count from 1 and from 0, as SQLite has it. Bound bytes must stay until reset().
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bindBytes(int parameter, std::string_view bytes);
    Statement& bindNull(int parameter);
    [[nodiscard]] base::Result<bool> step(); ///< whether there is a row
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const; ///< until the next step

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// An SQLite file; errors name it and say what SQLite says. Movable, one thread at a time.
class Database
{
public:
    enum class Mode
    {
        Create,    ///< must not be there yet
        Write,
        Read,
        Unlocked,  ///< read where not even a lock can be written, with the log beside it; nobody may write meanwhile
        Immutable, ///< the same without the log
    };
    /// NotFound, ReadOnly, Unreadable; InvalidArgument when the file to create is there.
    [[nodiscard]] static base::Result<Database> open(const std::filesystem::path& path, Mode mode);

    [[nodiscard]] base::Result<void> run(const char* sql);
    [[nodiscard]] base::Result<Statement> prepare(const char* sql);
    /// The first column of the first row; NotFound when there is none.
    [[nodiscard]] base::Result<std::int64_t> integer(const char* sql);
    /// Whether the file is no longer where it was opened: whatever is written now is lost.
    [[nodiscard]] bool hasVanished() const;

private:
    struct Close
    {
        void operator()(sqlite3* database) const;
    };
    Database(sqlite3* database, std::string name) : m_database(database), m_name(std::move(name)) {}
    [[nodiscard]] base::Error lastError() const;

    std::unique_ptr<sqlite3, Close> m_database;
    std::string m_name;
};

} // namespace sagascope::capture
