// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphCanvas.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

#include "ui/theme/Theme.h"
#include "ui/topology/GraphAccessible.h"
#include "ui/topology/GraphWalk.h"

namespace sagascope::ui {
namespace {

constexpr double kMargin = 24;
constexpr double kZoomStep = 1.2;
constexpr double kPanStep = 60;

} // namespace

GraphCanvas::GraphCanvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    makeGraphsAccessible();
    setMinimumSize(200, 160);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        m_painter.setFonts();
        update();
    });
}

void GraphCanvas::show(Graph graph, GraphGeometry geometry, bool isSame)
{
    const QString selected = m_marks.selectedNode >= 0 ? selectedNode()->id : QString();
    const GraphEdge* edge = selectedEdge();
    const QString edgeLabel = edge ? edge->label : QString();
    const QString from = edge ? m_graph.nodes[std::size_t(edge->from)].id : QString();
    const QString to = edge ? m_graph.nodes[std::size_t(edge->to)].id : QString();
    m_graph = std::move(graph);
    m_geometry = std::move(geometry);
    m_marks = {};
    m_marks.hasFocus = hasFocus();
    m_marks.selectedNode = selected.isEmpty() ? -1 : m_graph.indexOf(selected);
    for (std::size_t i = 0; i < m_graph.edges.size() && !from.isEmpty(); ++i) {
        const GraphEdge& candidate = m_graph.edges[i];
        if (candidate.label == edgeLabel && m_graph.nodes[std::size_t(candidate.from)].id == from &&
            m_graph.nodes[std::size_t(candidate.to)].id == to)
            m_marks.selectedEdge = int(i);
    }
    m_isFitted = m_isFitted || !isSame;
    if (m_isFitted)
        fit();
    update();
}

void GraphCanvas::clear()
{
    show({}, {}, false);
}

const GraphNode* GraphCanvas::selectedNode() const
{
    return m_marks.selectedNode < 0 ? nullptr : &m_graph.nodes[std::size_t(m_marks.selectedNode)];
}

const GraphEdge* GraphCanvas::selectedEdge() const
{
    return m_marks.selectedEdge < 0 ? nullptr : &m_graph.edges[std::size_t(m_marks.selectedEdge)];
}

int GraphCanvas::nodeAt(QPoint point) const
{
    return m_geometry.nodeAt(m_view.toGraph(point));
}

QRect GraphCanvas::nodeRect(int node) const
{
    const QRectF& box = m_geometry.nodes[std::size_t(node)];
    return QRectF(m_view.toScreen(box.topLeft()), box.size() * m_view.zoom).toAlignedRect();
}

void GraphCanvas::select(const QString& nodeId)
{
    m_marks.selectedEdge = -1;
    m_marks.selectedNode = m_graph.indexOf(nodeId);
    if (m_marks.selectedNode >= 0)
        m_view = m_view.revealing(m_geometry.nodes[std::size_t(m_marks.selectedNode)], size(), kMargin);
    announce();
    update();
}

void GraphCanvas::fit()
{
    m_isFitted = true;
    m_view = GraphView::fitting(m_geometry.bounds, size(), kMargin);
    update();
}

void GraphCanvas::zoomBy(double factor)
{
    setView(m_view.zoomed(factor, QPointF(rect().center())));
}

void GraphCanvas::setView(const GraphView& view)
{
    m_view = view;
    m_isFitted = false;
    update();
}

double GraphCanvas::reach() const
{
    return 5 / m_view.zoom;
}

void GraphCanvas::selectByPerson(int node, int edge)
{
    m_marks.selectedNode = node;
    m_marks.selectedEdge = edge;
    if (node >= 0)
        m_view = m_view.revealing(m_geometry.nodes[std::size_t(node)], size(), kMargin);
    announce();
    update();
    Q_EMIT selectionChanged();
}

void GraphCanvas::announce()
{
    setAccessibleDescription(describe(m_marks.selectedNode, m_marks.selectedEdge));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    if (m_marks.selectedNode < 0 || !hasFocus())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(m_marks.selectedNode);
    QAccessible::updateAccessibility(&focused);
}

QString GraphCanvas::describe(int node, int edge) const
{
    if (node >= 0) {
        const GraphNode& n = m_graph.nodes[std::size_t(node)];
        const QString copies = n.copies > 0 && n.detail.isEmpty() ? tr(", seen %n time(s)", nullptr, n.copies + 1) : QString();
        const QString text =
            n.subtitle.isEmpty() ? n.title + copies : QStringLiteral("%1, %2").arg(n.title, n.subtitle) + copies;
        return withDetail(text, n.detail);
    }
    if (edge < 0)
        return {};
    const GraphEdge& e = m_graph.edges[std::size_t(edge)];
    const QString ends =
        tr("%1 to %2").arg(m_graph.nodes[std::size_t(e.from)].title, m_graph.nodes[std::size_t(e.to)].title);
    return withDetail(e.label.isEmpty() ? ends : QStringLiteral("%1: %2").arg(e.label, ends), e.detail);
}

