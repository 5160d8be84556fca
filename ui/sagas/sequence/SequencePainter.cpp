// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequencePainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "ui/common/CodeText.h"
#include "ui/sagas/EvidencePen.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/sagas/sequence/SequenceText.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using P = SequencePlan;
constexpr double kLabelHeight = 16;
constexpr double kHeadWidth = P::kColumn - 16;
constexpr double kLongGapFrom = 60; ///< seconds: drawn as a break

const Palette& colours()
{
    return Theme::current().palette();
}

/// A topic's head: a pipe lying on its side, as queues are drawn.
QPainterPath pipe(const QRectF& rect)
{
    constexpr double kBulge = 7;
    QPainterPath path(rect.topLeft() + QPointF(kBulge, 0));
    path.lineTo(rect.topRight() - QPointF(kBulge, 0));
    path.cubicTo(rect.topRight() + QPointF(kBulge * 0.4, 0), rect.bottomRight() + QPointF(kBulge * 0.4, 0),
                 rect.bottomRight() - QPointF(kBulge, 0));
    path.lineTo(rect.bottomLeft() + QPointF(kBulge, 0));
    path.cubicTo(rect.bottomLeft() - QPointF(kBulge * 0.4, 0), rect.topLeft() - QPointF(kBulge * 0.4, 0),
                 rect.topLeft() + QPointF(kBulge, 0));
    return path;
}

double middleOf(const SequenceRow& row)
{
    return row.top + row.height - 9;
}

} // namespace

SequencePainter::SequencePainter(QPainter& painter, const SequencePlan& plan, Look look)
    : m_painter(painter), m_plan(plan), m_look(std::move(look))
{
}

void SequencePainter::paint()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setFont(m_look.font);
    m_painter.save();
    m_painter.setClipRect(QRectF(0, P::kHead, m_look.size.width(), m_look.size.height()));
    m_painter.translate(-m_look.scroll.x(), P::kHead - m_look.scroll.y());
    paintLifelines();
    paintLoops();
    const double bottom = m_look.scroll.y() + m_look.size.height() - P::kHead;
    for (std::size_t i = m_plan.rowAt(m_look.scroll.y()); i < m_plan.rows.size() && m_plan.rows[i].top < bottom; ++i)
        paintRow(m_plan.rows[i]);
    m_painter.restore();
    m_painter.save();
    m_painter.translate(-m_look.scroll.x(), 0);
    paintHeads();
    m_painter.restore();
}

QColor SequencePainter::participantColour(int participant) const
{
    return Theme::current().domainColor(input().participants[std::size_t(participant)].domain);
}

void SequencePainter::paintLifelines()
{
    const double top = std::max(0.0, m_look.scroll.y());
    const double bottom = std::min(m_plan.height + 12, m_look.scroll.y() + m_look.size.height());
    for (int i = 0; i < int(input().participants.size()); ++i) {
        QPen pen(mix(colours().panel, participantColour(i), 0.45), 1);
        if (input().participants[std::size_t(i)].kind == ParticipantKind::Service)
            pen.setDashPattern({6, 4});
        else
            pen.setWidthF(3);
        if (input().participants[std::size_t(i)].kind == ParticipantKind::Topic)
            pen.setColor(mix(colours().panel, participantColour(i), 0.25));
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(P::xOf(i), top), QPointF(P::xOf(i), bottom));
    }
}

void SequencePainter::paintHeads()
{
    m_painter.fillRect(QRectF(m_look.scroll.x(), 0, m_look.size.width(), P::kHead), colours().panel);
    const QFontMetricsF metrics(m_look.font);
    for (int i = 0; i < int(input().participants.size()); ++i) {
        const SequenceParticipant& self = input().participants[std::size_t(i)];
        const QRectF box(P::xOf(i) - kHeadWidth / 2, 8, kHeadWidth, P::kHead - 16);
        const QColor colour = participantColour(i);
        m_painter.setPen(QPen(colour, 1.4));
        m_painter.setBrush(mix(colours().panel, colour, self.kind == ParticipantKind::Service ? 0.22 : 0.08));
        if (self.kind == ParticipantKind::Service)
            m_painter.drawRect(box);
        else
            m_painter.drawPath(pipe(box));
        m_painter.setPen(colours().text);
        const bool hasRoom = self.kind == ParticipantKind::Service || metrics.horizontalAdvance(self.name) <= box.width() - 16;
        const QString name = hasRoom ? self.name : shortType(self.name.toStdString()); // the colour tells the domain
        m_painter.drawText(box.adjusted(8, 0, -8, 0), Qt::AlignCenter, metrics.elidedText(name, Qt::ElideMiddle, box.width() - 16));
    }
    m_painter.setPen(QPen(colours().line, 1));
    m_painter.drawLine(QPointF(m_look.scroll.x(), P::kHead - 0.5), QPointF(m_look.scroll.x() + m_look.size.width(), P::kHead - 0.5));
}

