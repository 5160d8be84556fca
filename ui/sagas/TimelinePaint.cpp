// SPDX-License-Identifier: GPL-3.0-or-later
// How a TimelineGeometry looks; where things are is decided in TimelineGeometry.cpp.
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <cmath>

#include "ui/common/CodeText.h"
#include "ui/sagas/TimelineView.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using G = TimelineGeometry;

QString laneTitle(const QString& lane)
{
    if (lane == QStringView(kRetryLane))
        return TimelineView::tr("retries");
    if (lane == QStringView(kDeadLetterLane))
        return TimelineView::tr("dead letters");
    return lane;
}

/// Solid for declared, solid and lighter for aliased, dotted for inferred.
QPen evidencePen(identity::Evidence evidence, const QColor& strong, const QColor& surface)
{
    switch (evidence) {
    case identity::Evidence::Declared: return QPen(strong, 1.8);
    case identity::Evidence::Aliased: return QPen(mix(surface, strong, 0.55), 1.4);
    case identity::Evidence::Inferred: break;
    }
    QPen pen(mix(surface, strong, 0.75), 1.6);
    pen.setDashPattern({1, 2.5});
    pen.setCapStyle(Qt::RoundCap);
    return pen;
}

QString tickText(base::Duration sinceStart)
{
    using namespace std::chrono;
    const double seconds = duration<double>(sinceStart).count();
    if (seconds < 10)
        return QStringLiteral("+%1 ms").arg(duration<double, std::milli>(sinceStart).count(), 0, 'g', 6);
    if (seconds < 600)
        return QStringLiteral("+%1 s").arg(seconds, 0, 'g', 6);
    return QStringLiteral("+") + durationText(sinceStart);
}

} // namespace

void TimelineView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::current().palette().panel);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, -verticalScrollBar()->value());
    paintLanes(painter);
    painter.save();
    painter.setClipRect(QRectF(G::kLaneNameWidth, 0, viewport()->width(), m_geometry.height));
    paintCurves(painter);
    paintGhosts(painter);
    paintMarks(painter);
    painter.restore();
    paintNames(painter);
    painter.translate(0, verticalScrollBar()->value());
    paintAxis(painter);
}

QColor TimelineView::laneColour(int lane) const
{
    return Theme::current().domainColor(m_geometry.lanes[std::size_t(lane)].domain);
}

void TimelineView::paintLanes(QPainter& painter) const
{
    const Palette& colours = Theme::current().palette();
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_geometry.lanes.size(); i += 2)
        painter.fillRect(m_geometry.lanes[i].rect, mix(colours.panel, colours.raised, 0.8));
    painter.setPen(QPen(colours.grid, 1));
    for (const TimelineTick& tick : m_geometry.ticks) {
        const double x = std::round(tick.x) + 0.5;
        painter.drawLine(QPointF(x, G::kAxisHeight), QPointF(x, m_geometry.height));
    }
}

void TimelineView::paintNames(QPainter& painter) const
{
    const Palette& colours = Theme::current().palette();
    for (std::size_t i = 0; i < m_geometry.lanes.size(); ++i) {
        const QRectF& rect = m_geometry.lanes[i].rect;
        painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), laneColour(int(i)));
        painter.setPen(colours.text);
        const QRectF room(14, rect.top(), G::kLaneNameWidth - 22, rect.height());
        const QString name = fontMetrics().elidedText(laneTitle(m_geometry.lanes[i].name), Qt::ElideRight, int(room.width()));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, name);
    }
}

void TimelineView::paintAxis(QPainter& painter) const
{
    const Theme& theme = Theme::current();
    painter.fillRect(QRectF(0, 0, viewport()->width(), G::kAxisHeight), theme.palette().panel);
    painter.setFont(theme.monospace());
    painter.setPen(theme.palette().muted);
    for (const TimelineTick& tick : m_geometry.ticks) {
        const QString text = tickText(tick.sinceStart);
        if (tick.x + 3 + painter.fontMetrics().horizontalAdvance(text) < viewport()->width())
            painter.drawText(QRectF(tick.x + 3, 0, 100, G::kAxisHeight), Qt::AlignVCenter | Qt::AlignLeft, text);
    }
    painter.setFont(font());
}

void TimelineView::paintCurves(QPainter& painter) const
{
    const Palette& colours = Theme::current().palette();
    QColor wait = Theme::current().stateColor(saga::SagaState::Running);
    wait.setAlphaF(0.25F);
    for (const QRectF& rect : m_geometry.waits) {
        painter.fillRect(rect, wait);
        painter.setPen(QPen(colours.muted, 1, Qt::DashLine));
        painter.drawLine(rect.topRight(), rect.bottomRight());
    }
    for (const TimelineCurve& curve : m_geometry.curves)
        curve.isBar ? paintBar(painter, curve) : paintCurve(painter, curve);
}

