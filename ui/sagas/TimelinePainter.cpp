// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelinePainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/common/CodeText.h"
#include "ui/sagas/EvidencePen.h"
#include "ui/sagas/TimelineText.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using G = TimelineGeometry;
constexpr auto kMiddleLeft = Qt::AlignVCenter | Qt::AlignLeft;

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

const Palette& colours()
{
    return Theme::current().palette();
}

} // namespace

TimelinePainter::TimelinePainter(QPainter& painter, const Timeline& timeline, const TimelineGeometry& geometry, Look look)
    : m_painter(painter), m_timeline(timeline), m_geometry(geometry), m_look(std::move(look)),
      m_selectedMark(m_look.selected < 0 ? -1 : geometry.markOf(m_look.selected))
{
}

void TimelinePainter::paint()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setFont(m_look.font);
    m_painter.save();
    m_painter.translate(0, -m_look.top);
    paintLanes();
    m_painter.save();
    m_painter.setClipRect(QRectF(G::kLaneNameWidth, m_look.top, m_look.size.width(), m_look.size.height()));
    paintPhases();
    paintWaits();
    paintCurves();
    paintBars();
    paintGhosts();
    paintMarks();
    m_painter.restore();
    paintNames();
    m_painter.restore();
    paintAxis();
}

bool TimelinePainter::isSeen(const QRectF& rect) const
{
    return rect.right() >= G::kLaneNameWidth && rect.left() <= m_look.size.width() && rect.bottom() >= m_look.top &&
           rect.top() <= m_look.top + m_look.size.height();
}

QColor TimelinePainter::laneColour(int lane) const
{
    return Theme::current().domainColor(input().lanes[std::size_t(lane)].domain);
}

/// Every second lane is a shade apart.
QColor TimelinePainter::laneSurface(int lane) const
{
    return lane >= 0 && lane % 2 == 0 ? mix(colours().panel, colours().raised, 0.8) : colours().panel;
}

void TimelinePainter::paintLanes()
{
    for (std::size_t i = 0; i < m_geometry.lanes.size(); i += 2)
        m_painter.fillRect(m_geometry.lanes[i].rect, laneSurface(int(i)));
    m_painter.setPen(QPen(colours().grid, 1));
    for (const TimelineTick& tick : m_geometry.ticks) {
        const double x = std::round(tick.x) + 0.5;
        m_painter.drawLine(QPointF(x, G::kAxisHeight), QPointF(x, m_geometry.height));
    }
}

void TimelinePainter::paintNames()
{
    const QFontMetricsF metrics(m_look.font);
    for (std::size_t i = 0; i < m_geometry.lanes.size(); ++i) {
        const QRectF& rect = m_geometry.lanes[i].rect;
        m_painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), laneColour(int(i)));
        m_painter.setPen(colours().text);
        const QRectF room(14, rect.top(), G::kLaneNameWidth - 22, rect.height());
        m_painter.drawText(room, kMiddleLeft,
                           metrics.elidedText(TimelineText::laneTitle(input().lanes[i].name), Qt::ElideRight, room.width()));
    }
}

void TimelinePainter::paintAxis()
{
    const Theme& theme = Theme::current();
    m_painter.fillRect(QRectF(0, 0, m_look.size.width(), G::kAxisHeight), colours().panel);
    m_painter.setFont(theme.monospace());
    m_painter.setPen(colours().muted);
    const QFontMetricsF metrics(theme.monospace());
    for (const TimelineTick& tick : m_geometry.ticks) {
        const QString text = TimelineText::tick(tick.sinceStart, m_geometry.ticks.back().sinceStart);
        if (tick.x + 3 + metrics.horizontalAdvance(text) < m_look.size.width())
            m_painter.drawText(QRectF(tick.x + 3, 0, 160, G::kAxisHeight), kMiddleLeft, text);
    }
    m_painter.setFont(theme.small());
    const bool isCausal = m_timeline.order == TimelineOrder::Causal;
    const QString note = isCausal ? TimelineText::tr("causal order")
                         : input().skews.empty() ? QString()
                                                 : TimelineText::tr("◷ clocks differ");
    m_painter.setPen(colours().warning);
    m_painter.drawText(QRectF(14, 0, G::kLaneNameWidth - 18, G::kAxisHeight), kMiddleLeft, note);
    m_painter.setFont(m_look.font);
}

