// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/BrushGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sagascope::ui {
namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

constexpr std::array<int, 16> kSteps{1,   2,   5,    10,   15,   30,    60,    120,
                                     300, 600, 1800, 3600, 7200, 21600, 43200, 86400};

base::Timestamp floorTo(base::Timestamp time, base::Duration step)
{
    auto ticks = time.time_since_epoch() / step;
    if (time.time_since_epoch() < step * ticks)
        --ticks;
    return base::Timestamp(step * ticks);
}

} // namespace

BrushRange brushRange(base::Timestamp first, base::Timestamp last, int maxBars)
{
    if (first == base::kNoTime || maxBars <= 0)
        return {};
    const auto needed = [&](base::Duration step) { return (floorTo(last, step) - floorTo(first, step)) / step + 1; };
    base::Duration step = seconds(kSteps.back());
    for (const int candidate : kSteps)
        if (needed(seconds(candidate)) <= maxBars) {
            step = seconds(candidate);
            break;
        }
    while (needed(step) > maxBars)
        step *= 2;
    return {floorTo(last, step) - step * (maxBars - 1), step, maxBars};
}

double BrushScale::xOf(base::Timestamp time) const
{
    if (range.isEmpty())
        return 0;
    const base::Timestamp inside = std::clamp(time, range.from, range.to());
    return width * std::chrono::duration<double>(inside - range.from).count() /
           std::chrono::duration<double>(range.to() - range.from).count();
}

base::Timestamp BrushScale::timeAt(double x) const
{
    if (range.isEmpty() || width <= 0)
        return range.from;
    const double share = std::clamp(x / width, 0.0, 1.0);
    return range.from + duration_cast<base::Duration>((range.to() - range.from) * share);
}

TimeWindow BrushScale::windowBetween(double x1, double x2) const
{
    const auto [left, right] = std::minmax(x1, x2);
    const base::Timestamp from = floorTo(timeAt(left), range.step);
    const base::Timestamp end = floorTo(timeAt(right) - base::Duration(1), range.step) + range.step;
    return {from, std::clamp(end, from + range.step, range.to())};
}

TimeWindow BrushScale::moved(const TimeWindow& window, int bars, bool isGrowing) const
{
    const base::Duration shift = range.step * bars;
    if (isGrowing)
        return {window.from, std::clamp(window.to + shift, std::min(window.from + range.step, range.to()), range.to())};
    const base::Duration length = std::min(window.to - window.from, range.to() - range.from);
    const base::Timestamp from = std::clamp(window.from + shift, range.from, range.to() - length);
    return {from, from + length};
}

std::vector<QRectF> brushBars(const std::vector<metrics::Bucket>& buckets, const BrushScale& scale, double height)
{
    std::uint64_t most = 1;
    for (const metrics::Bucket& bucket : buckets)
        most = std::max(most, bucket.events);
    std::vector<QRectF> bars;
    bars.reserve(buckets.size());
    for (const metrics::Bucket& bucket : buckets) {
        const double left = scale.xOf(bucket.start);
        const double right = scale.xOf(bucket.start + scale.range.step);
        const double share = double(bucket.events) / double(most);
        const double tall = bucket.events == 0 ? 0 : std::max(1.0, height * share);
        bars.push_back(QRectF(left, height - tall, std::max(1.0, right - left - 1), tall));
    }
    return bars;
}

} // namespace sagascope::ui
