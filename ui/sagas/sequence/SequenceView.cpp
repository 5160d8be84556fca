// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequenceView.h"

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

#include "ui/sagas/sequence/SequencePainter.h"
#include "ui/sagas/sequence/SequenceText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr double kLeastZoom = 0.4;
constexpr double kMostZoom = 2.5;
constexpr std::size_t kInline = 2000; ///< turns that are planned in well under a millisecond
constexpr double kMargin = 16;
constexpr double kTallest = 30'000; ///< of a picture, which has to fit into a file; what is longer is better copied as text

} // namespace

SequenceView::SequenceView(ViewState& state, QWidget* parent)
    : QAbstractScrollArea(parent), m_state(state), m_plan(planSequence(std::make_shared<const SequenceInput>(), {})),
      m_planning([this](SequencePlanPtr plan) { showPlan(std::move(plan)); })
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(160);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Sequence diagram"));
    connect(&state, &ViewState::selectionChanged, this, [this] {
        keepSelectionInView();
        describeSelection();
        viewport()->update();
    });
    connect(&Theme::current(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void SequenceView::setPlan(SequencePlanPtr plan, bool isSame)
{
    if (!isSame)
        m_opened.clear();
    m_planning.cancel();
    showPlan(std::move(plan));
    if (!isSame) {
        m_zoom = 1;
        updateScrollBars();
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
        keepSelectionInView();
    }
}

void SequenceView::replan()
{
    if (m_plan->input->turns.size() <= kInline)
        return showPlan(planSequence(m_plan->input, m_opened));
    m_planning.start([input = m_plan->input, opened = m_opened](StopToken) { return planSequence(input, opened); });
}

void SequenceView::showPlan(SequencePlanPtr plan)
{
    m_plan = std::move(plan);
    updateScrollBars();
    describeSelection();
    viewport()->update();
}

void SequenceView::updateScrollBars()
{
    const auto set = [](QScrollBar* bar, double length, int page) {
        bar->setRange(0, std::max(0, int(std::ceil(length)) - page));
        bar->setPageStep(page);
        bar->setSingleStep(34);
    };
    set(verticalScrollBar(), (m_plan->height + kMargin + SequencePlan::kHead) * m_zoom, viewport()->height());
    set(horizontalScrollBar(), m_plan->width() * m_zoom, viewport()->width());
}

QPointF SequenceView::scroll() const
{
    return QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value()) / m_zoom;
}

void SequenceView::fit()
{
    m_zoom = std::clamp(double(viewport()->width()) / m_plan->width(), kLeastZoom, 1.0);
    updateScrollBars();
    keepSelectionInView();
    viewport()->update();
}

void SequenceView::zoom(double factor, const QPointF& at)
{
    const QPointF head(0, SequencePlan::kHead);
    const QPointF under = scroll() + at / m_zoom - head;
    m_zoom = std::clamp(m_zoom * factor, kLeastZoom, kMostZoom);
    updateScrollBars();
    const QPointF origin = (under + head) * m_zoom - at;
    horizontalScrollBar()->setValue(int(std::lround(origin.x())));
    verticalScrollBar()->setValue(int(std::lround(origin.y())));
    viewport()->update();
}

void SequenceView::paintEvent(QPaintEvent*)
{
    const FrameTimes::Frame frame(m_frames);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::current().palette().panel);
    painter.scale(m_zoom, m_zoom);
    SequencePainter(painter, *m_plan, {QSizeF(viewport()->size()) / m_zoom, scroll(), font(), selectedTurn()}).paint();
}

PictureSource SequenceView::picture() const
{
    if (m_plan->rows.empty())
        return {};
    return [plan = m_plan, font = font()] {
        const double height = plan->height + SequencePlan::kHead + kMargin;
        const QSizeF size(plan->width(), std::min(kTallest, height));
        const auto paint = [plan, font, size](QPainter& painter) {
            painter.fillRect(QRectF(QPointF(), size), Theme::current().palette().panel);
            SequencePainter(painter, *plan, {size, {}, font, -1}).paint();
        };
        return SagaPicture{size, paint, height > kTallest};
    };
}

void SequenceView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void SequenceView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Sequence diagram"));
        describeSelection();
        viewport()->update();
    }
}

void SequenceView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(std::pow(1.0015, event->angleDelta().y()), event->position());
        event->accept();
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier) && event->angleDelta().y() != 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y() / 2);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

int SequenceView::rowUnder(const QPointF& point) const
{
    if (point.y() < SequencePlan::kHead * m_zoom)
        return -1;
    const double y = point.y() / m_zoom - SequencePlan::kHead + scroll().y();
    const std::size_t row = m_plan->rowAt(y);
    return row < m_plan->rows.size() && m_plan->rows[row].top <= y ? int(row) : -1;
}

