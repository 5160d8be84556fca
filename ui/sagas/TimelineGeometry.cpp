// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineGeometry.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

#include "ui/sagas/TimelineCurves.h"
#include "ui/sagas/TimelineLanes.h"

namespace sagascope::ui {
namespace {

double distanceTo(const TimelineCurve& curve, const QPointF& point)
{
    constexpr int kParts = 32;
    double best = 1e12;
    QPointF before = curve.from;
    for (int i = 1; i <= kParts; ++i) {
        const QPointF after = curve.at(double(i) / kParts);
        const QPointF along = after - before;
        const double length = QPointF::dotProduct(along, along);
        const double share = length > 0 ? std::clamp(QPointF::dotProduct(point - before, along) / length, 0.0, 1.0) : 0;
        best = std::min(best, QLineF(point, before + share * along).length());
        before = after;
    }
    return best;
}

template <typename List, typename Holds> int firstIn(const List& list, Holds holds)
{
    const auto found = std::find_if(list.begin(), list.end(), holds);
    return found == list.end() ? -1 : int(found - list.begin());
}

} // namespace

QPointF TimelineCurve::at(double t) const
{
    const double u = 1 - t;
    return u * u * u * from + 3 * u * u * t * control1 + 3 * u * t * t * control2 + t * t * t * to;
}

int TimelineGeometry::markAt(const QPointF& point) const
{
    int nearest = -1;
    double best = kRadius + 5;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double distance = QLineF(point, marks[i].centre).length();
        const bool isOnLabel = marks[i].labelRect.contains(point);
        if (distance < best || (isOnLabel && nearest < 0)) {
            nearest = int(i);
            best = std::min(best, distance);
        }
    }
    return nearest;
}

int TimelineGeometry::markOf(int event) const
{
    return firstIn(marks, [&](const TimelineMark& mark) {
        return std::find(mark.events.begin(), mark.events.end(), event) != mark.events.end();
    });
}

int TimelineGeometry::barAt(const QPointF& point) const
{
    return firstIn(bars, [&](const TimelineBar& bar) {
        const QRectF& lane = lanes[std::size_t(bar.lane)].rect;
        return point.x() >= bar.rect.left() - 1 && point.x() < bar.rect.right() + 1 && lane.contains(point);
    });
}

int TimelineGeometry::curveAt(const QPointF& point) const
{
    constexpr double kReach = 6;
    int nearest = -1;
    double best = kReach;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const double distance = distanceTo(curves[i], point);
        if (distance < best || curves[i].labelRect.contains(point)) {
            nearest = int(i);
            best = std::min(best, distance);
        }
    }
    return nearest;
}

int TimelineGeometry::waitAt(const QPointF& point) const
{
    return firstIn(waits, [&](const TimelineWaitBar& wait) {
        return wait.rect.adjusted(0, -3, 0, 3).contains(point) || wait.labelRect.contains(point);
    });
}

int TimelineGeometry::ghostAt(const QPointF& point) const
{
    return firstIn(ghosts, [&](const TimelineGhostMark& ghost) {
        return QLineF(point, ghost.centre).length() < kRadius + 5 || ghost.labelRect.contains(point) || ghost.wait.contains(point);
    });
}

int TimelineGeometry::laneAt(double y) const
{
    return firstIn(lanes, [&](const TimelineLaneBox& lane) { return y >= lane.rect.top() && y < lane.rect.bottom(); });
}

TimelineGeometry layOut(const Timeline& timeline, const TimelineFrame& frame, const TextWidth& textWidth)
{
    TimelineGeometry result;
    result.scale = frame.scale;
    result.ticks = ticks(frame.scale, TimelineGeometry::kLaneNameWidth, frame.size.width(), 90);
    TimelineLanes lanes(timeline, frame, textWidth, result);
    lanes.run();
    TimelineCurves(timeline, frame, textWidth, lanes, result).run();
    return result;
}

} // namespace sagascope::ui
