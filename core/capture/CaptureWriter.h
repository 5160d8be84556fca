// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/capture/CaptureFile.h"
#include "core/capture/CaptureStatus.h"
#include "core/event/RawRecord.h"
#include "core/store/BlockCodec.h"

namespace sagascope::capture {

struct CaptureOptions
{
    std::chrono::milliseconds commitInterval{250};
    std::size_t commitBytes = std::size_t(4) * 1024 * 1024; ///< raw; so many waiting are committed sooner
    std::size_t queueBytes = std::size_t(64) * 1024 * 1024; ///< raw; most that waits for the storage
    std::chrono::milliseconds longestWait{250};             ///< of append(), for room in the queue
    std::chrono::milliseconds retryInterval{2000};          ///< between two tries on storage that fails
};

/// Writes records into a capture, on a thread of its own: compressed blocks, a transaction every commitInterval. Records are
/// committed in the order in which they were accepted, also those of a block that is not full yet.
///
/// Storage that fails (full, gone, read-only) ends nothing: status() says what is wrong, records wait, writing is tried again,
/// and what no longer finds room in the queue is counted as missed.
///
/// append() and close() are the owner's; status() is for any thread.
class CaptureWriter
{
public:
    /// Told after each COMMIT, on the writer's thread: the first so many of the accepted records are on the disk.
    using Listener = std::function<void(std::uint64_t committed)>;

    /// A new file; errors as createCapture().
    [[nodiscard]] static base::Result<std::unique_ptr<CaptureWriter>> create(const std::filesystem::path& path,
                                                                             CaptureOptions options = {},
                                                                             Listener onCommitted = {});
    ~CaptureWriter(); ///< closes
    CaptureWriter(const CaptureWriter&) = delete;
    CaptureWriter& operator=(const CaptureWriter&) = delete;

    /// Takes all of the batch, or, with no room after longestWait, none of it: false. Never waits for storage that fails.
    bool append(const event::RecordBatch& batch);
    [[nodiscard]] CaptureStatus status() const;
    /// Commits what waits and makes it a single file that lies anywhere. Once only; whatever comes later is missed.
    base::Result<void> close();

private:
    struct Block
    {
        std::int64_t seq = 1;
        std::string bytes;
        std::uint32_t records = 0;
        base::Timestamp first = base::kNoTime;
        base::Timestamp last = base::kNoTime;
    };

    CaptureWriter(Database database, const std::filesystem::path& path, CaptureOptions options, Listener onCommitted);

    void put(const event::RawRecord& record);
    [[nodiscard]] bool hasRoom(std::size_t size) const;
    void run();
    bool takeWork();
    void commitOrTellWhy();
    [[nodiscard]] base::Result<void> writeAll();
    [[nodiscard]] base::Result<std::uint64_t> write(Statement& insert, const Block& block);
    void noteCommitted();
    void noteWorking();
    void noteFailure(const base::Error& error);
    [[nodiscard]] base::Result<void> seal();

    const CaptureOptions m_options;
    const Listener m_onCommitted;

    mutable std::mutex m_mutex; ///< what follows, until the thread's own
    std::condition_variable m_changed; ///< work, or the end
    std::condition_variable m_room;
    Block m_open;
    std::vector<Block> m_full;
    std::size_t m_waitingBytes = 0; ///< of m_full and what the thread took of it
    CaptureStatus m_status;
    bool m_isClosing = false;

    // The thread's own.
    Database m_database;
    store::BlockCompressor m_compressor;
    std::vector<Block> m_taken;
    Block m_tail; ///< a copy of the block that is still filled
    std::int64_t m_tailWritten = 0;          ///< which block m_tailRecords speaks of
    std::uint32_t m_tailRecords = 0;         ///< records of it that are committed
    std::uint64_t m_tailBytes = 0;
    std::uint64_t m_sealedRecords = 0;       ///< committed in blocks that won't change
    std::uint64_t m_sealedBytes = 0;
    std::uint64_t m_writtenBytes = 0;        ///< by the transaction that runs
    std::uint64_t m_missed = 0;              ///< as m_status says

    std::thread m_thread;
};

} // namespace sagascope::capture
