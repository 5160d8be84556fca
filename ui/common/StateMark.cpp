// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/StateMark.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

enum class Shape { Ring, Disc, ArrowBack, Diamond, Cross, Bars, Square, Triangle, Dash };

Shape shapeOf(saga::SagaState state)
{
    switch (state) {
    case saga::SagaState::Running: return Shape::Ring;
    case saga::SagaState::Completed: return Shape::Disc;
    case saga::SagaState::Compensated: return Shape::ArrowBack;
    case saga::SagaState::Refunded: return Shape::Diamond;
    case saga::SagaState::Failed: return Shape::Cross;
    case saga::SagaState::Stalled: return Shape::Bars;
    case saga::SagaState::DeadLettered: return Shape::Square;
    case saga::SagaState::Inconsistent: return Shape::Triangle;
    }
    return Shape::Disc;
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPolygonF shape(points);
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

QPainterPath closedShape(Shape shape, double r)
{
    QPainterPath path;
    switch (shape) {
    case Shape::Diamond: return polygon({{0, -r}, {r, 0}, {0, r}, {-r, 0}});
    case Shape::Square: path.addRoundedRect(QRectF(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8), 1, 1); return path;
    case Shape::Triangle: return polygon({{0, -r * 1.1}, {r * 1.1, r * 0.9}, {-r * 1.1, r * 0.9}});
    case Shape::ArrowBack: return polygon({{-r * 1.1, 0}, {r * 0.8, -r}, {r * 0.8, r}});
    default: path.addEllipse(QPointF(), r, r); return path;
    }
}

void paintShape(QPainter& painter, const QPointF& centre, double size, Shape shape, const QColor& colour)
{
    const double r = size / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(QPen(colour, qMax(1.6, size / 5), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    switch (shape) {
    case Shape::Ring: painter.drawEllipse(QPointF(), r - 0.8, r - 0.8); break;
    case Shape::Cross:
        painter.drawLine(QPointF(-r * 0.8, -r * 0.8), QPointF(r * 0.8, r * 0.8));
        painter.drawLine(QPointF(-r * 0.8, r * 0.8), QPointF(r * 0.8, -r * 0.8));
        break;
    case Shape::Bars:
        painter.drawLine(QPointF(-r * 0.5, -r * 0.8), QPointF(-r * 0.5, r * 0.8));
        painter.drawLine(QPointF(r * 0.5, -r * 0.8), QPointF(r * 0.5, r * 0.8));
        break;
    case Shape::Dash: painter.drawLine(QPointF(-r * 0.7, 0), QPointF(r * 0.7, 0)); break;
    default: painter.fillPath(closedShape(shape, r), colour); break;
    }
    painter.restore();
}

constexpr int kMark = 9;

} // namespace

void paintStateMark(QPainter& painter, const QPointF& centre, double size, saga::SagaState state)
{
    paintShape(painter, centre, size, shapeOf(state), Theme::current().stateColor(state));
}

void paintStepMark(QPainter& painter, const QPointF& centre, double size, saga::StepStatus status)
{
    const Theme& theme = Theme::current();
    switch (status) {
    case saga::StepStatus::Done:
        paintShape(painter, centre, size, Shape::Disc, theme.stateColor(saga::SagaState::Completed));
        break;
    case saga::StepStatus::Missing: paintShape(painter, centre, size, Shape::Ring, theme.palette().muted); break;
    case saga::StepStatus::Failed:
        paintShape(painter, centre, size, Shape::Cross, theme.stateColor(saga::SagaState::Failed));
        break;
    case saga::StepStatus::Compensated:
        paintShape(painter, centre, size, Shape::ArrowBack, theme.stateColor(saga::SagaState::Compensated));
        break;
    case saga::StepStatus::NotNeeded: paintShape(painter, centre, size, Shape::Dash, theme.palette().muted); break;
    }
}

StateLabel::StateLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateLabel::setState(saga::SagaState state)
{
    m_state = state;
    setAccessibleName(stateLabel(state));
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    return {kMark + 8 + fontMetrics().horizontalAdvance(stateLabel(m_state)) + 2, fontMetrics().height() + 4};
}

void StateLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setState(m_state);
}

void StateLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintStateMark(painter, QPointF(kMark / 2.0 + 1, height() / 2.0), kMark, m_state);
    painter.setPen(Theme::current().stateColor(m_state));
    painter.drawText(rect().adjusted(kMark + 7, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, stateLabel(m_state));
}

} // namespace sagascope::ui
