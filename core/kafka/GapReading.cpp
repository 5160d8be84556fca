// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GapReading.h"

#include <algorithm>

namespace sagascope::kafka {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatch = 1'000;

bool isIn(const OffsetGap& gap, std::int64_t offset)
{
    return offset >= gap.from && offset < gap.to;
}

std::int64_t lostOf(Consumer& consumer, const OffsetGap& gap)
{
    std::int64_t lost = 0;
    for (const ConsumerEvent& event : consumer.takeEvents()) {
        if (event.kind == ConsumerEventKind::OffsetLost)
            lost += std::min(event.offset, gap.to) - gap.from;
    }
    return lost;
}

} // namespace

base::Result<GapContents> readGap(const Profile& profile, const OffsetGap& gap, const GapOptions& options)
{
    auto consumer = Consumer::open(profile, {.start = StartPoint::at({{gap.partition, gap.from}}),
                                             .isolation = IsolationLevel::ReadUncommitted,
                                             .isUntilEnd = true});
    if (!consumer)
        return consumer.error();
    const auto deadline = std::chrono::steady_clock::now() + options.timeout;
    GapContents contents;
    bool isPast = false;
    while (!isPast && !(*consumer)->isFinished()) {
        if (std::chrono::steady_clock::now() >= deadline || (options.isStopped && options.isStopped()))
            return base::Error{base::ErrorCode::TimedOut,
                               gap.partition.topic + '/' + std::to_string(gap.partition.partition),
                               (*consumer)->status().problem};
        const event::RecordBatch batch = (*consumer)->poll(kBatch, 100ms);
        for (const event::RawRecord& record : batch.records()) {
            contents.aborted += isIn(gap, record.offset) ? 1 : 0;
            isPast = isPast || record.offset >= gap.to;
        }
        contents.gone += lostOf(**consumer, gap);
    }
    contents.absent = gap.count() - contents.aborted - contents.gone;
    return contents;
}

} // namespace sagascope::kafka
