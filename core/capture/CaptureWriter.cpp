// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureWriter.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "core/base/Hash.h"
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

std::string missedSql(std::uint64_t missed)
{
    return "UPDATE meta SET value = " + std::to_string(missed) + " WHERE key = 'missed';";
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
    : m_options(options), m_onCommitted(std::move(onCommitted)), m_database(std::move(database))
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

bool CaptureWriter::append(const event::RecordBatch& batch)
{
    const std::size_t size = encodedSize(batch);
    std::unique_lock lock(m_mutex);
    m_room.wait_for(lock, m_options.longestWait,
                    [&] { return m_isClosing || m_status.problem.has_value() || hasRoom(size); });
    if (m_isClosing || !hasRoom(size)) {
        m_status.missed += batch.size();
        return false;
    }
    for (const event::RawRecord& record : batch.records())
        put(record);
    m_status.accepted += batch.size();
    if (m_waitingBytes >= m_options.commitBytes)
        m_changed.notify_one();
    return true;
}

void CaptureWriter::put(const event::RawRecord& record)
{
    const std::size_t size = store::encodedSize(record);
    if (!m_open.bytes.empty() && m_open.bytes.size() + size > store::kBlockSize) {
        const std::int64_t next = m_open.seq + 1;
        m_waitingBytes += m_open.bytes.size();
        m_full.push_back(std::exchange(m_open, Block{}));
        m_open.seq = next;
    }
    if (m_open.bytes.capacity() < store::kBlockSize)
        m_open.bytes.reserve(store::kBlockSize);
    const std::size_t used = m_open.bytes.size();
    m_open.bytes.resize(used + size);
    store::encode(record, std::span(m_open.bytes).subspan(used));
    ++m_open.records;
    if (record.brokerTime == base::kNoTime)
        return;
    m_open.first = m_open.first == base::kNoTime ? record.brokerTime : std::min(m_open.first, record.brokerTime);
    m_open.last = std::max(m_open.last, record.brokerTime); // kNoTime is before every moment
}

CaptureStatus CaptureWriter::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
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
    std::move(m_full.begin(), m_full.end(), std::back_inserter(m_taken));
    m_full.clear();
    const std::uint32_t known = m_open.seq == m_tailWritten ? m_tailRecords : 0;
    m_tail = m_open.records > known ? m_open : Block{};
    m_missed = m_status.missed;
    return m_isClosing;
}

void CaptureWriter::commitOrTellWhy()
{
    const bool hasWork = !m_taken.empty() || m_tail.records > 0;
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
    m_tailBytes = 0;
    for (const Block& block : m_taken) {
        const auto size = write(*insert, block);
        if (!size)
            return size.error();
        m_writtenBytes += *size;
    }
    if (m_tail.records > 0) {
        const auto size = write(*insert, m_tail);
        if (!size)
            return size.error();
        m_tailBytes = *size;
    }
    if (m_missed > 0) {
        if (const auto told = m_database.run(missedSql(m_missed).c_str()); !told)
            return told;
    }
    return m_database.run("COMMIT");
}

base::Result<std::uint64_t> CaptureWriter::write(Statement& insert, const Block& block)
{
    const store::CompressedBlock compressed = m_compressor.compress(block.bytes);
    const std::string_view bytes(compressed.bytes.data(), compressed.bytes.size());
    insert.reset();
    insert.bind(1, block.seq).bind(2, std::int64_t(block.records)).bind(3, std::int64_t(block.bytes.size()));
    insert.bind(4, static_cast<std::int64_t>(base::hash64(bytes)));
    bindTime(insert, 5, block.first);
    bindTime(insert, 6, block.last);
    const auto done = insert.bindBytes(7, bytes).step();
    insert.reset(); // the bytes are about to go
    return done ? base::Result<std::uint64_t>(bytes.size()) : base::Result<std::uint64_t>(done.error());
}

void CaptureWriter::noteCommitted()
{
    std::size_t released = 0;
    for (const Block& block : m_taken) {
        m_sealedRecords += block.records;
        released += block.bytes.size();
    }
    m_taken.clear();
    m_sealedBytes += m_writtenBytes;
    m_tailWritten = m_tail.seq;
    m_tailRecords = m_tail.records;
    const std::uint64_t committed = m_sealedRecords + m_tailRecords;
    {
        const std::lock_guard lock(m_mutex);
        m_waitingBytes -= released;
        m_status.committed = committed;
        m_status.bytes = m_sealedBytes + m_tailBytes;
        m_status.problem.reset();
    }
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

base::Result<void> CaptureWriter::close()
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
    const std::lock_guard lock(m_mutex);
    m_status.missed += m_status.accepted - m_status.committed;
    if (m_status.problem)
        return *m_status.problem;
    if (const auto sealed = seal(); !sealed)
        m_status.problem = sealed.error();
    return m_status.problem ? base::Result<void>(*m_status.problem) : base::Result<void>();
}

/// One file without a log beside it, so that it can be copied and read anywhere.
base::Result<void> CaptureWriter::seal()
{
    const std::string told = missedSql(m_status.missed) + "UPDATE meta SET value = 1 WHERE key = 'is-closed';";
    if (const auto done = m_database.run(told.c_str()); !done)
        return done;
    if (const auto done = m_database.run("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done;
    return m_database.run("PRAGMA journal_mode = DELETE");
}

} // namespace sagascope::capture
