// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/EventStore.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <unordered_map>

#include "core/base/Utf8.h"
#include "core/event/Topic.h"
#include "core/store/CoordinateIndex.h"
#include "core/store/MemoryKeeper.h"
#include "core/store/PayloadBlocks.h"
#include "core/store/RowColumns.h"

namespace sagascope::store {
namespace {

using base::EventIndex;

std::uint16_t narrowed(std::int32_t partition)
{
    constexpr std::int32_t kLargest = std::numeric_limits<std::uint16_t>::max();
    return static_cast<std::uint16_t>(std::clamp(partition, 0, kLargest));
}

} // namespace

class EventStore::Impl
{
public:
    Impl(std::shared_ptr<BlockKeeper> keeper, std::size_t cacheBytes, const std::shared_ptr<base::ColumnSpace>& columns)
        : m_rows(columns), m_hits(columns), m_payloads(keeper ? std::move(keeper) : std::make_shared<MemoryKeeper>(), cacheBytes)
    {
    }

    EventIndex append(const event::RawRecord& record, const event::Decoded& decoded, std::optional<BlockBuilder::Position> kept)
    {
        const EventIndex index(static_cast<EventIndex::rep>(m_rows.size()));
        const base::TextId topic = m_texts.intern(record.topic);
        EventRow row = rowOf(record, topic, kept ? *kept : m_payloads.append(record));
        if (const auto* event = std::get_if<event::Event>(&decoded))
            describe(*event, row);
        else
            describe(std::get<event::Undecodable>(decoded), record, row);
        m_rows.append(row);
        m_hits.beginEvent();
        m_coordinates.insert(topic, record.partition, record.offset, index);
        noteTime(record);

        if (const auto* event = std::get_if<event::Event>(&decoded)) {
            for (const base::RuleHit& hit : event->hits)
                addHit(hit);
        } else {
            const auto& [reason, position] = std::get<event::Undecodable>(decoded);
            addHit({reason, position == 0 ? std::string() : std::to_string(position)});
        }
        return index;
    }

    void restore(const RowChunk& chunk)
    {
        for (const std::string_view text : chunk.texts)
            m_texts.append(text);
        for (const base::TextId topic : chunk.topics)
            m_topics.append(topic);
        std::size_t hit = 0;
        for (std::size_t i = 0; i < chunk.rows.size(); ++i) {
            m_rows.append(chunk.rows[i]);
            m_hits.beginEvent();
            for (const std::size_t end = hit + chunk.hitCounts[i]; hit < end; ++hit)
                m_hits.add(chunk.hits[hit]);
        }
    }

    void addHit(const base::RuleHit& hit)
    {
        m_hits.add({hit.rule, hit.detail.empty() ? base::TextId() : internDetail(hit.detail)});
        m_rows.last().set(EventFlag::HasHits);
    }

    [[nodiscard]] base::TextId internDetail(std::string_view detail)
    {
        const bool isShort = detail.size() <= base::kMaxDetail && base::isUtf8(detail); // what the decoder found always is
        return m_texts.intern(isShort ? detail : std::string_view(base::shortened(detail)));
    }

    [[nodiscard]] EventIndex find(std::string_view topic, std::int32_t partition, std::int64_t offset) const
    {
        const base::TextId id = m_texts.find(topic);
        return id.isValid() ? m_coordinates.find(id, partition, offset, m_rows) : EventIndex();
    }

    [[nodiscard]] View view()
    {
        View view;
        view.m_rows = m_rows.view();
        view.m_hits = m_hits.view();
        view.m_topics = m_topics.view();
        view.m_texts = m_texts.view();
        view.m_payloads = m_payloads.reader();
        m_shownTime = m_latestTime;
        m_shownTopic = m_latestTopic;
        m_shownPartition = m_latestPartition;
        return view;
    }

    [[nodiscard]] const base::AppendVector<EventRow>& rows() const { return m_rows; }
    [[nodiscard]] base::TextPool& texts() { return m_texts; }
    [[nodiscard]] std::string_view topicName(base::TopicId topic) const { return m_texts[m_topics[topic.value]]; }
    [[nodiscard]] PayloadBlocks& payloads() { return m_payloads; }

private:
    /// What every record has.
    EventRow rowOf(const event::RawRecord& record, base::TextId topic, BlockBuilder::Position position)
    {
        constexpr std::size_t kLargest = std::numeric_limits<std::uint32_t>::max();
        EventRow row;
        row.offset = record.offset;
        row.brokerTime = record.brokerTime;
        row.block = position.block;
        row.posInBlock = position.record;
        row.valueSize = static_cast<std::uint32_t>(std::min(record.size(), kLargest));
        row.partition = narrowed(record.partition);
        row.topic = topicId(topic);
        if (record.isOurs)
            row.set(EventFlag::Ours);
        if (record.timestampType == event::TimestampType::LogAppend)
            row.set(EventFlag::LogAppendTime);
        if (isLate(record, topic))
            row.set(EventFlag::Late);
        return row;
    }

