// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureWriter.h"

#include <algorithm>
#include <utility>

#include "core/base/Hash.h"
#include "core/capture/Dictionaries.h"
#include "core/store/RecordCodec.h"

namespace sagascope::capture {
namespace {

std::size_t encodedSize(const event::RecordBatch& batch)
{
    std::size_t size = 0;
    for (const event::RawRecord& record : batch.records())
        size += store::encodedSize(record);
    return size;
}

std::string countSql(std::uint64_t missed, std::uint64_t repeated)
{
    return "UPDATE meta SET value = " + std::to_string(missed) + " WHERE key = 'missed';"
        "UPDATE meta SET value = " + std::to_string(repeated) + " WHERE key = 'repeated';";
}

void bindTime(Statement& statement, int parameter, base::Timestamp time)
{
    if (time == base::kNoTime)
        statement.bindNull(parameter);
    else
        statement.bind(parameter, std::int64_t(time.time_since_epoch().count()));
}

} // namespace

base::Result<std::unique_ptr<CaptureWriter>> CaptureWriter::create(const std::filesystem::path& path,
                                                                   CaptureOptions options, Listener onCommitted)
{
    auto database = createCapture(path);
    if (!database)
        return database.error();
    return std::unique_ptr<CaptureWriter>(
        new CaptureWriter(*std::move(database), path, options, std::move(onCommitted)));
}

CaptureWriter::CaptureWriter(Database database, const std::filesystem::path& path, CaptureOptions options,
                             Listener onCommitted)
    : m_options(options), m_onCommitted(std::move(onCommitted)),
      m_shelf([path] { return Database::open(path, Database::Mode::Read); }), m_database(std::move(database)),
      m_training(options.trainingBytes)
{
    m_status.path = path.string();
    m_thread = std::thread([this] { run(); });
}

CaptureWriter::~CaptureWriter()
{
    static_cast<void>(close());
}

bool CaptureWriter::hasRoom(std::size_t size) const
{
    return m_waitingBytes == 0 || m_waitingBytes + size <= m_options.queueBytes;
}

bool CaptureWriter::waitForRoom(std::unique_lock<std::mutex>& lock, std::size_t size)
{
    m_room.wait_for(lock, m_options.longestWait,
                    [&] { return m_isClosing || m_status.problem.has_value() || hasRoom(size); });
    return !m_isClosing && hasRoom(size);
}

void CaptureWriter::keep(store::RecordBlock block)
{
    std::unique_lock lock(m_mutex);
    const bool hasFoundRoom = waitForRoom(lock, block.raw.bytes.size());
    // A block of which a part is on the disk already is never left there like that.
    if (hasFoundRoom || (!m_isClosing && block.number == m_tailNumber)) {
        enqueue(std::move(block));
    } else {
        m_status.missed += block.records;
        noteOpen({});
    }
}

void CaptureWriter::showOpen(const store::RecordBlock& block)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isClosing)
        noteOpen(block);
}

void CaptureWriter::enqueue(store::RecordBlock block)
{
    m_keptRecords += block.records;
    m_waitingBytes += block.raw.bytes.size();
    m_queue.push_back(std::move(block));
    noteOpen({});
    if (m_waitingBytes >= m_options.commitBytes)
        m_changed.notify_one();
}

void CaptureWriter::noteOpen(store::RecordBlock block)
{
    m_open = std::move(block);
    m_status.accepted = m_keptRecords + m_open.records;
}

bool CaptureWriter::append(const event::RecordBatch& batch)
{
    std::unique_lock lock(m_mutex);
    if (!waitForRoom(lock, encodedSize(batch))) {
        m_status.missed += batch.size();
        return false;
    }
    for (const event::RawRecord& record : batch.records()) {
        if (!m_builder.hasRoomFor(record))
            enqueue(m_builder.take());
        m_builder.append(record);
    }
    noteOpen(m_builder.open());
    return true;
}

