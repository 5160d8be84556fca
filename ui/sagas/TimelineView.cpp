// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "ui/common/CodeText.h"
#include "ui/sagas/TimelinePainter.h"
#include "ui/sagas/TimelinePicture.h"
#include "ui/sagas/TimelineWalk.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using G = TimelineGeometry;

TimelinePtr noTimeline()
{
    return makeTimeline(std::make_shared<const TimelineInput>(), TimelineOrder::Recorded);
}

} // namespace

TimelineView::TimelineView(ViewState& state, QWidget* parent)
    : QAbstractScrollArea(parent), m_state(state), m_timeline(noTimeline())
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

void TimelineView::setTimeline(TimelinePtr timeline, bool isSame)
{
    m_timeline = std::move(timeline);
    if (!isSame) {
        m_frame.expanded.clear();
        m_frame.toggled.clear();
    }
    if (!isSame || m_isFitted)
        fit();
    else
        relayout();
    describeSelection();
}

void TimelineView::fit()
{
    m_frame.scale = fittingScale(*m_timeline, viewport()->width(), textWidth());
    m_isFitted = true;
    relayout();
}

void TimelineView::zoom(double factor)
{
    setScale(m_frame.scale.zoomedAt((G::kLaneNameWidth + viewport()->width()) / 2.0, factor));
}

void TimelineView::showWindow(double from, double to)
{
    setScale(TimelineScale::showing(from, to, G::kLaneNameWidth, viewport()->width()));
}

void TimelineView::setScale(const TimelineScale& scale)
{
    m_frame.scale = kept(scale, *m_timeline, viewport()->width());
    m_isFitted = false;
    relayout();
}

TextWidth TimelineView::textWidth() const
{
    return widthIn(font());
}

void TimelineView::relayout()
{
    m_frame.size = viewport()->size();
    m_geometry = layOut(*m_timeline, m_frame, textWidth());
    verticalScrollBar()->setRange(0, std::max(0, int(m_geometry.height) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
    viewport()->update();
    Q_EMIT windowChanged(m_frame.scale.secondsAt(G::kLaneNameWidth), m_frame.scale.secondsAt(viewport()->width()));
}

void TimelineView::paintEvent(QPaintEvent*)
{
    const FrameTimes::Frame frame(m_frames);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::current().palette().panel);
    TimelinePainter(painter, *m_timeline, m_geometry,
                    {QSizeF(viewport()->size()), font(), double(verticalScrollBar()->value()), selectedPosition()})
        .paint();
}

PictureSource TimelineView::picture() const
{
    if (m_timeline->byTime.empty())
        return {};
    return [timeline = m_timeline, frame = m_frame, font = font()] {
        const auto picture = std::make_shared<const TimelinePicture>(*timeline, frame, font);
        return SagaPicture{picture->size(), [timeline, picture](QPainter& painter) { picture->paint(painter); }};
    };
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
        describeSelection();
        relayout();
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
    const bool isSideways = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y());
    const bool isOnNames = event->position().x() < G::kLaneNameWidth;
    if (isSideways)
        pan((delta.x() != 0 ? delta.x() : delta.y()) / 2.0);
    else if (isOnNames && verticalScrollBar()->maximum() > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y() / 2);
    else
        setScale(m_frame.scale.zoomedAt(std::max(event->position().x(), G::kLaneNameWidth), std::pow(1.0015, delta.y())));
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF point = contentPoint(event->position());
    if (event->position().x() < G::kLaneNameWidth && event->position().y() > G::kAxisHeight)
        return toggleLane(m_geometry.laneAt(point.y()));
    m_isPressed = true;
    m_pressed = event->position();
    m_pressedOrigin = m_frame.scale.origin;
    if (const int mark = m_geometry.markAt(point); mark >= 0)
        clickMark(m_geometry.marks[std::size_t(mark)]);
    else if (const int bar = m_geometry.barAt(point); bar >= 0)
        selectPosition(m_geometry.bars[std::size_t(bar)].first);
}