void SequenceView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_pressed = event->position();
    m_pressedScroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void SequenceView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint moved = (event->position() - m_pressed).toPoint();
    if (m_isPressed && (m_isPanning || moved.manhattanLength() > QApplication::startDragDistance())) {
        m_isPanning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        horizontalScrollBar()->setValue(m_pressedScroll.x() - moved.x());
        verticalScrollBar()->setValue(m_pressedScroll.y() - moved.y());
        return;
    }
    const int row = rowUnder(event->position());
    const bool isLink = row >= 0 && m_plan->rows[std::size_t(row)].kind != SequenceRowKind::Gap;
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SequenceView::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowUnder(event->position());
    if (m_isPressed && !m_isPanning && row >= 0) {
        const SequenceRow& pressed = m_plan->rows[std::size_t(row)];
        if (pressed.kind == SequenceRowKind::Loop)
            toggleLoop(pressed.loop);
        else if (pressed.turn >= 0)
            select(pressed.turn);
    }
    m_isPressed = false;
    m_isPanning = false;
    viewport()->setCursor(Qt::ArrowCursor);
}

void SequenceView::toggleLoop(int loop)
{
    if (loop < 0)
        return;
    const int first = m_plan->loops[std::size_t(loop)].first;
    if (m_opened.erase(first) == 0)
        m_opened.insert(first);
    replan();
}

void SequenceView::keyPressEvent(QKeyEvent* event)
{
    const QPointF centre = QRectF(viewport()->rect()).center();
    switch (event->key()) {
    case Qt::Key_Up: walk(-1); break;
    case Qt::Key_Down: walk(1); break;
    case Qt::Key_Home: select(0); break;
    case Qt::Key_End: select(int(m_plan->input->turns.size()) - 1); break;
    case Qt::Key_Left: horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub); break;
    case Qt::Key_Right: horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd); break;
    case Qt::Key_PageUp: verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub); break;
    case Qt::Key_PageDown: verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: toggleLoop(selectedTurn() < 0 ? -1 : m_plan->loopOf(selectedTurn())); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.25, centre); break;
    case Qt::Key_Minus: zoom(0.8, centre); break;
    case Qt::Key_0: fit(); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

int SequenceView::selectedTurn() const
{
    return m_plan->input->positionOf(m_state.selectedEvent());
}

void SequenceView::select(int turn)
{
    if (turn >= 0 && turn < int(m_plan->input->turns.size()))
        m_state.selectEvent(m_plan->input->turns[std::size_t(turn)].event);
}

/// Message by message as they are shown: what is folded is passed over as one block.
void SequenceView::walk(int direction)
{
    const int turns = int(m_plan->input->turns.size());
    const int selected = selectedTurn();
    if (selected < 0)
        return select(direction > 0 ? 0 : turns - 1);
    int next = selected + direction;
    const int loop = m_plan->loopOf(next);
    if (loop >= 0 && !m_plan->loops[std::size_t(loop)].isOpen) {
        const SequenceLoop& folded = m_plan->loops[std::size_t(loop)];
        if (next >= folded.first + folded.period)
            next = direction > 0 ? folded.last() + 1 : folded.first + folded.period - 1;
    }
    select(next);
}

void SequenceView::keepSelectionInView()
{
    const int turn = selectedTurn();
    if (turn < 0 || m_isPressed)
        return;
    const SequenceRow& row = m_plan->rows[std::size_t(m_plan->rowOf[std::size_t(turn)])];
    const auto keep = [](QScrollBar* bar, double from, double to, double page) {
        if (from < bar->value())
            bar->setValue(int(from));
        else if (to > bar->value() + page)
            bar->setValue(int(std::ceil(to - page)));
    };
    const double head = SequencePlan::kHead * m_zoom;
    keep(verticalScrollBar(), (row.top - 34) * m_zoom, (row.top + row.height + 34) * m_zoom, viewport()->height() - head);
    const int left = std::min(row.from < 0 ? row.to : row.from, row.to);
    const int right = std::max(row.from, row.to);
    keep(horizontalScrollBar(), (left == 0 ? 0 : SequencePlan::xOf(left) - 80) * m_zoom, (SequencePlan::xOf(right) + 80) * m_zoom,
         viewport()->width());
}

void SequenceView::describeSelection()
{
    const int turn = selectedTurn();
    setAccessibleDescription(turn < 0 ? QString() : SequenceText(*m_plan, m_state).selection(turn));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool SequenceView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowUnder(help->pos());
        QString text = row < 0 ? QString() : SequenceText(*m_plan, m_state).row(m_plan->rows[std::size_t(row)]);
        const double x = help->pos().x() / m_zoom + scroll().x() - SequencePlan::kGutter;
        const auto participant = std::size_t(std::max(0.0, x / SequencePlan::kColumn));
        if (row < 0 && x >= 0 && participant < m_plan->input->participants.size())
            text = m_plan->input->participants[participant].name;
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace sagascope::ui