void TimelineView::paintBar(QPainter& painter, const TimelineCurve& curve) const
{
    const TimelineEdge& edge = m_input.edges[std::size_t(curve.edge)];
    const int mark = m_geometry.markOf(edge.from);
    QColor fill = laneColour(m_geometry.marks[std::size_t(mark)].lane);
    fill.setAlphaF(0.28F);
    painter.fillRect(QRectF(curve.from.x(), curve.from.y() - 6, curve.to.x() - curve.from.x(), 12), fill);
    paintCurve(painter, curve);
}

void TimelineView::paintCurve(QPainter& painter, const TimelineCurve& curve) const
{
    const Palette& colours = Theme::current().palette();
    const TimelineEdge& edge = m_input.edges[std::size_t(curve.edge)];
    QPen pen = evidencePen(edge.evidence, mix(colours.panel, colours.text, 0.62), colours.panel);
    if (edge.isCompensation) {
        pen.setColor(Theme::current().stateColor(saga::SagaState::Compensated));
        pen.setDashPattern({5, 4});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPainterPath path(curve.from);
    path.cubicTo(curve.control1, curve.control2, curve.to);
    painter.drawPath(path);
    painter.setPen(QPen(pen.color(), 1.4));
    painter.drawLine(curve.to - QPointF(4, 3), curve.to);
    painter.drawLine(curve.to - QPointF(4, -3), curve.to);
    if (edge.isCompensation && !curve.labelRect.isEmpty()) {
        painter.setFont(Theme::current().small());
        painter.drawText(curve.labelRect, Qt::AlignVCenter | Qt::AlignLeft,
                         tr("compensation · %1").arg(durationText(curve.duration)));
        painter.setFont(font());
    }
}

void TimelineView::paintMarks(QPainter& painter) const
{
    const int selected = selectedMark();
    for (std::size_t i = 0; i < m_geometry.marks.size(); ++i)
        paintMark(painter, m_geometry.marks[i], int(i) == selected);
}

void TimelineView::paintMark(QPainter& painter, const TimelineMark& mark, bool isSelected) const
{
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    const TimelineEvent& event = m_input.events[std::size_t(mark.events.front())];
    const QColor colour = event.isFailure ? theme.stateColor(saga::SagaState::Failed) : laneColour(mark.lane);
    if (isSelected) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(mark.centre, G::kRadius + 4, G::kRadius + 4);
    }
    // The repeats behind the original, each a little to the right.
    painter.setPen(QPen(colours.panel, 1.5));
    painter.setBrush(mix(colours.panel, colour, 0.55));
    const int behind = std::min<int>(2, int(mark.events.size()) - 1);
    for (int i = behind; i > 0; --i)
        painter.drawEllipse(mark.centre + QPointF(3.5 * i, 0), G::kRadius, G::kRadius);
    painter.setBrush(colour);
    if (event.repeat != identity::Repeat::None) {
        painter.setPen(QPen(colour, 2));
        painter.setBrush(colours.panel);
    }
    painter.drawEllipse(mark.centre, G::kRadius, G::kRadius);
    if (!mark.labelRect.isEmpty()) {
        QColor halo = colours.panel;
        halo.setAlphaF(0.7F);
        painter.fillRect(mark.labelRect.adjusted(-1, 1, 0, -1), halo);
        painter.setPen(isSelected ? colours.accent : colours.text);
        painter.drawText(mark.labelRect, Qt::AlignVCenter | Qt::AlignLeft, mark.label);
    }
    paintBadges(painter, mark);
}

void TimelineView::paintBadges(QPainter& painter, const TimelineMark& mark) const
{
    const Theme& theme = Theme::current();
    const TimelineEvent& event = m_input.events[std::size_t(mark.events.front())];
    double x = mark.centre.x() + G::kRadius + (mark.events.size() > 1 ? 10 : 4);
    const auto badge = [&](const QString& text, const QColor& colour) {
        painter.setPen(colour);
        const QRectF rect(x, mark.centre.y() + 2, 60, 14);
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, text);
        x += painter.fontMetrics().horizontalAdvance(text) + 4;
    };
    painter.setFont(theme.small());
    if (mark.events.size() > 1)
        badge(QStringLiteral("×%1").arg(mark.events.size()), theme.palette().text);
    if (event.isSkewed)
        badge(QStringLiteral("◷"), theme.palette().warning);
    if (event.isOurs)
        badge(tr("yours"), theme.palette().accent);
    if (event.worstFinding == base::Severity::Error)
        badge(QStringLiteral("▲"), theme.palette().danger);
    painter.setFont(font());
}

void TimelineView::paintGhosts(QPainter& painter) const
{
    const Palette& colours = Theme::current().palette();
    QPen pen(colours.muted, 1.4);
    pen.setDashPattern({2, 2});
    for (const TimelineGhostMark& ghost : m_geometry.ghosts) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ghost.centre, G::kRadius, G::kRadius);
        painter.setPen(colours.muted);
        painter.drawText(ghost.labelRect, Qt::AlignVCenter | Qt::AlignLeft, ghost.label);
    }
}

} // namespace sagascope::ui