void SequencePainter::paintLoops()
{
    const double top = m_look.scroll.y();
    const double bottom = top + m_look.size.height();
    const auto first = std::partition_point(m_plan.loops.begin(), m_plan.loops.end(),
                                            [&](const SequenceLoop& loop) { return loop.bottom < top; });
    for (auto loop = first; loop != m_plan.loops.end() && loop->top < bottom; ++loop) {
        const QRectF frame(QPointF(P::xOf(loop->left) - P::kColumn * 0.42, loop->top + 2),
                           QPointF(P::xOf(loop->right) + P::kColumn * 0.42, loop->bottom));
        m_painter.setPen(QPen(colours().line, 1.2));
        m_painter.setBrush(mix(colours().panel, colours().raised, 0.5));
        m_painter.drawRect(frame);
    }
}

QColor SequencePainter::messageColour(const SequenceTurn& turn) const
{
    if (turn.isFailure || turn.isDeadLetter)
        return Theme::current().stateColor(saga::SagaState::Failed);
    if (turn.isCompensation)
        return Theme::current().stateColor(saga::SagaState::Compensated);
    return mix(colours().panel, colours().text, 0.75);
}

void SequencePainter::paintRow(const SequenceRow& row)
{
    if (row.turn >= 0 && row.turn == m_look.selected && row.kind != SequenceRowKind::Loop && row.kind != SequenceRowKind::LoopEnd)
        paintSelection(row);
    switch (row.kind) {
    case SequenceRowKind::Deliver:
    case SequenceRowKind::Publish: paintMessage(row); break;
    case SequenceRowKind::Within: paintWithin(row); break;
    case SequenceRowKind::Note: paintNote(row); break;
    case SequenceRowKind::Gap: paintGap(row); break;
    case SequenceRowKind::Loop: paintLoopHead(row); break;
    case SequenceRowKind::LoopEnd: break;
    }
    if (row.kind == SequenceRowKind::Publish)
        paintTime(row);
}

void SequencePainter::paintSelection(const SequenceRow& row)
{
    QColor fill = colours().accent;
    fill.setAlphaF(0.14F);
    m_painter.fillRect(QRectF(m_look.scroll.x(), row.top, m_look.size.width(), row.height), fill);
}

QString SequencePainter::labelOf(const SequenceRow& row) const
{
    if (row.delivery < 0)
        return input().labelOf(row.turn);
    const SequenceDelivery& delivery = turnOf(row).deliveries[std::size_t(row.delivery)];
    const QString label = input().labelOf(delivery.cause);
    return delivery.evidence == identity::Evidence::Inferred ? label + QStringLiteral("  ?") : label;
}

void SequencePainter::paintMessage(const SequenceRow& row)
{
    const SequenceTurn& turn = turnOf(row);
    const bool isDelivery = row.kind == SequenceRowKind::Deliver;
    const double y = middleOf(row);
    const double to = P::xOf(row.to);
    const double from = row.from < 0 ? to - P::kColumn * 0.6 : P::xOf(row.from);
    const double direction = to >= from ? 1 : -1;
    const QColor colour = messageColour(turn);
    const QPen pen = isDelivery ? evidencePen(turn.deliveries[std::size_t(row.delivery)].evidence,
                                              mix(colours().panel, colours().text, 0.62), colours().panel)
                     : turn.isCompensation ? compensationPen(1.6)
                                           : QPen(colour, 1.6);
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(from, y), QPointF(to - direction * 2, y));
    if (row.from < 0) { // UML's found message
        m_painter.setBrush(colour);
        m_painter.drawEllipse(QPointF(from, y), 3.5, 3.5);
    }
    paintArrow({to - direction * 2, y}, direction, pen.color(), !isDelivery);
    const double least = std::min(from, to);
    const QRectF room(least + 8, y - kLabelHeight - 1, std::max(60.0, std::abs(to - from) - 16), kLabelHeight);
    paintLabel(room, labelOf(row), isDelivery ? colours().muted : legibleOn(colours().panel, colour, kTextContrast),
               direction > 0 ? Qt::AlignLeft : Qt::AlignRight);
}

void SequencePainter::paintArrow(const QPointF& tip, double direction, const QColor& colour, bool isFilled)
{
    m_painter.setPen(QPen(colour, 1.4));
    if (isFilled) {
        const QPointF points[] = {tip, tip - QPointF(direction * 8, 4), tip - QPointF(direction * 8, -4)};
        m_painter.setBrush(colour);
        m_painter.drawPolygon(points, 3);
        return;
    }
    m_painter.drawLine(tip - QPointF(direction * 7, 4), tip);
    m_painter.drawLine(tip - QPointF(direction * 7, -4), tip);
}

