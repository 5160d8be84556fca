// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineCurves.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

using G = TimelineGeometry;
constexpr double kBundle = 8;           ///< pixels
constexpr double kDenseBundle = 48;     ///< between lanes of bars, where an edge only shows that something flows
constexpr double kFewTracks = 16;       ///< with more, each gets fewer bundles
constexpr std::size_t kMostEarlier = 100;
constexpr std::size_t kMostWords = 40;
constexpr double kFarAway = 4000;       ///< pixels beyond the screen where a curve may end
constexpr double kLeastWait = 12;       ///< pixels

} // namespace

QString wordsOn(const TimelineInput& input, const TimelineEdge& edge)
{
    const QString duration = durationText(input.eventAt(std::max(edge.from, edge.to)).time - input.eventAt(std::min(edge.from, edge.to)).time);
    switch (edge.link) {
    case TimelineLink::Undoes: return QCoreApplication::translate("Timeline", "undone after %1").arg(duration);
    case TimelineLink::Compensates: return QCoreApplication::translate("Timeline", "compensation · %1").arg(duration);
    case TimelineLink::Cause:
        return edge.evidence == identity::Evidence::Inferred ? QCoreApplication::translate("Timeline", "why?") : QString();
    case TimelineLink::Wait: break;
    }
    return duration;
}

TimelineCurves::TimelineCurves(const Timeline& timeline, const TimelineFrame& frame, const TextWidth& textWidth,
                               const TimelineLanes& lanes, TimelineGeometry& result)
    : m_timeline(timeline), m_frame(frame), m_textWidth(textWidth), m_lanes(lanes), m_result(result),
      m_most(std::size_t(G::kMaxCurves) / std::max<std::size_t>(1, timeline.links.size()))
{
}

void TimelineCurves::run()
{
    for (const LinkTrack& track : m_timeline.links)
        visit(track);
    addWords();
}

void TimelineCurves::visit(const LinkTrack& track)
{
    const bool isInside = track.fromLane == track.toLane || track.link == TimelineLink::Wait;
    if (isInside && track.link != TimelineLink::Undoes && m_result.lanes[std::size_t(track.toLane)].isDense)
        return;
    const double left = m_frame.scale.secondsAt(G::kLaneNameWidth);
    const auto first = std::lower_bound(track.lefts.begin(), track.lefts.end(), left);
    const auto last = std::upper_bound(first, track.lefts.end(), m_frame.scale.secondsAt(m_frame.size.width()));
    const auto from = std::size_t(first - track.lefts.begin());
    const auto to = std::size_t(last - track.lefts.begin());
    const bool isDense = m_result.lanes[std::size_t(track.fromLane)].isDense && m_result.lanes[std::size_t(track.toLane)].isDense;
    if (!isDense)
        visitEarlier(track, from, left);
    const double dense = kDenseBundle * std::max(1.0, double(m_timeline.links.size()) / kFewTracks);
    const double pixels = isDense ? dense : to - from > m_most ? kBundle : 0;
    const double bundle = pixels / m_frame.scale.pixelsPerSecond;
    for (std::size_t i = from; i < to;) {
        std::size_t next = i + 1;
        if (bundle > 0) {
            const double end = (std::floor(track.lefts[i] / bundle) + 1) * bundle;
            next = std::max(next, std::size_t(std::lower_bound(first, last, end) - track.lefts.begin()));
        }
        add(track, i, int(next - i));
        i = next;
    }
}

void TimelineCurves::visitEarlier(const LinkTrack& track, std::size_t before, double left)
{
    std::size_t found = 0;
    std::size_t i = before;
    while (i > 0 && found < kMostEarlier) {
        const std::size_t block = (i - 1) / LinkTrack::kBlock;
        const std::size_t blockStart = block * LinkTrack::kBlock;
        if (track.blockEnds[block] < left) {
            i = blockStart;
            continue;
        }
        for (; i > blockStart && found < kMostEarlier; --i)
            if (track.rights[i - 1] >= left) {
                add(track, i - 1, 1);
                ++found;
            }
    }
}

void TimelineCurves::add(const LinkTrack& track, std::size_t i, int count)
{
    if (track.link == TimelineLink::Wait)
        addWait(track.edges[i]);
    else
        addCurve(track.edges[i], count);
}

/// Painting far beyond the screen costs, and coordinates have their limits.
QPointF TimelineCurves::kept(const QPointF& point) const
{
    return {std::clamp(point.x(), -kFarAway, m_frame.size.width() + kFarAway), point.y()};
}

void TimelineCurves::addCurve(int edge, int count)
{
    const TimelineEdge& self = edgeAt(edge);
    const int fromMark = m_lanes.markOf(self.from);
    const int toMark = m_lanes.markOf(self.to);
    const QPointF from = kept(m_lanes.placeOf(self.from));
    const QPointF to = kept(m_lanes.placeOf(self.to));
    const bool isNowhere = fromMark < 0 && toMark < 0 && std::abs(from.x() - to.x()) < 3 && from.y() == to.y();
    if ((fromMark >= 0 && fromMark == toMark) || isNowhere)
        return;
    const bool isInBars = fromMark < 0 && toMark < 0;
    TimelineCurve curve = isInBars                              ? TimelineCurve{edge, 1, from, from, to, to, {}}
                          : self.link == TimelineLink::Undoes ? bowBetween(edge, from, to)
                                                              : curveBetween(edge, from, to);
    curve.count = count;
    m_result.curves.push_back(curve);
}

