// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HistogramGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;

/// From one text below the bars to the next.
constexpr std::array<base::Duration, 27> kTickSteps{
    10ms, 20ms, 50ms, 100ms, 200ms, 500ms, 1s, 2s, 5s, 10s, 20s, 30s, 1min, 2min, 5min, 10min, 20min, 30min,
    1h,   2h,   3h,   6h,    12h,   24h,   24h * 7, 24h * 30, 24h * 365};

} // namespace

double HistogramScale::left(int bar) const
{
    return count == 0 ? area.left() : area.left() + area.width() * bar / count;
}

QRectF HistogramScale::column(int bar) const
{
    return {left(bar), area.top(), left(bar + 1) - left(bar), area.height()};
}

int HistogramScale::barAt(double x) const
{
    if (count == 0 || area.width() <= 0)
        return 0;
    const double share = (x - area.left()) / area.width();
    return std::clamp(int(std::floor(share * count)), 0, count - 1);
}

double HistogramScale::xOf(base::Timestamp time) const
{
    if (count == 0)
        return area.left();
    const base::Timestamp inside = std::clamp(time, from, start(count));
    return area.left() + area.width() * std::chrono::duration<double>(inside - from).count() /
                             std::chrono::duration<double>(step * count).count();
}

TimeWindow HistogramScale::window(int bar, int other) const
{
    const auto [first, last] = std::minmax(bar, other);
    return {start(first), start(last + 1) - base::Duration(1)};
}

std::vector<HistogramPart> histogramParts(const metrics::TimeHistogram::Bars& bars, const HistogramScale& scale)
{
    std::uint64_t most = 1;
    for (const auto& bar : bars.bars)
        most = std::max(most, bar.total());
    std::vector<HistogramPart> parts;
    for (int i = 0; i < scale.count; ++i) {
        const auto& bar = bars.bars[std::size_t(i)];
        const std::uint64_t total = bar.total();
        if (total == 0)
            continue;
        const QRectF column = scale.column(i);
        const double gap = column.width() > 3 ? 1 : 0;
        const double height = std::max(1.0, column.height() * double(total) / double(most));
        double bottom = column.bottom();
        for (std::size_t category = 0; category < bar.counts.size(); ++category) {
            if (bar.counts[category] == 0)
                continue;
            const double tall = height * bar.counts[category] / double(total);
            parts.push_back({QRectF(column.left(), bottom - tall, column.width() - gap, tall), category});
            bottom -= tall;
        }
    }
    return parts;
}

std::vector<int> histogramTicks(const HistogramScale& scale, double width)
{
    std::vector<int> ticks;
    if (scale.count == 0 || scale.area.width() <= 0)
        return ticks;
    const double least = width * scale.count / scale.area.width();
    const auto isWide = [&](base::Duration step) { return step % scale.step == base::Duration(0) && double(step / scale.step) >= least; };
    const auto chosen = std::find_if(kTickSteps.begin(), kTickSteps.end(), isWide);
    if (chosen == kTickSteps.end())
        return ticks;
    const auto isRound = [&](int bar) { return scale.start(bar).time_since_epoch() % *chosen == base::Duration(0); };
    for (int bar = 0; bar < scale.count && scale.left(bar) + width <= scale.area.right(); ++bar)
        if (isRound(bar))
            ticks.push_back(bar);
    return ticks;
}

int nearestFilled(const metrics::TimeHistogram::Bars& bars, int bar)
{
    const int count = int(bars.bars.size());
    const auto isFilled = [&](int i) { return bars.bars[std::size_t(i)].first.isValid(); };
    for (int i = std::max(bar, 0); i < count; ++i)
        if (isFilled(i))
            return i;
    for (int i = std::min(bar, count) - 1; i >= 0; --i)
        if (isFilled(i))
            return i;
    return -1;
}

} // namespace sagascope::ui
