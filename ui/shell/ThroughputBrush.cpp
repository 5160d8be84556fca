// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ThroughputBrush.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

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
    connect(&state, &ViewState::snapshotChanged, this, [this] {
        if (!m_pace.isActive())
            m_pace.start();
    });
    connect(&state, &ViewState::sessionReplaced, this, [this] {
        m_hasRead = false;
        read();
    });
    connect(&state, &ViewState::timeWindowChanged, this, qOverload<>(&QWidget::update));
    retranslate();
}

void ThroughputBrush::retranslate()
{
    setAccessibleName(tr("Throughput and time window"));
    setToolTip(tr("Drag to choose a time window, double-click to clear it. Arrow keys move it."));
}

void ThroughputBrush::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ThroughputBrush::read()
{
    m_reader.start([snapshot = m_state.snapshot(), bars = width() / kBarWidth](StopToken) {
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
    for (const QRectF& bar : brushBars(m_buckets, pixels, height() - 2)) {
        const bool isChosen = bar.center().x() >= chosen.left() && bar.center().x() <= chosen.right();
        painter.fillRect(bar.translated(0, 1), isChosen ? inside : outside);
    }
    painter.setPen(hasFocus() ? colours.accent : colours.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void ThroughputBrush::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_pressedAt = event->position().x();
}

void ThroughputBrush::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressedAt < 0 || m_range.isEmpty())
        return;
    const double x = event->position().x();
    m_isDragging |= std::abs(x - m_pressedAt) >= QApplication::startDragDistance() / 2.0;
    if (m_isDragging)
        m_state.setTimeWindow(scale().windowBetween(m_pressedAt, x));
}

void ThroughputBrush::mouseReleaseEvent(QMouseEvent*)
{
    m_pressedAt = -1;
    m_isDragging = false;
}

void ThroughputBrush::mouseDoubleClickEvent(QMouseEvent*)
{
    m_state.setTimeWindow({});
}

void ThroughputBrush::keyPressEvent(QKeyEvent* event)
{
    const bool isGrowing = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left: moveWindow(-1, isGrowing); break;
    case Qt::Key_Right: moveWindow(1, isGrowing); break;
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

} // namespace sagascope::ui
