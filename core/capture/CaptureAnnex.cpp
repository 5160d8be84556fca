// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureAnnex.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

#include "core/base/Utf8.h"
#include "core/capture/CaptureFile.h"

namespace sagascope::capture {
namespace {

constexpr std::size_t kMostNotes = 1'000'000; ///< that are read; any file may be opened
constexpr std::int64_t kAdditionWithAnnex = 1;

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS notes(topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,"
    " saga TEXT NOT NULL, is_bookmarked INTEGER NOT NULL, text TEXT NOT NULL, changed_at INTEGER,"
    " PRIMARY KEY(saga, topic, partition, offset))";
constexpr const char* kSelect = "SELECT topic, partition, offset, saga, is_bookmarked, text, changed_at FROM notes";
constexpr const char* kDelete = "DELETE FROM notes WHERE topic = ? AND partition = ? AND offset = ? AND saga = ?";
/// What a later addition keeps beside a note stays.
constexpr const char* kInsert =
    "INSERT INTO notes(topic, partition, offset, saga, is_bookmarked, text, changed_at) VALUES(?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT(saga, topic, partition, offset) DO UPDATE SET is_bookmarked = excluded.is_bookmarked,"
    " text = excluded.text, changed_at = excluded.changed_at";

auto placeOf(const Note& note)
{
    return std::tie(note.saga, note.topic, note.partition, note.offset);
}

std::optional<std::string> textOf(const Statement& row, int column)
{
    const std::string_view bytes = row.bytes(column);
    return base::isUtf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
}

std::optional<Note> noteOf(const Statement& row)
{
    const auto topic = textOf(row, 0);
    const auto saga = textOf(row, 3);
    const auto text = textOf(row, 5);
    if (!topic || !saga || !text || (topic->empty() && saga->empty()))
        return std::nullopt;
    const auto changedAt = row.isNull(6) ? base::kNoTime : base::Timestamp(base::Duration(row.integer(6)));
    return Note{*topic, static_cast<std::int32_t>(row.integer(1)), row.integer(2), *saga, row.integer(4) != 0, *text, changedAt};
}

std::vector<Note> notesOf(Database& database)
{
    std::vector<Note> notes;
    auto select = database.prepare(kSelect);
    if (!select)
        return notes;
    for (auto row = select->step(); row && *row && notes.size() < kMostNotes; row = select->step()) {
        if (auto note = noteOf(*select))
            notes.push_back(*std::move(note));
    }
    return notes;
}

std::string redactionOf(Database& database)
{
    auto select = database.prepare("SELECT value FROM meta WHERE key = 'redacted'");
    if (!select)
        return {};
    const auto row = select->step();
    return row && *row ? textOf(*select, 0).value_or(std::string()) : std::string();
}

Statement& bindPlace(Statement& statement, const Note& note)
{
    return statement.bind(1, note.topic).bind(2, std::int64_t(note.partition)).bind(3, note.offset).bind(4, note.saga);
}

base::Result<void> put(Statement& statement)
{
    const auto done = statement.step();
    statement.reset();
    return done ? base::Result<void>() : done.error();
}

base::Result<void> removeOthers(Database& database, const std::vector<Note>& kept)
{
    auto remove = database.prepare(kDelete);
    if (!remove)
        return remove.error();
    std::vector<Note> sorted = kept;
    const auto isBefore = [](const Note& a, const Note& b) { return placeOf(a) < placeOf(b); };
    std::sort(sorted.begin(), sorted.end(), isBefore);
    for (const Note& old : notesOf(database)) {
        if (std::binary_search(sorted.begin(), sorted.end(), old, isBefore))
            continue;
        bindPlace(*remove, old);
        if (const auto removed = put(*remove); !removed)
            return removed;
    }
    return {};
}

/// The file says that it holds what came with that addition.
base::Result<void> raiseVersion(Database& database)
{
    const auto version = database.integer("PRAGMA user_version");
    if (!version || *version % 100 >= kAdditionWithAnnex)
        return {};
    const std::string raise = "PRAGMA user_version = " + std::to_string(*version / 100 * 100 + kAdditionWithAnnex);
    return database.run(raise.c_str());
}

base::Result<void> putRedaction(Database& database, const std::string& redaction)
{
    if (redaction.empty())
        return {};
    auto insert = database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('redacted', ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, redaction);
    if (const auto inserted = put(*insert); !inserted)
        return inserted;
    return raiseVersion(database);
}

base::Result<void> putAll(Database& database, const CaptureAnnex& annex)
{
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return begun;
    if (const auto redaction = putRedaction(database, annex.redaction); !redaction)
        return redaction;
    if (const auto notes = putNotes(database, annex.notes); !notes)
        return notes;
    return database.run("COMMIT");
}

} // namespace

base::Result<void> putNotes(Database& database, const std::vector<Note>& notes)
{
    if (const auto made = database.run(kTable); !made)
        return made;
    if (const auto removed = removeOthers(database, notes); !removed)
        return removed;
    auto insert = database.prepare(kInsert);
    if (!insert)
        return insert.error();
    for (const Note& note : notes) {
        bindPlace(*insert, note).bind(5, std::int64_t(note.isBookmarked)).bind(6, note.text);
        if (note.changedAt == base::kNoTime)
            insert->bindNull(7);
        else
            insert->bind(7, std::int64_t(note.changedAt.time_since_epoch().count()));
        if (const auto inserted = put(*insert); !inserted)
            return inserted;
    }
    return raiseVersion(database);
}

base::Result<CaptureAnnex> readAnnex(const std::filesystem::path& path)
{
    auto database = openCapture(path);
    if (!database)
        return database.error();
    return CaptureAnnex{redactionOf(*database), notesOf(*database)};
}

base::Result<void> writeAnnex(const std::filesystem::path& path, const CaptureAnnex& annex)
{
    if (const auto checked = openCapture(path); !checked)
        return checked.error();
    auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        return database.error();
    const auto done = putAll(*database, annex);
    if (!done)
        static_cast<void>(database->run("ROLLBACK")); // fails where SQLite has rolled back itself
    return done;
}

} // namespace sagascope::capture
