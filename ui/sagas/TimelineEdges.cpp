// SPDX-License-Identifier: GPL-3.0-or-later
// Causes and compensations of the timeline, from hair lines by the hundred to curves with arrows and words.
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/sagas/EvidencePen.h"
#include "ui/sagas/TimelineCurves.h"
#include "ui/sagas/TimelinePainter.h"
#include "ui/sagas/TimelineText.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kManyCurves = 200;

const Palette& colours()
{
    return Theme::current().palette();
}

} // namespace

void TimelinePainter::paintCurves()
{
    const bool isCrowded = m_geometry.curves.size() > kManyCurves;
    m_painter.setRenderHint(QPainter::Antialiasing, !isCrowded);
    for (const TimelineCurve& curve : m_geometry.curves) {
        const QRectF hull = QRectF(curve.from, curve.to).normalized().adjusted(-140, -20, 140, 20);
        if (isSeen(hull))
            isCrowded || curve.count > 1 ? paintThread(curve) : paintCurve(curve);
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QPen TimelinePainter::penOf(const TimelineEdge& edge) const
{
    const bool touchesSelection = m_look.selected >= 0 && (edge.from == m_look.selected || edge.to == m_look.selected);
    const QColor strong = touchesSelection ? colours().accent : mix(colours().panel, colours().text, 0.62);
    return edge.link == TimelineLink::Cause ? evidencePen(edge.evidence, strong, colours().panel) : compensationPen(1.5);
}

/// One among hundreds: a hair without an arrow, as fast as lines can be drawn. Its pen still tells the evidence.
void TimelinePainter::paintThread(const TimelineCurve& curve)
{
    constexpr int kParts = 8;
    QPen pen = penOf(input().edges[std::size_t(curve.edge)]);
    QColor colour = pen.color();
    colour.setAlphaF(float(std::min(1.0, 0.35 + 0.1 * std::log2(double(curve.count)))));
    pen.setColor(colour);
    pen.setWidth(0);
    m_painter.setPen(pen);
    std::array<QPointF, kParts + 1> points;
    for (int i = 0; i <= kParts; ++i)
        points[std::size_t(i)] = curve.at(double(i) / kParts);
    m_painter.drawPolyline(points.data(), kParts + 1);
}

void TimelinePainter::paintCurve(const TimelineCurve& curve)
{
    const TimelineEdge& edge = input().edges[std::size_t(curve.edge)];
    const bool isAmber = edge.link != TimelineLink::Cause;
    QPen pen = penOf(edge);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    QPainterPath path(curve.from);
    path.cubicTo(curve.control1, curve.control2, curve.to);
    m_painter.drawPath(path);
    paintArrow(curve.to, curve.control2 == curve.to ? curve.from : curve.control2, pen.color());
    if (!curve.labelRect.isEmpty())
        paintWords(curve.labelRect, wordsOn(input(), edge),
                   isAmber ? legibleOn(colours().panel, pen.color(), kTextContrast) : colours().muted, Qt::AlignVCenter | Qt::AlignLeft,
                   laneSurface(m_geometry.laneAt(curve.labelRect.center().y())));
}

void TimelinePainter::paintArrow(const QPointF& tip, const QPointF& from, const QColor& colour)
{
    const QPointF along = tip - from;
    const double length = std::hypot(along.x(), along.y());
    if (length < 1)
        return;
    const QPointF unit = along / length;
    const QPointF across(-unit.y(), unit.x());
    m_painter.setPen(QPen(colour, 1.4));
    m_painter.drawLine(tip - unit * 4.5 + across * 3, tip);
    m_painter.drawLine(tip - unit * 4.5 - across * 3, tip);
}

} // namespace sagascope::ui
