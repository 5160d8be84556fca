// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RowColumns.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace sagascope::store {
namespace {

using Numbers = std::vector<std::int64_t>;

constexpr std::int64_t kNone = -1; ///< in place of a number that is absent

std::int64_t count(base::Timestamp time)
{
    return time.time_since_epoch().count();
}

template <typename Id> std::int64_t number(Id id)
{
    return id.isValid() ? std::int64_t(id.value) : kNone;
}

/// Offsets of a partition follow one another, wherever the rows lie in between. The first of a chunk stands as it is.
class OffsetSteps
{
public:
    std::int64_t step(const EventRow& row)
    {
        std::int64_t& last = m_last.try_emplace({row.topic, row.partition}, 0).first->second;
        const std::int64_t step = row.offset - last;
        last = row.offset;
        return step;
    }
    std::int64_t offset(const EventRow& row, std::int64_t step)
    {
        std::int64_t& last = m_last.try_emplace({row.topic, row.partition}, 0).first->second;
        last = static_cast<std::int64_t>(static_cast<std::uint64_t>(last) + static_cast<std::uint64_t>(step));
        return last;
    }

private:
    std::map<std::pair<base::TopicId, std::uint16_t>, std::int64_t> m_last;
};

/// Ids are hashes; those that are absent take no room.
class Ids
{
public:
    void add(const base::IdHash& id)
    {
        m_isThere.push_back(id.isNull() ? 0 : 1);
        if (!id.isNull())
            m_values.push_back(id.value);
    }
    void write(ColumnWriter& out) const
    {
        out.numbers(m_isThere);
        out.words(m_values);
    }

private:
    Numbers m_isThere;
    std::vector<std::uint64_t> m_values;
};

/// All columns of the rows, in the order in which they are written.
struct Columns
{
    Numbers flags, topics, partitions, offsets, brokerTimes, delays, sizes, types, sources, hitCounts, rules, details;

    template <typename Visit> void forEach(Visit visit)
    {
        for (Numbers* column : {&flags, &topics, &partitions, &offsets, &sizes, &types, &sources, &delays, &hitCounts, &rules, &details})
            visit(*column);
    }
};

/// A time that is absent is told by the producer time's delay of the broker time, or by no broker time at all.
constexpr std::int64_t kNoDelay = std::numeric_limits<std::int64_t>::min();

std::int64_t delayOf(const EventRow& row)
{
    if (row.producerTime == base::kNoTime)
        return kNoDelay;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(count(row.producerTime)) - static_cast<std::uint64_t>(count(row.brokerTime)));
}

base::Timestamp producerTimeOf(base::Timestamp brokerTime, std::int64_t delay)
{
    if (delay == kNoDelay)
        return base::kNoTime;
    return base::Timestamp(base::Duration(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(count(brokerTime)) + static_cast<std::uint64_t>(delay))));
}

base::TextId textId(std::int64_t value)
{
    return value < 0 ? base::TextId() : base::TextId(static_cast<base::TextId::rep>(value));
}

/// Takes the columns apart again; any numbers may stand in them.
class Rows
{
public:
    Rows(ColumnReader& in, std::size_t textCount, std::size_t topicCount) : m_in(in), m_textCount(textCount), m_topicCount(topicCount) {}