void SequencePainter::paintLabel(const QRectF& rect, const QString& text, const QColor& colour, int alignment)
{
    const QFontMetricsF metrics(m_look.font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const double width = metrics.horizontalAdvance(shown);
    QColor halo = colours().panel;
    halo.setAlphaF(0.75F);
    const double left = alignment == Qt::AlignRight ? rect.right() - width : rect.left();
    m_painter.fillRect(QRectF(left - 2, rect.top() + 1, width + 4, rect.height() - 2), halo);
    m_painter.setPen(colour);
    m_painter.drawText(rect, Qt::AlignVCenter | alignment, shown);
}

void SequencePainter::paintWithin(const SequenceRow& row)
{
    constexpr double kReach = 34;
    const SequenceTurn& turn = turnOf(row);
    const QPen pen = evidencePen(turn.deliveries[std::size_t(row.delivery)].evidence, mix(colours().panel, colours().text, 0.62),
                                 colours().panel);
    const double x = P::xOf(row.to);
    const double top = row.top + 14;
    const double bottom = row.top + row.height - 6;
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    const QPointF points[] = {{x, top}, {x + kReach, top}, {x + kReach, bottom}, {x + 2, bottom}};
    m_painter.drawPolyline(points, 4);
    paintArrow({x + 2, bottom}, -1, pen.color(), false);
    paintLabel(QRectF(x + kReach + 6, (top + bottom) / 2 - kLabelHeight / 2, P::kColumn - kReach, kLabelHeight), labelOf(row),
               colours().muted, Qt::AlignLeft);
}

void SequencePainter::paintNote(const SequenceRow& row)
{
    constexpr double kFold = 7;
    const SequenceTurn& turn = turnOf(row);
    const QString text = SequenceText::note(turn);
    const QFontMetricsF metrics(Theme::current().small());
    const QRectF box(P::xOf(row.to) + 8, row.top + 2, metrics.horizontalAdvance(text) + 24, row.height - 6);
    const QColor colour = turn.isDeadLetter ? colours().danger : colours().warning;
    m_painter.setPen(QPen(colour, 1));
    m_painter.setBrush(mix(colours().panel, colour, 0.14));
    const QPointF sheet[] = {box.topLeft(), box.topRight() - QPointF(kFold, 0), box.topRight() + QPointF(0, kFold), box.bottomRight(),
                             box.bottomLeft()};
    m_painter.drawPolygon(sheet, 5);
    m_painter.setFont(Theme::current().small());
    m_painter.setPen(colours().text);
    m_painter.drawText(box.adjusted(8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    m_painter.setFont(m_look.font);
}

void SequencePainter::paintGap(const SequenceRow& row)
{
    const double y = row.top + row.height / 2;
    const bool isLong = std::chrono::duration<double>(row.gap).count() >= kLongGapFrom;
    QPen pen(colours().line, 1);
    pen.setDashPattern(isLong ? QList<qreal>{1, 5} : QList<qreal>{4, 4});
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(P::kGutter, y), QPointF(m_plan.width(), y));
    if (isLong) // the lifelines stop, as time does
        for (int i = 0; i < int(input().participants.size()); ++i)
            m_painter.fillRect(QRectF(P::xOf(i) - 3, y - 6, 6, 12), colours().panel);
    m_painter.setFont(Theme::current().monospace());
    m_painter.setPen(colours().muted);
    m_painter.drawText(QRectF(0, row.top, P::kGutter - 10, row.height), Qt::AlignVCenter | Qt::AlignRight,
                       (isLong ? QStringLiteral("… +") : QStringLiteral("+ ")) + durationText(row.gap));
    m_painter.setFont(m_look.font);
}

void SequencePainter::paintLoopHead(const SequenceRow& row)
{
    const SequenceLoop& loop = m_plan.loops[std::size_t(row.loop)];
    const QString text = (loop.isOpen ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + SequenceText::loop(loop);
    const QFontMetricsF metrics(m_look.font);
    const QRectF tab(P::xOf(loop.left) - P::kColumn * 0.42, row.top + 2, metrics.horizontalAdvance(text) + 20, row.height - 6);
    const QPointF corner[] = {tab.topLeft(), tab.topRight(), tab.bottomRight() - QPointF(0, 6), tab.bottomRight() - QPointF(6, 0),
                              tab.bottomLeft()};
    m_painter.setPen(QPen(colours().line, 1.2));
    m_painter.setBrush(colours().raised);
    m_painter.drawPolygon(corner, 5);
    m_painter.setPen(colours().text);
    m_painter.drawText(tab.adjusted(8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

void SequencePainter::paintTime(const SequenceRow& row)
{
    const SequenceTurn& turn = turnOf(row);
    if (turn.time == base::kNoTime)
        return;
    m_painter.setFont(Theme::current().monospace());
    m_painter.setPen(row.turn == m_look.selected ? colours().accent : colours().muted);
    m_painter.drawText(QRectF(0, middleOf(row) - kLabelHeight / 2, P::kGutter - 10, kLabelHeight), Qt::AlignVCenter | Qt::AlignRight,
                       QStringLiteral("+") + durationText(turn.time - input().start));
    m_painter.setFont(m_look.font);
    if (turn.worstFinding == base::Severity::Error) {
        m_painter.setPen(colours().danger);
        m_painter.drawText(QRectF(P::xOf(row.to) + 8, middleOf(row) - kLabelHeight / 2, 20, kLabelHeight), Qt::AlignVCenter | Qt::AlignLeft,
                           QStringLiteral("▲"));
    }
}

} // namespace sagascope::ui
