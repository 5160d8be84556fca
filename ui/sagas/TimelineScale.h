// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

#include "ui/sagas/TimelineOrder.h"

namespace sagascope::ui {

using TextWidth = std::function<double(const QString&)>;

/// Which part of time is on screen: pixels are relative to the widget, `origin` is the pixel of the saga's start.
struct TimelineScale
{
    double pixelsPerSecond = 100;
    double origin = 0;

    [[nodiscard]] double xOf(double seconds) const { return origin + pixelsPerSecond * seconds; }
    [[nodiscard]] double secondsAt(double x) const { return (x - origin) / pixelsPerSecond; }
    /// The same with `pixelsPerSecond` times `factor`, where the moment under `x` stays under it.
    [[nodiscard]] TimelineScale zoomedAt(double x, double factor) const;
    /// The scale that shows `from` to `to` (seconds) between two pixels.
    [[nodiscard]] static TimelineScale showing(double from, double to, double left, double right);

    friend bool operator==(const TimelineScale&, const TimelineScale&) = default;
};

struct TimelineTick
{
    double x = 0;
    base::Duration sinceStart{};
};

/// The scale that shows the whole saga between the lane names and the right edge, with room for its last label and for
/// ghosts. A wait much longer than the saga itself is not shown to its end.
[[nodiscard]] TimelineScale fittingScale(const Timeline& timeline, double width, const TextWidth& textWidth);
/// Kept from losing sight of the saga: some of it stays on screen, and it does not shrink to a point.
[[nodiscard]] TimelineScale kept(const TimelineScale& scale, const Timeline& timeline, double width);
/// Steps of 1, 2 or 5 times a power of ten, at least `minimum` pixels apart, from `left` to `right`.
[[nodiscard]] std::vector<TimelineTick> ticks(const TimelineScale& scale, double left, double right, double minimum);

} // namespace sagascope::ui
