// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphPainter.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include "ui/common/SeverityMark.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr double kCorner = 8;

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

constexpr double kCriticalWidth = 3.6;

// Solid is declared, lighter is aliased, dotted is inferred, dashed amber undoes, red failed.
QPen penOfKind(EdgeKind kind, const QString& domain, double width)
{
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    QPen pen(colours.text, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    switch (kind) {
    case EdgeKind::Declared:
        pen.setColor(mix(colours.panel, colours.text, 0.75));
        break;
    case EdgeKind::Aliased:
        pen.setColor(mix(colours.panel, colours.muted, 0.75));
        break;
    case EdgeKind::Inferred:
        pen.setColor(colours.muted);
        pen.setDashPattern({1, 2.5});
        pen.setCapStyle(Qt::RoundCap);
        break;
    case EdgeKind::Compensation:
        pen.setColor(theme.stateColor(saga::SagaState::Compensated));
        pen.setDashPattern({5, 3});
        break;
    case EdgeKind::Attempt:
        pen.setColor(theme.domainColor(QStringLiteral("retry")));
        break;
    case EdgeKind::MissingCause:
        pen.setColor(colours.muted);
        pen.setDashPattern({3, 3});
        break;
    case EdgeKind::Traffic:
        pen.setColor(withAlpha(theme.domainColor(domain), 0.75));
        break;
    case EdgeKind::NeverSeen:
        pen.setColor(mix(colours.panel, colours.muted, 0.7));
        pen.setDashPattern({4, 4});
        break;
    }
    return pen;
}

// What took longest is broad and at full strength; what runs in a circle warns.
QPen penOf(const EdgeStyle& style, const QString& domain, double width)
{
    QPen pen = penOfKind(style.kind, domain, width);
    const bool hasColour = style.kind == EdgeKind::Compensation || style.kind == EdgeKind::Attempt;
    if (style.isCritical) {
        pen.setWidthF(kCriticalWidth);
        if (!hasColour)
            pen.setColor(Theme::current().palette().text);
    }
    if (style.isInCycle)
        pen.setColor(Theme::current().palette().danger);
    return pen;
}

QColor borderOf(const GraphNode& node)
{
    const Theme& theme = Theme::current();
    switch (node.kind) {
    case NodeKind::Ghost:
    case NodeKind::Nobody:
        return theme.palette().muted;
    case NodeKind::Attempt:
        return theme.domainColor(QStringLiteral("retry"));
    default:
        return theme.domainColor(node.domain);
    }
}

bool isGhostly(const GraphNode& node)
{
    return node.kind == NodeKind::Ghost || node.kind == NodeKind::Nobody;
}

} // namespace

void GraphPainter::setFonts()
{
    m_title = QApplication::font();
    m_title.setWeight(QFont::DemiBold);
    m_subtitle = Theme::current().monospace();
    m_subtitle.setPixelSize(11);
    m_label = Theme::current().small();
}

void GraphPainter::paint(QPainter& painter, const Graph& graph, const GraphGeometry& geometry, const Marks& marks,
                         const QRectF& visible) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto isVisible = [&](const EdgeShape& shape) {
        return (shape.path.controlPointRect() | shape.label).adjusted(-8, -8, 8, 8).intersects(visible);
    };
    const auto isMarked = [&](std::size_t i) { return int(i) == marks.selectedEdge || int(i) == marks.hoveredEdge; };
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        if (isVisible(geometry.edges[i]))
            paintEdge(painter, graph.edges[i], geometry.edges[i], isMarked(i));
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (geometry.nodes[i].adjusted(-12, -12, 12, 12).intersects(visible))
            paintNode(painter, graph.nodes[i], geometry.nodes[i], int(i) == marks.selectedNode,
                      int(i) == marks.hoveredNode, marks.hasFocus);
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        if (!geometry.edges[i].label.isNull() && isVisible(geometry.edges[i]))
            paintLabel(painter, graph.edges[i], geometry.edges[i], isMarked(i));
}

void GraphPainter::paintSample(QPainter& painter, const QLineF& line, const EdgeStyle& style)
{
    painter.setPen(penOf(style, QStringLiteral("retry"), 1.6));
    painter.drawLine(line);
}

