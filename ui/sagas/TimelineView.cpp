// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

TimelineView::TimelineView(ViewState& state, QWidget* parent) : QAbstractScrollArea(parent), m_state(state)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(160);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    connect(&state, &ViewState::selectionChanged, this, [this] {
        keepSelectionInView();
        describeSelection();
        viewport()->update();
    });
    connect(&Theme::current(), &Theme::changed, this, &TimelineView::relayout);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), [this] { viewport()->update(); });
}

void TimelineView::setInput(TimelineInput input, bool isSame)
{
    m_input = std::move(input);
    if (!isSame || m_isFitted)
        fit();
    else
        relayout();
    describeSelection();
}

void TimelineView::fit()
{
    m_scale = fittingScale(m_input, viewport()->width(), textWidth());
    m_isFitted = true;
    relayout();
}

void TimelineView::zoom(double factor)
{
    setScale(m_scale.zoomedAt((TimelineGeometry::kLaneNameWidth + viewport()->width()) / 2.0, factor));
}

void TimelineView::setScale(const TimelineScale& scale)
{
    m_scale = scale;
    m_isFitted = false;
    relayout();
}

TextWidth TimelineView::textWidth() const
{
    return [metrics = QFontMetricsF(font())](const QString& text) { return metrics.horizontalAdvance(text); };
}

void TimelineView::relayout()
{
    m_geometry = layOut(m_input, m_scale, viewport()->size(), textWidth());
    verticalScrollBar()->setRange(0, std::max(0, int(m_geometry.height) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_isFitted)
        fit();
    else
        relayout();
}

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        viewport()->update();
    }
    if (event->type() == QEvent::FontChange)
        relayout();
}

