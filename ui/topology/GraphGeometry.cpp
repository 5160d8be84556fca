// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphGeometry.h"

#include <QLineF>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sagascope::ui {
namespace {

constexpr double kTitleCharacter = 7.2; // bold interface font, 13 px
constexpr double kSmallCharacter = 7.3; // monospace, 12 px; labels are smaller
constexpr double kLabelCharacter = 6.4;
constexpr double kNodePadding = 28;
constexpr double kMinNodeWidth = 120;
constexpr double kMaxNodeWidth = 260;
constexpr double kNodeHeight = 48;
constexpr double kLabelHeight = 20;
constexpr double kMaxLabelWidth = 220;
constexpr double kTipLength = 9;
constexpr double kTipHalfWidth = 4.5;

QPointF toQt(causation::Point point)
{
    return {point.x, point.y};
}

QSizeF nodeSize(const GraphNode& node)
{
    double text = double(node.title.size()) * kTitleCharacter;
    // A service's second line is its rate: it must not move the whole map each time it changes.
    if (node.kind != NodeKind::Service)
        text = std::max(text, double(node.subtitle.size()) * kSmallCharacter);
    return {std::clamp(text + kNodePadding, kMinNodeWidth, kMaxNodeWidth), kNodeHeight};
}

double labelWidth(const GraphEdge& edge)
{
    return edge.label.isEmpty() ? 0 : std::min(double(edge.label.size()) * kLabelCharacter + 18, kMaxLabelWidth);
}

// The tip stands on the border of the box and points along the spline's end.
QPolygonF tipOf(const std::vector<causation::Point>& spline, double stroke)
{
    const QPointF end = toQt(spline.back());
    QPointF before = toQt(spline[spline.size() - 2]);
    if (QLineF(before, end).length() < 0.5)
        before = toQt(spline.front());
    const QLineF line(before, end);
    if (line.length() < 0.5)
        return {};
    const QPointF along = QPointF(line.dx(), line.dy()) / line.length();
    const QPointF across(-along.y(), along.x());
    const double scale = 1 + stroke / 6;
    const QPointF base = end - along * kTipLength * scale;
    return {{end, base + across * kTipHalfWidth * scale, base - across * kTipHalfWidth * scale}};
}

QPainterPath pathOf(const std::vector<causation::Point>& spline)
{
    QPainterPath path(toQt(spline.front()));
    for (std::size_t i = 1; i + 2 < spline.size(); i += 3)
        path.cubicTo(toQt(spline[i]), toQt(spline[i + 1]), toQt(spline[i + 2]));
    return path;
}

EdgeShape shapeOf(const GraphEdge& edge, const std::vector<causation::Point>& spline, causation::Point labelCentre)
{
    EdgeShape shape;
    shape.width = edge.kind == EdgeKind::Traffic ? strokeWidth(edge.eventsPerSecond) : 1.6;
    if (spline.size() >= 4) {
        shape.path = pathOf(spline);
        shape.tip = tipOf(spline, shape.width);
    }
    if (!edge.label.isEmpty()) {
        shape.label = QRectF(0, 0, labelWidth(edge), kLabelHeight);
        shape.label.moveCenter(toQt(labelCentre));
    }
    return shape;
}

double distanceToPath(const QPainterPath& path, QPointF point)
{
    double nearest = std::numeric_limits<double>::max();
    for (const QPolygonF& polygon : path.toSubpathPolygons())
        for (qsizetype i = 1; i < polygon.size(); ++i) {
            const QLineF segment(polygon[i - 1], polygon[i]);
            const double length = segment.length();
            const QPointF direction(segment.dx(), segment.dy());
            const double t =
                length < 1e-9
                    ? 0
                    : std::clamp(QPointF::dotProduct(point - segment.p1(), direction) / (length * length), 0.0, 1.0);
            nearest = std::min(nearest, QLineF(point, segment.p1() + direction * t).length());
        }
    return nearest;
}

// How far `to` lies in the direction, with detours to the side counted double; negative when it lies elsewhere.
double costTowards(QPointF from, QPointF to, Qt::Key direction)
{
    const QPointF d = to - from;
    const bool isHorizontal = direction == Qt::Key_Left || direction == Qt::Key_Right;
    const double sign = direction == Qt::Key_Left || direction == Qt::Key_Up ? -1 : 1;
    const double ahead = sign * (isHorizontal ? d.x() : d.y());
    const double aside = std::abs(isHorizontal ? d.y() : d.x());
    return ahead < 1 ? -1 : ahead + 2 * aside;
}

} // namespace