base::Result<store::BlockBytes> CaptureWriter::read(std::uint32_t number, store::BlockForm form) const
{
    {
        const std::lock_guard lock(m_mutex);
        const auto waiting = std::lower_bound(m_queue.begin(), m_queue.end(), number,
                                              [](const store::RecordBlock& block, std::uint32_t n) { return block.number < n; });
        if (waiting != m_queue.end() && waiting->number == number)
            return waiting->raw;
    }
    return m_shelf.read(number, form);
}

std::uint64_t CaptureWriter::memoryBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_waitingBytes;
}

CaptureStatus CaptureWriter::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void CaptureWriter::keepNotes(std::vector<Note> notes)
{
    const std::lock_guard lock(m_mutex);
    m_notes = std::move(notes);
}

void CaptureWriter::noteRepeated(std::uint64_t count)
{
    const std::lock_guard lock(m_mutex);
    m_repeated = count;
}

void CaptureWriter::run()
{
    bool isLast = false;
    while (!isLast) {
        isLast = takeWork();
        commitOrTellWhy();
    }
}

/// Waits for work, and takes it from the queue. Whether it is the last.
bool CaptureWriter::takeWork()
{
    std::unique_lock lock(m_mutex);
    const bool isFailing = m_status.problem.has_value();
    m_changed.wait_for(lock, isFailing ? m_options.retryInterval : m_options.commitInterval, [&] {
        return m_isClosing || (!isFailing && m_waitingBytes >= m_options.commitBytes);
    });
    m_taken.assign(m_queue.begin(), m_queue.end());
    const std::uint32_t known = m_open.number == m_tailNumber ? m_tailRecords : 0;
    m_tail = m_open.records > known ? m_open : store::RecordBlock{};
    if (m_tail.records > 0)
        m_tailNumber = m_tail.number;
    if (m_notes)
        m_takenNotes = std::exchange(m_notes, std::nullopt);
    m_counts = countSql(m_status.missed, m_repeated);
    return m_isClosing;
}

void CaptureWriter::commitOrTellWhy()
{
    const bool hasWork = hasTakenRecords() || m_takenNotes.has_value();
    if (m_database.hasVanished()) {
        noteFailure({base::ErrorCode::NotFound, m_status.path, "was moved or deleted while it was written"});
        return;
    }
    if (!hasWork) {
        noteWorking(); // a file that was away and is back
        return;
    }
    if (const auto written = writeAll(); !written) {
        static_cast<void>(m_database.run("ROLLBACK")); // fails where SQLite has rolled back itself
        noteFailure(written.error());
        return;
    }
    noteCommitted();
}