TimelineCurve TimelineCurves::curveBetween(int edge, const QPointF& from, const QPointF& to) const
{
    TimelineCurve curve;
    curve.edge = edge;
    const double gap = G::kRadius + 2;
    curve.from = from + QPointF(gap, 0);
    curve.to = to - QPointF(gap, 0);
    const bool isStraight = from.y() == to.y() && to.x() >= from.x();
    const double reach = isStraight ? 0 : std::max(20.0, std::abs(to.x() - from.x()) * 0.5);
    curve.control1 = curve.from + QPointF(reach, 0);
    curve.control2 = curve.to - QPointF(reach, 0);
    return curve;
}

/// Back in time, below the marks, so that it crosses neither labels nor the edges that lead forward.
TimelineCurve TimelineCurves::bowBetween(int edge, const QPointF& from, const QPointF& to) const
{
    TimelineCurve curve;
    curve.edge = edge;
    const double gap = G::kRadius + 1;
    const bool isSameRow = std::abs(from.y() - to.y()) < 1;
    const double dip = isSameRow ? 16 : 0;
    const double side = to.y() > from.y() ? 1 : -1;
    const double reach = std::clamp(std::abs(to.x() - from.x()) * 0.3, 16.0, 120.0);
    curve.from = from + (isSameRow ? QPointF(-gap * 0.7, gap * 0.7) : QPointF(0, side * gap));
    curve.to = to + (isSameRow ? QPointF(gap * 0.7, gap * 0.7) : QPointF(gap * 0.7, -side * gap * 0.7));
    curve.control1 = curve.from + QPointF(isSameRow ? -reach : 0, isSameRow ? dip : (to.y() - from.y()) * 0.4);
    curve.control2 = curve.to + QPointF(reach, dip);
    return curve;
}

void TimelineCurves::addWait(int edge)
{
    const TimelineEdge& self = edgeAt(edge);
    const int mark = m_lanes.markOf(self.to);
    const QPointF to = kept(m_lanes.placeOf(self.to));
    const double from = kept(m_lanes.placeOf(self.from)).x();
    if (to.x() - from < kLeastWait + G::kRadius)
        return;
    TimelineWaitBar wait{edge, input().eventAt(self.to).lane, QRectF(from, to.y() - 5, to.x() - G::kRadius - from, 10), {}, {}};
    wait.duration = input().eventAt(self.to).time - input().eventAt(self.from).time;
    if (mark >= 0) {
        const double width = m_textWidth(durationText(wait.duration));
        const double left = to.x() - G::kRadius - 9 - width;
        if (left > std::max({from, m_lanes.freeFrom(mark), G::kLaneNameWidth + 2}) && !m_result.lanes[std::size_t(wait.lane)].isCompact)
            wait.labelRect = {left, to.y() - G::kRadius - G::kLabelHeight - 1, width + 2, G::kLabelHeight};
    }
    m_result.waits.push_back(wait);
}

void TimelineCurves::addWords()
{
    if (m_result.curves.size() > kMostWords)
        return;
    for (TimelineCurve& curve : m_result.curves) {
        const QString words = wordsOn(input(), edgeAt(curve.edge));
        if (!words.isEmpty())
            curve.labelRect = roomFor(curve, m_textWidth(words));
    }
}

/// Beside the middle of the curve, unless something else is there already.
QRectF TimelineCurves::roomFor(const TimelineCurve& curve, double width) const
{
    const QPointF middle = (curve.from + 3 * curve.control1 + 3 * curve.control2 + curve.to) / 8;
    const QPointF offsets[] = {{-width / 2, 9}, {10, 0}, {-width - 10, 0}, {10, -10}, {-width - 10, -10}, {10, 12}, {-width - 10, 12}};
    for (const QPointF& offset : offsets) {
        const QRectF rect(middle.x() + offset.x(), middle.y() + offset.y() - G::kLabelHeight / 2, width, G::kLabelHeight);
        const auto onMark = [&](const TimelineMark& mark) {
            const QRectF disc(mark.centre - QPointF(G::kRadius, G::kRadius), QSizeF(2 * G::kRadius, 2 * G::kRadius));
            return mark.labelRect.intersects(rect) || disc.intersects(rect);
        };
        const bool isTaken = std::any_of(m_result.marks.begin(), m_result.marks.end(), onMark) ||
                             std::any_of(m_result.waits.begin(), m_result.waits.end(),
                                         [&](const TimelineWaitBar& wait) { return wait.labelRect.intersects(rect); }) ||
                             std::any_of(m_result.curves.begin(), m_result.curves.end(),
                                         [&](const TimelineCurve& other) { return other.labelRect.intersects(rect); });
        if (!isTaken)
            return rect;
    }
    return {};
}

} // namespace sagascope::ui