QString GraphCanvas::withDetail(const QString& text, const QString& detail)
{
    return detail.isEmpty() ? text : text + u'\n' + detail;
}

void GraphCanvas::setHovered(int node, int edge)
{
    if (node == m_marks.hoveredNode && edge == m_marks.hoveredEdge)
        return;
    m_marks.hoveredNode = node;
    m_marks.hoveredEdge = edge;
    setCursor(node >= 0 || edge >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void GraphCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.translate(m_view.offset);
    painter.scale(m_view.zoom, m_view.zoom);
    const QRectF visible(m_view.toGraph(QPointF(0, 0)), QSizeF(size()) / m_view.zoom);
    m_painter.paint(painter, m_graph, m_geometry, m_marks, visible);
}

void GraphCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_isFitted)
        fit();
}

void GraphCanvas::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->position();
    m_draggedFrom = m_view.offset;
    m_isDragging = false;
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) {
        const QPointF moved = event->position() - m_pressedAt;
        m_isDragging = m_isDragging || moved.manhattanLength() > QApplication::startDragDistance();
        if (m_isDragging) {
            setCursor(Qt::ClosedHandCursor);
            setView({m_draggedFrom + moved, m_view.zoom});
        }
        return;
    }
    const QPointF at = m_view.toGraph(event->position());
    const int node = m_geometry.nodeAt(at);
    setHovered(node, node < 0 ? m_geometry.edgeAt(at, reach()) : -1);
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isDragging) {
        m_isDragging = false;
        setCursor(Qt::ArrowCursor);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = m_view.toGraph(event->position());
    const int node = m_geometry.nodeAt(at);
    selectByPerson(node, node < 0 ? m_geometry.edgeAt(at, reach()) : -1);
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        activate();
}

void GraphCanvas::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0)
        setView(m_view.zoomed(std::pow(kZoomStep, steps), event->position()));
    event->accept();
}

void GraphCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep);
    case Qt::Key_0:
    case Qt::Key_F:
        return fit();
    case Qt::Key_E:
        return walkEdges();
    case Qt::Key_Escape:
        return selectByPerson(-1, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate();
    default:
        break;
    }
    if (!walkOrPan(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

bool GraphCanvas::walkOrPan(int key, Qt::KeyboardModifiers modifiers)
{
    if (key < Qt::Key_Left || key > Qt::Key_Down)
        return false;
    if (modifiers & Qt::ShiftModifier) {
        const double x = key == Qt::Key_Left ? kPanStep : key == Qt::Key_Right ? -kPanStep : 0;
        const double y = key == Qt::Key_Up ? kPanStep : key == Qt::Key_Down ? -kPanStep : 0;
        setView({m_view.offset + QPointF(x, y), m_view.zoom});
        return true;
    }
    const int from = m_marks.selectedEdge >= 0 ? selectedEdge()->from : m_marks.selectedNode;
    const int next = m_walksCauses ? walkCauses(m_graph, m_geometry, from, Qt::Key(key))
                                   : m_geometry.neighbour(from, Qt::Key(key));
    if (next >= 0)
        selectByPerson(next, -1);
    return true;
}

// The edges that leave or reach the node selected last, one after the other.
void GraphCanvas::walkEdges()
{
    const int node = m_marks.selectedEdge >= 0 ? selectedEdge()->from : m_marks.selectedNode;
    const int count = int(m_graph.edges.size());
    for (int step = 1; step <= count; ++step) {
        const int i = (m_marks.selectedEdge + step + count) % count;
        const GraphEdge& edge = m_graph.edges[std::size_t(i)];
        if (node < 0 || edge.from == node || (m_marks.selectedEdge < 0 && edge.to == node))
            return selectByPerson(-1, i);
    }
}

void GraphCanvas::activate()
{
    if (const GraphNode* node = selectedNode())
        Q_EMIT nodeActivated(node->id);
    else if (selectedEdge())
        Q_EMIT edgeActivated();
}

void GraphCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered(-1, -1);
}

void GraphCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_marks.hasFocus = true;
    update();
}

void GraphCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_marks.hasFocus = false;
    update();
}

bool GraphCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QString text = describe(m_marks.hoveredNode, m_marks.hoveredEdge);
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sagascope::ui