/// A click on a stack that is already selected goes on to its next event.
void TimelineView::clickMark(const TimelineMark& mark)
{
    const auto current = std::find(mark.events.begin(), mark.events.end(), selectedPosition());
    const bool hasNext = current != mark.events.end() && std::next(current) != mark.events.end();
    selectPosition(hasNext ? *std::next(current) : mark.events.front());
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF moved = event->position() - m_pressed;
    if (m_isPressed && (m_isPanning || std::abs(moved.x()) > QApplication::startDragDistance())) {
        m_isPanning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        setScale({m_frame.scale.pixelsPerSecond, m_pressedOrigin + moved.x()});
        return;
    }
    const QPointF point = contentPoint(event->position());
    const bool isOnMark = m_geometry.markAt(point) >= 0 || m_geometry.barAt(point) >= 0;
    viewport()->setCursor(isOnMark ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineView::mouseReleaseEvent(QMouseEvent*)
{
    m_isPressed = false;
    m_isPanning = false;
    viewport()->setCursor(Qt::ArrowCursor);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPointF point = contentPoint(event->position());
    if (const int mark = m_geometry.markAt(point); mark >= 0) {
        const TimelineMark pressed = m_geometry.marks[std::size_t(mark)];
        if (!toggleStack(pressed))
            zoomToNeighbours(pressed.events.front());
    } else if (const int bar = m_geometry.barAt(point); bar >= 0) {
        const int first = m_geometry.bars[std::size_t(bar)].first;
        selectPosition(first);
        zoomToNeighbours(first);
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    const double page = (viewport()->width() - G::kLaneNameWidth) * 0.8;
    switch (event->key()) {
    case Qt::Key_Left: isShift ? pan(60) : walk(-1); break;
    case Qt::Key_Right: isShift ? pan(-60) : walk(1); break;
    case Qt::Key_Up: walkLane(-1); break;
    case Qt::Key_Down: walkLane(1); break;
    case Qt::Key_Home: walkTo(0); break;
    case Qt::Key_End: walkTo(m_timeline->byTime.size() - 1); break;
    case Qt::Key_PageUp: pan(page); break;
    case Qt::Key_PageDown: pan(-page); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.25); break;
    case Qt::Key_Minus: zoom(0.8); break;
    case Qt::Key_0: fit(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: openSelected(); break;
    case Qt::Key_Z: zoomToNeighbours(selectedPosition()); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

int TimelineView::selectedPosition() const
{
    return m_timeline->positionOf(m_state.selectedEvent());
}

void TimelineView::selectPosition(int position)
{
    m_state.selectEvent(m_timeline->input->eventAt(position).event);
}

void TimelineView::walkTo(std::size_t rank)
{
    if (rank < m_timeline->byTime.size())
        selectPosition(m_timeline->byTime[rank]);
}

void TimelineView::walk(int direction)
{
    const int next = nextInTime(*m_timeline, selectedPosition(), direction);
    if (next >= 0)
        selectPosition(next);
}

void TimelineView::walkLane(int direction)
{
    const int next = nearestInLane(*m_timeline, selectedPosition(), direction);
    if (next >= 0)
        selectPosition(next);
}

/// Repeats step out of the stack on their original, or go back. False when the mark has none.
bool TimelineView::toggleStack(const TimelineMark& mark)
{
    const int original = originalOf(*m_timeline, mark);
    if (m_frame.expanded.erase(original) == 0) {
        if (!isStackOf(*m_timeline, mark, original))
            return false;
        m_frame.expanded.insert(original);
    }
    relayout();
    return true;
}

void TimelineView::openSelected()
{
    const int mark = selectedPosition() < 0 ? -1 : m_geometry.markOf(selectedPosition());
    if (mark >= 0)
        toggleStack(TimelineMark(m_geometry.marks[std::size_t(mark)]));
    else if (selectedPosition() >= 0)
        zoomToNeighbours(selectedPosition());
}

void TimelineView::toggleLane(int lane)
{
    if (lane < 0)
        return;
    if (m_frame.toggled.erase(lane) == 0)
        m_frame.toggled.insert(lane);
    relayout();
}

void TimelineView::zoomToNeighbours(int position)
{
    if (position < 0)
        return;
    const TimelineSpan span = neighbourhood(*m_timeline, position);
    showWindow(span.from, span.to);
}

QPointF TimelineView::placeOfSelection() const
{
    const int position = selectedPosition();
    const int mark = m_geometry.markOf(position);
    if (mark >= 0)
        return m_geometry.marks[std::size_t(mark)].centre;
    const int lane = m_timeline->input->eventAt(position).lane;
    return {m_frame.scale.xOf(m_timeline->seconds[std::size_t(position)]), m_geometry.lanes[std::size_t(lane)].rect.center().y()};
}

void TimelineView::keepSelectionInView()
{
    if (selectedPosition() < 0 || m_isPressed)
        return;
    const QPointF centre = placeOfSelection();
    const double left = G::kLaneNameWidth + 12;
    const double right = viewport()->width() - 12;
    if (centre.x() < left)
        pan(left - centre.x());
    else if (centre.x() > right)
        pan(right - centre.x());
    const int top = int(centre.y()) - int(G::kRowHeight + G::kAxisHeight);
    const int bottom = int(centre.y()) + 16;
    QScrollBar* bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height());
}

void TimelineView::describeSelection()
{
    const int position = selectedPosition();
    setAccessibleDescription(position < 0 ? QString() : TimelineText(*m_timeline, m_state).selection(position));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        // showText() hides what was shown when there is nothing to say
        QToolTip::showText(help->globalPos(), TimelineText(*m_timeline, m_state).at(m_geometry, contentPoint(help->pos())), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace sagascope::ui
