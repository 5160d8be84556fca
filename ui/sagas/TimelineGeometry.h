// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

#include "ui/sagas/TimelineInput.h"

namespace sagascope::ui {

/// Which part of time is on screen: pixels are relative to the widget, `origin` is the pixel of the saga's start.
struct TimelineScale
{
    double pixelsPerSecond = 100;
    double origin = 0;

    [[nodiscard]] double xOf(base::Duration sinceStart) const
    {
        return origin + pixelsPerSecond * std::chrono::duration<double>(sinceStart).count();
    }
    /// The same with `pixelsPerSecond` times `factor`, where the moment under `x` stays under it.
    [[nodiscard]] TimelineScale zoomedAt(double x, double factor) const;
};

struct TimelineTick
{
    double x = 0;
    base::Duration sinceStart{};
};

struct TimelineLaneBox
{
    QString name;
    QString domain;
    QRectF rect; ///< whole width of the widget
};

/// One or more events drawn as one mark: repeats lie on their original, and what would overlap becomes a stack.
struct TimelineMark
{
    QPointF centre;
    std::vector<int> events; ///< positions in the input; the first names the mark
    QString label;
    QRectF labelRect; ///< empty when there was no room
    int lane = 0;
};

struct TimelineCurve
{
    int edge = 0; ///< position in TimelineInput::edges
    QPointF from, control1, control2, to;
    bool isBar = false; ///< both ends in one row: drawn as a bar that shows how long it took
    base::Duration duration{};
    QRectF labelRect; ///< compensations only
};

struct TimelineGhostMark
{
    QPointF centre;
    QString label;
    QRectF labelRect;
};

/// Everything with its coordinates; painting only replays it.
struct TimelineGeometry
{
    std::vector<TimelineLaneBox> lanes;
    std::vector<TimelineTick> ticks;
    std::vector<TimelineMark> marks;
    std::vector<TimelineCurve> curves;
    std::vector<TimelineGhostMark> ghosts;
    std::vector<QRectF> waits; ///< from the last event to now
    double height = 0;         ///< of axis and lanes together

    /// Position in `marks`, or -1.
    [[nodiscard]] int markAt(const QPointF& point) const;
    [[nodiscard]] int markOf(int event) const;

    static constexpr double kLaneNameWidth = 150;
    static constexpr double kAxisHeight = 30;
    static constexpr double kRowHeight = 34;
    static constexpr double kLanePadding = 10;
    static constexpr double kRadius = 6;
    static constexpr int kMaxRows = 5;
};

using TextWidth = std::function<double(const QString&)>;

/// The scale that shows the whole saga between the lane names and the right edge, with room for ghosts.
[[nodiscard]] TimelineScale fittingScale(const TimelineInput& input, double width, const TextWidth& textWidth);
[[nodiscard]] TimelineGeometry layOut(const TimelineInput& input, const TimelineScale& scale, QSizeF size,
                                      const TextWidth& textWidth);
/// Steps of 1, 2 or 5 times a power of ten, at least `minimum` pixels apart, from `left` to `right`.
[[nodiscard]] std::vector<TimelineTick> ticks(const TimelineScale& scale, double left, double right, double minimum);

} // namespace sagascope::ui
