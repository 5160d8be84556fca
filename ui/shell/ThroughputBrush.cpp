// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ThroughputBrush.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kBarWidth = 4;
constexpr int kPaceMs = 400;

} // namespace

ThroughputBrush::ThroughputBrush(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_reader([this](Reading reading) {
          const bool isNew = !(reading.range == m_range);
          m_range = reading.range;
          m_buckets = std::move(reading.buckets);
          m_hasRead = true;
          update();
          if (isNew)
              Q_EMIT rangeChanged();
      })
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, this, &ThroughputBrush::read);
    setMouseTracking(true);
    connect(&state, &ViewState::liveChanged, this, [this] {
        if (!m_pace.isActive())
            m_pace.start();
    });
    connect(&state, &ViewState::sessionReplaced, this, [this] {
        m_hasRead = false;
        read();
    });
    connect(&state, &ViewState::timeWindowChanged, this, qOverload<>(&QWidget::update));
    connect(&state, &ViewState::asOfChanged, this, qOverload<>(&QWidget::update));
    retranslate();
}

void ThroughputBrush::retranslate()
{
    setAccessibleName(tr("Throughput, time window and playhead"));
    setToolTip(tr("Drag over the bars to choose a time window, double-click to clear it. Drag along the rail below to see "
                  "everything as of that moment. Arrow keys move, Space plays."));
}

void ThroughputBrush::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ThroughputBrush::read()
{
    m_reader.start([snapshot = m_state.live(), bars = width() / kBarWidth](StopToken) {
        const auto& throughput = snapshot->throughput;
        Reading reading{brushRange(throughput.first(), throughput.last(), bars), {}};
        if (!reading.range.isEmpty())
            reading.buckets = throughput.series({}, reading.range.from, reading.range.to(), reading.range.step);
        return reading;
    });
}

void ThroughputBrush::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    read();
}

void ThroughputBrush::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    const BrushScale pixels = scale();
    const auto& window = m_state.timeWindow();
    QRectF chosen(rect());
    if (window) {
        chosen = QRectF(QPointF(pixels.xOf(window->from), 0), QPointF(pixels.xOf(window->to), height()));
        painter.fillRect(chosen, mix(colours.panel, colours.accent, 0.22));
    }
    const QColor inside = window ? colours.accent : mix(colours.panel, colours.accent, 0.75);
    const QColor outside = mix(colours.panel, colours.muted, 0.45);
    const double now = playheadX();
    for (const QRectF& bar : brushBars(m_buckets, pixels, railTop() - 2)) {
        const bool isChosen = bar.center().x() >= chosen.left() && bar.center().x() <= chosen.right();
        const bool isLater = m_state.asOf() && bar.left() >= now;
        painter.fillRect(bar.translated(0, 1), isChosen && !isLater ? inside : outside);
    }
    painter.setPen(hasFocus() ? colours.accent : colours.line);
    painter.drawLine(0, railTop(), width(), railTop());
    paintPlayhead(painter);
}

void ThroughputBrush::paintPlayhead(QPainter& painter) const
{
    if (m_range.isEmpty())
        return;
    const Palette& colours = Theme::current().palette();
    const bool isTravelling = m_state.asOf().has_value();
    const QColor colour = isTravelling ? colours.warning : mix(colours.panel, colours.muted, 0.8);
    const double x = std::clamp(playheadX(), 4.0, width() - 5.0);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isTravelling)
        painter.fillRect(QRectF(playheadX() - 1, 0, 2, railTop()), colour);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(isTravelling ? QBrush(colour) : Qt::NoBrush);
    const double top = railTop() + 1.5;
    painter.drawPolygon(QPolygonF({{x, top}, {x + 4, top + 3}, {x + 4, height() - 1.5}, {x - 4, height() - 1.5}, {x - 4, top + 3}}));
}

double ThroughputBrush::playheadX() const
{
    return m_state.asOf() ? scale().xOf(*m_state.asOf()) : width();
}

bool ThroughputBrush::isOnPlayhead(QPointF at) const
{
    constexpr double kReach = 4;
    return at.y() >= railTop() || (m_state.asOf() && std::abs(at.x() - playheadX()) <= kReach);
}

void ThroughputBrush::dragPlayhead(double x)
{
    if (!m_range.isEmpty())
        m_state.setAsOf(scale().timeAt(x));
}

void ThroughputBrush::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDraggingPlayhead = isOnPlayhead(event->position());
    if (m_isDraggingPlayhead)
        dragPlayhead(event->position().x());
    else
        m_pressedAt = event->position().x();
}

void ThroughputBrush::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(m_isDraggingPlayhead || isOnPlayhead(event->position()) ? Qt::SizeHorCursor : Qt::IBeamCursor);
    const double x = event->position().x();
    if (m_isDraggingPlayhead)
        dragPlayhead(x);
    if (m_pressedAt < 0 || m_range.isEmpty())
        return;
    m_isDragging |= std::abs(x - m_pressedAt) >= QApplication::startDragDistance() / 2.0;
    if (m_isDragging)
        m_state.setTimeWindow(scale().windowBetween(m_pressedAt, x));
}

void ThroughputBrush::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isDraggingPlayhead && event->position().x() >= width() - 1)
        m_state.setAsOf({});
    m_isDraggingPlayhead = false;
    m_pressedAt = -1;
    m_isDragging = false;
}

void ThroughputBrush::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!isOnPlayhead(event->position()))
        m_state.setTimeWindow({});
}

void ThroughputBrush::keyPressEvent(QKeyEvent* event)
{
    const bool isGrowing = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool movesPlayhead = m_state.asOf() && !event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left: movesPlayhead ? movePlayhead(-1) : moveWindow(-1, isGrowing); break;
    case Qt::Key_Right: movesPlayhead ? movePlayhead(1) : moveWindow(1, isGrowing); break;
    case Qt::Key_Space: Q_EMIT playToggled(); break;
    case Qt::Key_Escape:
    case Qt::Key_Delete: m_state.setTimeWindow({}); break;
    default: QWidget::keyPressEvent(event);
    }
}

void ThroughputBrush::moveWindow(int bars, bool isGrowing)
{
    if (m_range.isEmpty())
        return;
    const auto& window = m_state.timeWindow();
    if (window)
        m_state.setTimeWindow(scale().moved(*window, bars, isGrowing));
    else
        m_state.setTimeWindow(TimeWindow{m_range.to() - m_range.step * std::max(1, m_range.bars / 4), m_range.to()});
}

void ThroughputBrush::movePlayhead(int bars)
{
    const base::Timestamp to = *m_state.asOf() + m_range.step * bars;
    m_state.setAsOf(std::clamp(to, m_range.from, m_range.to()));
}

} // namespace sagascope::ui
