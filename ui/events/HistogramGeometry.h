// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <cstddef>
#include <utility>
#include <vector>

#include "core/metrics/TimeHistogram.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Where the bars of a histogram stand: a rectangle divided by their number, and back from pixels. Bars are numbered from 0;
/// what lies outside counts to the nearest.
struct HistogramScale
{
    base::Timestamp from = base::kNoTime;
    base::Duration step{0};
    int count = 0;
    QRectF area;

    HistogramScale() = default;
    HistogramScale(const metrics::TimeHistogram::Bars& bars, const QRectF& where)
        : from(bars.from), step(bars.step), count(int(bars.bars.size())), area(where)
    {
    }

    [[nodiscard]] double left(int bar) const;
    [[nodiscard]] QRectF column(int bar) const; ///< over the whole height
    [[nodiscard]] int barAt(double x) const;
    [[nodiscard]] double xOf(base::Timestamp time) const;
    [[nodiscard]] base::Timestamp start(int bar) const { return from + step * bar; }
    /// What the bars from one to the other, in either order, stand for; its end belongs to it.
    [[nodiscard]] TimeWindow window(int bar, int other) const;
};

/// One part of a bar: the events of one category.
struct HistogramPart
{
    QRectF rect;
    std::size_t category = 0;
};

/// The parts of each bar upon one another. The highest bar fills the height, and none that has an event is lower than a pixel.
[[nodiscard]] std::vector<HistogramPart> histogramParts(const metrics::TimeHistogram::Bars& bars, const HistogramScale& scale);

/// Bars that are marked with their time below: at round times, so far apart that texts of `width` pixels do not touch.
[[nodiscard]] std::vector<int> histogramTicks(const HistogramScale& scale, double width);

/// The nearest bar with events, from `bar` on if there is one, else before it; -1 where there is none.
[[nodiscard]] int nearestFilled(const metrics::TimeHistogram::Bars& bars, int bar);

} // namespace sagascope::ui
