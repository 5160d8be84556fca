// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineWalk.h"

#include <algorithm>
#include <iterator>

namespace sagascope::ui {
namespace {

constexpr int kNeighbours = 3;

int nearestIn(const LaneTrack& track, double at)
{
    auto nearest = std::lower_bound(track.seconds.begin(), track.seconds.end(), at);
    if (nearest == track.seconds.end() || (nearest != track.seconds.begin() && at - *std::prev(nearest) < *nearest - at))
        --nearest;
    return track.positions[std::size_t(nearest - track.seconds.begin())];
}

} // namespace

int nextInTime(const Timeline& timeline, int from, int direction)
{
    const int count = int(timeline.byTime.size());
    int rank = direction > 0 ? 0 : count - 1;
    if (from >= 0)
        rank = timeline.ranks[std::size_t(from)] + direction;
    return rank >= 0 && rank < count ? timeline.byTime[std::size_t(rank)] : -1;
}

int nearestInLane(const Timeline& timeline, int from, int direction)
{
    if (from < 0)
        return nextInTime(timeline, -1, 1);
    const int lanes = int(timeline.lanes.size());
    for (int lane = timeline.input->eventAt(from).lane + direction; lane >= 0 && lane < lanes; lane += direction) {
        const LaneTrack& track = timeline.lanes[std::size_t(lane)];
        if (!track.positions.empty())
            return nearestIn(track, timeline.seconds[std::size_t(from)]);
    }
    return -1;
}

TimelineSpan neighbourhood(const Timeline& timeline, int position)
{
    const int rank = timeline.ranks[std::size_t(position)];
    const int last = int(timeline.sorted.size()) - 1;
    const double from = timeline.sorted[std::size_t(std::max(0, rank - kNeighbours))];
    const double to = timeline.sorted[std::size_t(std::min(last, rank + kNeighbours))];
    const double margin = std::max((to - from) * 0.2, 1e-6);
    return {from - margin, to + margin};
}

int originalOf(const Timeline& timeline, const TimelineMark& mark)
{
    const int first = mark.events.front();
    const int repeated = timeline.input->eventAt(first).repeatOf;
    return repeated >= 0 ? repeated : first;
}

bool isStackOf(const Timeline& timeline, const TimelineMark& mark, int original)
{
    return std::any_of(mark.events.begin(), mark.events.end(),
                       [&](int event) { return timeline.input->eventAt(event).repeatOf == original; });
}

} // namespace sagascope::ui
