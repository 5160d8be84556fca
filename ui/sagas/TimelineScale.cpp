// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineScale.h"

#include <algorithm>
#include <cmath>

#include "ui/sagas/TimelineGeometry.h"

namespace sagascope::ui {
namespace {

constexpr double kLeast = 1e-6; ///< pixels a second: 1,200 pixels for 38 years
constexpr double kMost = 1e7;   ///< ten pixels a microsecond
constexpr double kLeftMargin = 24;
constexpr double kRightMargin = 24;
constexpr double kLongestWait = 0.6; ///< of the saga's own length, as far as fitting goes

} // namespace

TimelineScale TimelineScale::zoomedAt(double x, double factor) const
{
    const double scaled = std::clamp(pixelsPerSecond * factor, kLeast, kMost);
    return {scaled, x - (x - origin) * scaled / pixelsPerSecond};
}

TimelineScale TimelineScale::showing(double from, double to, double left, double right)
{
    const double scaled = std::clamp(std::max(40.0, right - left) / std::max(to - from, 1e-9), kLeast, kMost);
    return {scaled, left - from * scaled};
}

TimelineScale fittingScale(const Timeline& timeline, double width, const TextWidth& textWidth)
{
    const TimelineInput& input = *timeline.input;
    double right = kRightMargin;
    if (!timeline.byTime.empty())
        right += textWidth(input.labelOf(input.eventAt(timeline.byTime.back())));
    for (const TimelineGhost& ghost : input.ghosts)
        right = std::max(right, TimelineGeometry::kGhostGap + textWidth(input.labels[std::size_t(ghost.label)]) + kRightMargin);
    double end = timeline.end;
    if (input.waitingUntil != base::kNoTime) {
        const double wait = std::max(0.0, timeline.secondsUntil(input.waitingUntil) - end);
        end += end > 0 ? std::min(wait, kLongestWait * end) : wait;
    }
    // A single moment gets a second of room, so that an axis can be read.
    return TimelineScale::showing(0, end > 0 ? end : 1, TimelineGeometry::kLaneNameWidth + kLeftMargin, width - right);
}

TimelineScale kept(const TimelineScale& scale, const Timeline& timeline, double width)
{
    constexpr double kInSight = 60;
    const double left = TimelineGeometry::kLaneNameWidth;
    const double length = std::max(timeline.end, 1e-6);
    TimelineScale result = scale;
    const double least = std::max(kLeast, (width - left) / length / 8);
    if (result.pixelsPerSecond < least)
        result = result.zoomedAt((left + width) / 2, least / result.pixelsPerSecond);
    const double shown = length * result.pixelsPerSecond;
    result.origin = std::clamp(result.origin, left + kInSight - shown, std::max(left + kInSight, width - kInSight));
    return result;
}

std::vector<TimelineTick> ticks(const TimelineScale& scale, double left, double right, double minimum)
{
    const double least = minimum / scale.pixelsPerSecond;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least) {
            step = factor * power;
            break;
        }
    std::vector<TimelineTick> result;
    const double first = std::max(0.0, std::ceil(scale.secondsAt(left) / step));
    for (double n = first; scale.xOf(n * step) <= right; ++n)
        result.push_back({scale.xOf(n * step), std::chrono::round<base::Duration>(std::chrono::duration<double>(n * step))});
    return result;
}

} // namespace sagascope::ui