double strokeWidth(double eventsPerSecond)
{
    return std::clamp(1.5 + 1.6 * std::log10(1 + std::max(eventsPerSecond, 0.0)), 1.5, 8.0);
}

causation::LayoutInput layoutInput(const Graph& graph)
{
    causation::LayoutInput input;
    for (const GraphNode& node : graph.nodes) {
        const QSizeF size = nodeSize(node);
        input.nodes.push_back({node.id.toStdString(), size.width(), size.height()});
    }
    for (const GraphEdge& edge : graph.edges) {
        const double width = labelWidth(edge);
        input.edges.push_back({edge.from, edge.to, edge.label.toStdString(), width, width > 0 ? kLabelHeight : 0});
    }
    return input;
}

GraphGeometry geometryOf(const Graph& graph, const causation::LayoutResult& layout)
{
    Q_ASSERT(layout.nodeCentres.size() == graph.nodes.size() && layout.edgeSplines.size() == graph.edges.size());
    GraphGeometry geometry;
    geometry.bounds = QRectF(0, 0, layout.width, layout.height);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        QRectF box(QPointF(), nodeSize(graph.nodes[i]));
        box.moveCenter(toQt(layout.nodeCentres[i]));
        geometry.nodes.push_back(box);
        geometry.bounds |= box;
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        geometry.edges.push_back(shapeOf(graph.edges[i], layout.edgeSplines[i], layout.labelCentres[i]));
    return geometry;
}

int GraphGeometry::nodeAt(QPointF point) const
{
    for (std::size_t i = nodes.size(); i-- > 0;)
        if (nodes[i].contains(point))
            return int(i);
    return -1;
}

int GraphGeometry::edgeAt(QPointF point, double tolerance) const
{
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (edges[i].label.contains(point))
            return int(i);
    int nearest = -1;
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const double reach = tolerance + edges[i].width / 2;
        if (!edges[i].path.controlPointRect().adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        const double distance = distanceToPath(edges[i].path, point);
        if (distance <= reach && distance < best) {
            best = distance;
            nearest = int(i);
        }
    }
    return nearest;
}

int GraphGeometry::neighbour(int from, Qt::Key direction) const
{
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (int(i) == from)
            continue;
        const double cost = from < 0 ? nodes[i].center().x() + nodes[i].center().y() / 1e4
                                     : costTowards(nodes[std::size_t(from)].center(), nodes[i].center(), direction);
        if (cost >= 0 && cost < least) {
            least = cost;
            best = int(i);
        }
    }
    return best;
}

GraphView GraphView::fitting(const QRectF& content, QSizeF viewport, double margin)
{
    GraphView view;
    if (content.isEmpty() || viewport.isEmpty())
        return view;
    const double horizontal = (viewport.width() - 2 * margin) / content.width();
    const double vertical = (viewport.height() - 2 * margin) / content.height();
    view.zoom = std::clamp(std::min({horizontal, vertical, 1.0}), kMinZoom, kMaxZoom);
    view.offset = QPointF(viewport.width(), viewport.height()) / 2 - content.center() * view.zoom;
    return view;
}

GraphView GraphView::zoomed(double factor, QPointF anchor) const
{
    GraphView view;
    view.zoom = std::clamp(zoom * factor, kMinZoom, kMaxZoom);
    view.offset = anchor - toGraph(anchor) * view.zoom;
    return view;
}

GraphView GraphView::revealing(const QRectF& rect, QSizeF viewport, double margin) const
{
    GraphView view = *this;
    const QRectF shown(toScreen(rect.topLeft()), rect.size() * zoom);
    const auto shift = [margin](double low, double high, double length) {
        if (low < margin)
            return margin - low;
        return high > length - margin ? length - margin - high : 0.0;
    };
    view.offset += QPointF(shift(shown.left(), shown.right(), viewport.width()),
                           shift(shown.top(), shown.bottom(), viewport.height()));
    return view;
}

} // namespace sagascope::ui
