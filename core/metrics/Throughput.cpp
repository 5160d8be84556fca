// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Throughput.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace sagascope::metrics {
namespace {

using Second = std::int64_t; ///< since 1970

constexpr Second kChunkSeconds = 1024;
constexpr int kSecondsLate = 8; ///< most events are no later among others: looked for from the end
constexpr std::int64_t kMaxSteps = 20'000;

struct Cell
{
    Second second = 0;
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
};

/// The seconds with traffic among 1,024 neighbours, ascending.
using Chunk = std::vector<Cell>;

struct ChunkRef
{
    Second first = 0; ///< multiple of kChunkSeconds
    std::shared_ptr<Chunk> cells;
    bool isShared = false; ///< a view may read it: copy before writing
};

Second floorTo(Second value, Second step)
{
    const Second rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

Second secondOf(base::Timestamp time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

base::Timestamp timeOf(Second second)
{
    return base::Timestamp(std::chrono::seconds(second));
}

/// Traffic of one topic, or of all of them: chunks in time order plus what has no time at all.
struct Series
{
    std::vector<ChunkRef> chunks;
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
    base::Timestamp first = base::kNoTime;
    base::Timestamp last = base::kNoTime;

    void add(base::Timestamp time, std::uint32_t size)
    {
        ++events;
        bytes += size;
        if (time == base::kNoTime)
            return;
        first = first == base::kNoTime ? time : std::min(first, time);
        last = std::max(last, time);
        Cell& cell = cellAt(secondOf(time));
        ++cell.events;
        cell.bytes += size;
    }

private:
    Cell& cellAt(Second second)
    {
        Chunk& cells = writableChunk(floorTo(second, kChunkSeconds));
        auto at = cells.end();
        for (int i = 0; i < kSecondsLate && at != cells.begin() && std::prev(at)->second >= second; ++i)
            --at;
        if (at != cells.begin() && std::prev(at)->second >= second)
            at = std::lower_bound(cells.begin(), at, second, [](const Cell& cell, Second s) { return cell.second < s; });
        if (at == cells.end() || at->second != second)
            at = cells.insert(at, Cell{second, 0, 0});
        return *at;
    }

    Chunk& writableChunk(Second first_)
    {
        ChunkRef& chunk = !chunks.empty() && chunks.back().first == first_ ? chunks.back() : chunkAt(first_);
        if (chunk.isShared) {
            chunk.cells = std::make_shared<Chunk>(*chunk.cells);
            chunk.isShared = false;
        }
        return *chunk.cells;
    }

    ChunkRef& chunkAt(Second first_)
    {
        auto at = std::lower_bound(chunks.begin(), chunks.end(), first_,
                                   [](const ChunkRef& chunk, Second s) { return chunk.first < s; });
        if (at == chunks.end() || at->first != first_)
            at = chunks.insert(at, ChunkRef{first_, std::make_shared<Chunk>(), false});
        return *at;
    }
};

/// Adds the cells of `series` inside [from, end of buckets) to the buckets of `step` seconds.
void addTo(std::vector<Bucket>& buckets, const Series& series, Second from, Second step)
{
    const Second end = from + step * Second(buckets.size());
    auto chunk = std::lower_bound(series.chunks.begin(), series.chunks.end(), floorTo(from, kChunkSeconds),
                                  [](const ChunkRef& c, Second s) { return c.first < s; });
    for (; chunk != series.chunks.end() && chunk->first < end; ++chunk) {
        for (const Cell& cell : *chunk->cells) {
            if (cell.second < from || cell.second >= end)
                continue;
            Bucket& bucket = buckets[std::size_t((cell.second - from) / step)];
            bucket.events += cell.events;
            bucket.bytes += cell.bytes;
        }
    }
}

} // namespace

struct Throughput::View::Impl
{
    Series all;
    std::vector<std::shared_ptr<const Series>> byTopic;
};

struct Throughput::Impl
{
    struct Topic
    {
        Series series;
        std::shared_ptr<const Series> shared; ///< as of the latest view; null when it changed since
    };
    Series all;
    std::vector<Topic> topics;
    std::shared_ptr<const View::Impl> view;
};

std::vector<Bucket> Throughput::View::series(std::optional<base::TopicId> topic, base::Timestamp from,
                                             base::Timestamp to, base::Duration step) const
{
    if (from == base::kNoTime || to == base::kNoTime || to < from)
        return {};
    Second seconds = std::max<Second>(1, std::chrono::ceil<std::chrono::seconds>(step).count());
    seconds = std::max(seconds, (secondOf(to) - secondOf(from)) / kMaxSteps + 1);
    const Second start = floorTo(secondOf(from), seconds);
    std::vector<Bucket> buckets(std::size_t((secondOf(to) - start) / seconds + 1));
    for (std::size_t i = 0; i < buckets.size(); ++i)
        buckets[i].start = timeOf(start + Second(i) * seconds);
    if (!m_impl)
        return buckets;
    if (!topic)
        addTo(buckets, m_impl->all, start, seconds);
    else if (topic->value < m_impl->byTopic.size() && m_impl->byTopic[topic->value])
        addTo(buckets, *m_impl->byTopic[topic->value], start, seconds);
    return buckets;
}

Bucket Throughput::View::total(base::TopicId topic) const
{
    if (!m_impl || topic.value >= m_impl->byTopic.size() || !m_impl->byTopic[topic.value])
        return {base::kNoTime, 0, 0};
    const Series& series = *m_impl->byTopic[topic.value];
    return {series.first, series.events, series.bytes};
}

base::Timestamp Throughput::View::first() const
{
    return m_impl ? m_impl->all.first : base::kNoTime;
}

base::Timestamp Throughput::View::last() const
{
    return m_impl ? m_impl->all.last : base::kNoTime;
}

Throughput::Throughput() : m_impl(std::make_unique<Impl>()) {}
Throughput::~Throughput() = default;

void Throughput::record(base::TopicId topic, base::Timestamp brokerTime, std::uint32_t bytes)
{
    if (topic.value >= m_impl->topics.size())
        m_impl->topics.resize(topic.value + std::size_t{1});
    Impl::Topic& entry = m_impl->topics[topic.value];
    entry.series.add(brokerTime, bytes);
    entry.shared.reset();
    m_impl->all.add(brokerTime, bytes);
    m_impl->view.reset();
}

Throughput::View Throughput::view() const
{
    View view;
    if (!m_impl->view) {
        const auto share = [](Series& series) {
            for (ChunkRef& chunk : series.chunks)
                chunk.isShared = true;
            return series;
        };
        auto shared = std::make_shared<View::Impl>();
        shared->all = share(m_impl->all);
        for (Impl::Topic& topic : m_impl->topics) {
            if (!topic.shared)
                topic.shared = std::make_shared<const Series>(share(topic.series));
            shared->byTopic.push_back(topic.shared);
        }
        m_impl->view = std::move(shared);
    }
    view.m_impl = m_impl->view;
    return view;
}

} // namespace sagascope::metrics
