// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/AppendVector.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/base/Rule.h"
#include "core/base/TextPool.h"
#include "core/event/Event.h"
#include "core/event/RawRecord.h"
#include "core/store/BlockBuilder.h"
#include "core/store/BlockCache.h"
#include "core/store/EventRow.h"
#include "core/store/HitLists.h"

namespace sagascope::store {

class BlockKeeper;
class PayloadReader;
struct RowChunk;

/// Everything received: fixed-size rows, interned texts, and the raw records in blocks of about 64 KiB, which a keeper has:
/// compressed in memory, or in a capture.
///
/// The ingest thread is the only writer. `view()` (ingest thread) gives an immutable View that any thread may read
/// while appending goes on. Undecodable records have rows too (flag Undecodable), so nothing vanishes.
class EventStore
{
public:
    class View
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_rows.size(); }
        [[nodiscard]] const EventRow& row(base::EventIndex event) const { return m_rows[event.value]; }
        [[nodiscard]] std::string_view text(base::TextId id) const { return m_texts[id]; }
        [[nodiscard]] std::string_view topicName(base::TopicId topic) const { return m_texts[m_topics[topic.value]]; }
        [[nodiscard]] std::size_t topicCount() const { return m_topics.size(); }
        [[nodiscard]] std::size_t textCount() const { return m_texts.size(); }
        [[nodiscard]] base::TextId topicText(base::TopicId topic) const { return m_topics[topic.value]; }
        /// What is wrong with the event by itself; valid as long as the view or a copy of it lives.
        [[nodiscard]] std::span<const StoredHit> hitsOf(base::EventIndex event) const { return m_hits.of(event); }
        [[nodiscard]] const HitLists::View& hits() const { return m_hits; }

        /// The record as it lay on the wire, alone in a batch of its own. Reads and decompresses a block (tens
        /// of µs) unless that was done lately; any thread. Error when the block can't be read.
        [[nodiscard]] base::Result<event::RecordBatch> record(base::EventIndex event) const;
        /// The block of this number (EventRow::block) in either BlockForm, for BlockValues: reads and decompresses it (tens of
        /// µs) unless that was done lately, and leaves no trace in the cache, so that a scan of everything pushes out nothing
        /// that people look at. Of a block that is being filled, what was in it when the view was made. Any thread.
        [[nodiscard]] base::Result<BlockBytes> block(std::uint32_t number) const;

    private:
        friend class EventStore;
        base::AppendVector<EventRow>::View m_rows;
        HitLists::View m_hits;
        base::AppendVector<base::TextId, 256>::View m_topics;
        base::TextPool::View m_texts;
        std::shared_ptr<const PayloadReader> m_payloads;
    };

    /// Without a keeper, blocks stay in memory, and without `columns` so do rows. `cacheBytes`: most that blocks take which
    /// were read again.
    explicit EventStore(std::shared_ptr<BlockKeeper> keeper = nullptr, std::size_t cacheBytes = defaultCacheBytes(),
                        std::shared_ptr<base::ColumnSpace> columns = nullptr);
    ~EventStore();

    /// Keeps the record and its decoded form; returns its row's index. With `kept`, the keeper has the record already, at this
    /// place; either all records of a store are kept so, or none.
    base::EventIndex append(const event::RawRecord& record, const event::Decoded& decoded,
                            std::optional<BlockBuilder::Position> kept = std::nullopt);
    /// Appends rows that another store had, in their order; all rows come so, or none. What was restored is read through
    /// views; find() does not know it.
    void restore(const RowChunk& chunk);
    /// Lets the keeper have what lies in the block that is not full yet.
    void showOpenBlock();
    /// Adds a finding to an event; call only for the event appended last, before the next view().
    void addHit(base::EventIndex event, const base::RuleHit& hit);
    /// The row at these coordinates; invalid when nothing was read there yet.
    [[nodiscard]] base::EventIndex find(std::string_view topic, std::int32_t partition, std::int64_t offset) const;

    [[nodiscard]] const EventRow& row(base::EventIndex event) const;
    [[nodiscard]] base::Result<event::RecordBatch> record(base::EventIndex event) const; ///< as View::record()
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] base::TextPool& texts();
    [[nodiscard]] std::string_view topicName(base::TopicId topic) const;
    [[nodiscard]] std::uint64_t payloadBytes() const;       ///< raw bytes kept
    [[nodiscard]] std::uint64_t payloadMemoryBytes() const; ///< what they take of memory
    [[nodiscard]] View view() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::store