base::Result<void> CaptureWriter::writeAll()
{
    if (const auto begun = m_database.run("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto insert = m_database.prepare("INSERT OR REPLACE INTO blocks VALUES(?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    m_writtenBytes = 0;
    if (hasTakenRecords())
        m_tailBytes = 0;
    for (const store::RecordBlock& block : m_taken) {
        const auto size = write(*insert, block);
        if (!size)
            return size.error();
        m_writtenBytes += *size;
        if (auto dictionary = m_training.look(block))
            m_newDictionary = std::move(dictionary);
    }
    if (m_tail.records > 0) {
        const auto size = write(*insert, m_tail);
        if (!size)
            return size.error();
        m_tailBytes = *size;
    }
    if (m_newDictionary) {
        if (const auto kept = writeDictionary(m_database, *m_newDictionary); !kept)
            return kept;
    }
    if (m_takenNotes) {
        if (const auto kept = putNotes(m_database, *m_takenNotes); !kept)
            return kept;
    }
    if (const auto told = m_database.run(m_counts.c_str()); !told)
        return told;
    return m_database.run("COMMIT");
}

base::Result<std::uint64_t> CaptureWriter::write(Statement& insert, const store::RecordBlock& block)
{
    const store::CompressedBlock compressed = m_compressor.compress(block.raw.bytes);
    const std::string_view bytes(compressed.bytes.data(), compressed.bytes.size());
    insert.reset();
    insert.bind(1, std::int64_t(block.number) + 1).bind(2, std::int64_t(block.records));
    insert.bind(3, std::int64_t(block.raw.bytes.size())).bind(4, static_cast<std::int64_t>(base::hash64(bytes)));
    bindTime(insert, 5, block.first);
    bindTime(insert, 6, block.last);
    const auto done = insert.bindBytes(7, bytes).step();
    insert.reset(); // the bytes are about to go
    return done ? base::Result<std::uint64_t>(bytes.size()) : base::Result<std::uint64_t>(done.error());
}

void CaptureWriter::noteCommitted()
{
    if (m_newDictionary)
        m_compressor.useDictionary(std::exchange(m_newDictionary, nullptr)); // not before it is on the disk itself
    std::size_t released = 0;
    for (const store::RecordBlock& block : m_taken) {
        m_sealedRecords += block.records;
        released += block.raw.bytes.size();
    }
    m_sealedBytes += m_writtenBytes;
    std::uint64_t committed = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_queue.erase(m_queue.begin(), m_queue.begin() + std::ptrdiff_t(m_taken.size()));
        m_waitingBytes -= released;
        if (hasTakenRecords())
            m_tailRecords = m_tail.records;
        committed = m_sealedRecords + m_tailRecords;
        m_status.committed = committed;
        m_status.bytes = m_sealedBytes + m_tailBytes;
        m_status.problem.reset();
    }
    m_taken.clear();
    m_takenNotes.reset();
    m_room.notify_all();
    if (m_onCommitted)
        m_onCommitted(committed);
}

void CaptureWriter::noteWorking()
{
    const std::lock_guard lock(m_mutex);
    m_status.problem.reset();
}

void CaptureWriter::noteFailure(const base::Error& error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_status.problem = error;
    }
    m_room.notify_all(); // nobody waits for storage that fails
}

base::Result<void> CaptureWriter::close(const ColumnSource& columns)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosing)
            return {};
        m_isClosing = true;
    }
    m_changed.notify_all();
    m_room.notify_all();
    m_thread.join();
    CaptureStatus ended;
    {
        const std::lock_guard lock(m_mutex);
        m_status.missed += m_status.accepted - m_status.committed;
        ended = m_status;
    }
    base::Result<void> sealed;
    if (ended.problem)
        sealed = *ended.problem;
    else if (columns.next && ended.missed == 0 && columns.head.rows == ended.committed && !writeColumns(columns))
        static_cast<void>(m_database.run("DELETE FROM columns")); // the records are what counts
    if (sealed)
        m_shelf.whileClosed([&] { sealed = seal(ended.missed); });
    const std::lock_guard lock(m_mutex);
    if (!sealed)
        m_status.problem = sealed.error();
    return sealed;
}

/// The keys come last: without them, parts are nothing.
base::Result<void> CaptureWriter::writeColumns(const ColumnSource& columns)
{
    auto insert = m_database.prepare("INSERT INTO columns VALUES(?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    while (const std::optional<ColumnPart> part = columns.next()) {
        insert->bind(1, std::string_view(part->name)).bind(2, part->seq);
        insert->bind(3, static_cast<std::int64_t>(base::hash64(part->bytes))).bindBytes(4, part->bytes);
        if (const auto done = insert->step(); !done)
            return done.error();
        insert->reset();
    }
    auto told = m_database.prepare("INSERT INTO meta VALUES('column-version', ?), ('column-catalog', ?), ('column-rows', ?)");
    if (!told)
        return told.error();
    told->bind(1, columns.head.version).bind(2, static_cast<std::int64_t>(columns.head.catalog));
    const auto done = told->bind(3, static_cast<std::int64_t>(columns.head.rows)).step();
    return done ? base::Result<void>() : base::Result<void>(done.error());
}

/// One file without a log beside it, so that it can be copied and read anywhere.
base::Result<void> CaptureWriter::seal(std::uint64_t missed)
{
    const std::string told = countSql(missed, m_repeated) + "UPDATE meta SET value = 1 WHERE key = 'is-closed';";
    if (const auto done = m_database.run(told.c_str()); !done)
        return done;
    if (const auto done = m_database.run("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done;
    return m_database.run("PRAGMA journal_mode = DELETE");
}

} // namespace sagascope::capture
