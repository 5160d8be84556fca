// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/event/RawRecord.h"
#include "core/kafka/Consumer.h"
#include "core/metrics/GroupLook.h"
#include "core/session/RestoredChunk.h"
#include "core/session/Sample.h"
#include "core/store/BlockKeeper.h"

namespace sagascope::session {

enum class ConnectionState : std::uint8_t { Idle, Connecting, Connected, Degraded, Lost, Finished };

/// What a search looked through, and what it found.
struct SearchCounts
{
    std::int64_t read = 0; ///< records that were fetched for it
    std::int64_t kept = 0;
    int partitions = 0;        ///< that are read
    int partitionsLeftOut = 0; ///< that need not be: the key does not lie there

    friend bool operator==(const SearchCounts&, const SearchCounts&) = default;
};

/// Why a recording is not whole. What could be read of it is there.
struct RecordingFault
{
    enum class Kind : std::uint8_t {
        Damaged,   ///< it cannot be read everywhere
        Missed,    ///< the storage failed while it was written
        NotClosed, ///< whoever wrote it was cut short
    };
    Kind kind = Kind::NotClosed;
    std::uint64_t lost = 0; ///< records; 0 where nobody knows
    std::uint64_t held = 0; ///< records that there should be; 0 where nobody knows

    friend bool operator==(const RecordingFault&, const RecordingFault&) = default;
};
[[nodiscard]] std::string textOf(const RecordingFault& fault);

/// What the connection chip says.
struct ConnectionStatus
{
    ConnectionState state = ConnectionState::Idle;
    std::string name; ///< profile, file or "demo"
    int brokers = 0;
    bool isReadOnly = false;
    bool isEmbedded = false; ///< the embedded broker: see kafka::EmbeddedBroker::limits()
    std::string problem;     ///< empty when all is well
    std::optional<RecordingFault> fault{}; ///< of what is read; `problem` says it in words
    std::int64_t recordsLost = 0; ///< removed by the cluster's retention before we read them
    int partitionsRecreated = 0;        ///< their topic was deleted and created again while we read
    int partitionsGone = 0;             ///< their topic was deleted while we read, and is not there now
    std::int64_t backlog = 0;           ///< offsets (of a capture: records) that lay there when reading began …
    std::int64_t backlogLeft = 0;       ///< … and those of them that are still to be read
    bool isBacklogInBytes = false;      ///< of a file of lines, whose records nobody has counted
    std::int64_t offsetsWithoutRecord = 0; ///< see EventSource::gaps()
    std::optional<SampleCounts> sample; ///< nothing: every record read is handed on
    std::optional<SearchCounts> search; ///< nothing: what is read is not looked through for anything

    friend bool operator==(const ConnectionStatus&, const ConnectionStatus&) = default;
};

/// Where records come from: Kafka, a file, the demo. Owned and called by Session's ingest thread only, except for
/// stop(), which any thread may call and which makes a waiting poll() return soon.
class EventSource
{
public:
    virtual ~EventSource() = default;

    /// Records that arrived within `timeout`, at most about `max`; an empty batch when there were none.
    virtual base::Result<event::RecordBatch> poll(std::size_t max, std::chrono::milliseconds timeout) = 0;
    /// Nothing will come any more (end of file, end offsets reached, duration over and stories drained).
    [[nodiscard]] virtual bool isFinished() const = 0;
    [[nodiscard]] virtual bool isLive() const = 0; ///< the wall clock is the clock for time limits
    [[nodiscard]] virtual ConnectionStatus status() const = 0;
    /// The consumer groups, as they were looked at last; null before the first look, and where there is no cluster.
    [[nodiscard]] virtual metrics::GroupLookPtr groups() const { return nullptr; }
    /// The ages of these records are wanted, since the session does not hold them: groups() tells them later, as the same
    /// round once more.
    virtual void askTimes(std::vector<metrics::RecordPlace>) {}
    /// The first 1,000 lines of a file that held no record (file and line number in `Error::subject`), and how many
    /// there were.
    [[nodiscard]] virtual std::vector<base::Error> unreadable() const { return {}; }
    [[nodiscard]] virtual std::uint64_t unreadableCount() const { return 0; }
    /// Where offsets held no record, as far as places are kept (see kafka::Consumer::gaps()).
    [[nodiscard]] virtual std::vector<kafka::OffsetGap> gaps() const { return {}; }
    /// Where the source keeps its records itself: every batch is one of its blocks then (event::RecordBatch::block()). Null:
    /// whoever reads keeps them.
    [[nodiscard]] virtual std::shared_ptr<store::BlockKeeper> blocks() const { return nullptr; }
    /// Whether the source knows from an earlier reading what its records say: restore() gives them instead of poll().
    [[nodiscard]] virtual bool isRestoring() const { return false; }
    [[nodiscard]] virtual base::Result<RestoredChunk> restore() { return RestoredChunk(); }
    /// What restore() gave is of no use: poll() gives everything, from the first record on.
    virtual void giveUpRestoring() {}
    /// How often the very same record came again before the source was written down, which holds it once.
    [[nodiscard]] virtual std::uint64_t repeatedCount() const { return 0; }
    virtual void setPaused(bool) {}
    virtual void stop() = 0;
};

} // namespace sagascope::session
