// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

#include "core/metrics/Throughput.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Which stretch of time the brush shows, in equal steps.
struct BrushRange
{
    base::Timestamp from = base::kNoTime; ///< a whole number of steps since the epoch
    base::Duration step = std::chrono::seconds(1);
    int bars = 0;

    [[nodiscard]] base::Timestamp to() const { return from + step * bars; }
    [[nodiscard]] bool isEmpty() const { return bars == 0 || from == base::kNoTime; }
    friend bool operator==(const BrushRange&, const BrushRange&) = default;
};

/// The range that shows everything from `first` to `last` in at most `maxBars` bars of a round length (1, 2, 5, 10, 15,
/// 30 s, minutes, hours, days); the newest bar is at the right edge.
[[nodiscard]] BrushRange brushRange(base::Timestamp first, base::Timestamp last, int maxBars);

/// Time to pixels and back. Values outside of the range are clamped.
struct BrushScale
{
    BrushRange range;
    double width = 0;

    [[nodiscard]] double xOf(base::Timestamp time) const;
    [[nodiscard]] base::Timestamp timeAt(double x) const;
    /// The window between two pixels, widened to whole bars.
    [[nodiscard]] TimeWindow windowBetween(double x1, double x2) const;
    /// The window moved by `bars`, or with its end moved when `isGrowing`; it stays inside of the range and keeps a bar.
    [[nodiscard]] TimeWindow moved(const TimeWindow& window, int bars, bool isGrowing) const;
};

/// One rectangle per bucket, from the bottom; the highest fills the height, and one event is at least a pixel.
[[nodiscard]] std::vector<QRectF> brushBars(const std::vector<metrics::Bucket>& buckets, const BrushScale& scale,
                                            double height);

} // namespace sagascope::ui
