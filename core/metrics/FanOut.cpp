// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/FanOut.h"

#include <algorithm>

namespace sagascope::metrics {
namespace {

GroupPassage passageOf(const PartitionStanding& standing, std::int64_t offset)
{
    GroupPassage passage;
    const auto& points = standing.trail->positions;
    const auto first =
        std::find_if(points.begin(), points.end(), [&](const auto& point) { return point.position > offset; });
    if (points.empty()) {
        passage.passage = Passage::NotStarted;
        return passage;
    }
    passage.before = std::max<std::int64_t>(0, offset - points.back().position);
    if (first == points.end())
        return passage;
    passage.after = first->after;
    passage.by = first->by;
    if (points.back().position <= offset)
        passage.passage = Passage::WentBack;
    else
        passage.passage = first->after == base::kNoTime ? Passage::PassedEarlier : Passage::Passed;
    return passage;
}

} // namespace

std::vector<GroupPassage> fanOut(const GroupBoard& board, const Place& place, std::int64_t offset)
{
    std::vector<GroupPassage> passages;
    for (const GroupStanding& group : board.groups) {
        const PartitionStanding* standing = group.find(place);
        if (!standing)
            continue;
        passages.push_back(passageOf(*standing, offset));
        passages.back().group = group.reading->group;
    }
    std::sort(passages.begin(), passages.end(), [](const auto& a, const auto& b) { return a.group < b.group; });
    return passages;
}

} // namespace sagascope::metrics