void GraphPainter::paintEdge(QPainter& painter, const GraphEdge& edge, const EdgeShape& shape, bool isMarked) const
{
    QPen pen = penOf({edge.kind, edge.isCritical, edge.isInCycle}, edge.domain, shape.width);
    if (isMarked) {
        painter.setPen(QPen(withAlpha(Theme::current().palette().accent, 0.35), shape.width + 6));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(shape.path);
        pen.setColor(mix(pen.color(), Theme::current().palette().text, 0.25));
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape.path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPolygon(shape.tip);
}

void GraphPainter::paintLabel(QPainter& painter, const GraphEdge& edge, const EdgeShape& shape, bool isMarked) const
{
    const Palette& colours = Theme::current().palette();
    painter.setPen(isMarked ? colours.accent : colours.line);
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(shape.label, 4, 4);
    painter.setPen(edge.isInCycle ? colours.danger : edge.kind == EdgeKind::NeverSeen ? colours.muted : colours.text);
    painter.setFont(m_label);
    const QRectF inner = shape.label.adjusted(5, 0, -5, 0);
    painter.drawText(inner, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(edge.label, Qt::ElideMiddle, int(inner.width())));
}

void GraphPainter::paintNode(QPainter& painter, const GraphNode& node, const QRectF& box, bool isSelected,
                             bool isHovered, bool hasFocus) const
{
    const Palette& colours = Theme::current().palette();
    const QColor border = borderOf(node);
    const QRectF rect = box.adjusted(1, 1, -1, -1);
    painter.setPen(QPen(withAlpha(border, 0.6), 1));
    painter.setBrush(colours.panel);
    for (int behind = std::min(node.copies + node.folded - 1, 2); behind > 0; --behind)
        painter.drawRoundedRect(rect.translated(4.0 * behind, -4.0 * behind), kCorner, kCorner);
    if (isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(colours.accent, hasFocus ? 0.45 : 0.28));
        painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), kCorner + 4, kCorner + 4);
    }
    QColor fill = isHovered || isSelected ? mix(colours.raised, border, 0.12) : colours.raised;
    if (isGhostly(node))
        fill = colours.panel;
    painter.setBrush(fill);
    const double stroke = isGhostly(node) ? 1.2 : node.isCritical ? 2.8 : 1.8;
    painter.setPen(QPen(border, stroke, isGhostly(node) ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(rect, kCorner, kCorner);
    paintTexts(painter, node, rect);
    paintBadges(painter, node, rect);
}

void GraphPainter::paintTexts(QPainter& painter, const GraphNode& node, const QRectF& box) const
{
    const Palette& colours = Theme::current().palette();
    const QRectF inner = box.adjusted(8, 6, -8, -6);
    const bool hasSubtitle = !node.subtitle.isEmpty();
    painter.setFont(m_title);
    painter.setPen(isGhostly(node) ? colours.muted : colours.text);
    const QRectF first = hasSubtitle ? QRectF(inner.topLeft(), QSizeF(inner.width(), inner.height() / 2)) : inner;
    painter.drawText(first, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(node.title, Qt::ElideMiddle, int(inner.width())));
    if (!hasSubtitle)
        return;
    painter.setFont(m_subtitle);
    painter.setPen(colours.muted);
    painter.drawText(first.translated(0, inner.height() / 2), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(node.subtitle, Qt::ElideRight, int(inner.width())));
}

void GraphPainter::paintBadges(QPainter& painter, const GraphNode& node, const QRectF& box) const
{
    const Palette& colours = Theme::current().palette();
    if (node.severity)
        painter.fillPath(severityShape(*node.severity, box.topRight() + QPointF(-9, 9)),
                         Theme::current().severityColor(*node.severity));
    if (node.isInCycle)
        paintCycle(painter, box.topLeft() + QPointF(10, 10));
    if (node.copies + node.folded <= 1)
        return;
    const QString count = QStringLiteral("×%1").arg(QLocale().toString(node.copies + node.folded));
    painter.setFont(m_label);
    const double width = std::max(30.0, painter.fontMetrics().horizontalAdvance(count) + 12.0);
    const QRectF badge(box.right() + 4 - width, box.bottom() - 9, width, 16);
    painter.setPen(colours.line);
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(badge, 8, 8);
    painter.setPen(colours.text);
    painter.drawText(badge, Qt::AlignCenter, count);
}

// A ring with a gap and a tip: it comes back to itself.
void GraphPainter::paintCycle(QPainter& painter, QPointF centre)
{
    const QColor colour = Theme::current().palette().danger;
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(centre - QPointF(4, 4), QSizeF(8, 8)), 60 * 16, 270 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{centre + QPointF(1, -6), centre + QPointF(5, -3), centre + QPointF(1, 0)});
}

} // namespace sagascope::ui
