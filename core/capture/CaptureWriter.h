// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/BlockShelf.h"
#include "core/capture/CaptureAnnex.h"
#include "core/capture/CaptureFile.h"
#include "core/capture/CaptureStatus.h"
#include "core/capture/ColumnPart.h"
#include "core/capture/DictionaryTraining.h"
#include "core/event/RawRecord.h"
#include "core/store/BlockBuilder.h"
#include "core/store/BlockCodec.h"
#include "core/store/BlockKeeper.h"

namespace sagascope::capture {

struct CaptureOptions
{
    std::chrono::milliseconds commitInterval{250};
    std::size_t commitBytes = std::size_t(4) * 1024 * 1024; ///< raw; so many waiting are committed sooner
    std::size_t queueBytes = std::size_t(64) * 1024 * 1024; ///< raw; most that waits for the storage
    std::chrono::milliseconds longestWait{5000};            ///< for room in the queue, while the storage works
    std::chrono::milliseconds retryInterval{2000};          ///< between two tries on storage that fails
    std::size_t trainingBytes = std::size_t(4) * 1024 * 1024; ///< raw; once so many came, a dictionary is made of them
};

/// Writes records into a capture, on a thread of its own: compressed blocks, a transaction every commitInterval. Records are
/// committed in the order in which they came, also those of a block that is not full yet. Blocks are read again from the
/// queue or the file, so that a store which keeps its blocks here needs no memory for them.
///
/// Storage that fails (full, gone, read-only) ends nothing: status() says what is wrong, records wait, writing is tried again,
/// and what no longer finds room in the queue is counted as missed.
///
/// Either a store gives blocks (keep(), showOpen()), or somebody records (append()). They and close() are the owner's;
/// status() and read() are for any thread.
class CaptureWriter : public store::BlockKeeper
{
public:
    /// Told after each COMMIT, on the writer's thread: the first so many of the accepted records are on the disk.
    using Listener = std::function<void(std::uint64_t committed)>;

    /// A new file; errors as createCapture().
    [[nodiscard]] static base::Result<std::unique_ptr<CaptureWriter>> create(const std::filesystem::path& path,
                                                                             CaptureOptions options = {},
                                                                             Listener onCommitted = {});
    ~CaptureWriter() override; ///< closes

    /// Waits for room, longestWait at most, and never for storage that fails; a block that finds none is missed.
    void keep(store::RecordBlock block) override;
    void showOpen(const store::RecordBlock& block) override;
    [[nodiscard]] base::Result<store::BlockBytes> read(std::uint32_t number, store::BlockForm form) const override;
    [[nodiscard]] std::uint64_t memoryBytes() const override;

    /// Takes all of the batch, or, where it finds no room, none of it: false. Waits as keep() does.
    bool append(const event::RecordBatch& batch);
    [[nodiscard]] CaptureStatus status() const;
    /// The capture holds these notes and no others from the next commit on. Any thread.
    void keepNotes(std::vector<Note> notes);
    /// How often the very same record came again; it is kept once only.
    void noteRepeated(std::uint64_t count);
    /// Commits what waits, and columns where all records are there, and makes it a single file that lies anywhere. Once only;
    /// whatever comes later is missed.
    base::Result<void> close(const ColumnSource& columns = {});

private:
    CaptureWriter(Database database, const std::filesystem::path& path, CaptureOptions options, Listener onCommitted);

    [[nodiscard]] bool waitForRoom(std::unique_lock<std::mutex>& lock, std::size_t size);
    [[nodiscard]] bool hasRoom(std::size_t size) const;
    void enqueue(store::RecordBlock block);
    void noteOpen(store::RecordBlock block);
    void run();
    bool takeWork();
    [[nodiscard]] bool hasTakenRecords() const { return !m_taken.empty() || m_tail.records > 0; }
    void commitOrTellWhy();
    [[nodiscard]] base::Result<void> writeAll();
    [[nodiscard]] base::Result<std::uint64_t> write(Statement& insert, const store::RecordBlock& block);
    void noteCommitted();
    void noteWorking();
    void noteFailure(const base::Error& error);
    [[nodiscard]] base::Result<void> writeColumns(const ColumnSource& columns);
    [[nodiscard]] base::Result<void> seal(std::uint64_t missed);

    const CaptureOptions m_options;
    const Listener m_onCommitted;
    BlockShelf m_shelf;
    store::BlockBuilder m_builder; ///< the owner's, for append()

    mutable std::mutex m_mutex; ///< what follows, until the thread's own
    std::condition_variable m_changed; ///< work, or the end
    std::condition_variable m_room;
    std::deque<store::RecordBlock> m_queue; ///< full, and not yet committed
    store::RecordBlock m_open;              ///< as it was shown last
    std::size_t m_waitingBytes = 0;         ///< of m_queue
    std::uint64_t m_keptRecords = 0;        ///< accepted in full blocks
    std::uint64_t m_repeated = 0;
    std::uint32_t m_tailNumber = 0; ///< the open block of which the thread took a part last, if it ever did
    CaptureStatus m_status;
    std::optional<std::vector<Note>> m_notes; ///< not yet taken to be written
    bool m_isClosing = false;

    // The thread's own.
    Database m_database;
    store::BlockCompressor m_compressor;
    std::vector<store::RecordBlock> m_taken; ///< of m_queue
    std::optional<std::vector<Note>> m_takenNotes; ///< until they are committed
    DictionaryTraining m_training;
    std::shared_ptr<const store::BlockDictionary> m_newDictionary; ///< not yet committed; null when there is none
    store::RecordBlock m_tail;               ///< of m_open; empty when that brought nothing new
    std::uint32_t m_tailRecords = 0;         ///< records of the block m_tailNumber that are committed
    std::uint64_t m_tailBytes = 0;
    std::uint64_t m_sealedRecords = 0;       ///< committed in blocks that won't change
    std::uint64_t m_sealedBytes = 0;
    std::uint64_t m_writtenBytes = 0;        ///< by the transaction that runs
    std::string m_counts;                    ///< SQL that writes what is counted

    std::thread m_thread;
};

} // namespace sagascope::capture
