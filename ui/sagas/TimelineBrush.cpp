// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineBrush.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/sagas/TimelineGeometry.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kHeight = 40;
constexpr int kColumn = 2;
constexpr double kRight = 12;
constexpr double kEdge = 5;

} // namespace

std::vector<int> columnCounts(const std::vector<double>& sortedSeconds, double end, int columns)
{
    std::vector<int> counts;
    auto from = sortedSeconds.begin();
    for (int i = 1; i <= columns; ++i) {
        const auto to = i == columns ? sortedSeconds.end() : std::lower_bound(from, sortedSeconds.end(), end * i / columns);
        counts.push_back(int(to - from));
        from = to;
    }
    return counts;
}

TimelineBrush::TimelineBrush(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(kHeight);
    setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void TimelineBrush::retranslate()
{
    setAccessibleName(tr("Overview of the whole saga"));
    setToolTip(tr("The whole saga. Drag to look at a part, drag the part to move it; a double click shows everything."));
    update();
}

void TimelineBrush::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelineBrush::setTimeline(TimelinePtr timeline)
{
    m_timeline = std::move(timeline);
    update();
}

void TimelineBrush::setWindow(double from, double to)
{
    m_from = from;
    m_to = to;
    update();
}

double TimelineBrush::length() const
{
    return m_timeline && m_timeline->end > 0 ? m_timeline->end : 1;
}

double TimelineBrush::xOf(double seconds) const
{
    const double room = width() - kRight - TimelineGeometry::kLaneNameWidth;
    return TimelineGeometry::kLaneNameWidth + std::clamp(seconds / length(), 0.0, 1.0) * room;
}

double TimelineBrush::secondsAt(double x) const
{
    const double room = width() - kRight - TimelineGeometry::kLaneNameWidth;
    return std::clamp((x - TimelineGeometry::kLaneNameWidth) / std::max(1.0, room), 0.0, 1.0) * length();
}

void TimelineBrush::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, 0, width(), 1, colours.line);
    if (!m_timeline)
        return;
    const QRectF window(QPointF(xOf(m_from), 3), QPointF(std::max(xOf(m_to), xOf(m_from) + 2), height() - 3));
    painter.fillRect(window, mix(colours.panel, colours.accent, 0.2));
    const int columns = std::max(1, int(xOf(length()) - xOf(0)) / kColumn);
    const std::vector<int> counts = columnCounts(m_timeline->sorted, m_timeline->end, columns);
    const double most = std::log2(1.0 + *std::max_element(counts.begin(), counts.end()));
    for (int i = 0; i < columns && most > 0; ++i) {
        const double bar = counts[std::size_t(i)] == 0 ? 0 : std::max(2.0, std::log2(1.0 + counts[std::size_t(i)]) / most * (height() - 12));
        const double x = xOf(0) + i * kColumn;
        const bool isInside = x >= window.left() && x <= window.right();
        painter.fillRect(QRectF(x, height() - 5 - bar, kColumn - 0.5, bar), isInside ? colours.accent : colours.muted);
    }
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRect(window);
    painter.setFont(Theme::current().small());
    painter.setPen(colours.muted);
    painter.drawText(QRectF(14, 0, TimelineGeometry::kLaneNameWidth - 18, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("%n event(s)", nullptr, int(m_timeline->sorted.size())));
}

TimelineBrush::Drag TimelineBrush::dragAt(double x) const
{
    const double left = xOf(m_from);
    const double right = xOf(m_to);
    if (std::abs(x - left) < kEdge && m_from > 0)
        return Drag::Left;
    if (std::abs(x - right) < kEdge && m_to < length())
        return Drag::Right;
    const bool isEverything = m_from <= 0 && m_to >= length();
    return x > left && x < right && !isEverything ? Drag::Move : Drag::Choose;
}

void TimelineBrush::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = dragAt(event->position().x());
    m_pressed = secondsAt(event->position().x());
    m_pressedFrom = m_from;
    m_pressedTo = m_to;
}

void TimelineBrush::mouseMoveEvent(QMouseEvent* event)
{
    const double at = secondsAt(event->position().x());
    const Drag hovered = dragAt(event->position().x());
    switch (m_drag) {
    case Drag::None:
        setCursor(hovered == Drag::Move     ? Qt::OpenHandCursor
                  : hovered == Drag::Choose ? Qt::CrossCursor
                                            : Qt::SizeHorCursor);
        break;
    case Drag::Choose:
        if (std::abs(xOf(at) - xOf(m_pressed)) >= QApplication::startDragDistance() / 2.0)
            Q_EMIT windowChosen(std::min(at, m_pressed), std::max(at, m_pressed));
        break;
    case Drag::Move: {
        const double shift = std::clamp(at - m_pressed, -m_pressedFrom, std::max(-m_pressedFrom, length() - m_pressedTo));
        Q_EMIT windowChosen(m_pressedFrom + shift, m_pressedTo + shift);
        break;
    }
    case Drag::Left: Q_EMIT windowChosen(std::min(at, m_pressedTo), m_pressedTo); break;
    case Drag::Right: Q_EMIT windowChosen(m_pressedFrom, std::max(at, m_pressedFrom)); break;
    }
}

void TimelineBrush::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = Drag::None;
}

void TimelineBrush::mouseDoubleClickEvent(QMouseEvent*)
{
    Q_EMIT everythingChosen();
}

} // namespace sagascope::ui
