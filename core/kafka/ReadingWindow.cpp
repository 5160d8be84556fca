// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/ReadingWindow.h"

#include <algorithm>

#include "core/kafka/RdLookup.h"

namespace sagascope::kafka {

bool ReadingWindow::isTimeIgnored() const
{
    return m_isEmbedded && (m_options.start.kind == StartPoint::Kind::Time || m_options.until);
}

bool ReadingWindow::isWanted(const TopicInfo& topic, std::int32_t partition) const
{
    return m_options.search.mayLieIn(partition, topic.partitions.size())
        && (m_options.start.kind != StartPoint::Kind::Offsets || m_options.start.offsetOf({topic.name, partition}));
}

std::vector<ReadingWindow::Offsets> ReadingWindow::ask(rd_kafka_t* client, std::span<const TopicPartition> partitions,
                                                       std::chrono::milliseconds timeout,
                                                       const std::function<void()>& between) const
{
    const auto askAt = [&](std::int64_t when) {
        auto offsets = offsetsAt(client, partitions, when, timeout);
        between();
        return offsets;
    };
    const auto askTime = [&](base::Timestamp time, const std::vector<base::Result<std::int64_t>>& otherwise) {
        return time == base::kNoTime || m_isEmbedded ? otherwise : askAt(base::toUnixMilliseconds(time));
    };
    // The end before the time: a record written between the two questions is then read, not skipped.
    const auto lows = askAt(kLowOffset);
    const auto ends = askAt(kEndOffset);
    const auto starts = askTime(m_options.start.time, lows);
    const auto untils = askTime(m_options.until.value_or(base::kNoTime), ends);
    std::vector<Offsets> all;
    all.reserve(partitions.size());
    for (std::size_t i = 0; i < partitions.size(); ++i)
        all.push_back({lows[i], ends[i], starts[i], untils[i]});
    return all;
}

std::int64_t ReadingWindow::startOf(const TopicPartition& partition, const Offsets& offsets, bool isLater) const
{
    switch (m_options.start.kind) {
    case StartPoint::Kind::Beginning:
        break;
    case StartPoint::Kind::End:
        return isLater ? *offsets.low : *offsets.end;
    case StartPoint::Kind::LastRecords:
        return isLater ? *offsets.low : std::max(*offsets.low, *offsets.end - m_options.start.count);
    case StartPoint::Kind::Time:
        return *offsets.from == kEndOffset ? *offsets.end : *offsets.from;
    case StartPoint::Kind::Offsets:
        // One that is gone is asked for all the same, so that what is lost gets told.
        return std::min(*m_options.start.offsetOf(partition), *offsets.end);
    }
    return *offsets.low;
}

std::int64_t ReadingWindow::endOf(const Offsets& offsets)
{
    return *offsets.until == kEndOffset ? *offsets.end : std::min(*offsets.until, *offsets.end);
}

} // namespace sagascope::kafka