    void describe(const event::Event& event, EventRow& row)
    {
        row.eventId = base::idHash(event.eventId.text);
        row.correlationId = base::idHash(event.correlationId.text);
        row.causationId = base::idHash(event.causationId.text);
        row.producerTime = event.producerTime;
        row.type = m_texts.intern(event.eventType.text);
        if (event.source.isPresent())
            row.source = m_texts.intern(event.source.text);
        const auto isDeadLetter = [](const base::RuleHit& hit) { return hit.rule == base::Rule::DeadLetter; };
        if (event.topicRole == event::TopicRole::Retry)
            row.set(EventFlag::Retry);
        if (std::any_of(event.hits.begin(), event.hits.end(), isDeadLetter))
            row.set(EventFlag::DeadLetter);
        if (event.isBare)
            row.set(EventFlag::Bare);
    }

    void describe(const event::Undecodable& undecodable, const event::RawRecord& record, EventRow& row)
    {
        row.type = m_texts.intern(event::topicSuffix(record.topic));
        row.set(EventFlag::Undecodable);
        if (undecodable.reason == base::Rule::Tombstone)
            row.set(EventFlag::Tombstone);
        if (event::topicRole(record.topic) == event::TopicRole::Retry)
            row.set(EventFlag::Retry);
        if (event::topicRole(record.topic) == event::TopicRole::DeadLetter)
            row.set(EventFlag::DeadLetter);
    }

    base::TopicId topicId(base::TextId topic)
    {
        const auto [found, isNew] = m_topicIds.try_emplace(topic);
        if (!isNew)
            return found->second;
        // Rows have room for 65,535 topics. Those beyond share the last slot; their records still know their topic.
        constexpr std::size_t kLast = base::TopicId::kNone - 1;
        if (m_topics.size() <= kLast)
            m_topics.append(m_topics.size() < kLast ? topic : m_texts.intern("…"));
        return found->second = base::TopicId(static_cast<base::TopicId::rep>(m_topics.size() - 1));
    }

    [[nodiscard]] bool isLate(const event::RawRecord& record, base::TextId topic) const
    {
        const bool isElsewhere = topic != m_shownTopic || record.partition != m_shownPartition;
        return record.brokerTime != base::kNoTime && record.brokerTime < m_shownTime && isElsewhere;
    }

    void noteTime(const event::RawRecord& record)
    {
        if (record.brokerTime <= m_latestTime)
            return;
        m_latestTime = record.brokerTime;
        m_latestTopic = m_texts.find(record.topic);
        m_latestPartition = record.partition;
    }

    base::AppendVector<EventRow> m_rows;
    HitLists m_hits;
    base::AppendVector<base::TextId, 256> m_topics;
    base::TextPool m_texts;
    std::unordered_map<base::TextId, base::TopicId> m_topicIds;
    PayloadBlocks m_payloads;
    CoordinateIndex m_coordinates;

    // The latest broker time read with its partition, and the same as of the latest view: what people have seen.
    base::Timestamp m_latestTime = base::kNoTime;
    base::TextId m_latestTopic;
    std::int32_t m_latestPartition = 0;
    base::Timestamp m_shownTime = base::kNoTime;
    base::TextId m_shownTopic;
    std::int32_t m_shownPartition = 0;
};

EventStore::EventStore(std::shared_ptr<BlockKeeper> keeper, std::size_t cacheBytes, std::shared_ptr<base::ColumnSpace> columns)
    : m_impl(std::make_unique<Impl>(std::move(keeper), cacheBytes, columns))
{
}

EventStore::~EventStore() = default;

EventIndex EventStore::append(const event::RawRecord& record, const event::Decoded& decoded,
                              std::optional<BlockBuilder::Position> kept)
{
    return m_impl->append(record, decoded, kept);
}

void EventStore::restore(const RowChunk& chunk)
{
    m_impl->restore(chunk);
}

void EventStore::showOpenBlock()
{
    m_impl->payloads().showOpen();
}

void EventStore::addHit([[maybe_unused]] EventIndex event, const base::RuleHit& hit)
{
    assert(event.value + 1 == m_impl->rows().size());
    m_impl->addHit(hit);
}

EventIndex EventStore::find(std::string_view topic, std::int32_t partition, std::int64_t offset) const
{
    return m_impl->find(topic, partition, offset);
}

base::Result<event::RecordBatch> EventStore::record(EventIndex event) const
{
    const EventRow& row = m_impl->rows()[event.value];
    return m_impl->payloads().reader()->record({row.block, row.posInBlock});
}

const EventRow& EventStore::row(EventIndex event) const
{
    return m_impl->rows()[event.value];
}

std::size_t EventStore::size() const
{
    return m_impl->rows().size();
}

base::TextPool& EventStore::texts()
{
    return m_impl->texts();
}

std::string_view EventStore::topicName(base::TopicId topic) const
{
    return m_impl->topicName(topic);
}

std::uint64_t EventStore::payloadBytes() const
{
    return m_impl->payloads().rawBytes();
}

std::uint64_t EventStore::payloadMemoryBytes() const
{
    return m_impl->payloads().memoryBytes();
}

EventStore::View EventStore::view() const
{
    return m_impl->view();
}

base::Result<BlockBytes> EventStore::View::block(std::uint32_t number) const
{
    return m_payloads->blockAsKept(number);
}

base::Result<event::RecordBatch> EventStore::View::record(EventIndex event) const
{
    if (event.value >= size())
        return base::Error{base::ErrorCode::NotFound, "event", "not in this view"};
    return m_payloads->record({row(event).block, row(event).posInBlock});
}

} // namespace sagascope::store
