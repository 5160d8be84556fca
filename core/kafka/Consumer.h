// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/event/RawRecord.h"
#include "core/kafka/Profile.h"
#include "core/kafka/RecordSearch.h"
#include "core/kafka/TopicPartition.h"

namespace sagascope::kafka {

/// Where reading starts on partitions that exist when the consumer connects. Partitions that appear later are read
/// from their beginning, whatever this says (except `Time`): their records came after we started to look. `Offsets` reads
/// nothing but the partitions that it names.
struct StartPoint
{
    enum class Kind : std::uint8_t { Beginning, End, Time, LastRecords, Offsets };

    Kind kind = Kind::Beginning;
    base::Timestamp time = base::kNoTime; ///< Kind::Time: the first record at or after it
    std::int64_t count = 0;               ///< Kind::LastRecords: offsets before the end, per partition
    std::vector<std::pair<TopicPartition, std::int64_t>> offsets{}; ///< Kind::Offsets

    static StartPoint beginning() { return {}; }
    static StartPoint end() { return {Kind::End, base::kNoTime, 0, {}}; }
    static StartPoint at(base::Timestamp time) { return {Kind::Time, time, 0, {}}; }
    static StartPoint last(std::int64_t count) { return {Kind::LastRecords, base::kNoTime, count, {}}; }
    static StartPoint at(std::vector<std::pair<TopicPartition, std::int64_t>> offsets)
    {
        return {Kind::Offsets, base::kNoTime, 0, std::move(offsets)};
    }
    /// Nothing where `offsets` does not name the partition.
    [[nodiscard]] std::optional<std::int64_t> offsetOf(const TopicPartition& partition) const;

    friend bool operator==(const StartPoint&, const StartPoint&) = default;
};

enum class IsolationLevel : std::uint8_t { ReadCommitted, ReadUncommitted };

struct ConsumerOptions
{
    StartPoint start{};
    IsolationLevel isolation = IsolationLevel::ReadCommitted;
    /// Stop at each partition's end (with ReadCommitted: stable end) as it is when the consumer connects. The end is
    /// reached by position or end-of-partition: its last offsets may hold no record (markers, compaction).
    bool isUntilEnd = false;
    /// With isUntilEnd: stop before the first record at or after this time, too.
    std::optional<base::Timestamp> until{};
    RecordSearch search{}; ///< only what it finds is handed on
};

/// Offsets [from, to) at which reading found no record: an aborted transaction's, a transaction's marker, or compacted away.
struct OffsetGap
{
    TopicPartition partition;
    std::int64_t from = 0;
    std::int64_t to = 0;

    [[nodiscard]] std::int64_t count() const { return to - from; }
    friend bool operator==(const OffsetGap&, const OffsetGap&) = default;
};

enum class ConsumerEventKind : std::uint8_t {
    Connected,             ///< a broker answered: at first, and again after AllBrokersDown
    BrokerDown,            ///< `error` names the broker
    AllBrokersDown,        ///< nobody answers; reading resumes by itself when one does
    PartitionFound,        ///< reading starts at `offset`
    PartitionEnd,          ///< caught up at `offset`, for the first time
    TopicRecreated,        ///< the end fell behind what we had read: deleted and created again; reading begins at `offset`
    OffsetLost,            ///< retention removed `count` records before we read them; reading goes on at `offset`
    TimeLookupUnsupported, ///< the cluster can't look up times: read from the beginning, older records dropped here
    Failed,                ///< `error`, e.g. not authorised to read `topic`; other partitions go on
};

/// Something that the owner may want to show. Values; no callbacks.
struct ConsumerEvent
{
    ConsumerEventKind kind = ConsumerEventKind::Connected;
    std::string topic{};
    std::int32_t partition = -1;
    std::int64_t offset = -1;
    std::int64_t count = 0;
    base::Error error{};
};

/// How things stand.
struct ConsumerStatus
{
    bool isConnected = false;
    bool hasSurveyed = false; ///< where to begin is known of every partition that was there at first
    int brokers = 0;
    int topics = 0;
    int partitions = 0;
    int partitionsAtEnd = 0;      ///< caught up at least once
    std::int64_t recordsLost = 0; ///< sum of all OffsetLost
    int partitionsRecreated = 0;
    int partitionsGone = 0;       ///< were read, and their topic is not there any more
    // Of what lay there when reading began, in offsets; all of it is read when nothing is left.
    std::int64_t backlog = 0;
    std::int64_t backlogLeft = 0;
    std::int64_t offsetsWithoutRecord = 0; ///< in all gaps
    std::int64_t recordsRead = 0; ///< fetched, and in the window …
    std::int64_t recordsKept = 0; ///< … and handed on: all of them, or what a search found
    int partitionsLeftOut = 0;    ///< of topics that match: a search, or given offsets, has nothing to look for in them
    std::string problem;          ///< the latest trouble; empty when connected
};

/// Reads every topic that matches the profile's pattern, unseen: it assigns partitions itself, has no group, commits no
/// offset and creates no topic. New topics and partitions are picked up while it runs.
///
/// Threads: one thread polls; stop(), setPaused(), status(), gaps(), isFinished() and takeEvents() may be called from any.
/// Inside, one thread looks for partitions and their offsets; librdkafka fetches on its own threads.
/// Ownership: a RecordBatch may outlive the Consumer (it keeps the client alive until it goes).
/// Order: per partition by offset; between partitions as they arrive.
class Consumer
{
public:
    /// Starts connecting and returns at once. Errors: InvalidArgument.
    static base::Result<std::unique_ptr<Consumer>> open(const Profile& profile, ConsumerOptions options = {});
    /// Stops. Waits for a question to the cluster that is under way, two seconds at most.
    ~Consumer();
    Consumer(const Consumer&) = delete;
    Consumer& operator=(const Consumer&) = delete;

    /// Waits up to `timeout` for the first record, then takes what is there, at most `max`. Views point into
    /// librdkafka's own buffers: nothing is copied. Empty on time-out, when paused, stopped or finished.
    [[nodiscard]] event::RecordBatch poll(std::size_t max, std::chrono::milliseconds timeout);

    /// With isUntilEnd: every partition has reached the end that it had at the start. Otherwise only after stop().
    [[nodiscard]] bool isFinished() const;
    [[nodiscard]] std::vector<ConsumerEvent> takeEvents();
    [[nodiscard]] ConsumerStatus status() const;
    /// The first 10,000 gaps; ConsumerStatus::offsetsWithoutRecord counts on.
    [[nodiscard]] std::vector<OffsetGap> gaps() const;
    /// While paused nothing is delivered; the client goes on prefetching up to its limit, then rests.
    void setPaused(bool paused);
    /// Makes a waiting poll() return; nothing is delivered after it.
    void stop();

private:
    class Impl;
    explicit Consumer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