void TimelinePainter::paintBars()
{
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor failed = Theme::current().stateColor(saga::SagaState::Failed);
    for (const TimelineBar& bar : m_geometry.bars) {
        m_painter.fillRect(bar.rect.toRect(), mix(laneSurface(bar.lane), laneColour(bar.lane), 0.75));
        if (bar.failures == 0)
            continue;
        const double height = bar.rect.height() * std::max(0.25, double(bar.failures) / bar.count);
        m_painter.fillRect(QRectF(bar.rect.left(), bar.rect.bottom() - height, bar.rect.width(), height).toRect(), failed);
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (m_look.selected >= 0 && m_selectedMark < 0)
        paintSelectedBar();
}

/// The selected event is inside of a bar.
void TimelinePainter::paintSelectedBar()
{
    const double x = m_geometry.scale.xOf(m_timeline.seconds[std::size_t(m_look.selected)]);
    const int lane = input().eventAt(m_look.selected).lane;
    for (const TimelineBar& bar : m_geometry.bars) {
        if (bar.lane != lane || x < bar.rect.left() || x >= bar.rect.left() + G::kBucket)
            continue;
        const QRectF& room = m_geometry.lanes[std::size_t(lane)].rect;
        m_painter.setPen(QPen(colours().accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(bar.rect.left() - 2, room.top() + 2, bar.rect.width() + 4, room.height() - 4));
    }
}

void TimelinePainter::paintPhases()
{
    const Theme& theme = Theme::current();
    for (const TimelinePhaseBar& bar : m_geometry.phases) {
        const TimelinePhase& phase = input().phases[std::size_t(bar.phase)];
        const QColor colour = phase.isCurrent                                  ? colours().accent
                              : phase.isCompensation                           ? theme.stateColor(saga::SagaState::Compensated)
                              : phase.status == saga::StepStatus::Failed       ? theme.stateColor(saga::SagaState::Failed)
                              : phase.status == saga::StepStatus::Compensated  ? colours().muted
                                                                               : theme.stateColor(saga::SagaState::Completed);
        m_painter.fillRect(bar.rect, mix(colours().panel, colour, 0.28));
        m_painter.fillRect(QRectF(bar.rect.right() - 2, bar.rect.top(), 2, bar.rect.height()), colour);
        const QRectF room = bar.rect.intersected(QRectF(G::kLaneNameWidth, 0, m_look.size.width(), 1e6)).adjusted(6, 0, -4, 0);
        if (room.width() < 24)
            continue;
        const QString mark = phase.isCurrent ? QStringLiteral("▸ ") : phase.isCompensation ? QStringLiteral("↶ ") : QString();
        m_painter.setFont(theme.small());
        m_painter.setPen(colours().text);
        m_painter.drawText(room, kMiddleLeft, QFontMetricsF(theme.small()).elidedText(mark + phase.name, Qt::ElideRight, room.width()));
        m_painter.setFont(m_look.font);
    }
}

void TimelinePainter::paintWaits()
{
    for (const TimelineWaitBar& wait : m_geometry.waits) {
        if (!isSeen(wait.rect.adjusted(0, -30, 0, 10)))
            continue;
        m_painter.fillRect(wait.rect, faded(laneColour(wait.lane), 0.26));
        if (!wait.labelRect.isEmpty())
            paintWords(wait.labelRect, durationText(wait.duration), colours().muted, Qt::AlignVCenter | Qt::AlignRight,
                       laneSurface(wait.lane));
    }
}

void TimelinePainter::paintWords(const QRectF& rect, const QString& text, const QColor& colour, Qt::Alignment alignment,
                                 const QColor& surface)
{
    m_painter.fillRect(rect.adjusted(-1, 1, 1, -1), faded(surface, 0.75));
    m_painter.setFont(Theme::current().small());
    m_painter.setPen(colour);
    m_painter.drawText(rect, int(alignment), text);
    m_painter.setFont(m_look.font);
}

void TimelinePainter::paintMarks()
{
    for (std::size_t i = 0; i < m_geometry.marks.size(); ++i) {
        const TimelineMark& mark = m_geometry.marks[i];
        const QRectF around(mark.centre - QPointF(20, 26), QSizeF(40, 46));
        if (isSeen(around.united(mark.labelRect)))
            paintMark(mark, int(i) == m_selectedMark);
    }
}

void TimelinePainter::paintMark(const TimelineMark& mark, bool isSelected)
{
    const TimelineEvent& event = input().eventAt(mark.events.front());
    if (std::abs(mark.recordedX - mark.centre.x()) > 0.5)
        paintRecordedPlace(mark);
    if (isSelected) {
        m_painter.setPen(QPen(colours().accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(mark.centre, G::kRadius + 4, G::kRadius + 4);
    }
    paintDisc(mark, event);
    if (!mark.labelRect.isEmpty()) {
        m_painter.fillRect(mark.labelRect.adjusted(-1, 1, 0, -1), faded(laneSurface(mark.lane), 0.75));
        m_painter.setPen(isSelected ? colours().accent : colours().text);
        m_painter.drawText(mark.labelRect, kMiddleLeft, input().labelOf(event));
    }
    paintBadges(mark);
}

/// Where its own clock had put it, so that nothing moves in silence.
void TimelinePainter::paintRecordedPlace(const TimelineMark& mark)
{
    const QPointF recorded(mark.recordedX, mark.centre.y());
    m_painter.setPen(QPen(colours().muted, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(recorded, G::kRadius, G::kRadius);
    m_painter.drawLine(recorded + QPointF(G::kRadius, 0), mark.centre - QPointF(G::kRadius, 0));
}

void TimelinePainter::paintDisc(const TimelineMark& mark, const TimelineEvent& event)
{
    const Theme& theme = Theme::current();
    const QColor colour = event.isFailure ? theme.stateColor(saga::SagaState::Failed) : laneColour(mark.lane);
    // The repeats behind the original, each a little to the right.
    m_painter.setPen(QPen(colours().panel, 1.5));
    m_painter.setBrush(mix(colours().panel, colour, 0.55));
    const int behind = std::min<int>(2, int(mark.events.size()) - 1);
    for (int i = behind; i > 0; --i)
        m_painter.drawEllipse(mark.centre + QPointF(3.5 * i, 0), G::kRadius, G::kRadius);
    m_painter.setBrush(colour);
    if (event.repeat != identity::Repeat::None) {
        m_painter.setPen(QPen(colour, 2));
        m_painter.setBrush(colours().panel);
    }
    m_painter.drawEllipse(mark.centre, G::kRadius, G::kRadius);
    if (event.isCompensation) {
        m_painter.setPen(QPen(theme.stateColor(saga::SagaState::Compensated), 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(mark.centre, G::kRadius + 1, G::kRadius + 1);
    }
    if (event.isFailure) { // red alone would not be enough
        m_painter.setPen(QPen(colours().panel, 1.6));
        m_painter.drawLine(mark.centre - QPointF(2.4, 2.4), mark.centre + QPointF(2.4, 2.4));
        m_painter.drawLine(mark.centre + QPointF(-2.4, 2.4), mark.centre + QPointF(2.4, -2.4));
    }
}

void TimelinePainter::paintBadges(const TimelineMark& mark)
{
    const Theme& theme = Theme::current();
    const TimelineEvent& event = input().eventAt(mark.events.front());
    const QFontMetricsF metrics(theme.small());
    double x = mark.centre.x() + G::kRadius + (mark.events.size() > 1 ? 10 : 4);
    const auto badge = [&](const QString& text, const QColor& colour) {
        if (text.isEmpty())
            return;
        m_painter.setPen(legibleOn(colours().panel, colour, kTextContrast));
        // clear of the edges above it and of the names in the row below
        m_painter.drawText(QRectF(x, mark.centre.y(), 90, 13), kMiddleLeft, text);
        x += metrics.horizontalAdvance(text) + 4;
    };
    m_painter.setFont(theme.small());
    if (mark.events.size() > 1)
        badge(QStringLiteral("×%1").arg(mark.events.size()), colours().text);
    if (mark.isExpanded)
        badge(QStringLiteral("▾"), colours().muted);
    if (event.undoNumber > 0)
        badge(QStringLiteral("↶%1").arg(event.undoNumber),
              event.isUndoneOutOfOrder ? colours().danger : theme.stateColor(saga::SagaState::Compensated));
    badge(TimelineText::skewBadge(event, m_timeline.order), colours().warning);
    if (event.isOurs)
        badge(TimelineText::tr("yours"), colours().accent);
    if (event.worstFinding == base::Severity::Error)
        badge(QStringLiteral("▲"), colours().danger);
    m_painter.setFont(m_look.font);
}

void TimelinePainter::paintGhosts()
{
    for (const TimelineGhostMark& ghost : m_geometry.ghosts)
        paintGhost(ghost);
}

void TimelinePainter::paintGhost(const TimelineGhostMark& placed)
{
    const TimelineGhost& ghost = input().ghosts[std::size_t(placed.ghost)];
    const bool isWaiting = !placed.wait.isEmpty() && input().waitingUntil != base::kNoTime;
    const QColor colour = ghost.undoes >= 0 ? Theme::current().stateColor(saga::SagaState::Compensated) : colours().muted;
    if (isWaiting) {
        m_painter.fillRect(placed.wait, faded(Theme::current().stateColor(saga::SagaState::Running), 0.22));
        const QString text = TimelineText::tr("waiting %1").arg(durationText(input().waitingUntil - ghost.since));
        const double width = QFontMetricsF(Theme::current().small()).horizontalAdvance(text) + 4;
        if (placed.wait.width() > width + 20)
            paintWords(QRectF(placed.labelRect.left() - width - 6, placed.labelRect.top(), width, placed.labelRect.height()), text,
                       colours().muted, Qt::AlignVCenter | Qt::AlignRight, laneSurface(ghost.lane));
    }
    if (!placed.undoes.isNull()) {
        m_painter.setPen(compensationPen(1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawLine(placed.centre - QPointF(G::kRadius, 0), placed.undoes + QPointF(G::kRadius + 2, 0));
    }
    QPen pen(colour, 1.4);
    pen.setDashPattern({2, 2});
    m_painter.setPen(pen);
    m_painter.setBrush(colours().panel);
    m_painter.drawEllipse(placed.centre, G::kRadius, G::kRadius);
    m_painter.setPen(legibleOn(colours().panel, colour, kTextContrast));
    m_painter.drawText(placed.labelRect, kMiddleLeft, input().labels[std::size_t(ghost.label)]);
}

} // namespace sagascope::ui