QPointF TimelineView::contentPoint(const QPointF& point) const
{
    return point + QPointF(0, verticalScrollBar()->value());
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    const bool isPan = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y());
    if (isPan) {
        const int shift = delta.x() != 0 ? delta.x() : delta.y();
        setScale({m_scale.pixelsPerSecond, m_scale.origin + shift / 2.0});
    } else {
        setScale(m_scale.zoomedAt(event->position().x(), std::pow(1.0015, delta.y())));
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_pressedOrigin = m_scale.origin;
    const int mark = m_geometry.markAt(contentPoint(event->position()));
    if (mark < 0)
        return;
    // A click on a stack that is already selected goes on to its next event.
    const auto& events = m_geometry.marks[std::size_t(mark)].events;
    const auto current = std::find(events.begin(), events.end(), selectedPosition());
    const bool hasNext = current != events.end() && std::next(current) != events.end();
    selectPosition(hasNext ? *std::next(current) : events.front());
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF moved = event->position() - m_pressed;
    if (event->buttons().testFlag(Qt::LeftButton) &&
        (m_isPanning || std::abs(moved.x()) > QApplication::startDragDistance())) {
        m_isPanning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        setScale({m_scale.pixelsPerSecond, m_pressedOrigin + moved.x()});
        return;
    }
    const bool isOnMark = m_geometry.markAt(contentPoint(event->position())) >= 0;
    viewport()->setCursor(isOnMark ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineView::mouseReleaseEvent(QMouseEvent*)
{
    m_isPanning = false;
    viewport()->setCursor(Qt::ArrowCursor);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left: isShift ? setScale({m_scale.pixelsPerSecond, m_scale.origin + 60}) : void(walk(-1)); break;
    case Qt::Key_Right: isShift ? setScale({m_scale.pixelsPerSecond, m_scale.origin - 60}) : void(walk(1)); break;
    case Qt::Key_Up: walkLane(-1); break;
    case Qt::Key_Down: walkLane(1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.25); break;
    case Qt::Key_Minus: zoom(0.8); break;
    case Qt::Key_0: fit(); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TimelineView::focusNextPrevChild(bool isNext)
{
    return walk(isNext ? 1 : -1) || QAbstractScrollArea::focusNextPrevChild(isNext);
}

int TimelineView::selectedPosition() const
{
    const auto found = std::find_if(m_input.events.begin(), m_input.events.end(),
                                    [&](const TimelineEvent& e) { return e.event == m_state.selectedEvent(); });
    return found == m_input.events.end() ? -1 : int(found - m_input.events.begin());
}

int TimelineView::selectedMark() const
{
    const int position = selectedPosition();
    return position < 0 ? -1 : m_geometry.markOf(position);
}

void TimelineView::selectPosition(int position)
{
    m_state.selectEvent(m_input.events[std::size_t(position)].event);
}

bool TimelineView::walk(int direction)
{
    if (m_input.events.empty())
        return false;
    std::vector<int> byTime(m_input.events.size());
    std::iota(byTime.begin(), byTime.end(), 0);
    std::stable_sort(byTime.begin(), byTime.end(), [&](int a, int b) {
        return m_input.events[std::size_t(a)].time < m_input.events[std::size_t(b)].time;
    });
    const auto current = std::find(byTime.begin(), byTime.end(), selectedPosition());
    if (current == byTime.end()) {
        selectPosition(direction > 0 ? byTime.front() : byTime.back());
        return true;
    }
    const auto next = (current - byTime.begin()) + direction;
    if (next < 0 || next >= std::ssize(byTime))
        return false;
    selectPosition(byTime[std::size_t(next)]);
    return true;
}

void TimelineView::walkLane(int direction)
{
    const int from = selectedMark();
    if (from < 0)
        return void(walk(1));
    const TimelineMark& self = m_geometry.marks[std::size_t(from)];
    int best = -1;
    const auto rank = [&](const TimelineMark& mark) {
        return std::abs(mark.lane - self.lane) * 1e6 + std::abs(mark.centre.x() - self.centre.x());
    };
    for (std::size_t i = 0; i < m_geometry.marks.size(); ++i) {
        const TimelineMark& mark = m_geometry.marks[i];
        if ((mark.lane - self.lane) * direction <= 0)
            continue;
        if (best < 0 || rank(mark) < rank(m_geometry.marks[std::size_t(best)]))
            best = int(i);
    }
    if (best >= 0)
        selectPosition(m_geometry.marks[std::size_t(best)].events.front());
}

void TimelineView::keepSelectionInView()
{
    const int mark = selectedMark();
    if (mark < 0)
        return;
    const QPointF centre = m_geometry.marks[std::size_t(mark)].centre;
    const double left = TimelineGeometry::kLaneNameWidth + 12;
    const double right = viewport()->width() - 12;
    if (centre.x() < left)
        setScale({m_scale.pixelsPerSecond, m_scale.origin + left - centre.x()});
    else if (centre.x() > right)
        setScale({m_scale.pixelsPerSecond, m_scale.origin + right - centre.x()});
    const int top = int(centre.y()) - int(TimelineGeometry::kRowHeight);
    const int bottom = int(centre.y()) + 16;
    QScrollBar* bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height());
}

void TimelineView::describeSelection()
{
    const int mark = selectedMark();
    setAccessibleDescription(mark < 0 ? QString() : tooltip(m_geometry.marks[std::size_t(mark)]));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int mark = m_geometry.markAt(contentPoint(help->pos()));
        if (mark >= 0)
            QToolTip::showText(help->globalPos(), tooltip(m_geometry.marks[std::size_t(mark)]), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString TimelineView::tooltip(const TimelineMark& mark) const
{
    QStringList lines;
    for (const int position : mark.events) {
        const TimelineEvent& event = m_input.events[std::size_t(position)];
        QString line = QStringLiteral("%1 · %2 · %3 · +%4 · %5")
                           .arg(event.label, event.lane, m_state.formatTime(event.time),
                                durationText(event.time - m_input.start), evidenceLabel(event.evidence));
        if (event.repeat != identity::Repeat::None)
            line += QStringLiteral(" · ") + repeatLabel(event.repeat);
        if (event.isSkewed)
            line += QStringLiteral(" · ") + tr("clock earlier than its cause");
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace sagascope::ui