    std::optional<RowChunk> read()
    {
        RowChunk chunk;
        chunk.texts = m_in.texts();
        for (const std::int64_t topic : m_in.numbers())
            chunk.topics.push_back(textId(topic));
        m_textCount += chunk.texts.size();
        m_topicCount += chunk.topics.size();
        m_columns.forEach([&](Numbers& column) { column = m_in.numbers(); });
        m_columns.brokerTimes = m_in.differences();
        fillRows(chunk);
        readIds(chunk, &EventRow::eventId);
        readIds(chunk, &EventRow::correlationId);
        readIds(chunk, &EventRow::causationId);
        readHits(chunk);
        const auto isText = [&](base::TextId id) { return id.value < m_textCount; };
        m_isSound = m_isSound && !m_in.hasFailed() && m_in.isAtEnd() && std::all_of(chunk.topics.begin(), chunk.topics.end(), isText);
        return m_isSound ? std::optional(std::move(chunk)) : std::nullopt;
    }

private:
    void fillRows(RowChunk& chunk)
    {
        const std::size_t size = m_columns.flags.size();
        for (const Numbers* column : {&m_columns.topics, &m_columns.partitions, &m_columns.offsets, &m_columns.brokerTimes,
                                      &m_columns.delays, &m_columns.sizes, &m_columns.types, &m_columns.sources, &m_columns.hitCounts})
            m_isSound = m_isSound && column->size() == size;
        if (!m_isSound)
            return;
        OffsetSteps offsets;
        chunk.rows.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            EventRow& row = chunk.rows[i];
            row.flags = static_cast<std::uint16_t>(m_columns.flags[i]);
            row.topic = base::TopicId(static_cast<base::TopicId::rep>(m_columns.topics[i]));
            row.partition = static_cast<std::uint16_t>(m_columns.partitions[i]);
            row.offset = offsets.offset(row, m_columns.offsets[i]);
            row.brokerTime = base::Timestamp(base::Duration(m_columns.brokerTimes[i]));
            row.producerTime = producerTimeOf(row.brokerTime, m_columns.delays[i]);
            row.valueSize = static_cast<std::uint32_t>(m_columns.sizes[i]);
            row.type = textId(m_columns.types[i]);
            row.source = textId(m_columns.sources[i]);
            m_isSound = m_isSound && row.topic.value < m_topicCount && row.type.value < m_textCount
                && (!row.source.isValid() || row.source.value < m_textCount);
        }
    }

    void readIds(RowChunk& chunk, base::IdHash EventRow::*member)
    {
        const Numbers isThere = m_in.numbers();
        const std::vector<std::uint64_t> values = m_in.words();
        const auto present = static_cast<std::size_t>(std::count(isThere.begin(), isThere.end(), 1));
        m_isSound = m_isSound && isThere.size() == chunk.rows.size() && present == values.size();
        std::size_t next = 0;
        for (std::size_t i = 0; m_isSound && i < isThere.size(); ++i) {
            if (isThere[i] == 1)
                (chunk.rows[i].*member).value = values[next++];
        }
    }

    void readHits(RowChunk& chunk)
    {
        std::uint64_t total = 0;
        for (const std::int64_t hits : m_columns.hitCounts) {
            m_isSound = m_isSound && hits >= 0 && std::uint64_t(hits) <= std::min(m_columns.rules.size(), HitLists::kMostHits);
            chunk.hitCounts.push_back(static_cast<std::uint32_t>(hits));
            total += chunk.hitCounts.back();
        }
        m_isSound = m_isSound && total == m_columns.rules.size() && total == m_columns.details.size();
        for (std::size_t i = 0; m_isSound && i < total; ++i) {
            const std::int64_t rule = m_columns.rules[i];
            m_isSound = rule >= 0 && rule < std::int64_t(base::allRules().size());
            chunk.hits.push_back({static_cast<base::Rule>(rule), textId(m_columns.details[i])});
            m_isSound = m_isSound && (!chunk.hits.back().detail.isValid() || chunk.hits.back().detail.value < m_textCount);
        }
    }

    ColumnReader& m_in;
    std::size_t m_textCount;
    std::size_t m_topicCount;
    Columns m_columns;
    bool m_isSound = true;
};

} // namespace

std::string RowColumns::encode(const EventStore::View& events, std::size_t end)
{
    ColumnWriter out;
    std::vector<std::string_view> texts;
    for (; m_texts < events.textCount(); ++m_texts)
        texts.push_back(events.text(base::TextId(static_cast<base::TextId::rep>(m_texts))));
    Numbers topics;
    for (; m_topics < events.topicCount(); ++m_topics)
        topics.push_back(number(events.topicText(base::TopicId(static_cast<base::TopicId::rep>(m_topics)))));
    Columns columns;
    OffsetSteps offsets;
    Ids ids;
    Ids correlations;
    Ids causes;
    for (; m_rows < end; ++m_rows) {
        const base::EventIndex event(static_cast<base::EventIndex::rep>(m_rows));
        const EventRow& row = events.row(event);
        columns.flags.push_back(row.flags);
        columns.topics.push_back(row.topic.value);
        columns.partitions.push_back(row.partition);
        columns.offsets.push_back(offsets.step(row));
        columns.brokerTimes.push_back(count(row.brokerTime));
        columns.delays.push_back(delayOf(row));
        columns.sizes.push_back(row.valueSize);
        columns.types.push_back(number(row.type));
        columns.sources.push_back(number(row.source));
        ids.add(row.eventId);
        correlations.add(row.correlationId);
        causes.add(row.causationId);
        columns.hitCounts.push_back(std::int64_t(events.hitsOf(event).size()));
        for (const StoredHit& hit : events.hitsOf(event)) {
            columns.rules.push_back(std::int64_t(hit.rule));
            columns.details.push_back(number(hit.detail));
        }
    }
    out.texts(texts);
    out.numbers(topics);
    columns.forEach([&](const Numbers& column) { out.numbers(column); });
    out.differences(columns.brokerTimes);
    for (const Ids* column : {&ids, &correlations, &causes})
        column->write(out);
    return out.finish();
}

std::optional<RowChunk> decodeRows(std::string_view bytes, std::size_t textCount, std::size_t topicCount)
{
    auto opened = ColumnReader::open(bytes);
    if (!opened)
        return std::nullopt;
    const auto reader = std::make_shared<ColumnReader>(*std::move(opened));
    auto chunk = Rows(*reader, textCount, topicCount).read();
    if (chunk)
        chunk->memory = reader;
    return chunk;
}

} // namespace sagascope::store
