// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "ui/topology/Graph.h"
#include "ui/topology/GraphGeometry.h"

class QPainter;

namespace sagascope::ui {

/// How an edge is drawn; an EdgeKind alone is a style too.
struct EdgeStyle
{
    EdgeKind kind = EdgeKind::Declared;
    bool isCritical = false;
    bool isInCycle = false;

    EdgeStyle(EdgeKind k, bool critical = false, bool cycle = false) : kind(k), isCritical(critical), isInCycle(cycle) {}
};

/// Replays a graph's geometry. Fonts are read once per theme (setFonts), colours with every paint. GUI thread only.
class GraphPainter
{
public:
    struct Marks
    {
        int selectedNode = -1;
        int selectedEdge = -1;
        int hoveredNode = -1;
        int hoveredEdge = -1;
        bool hasFocus = false;
    };

    GraphPainter() { setFonts(); }
    void setFonts();
    /// Draws what of the graph lies in `visible` (graph pixels); the painter is already transformed.
    void paint(QPainter& painter, const Graph& graph, const GraphGeometry& geometry, const Marks& marks,
               const QRectF& visible) const;
    /// A short sample of an edge's stroke, for legends.
    static void paintSample(QPainter& painter, const QLineF& line, const EdgeStyle& style);

private:
    void paintEdge(QPainter& painter, const GraphEdge& edge, const EdgeShape& shape, bool isMarked) const;
    void paintLabel(QPainter& painter, const GraphEdge& edge, const EdgeShape& shape, bool isMarked) const;
    void paintNode(QPainter& painter, const GraphNode& node, const QRectF& box, bool isSelected, bool isHovered,
                   bool hasFocus) const;
    void paintTexts(QPainter& painter, const GraphNode& node, const QRectF& box) const;
    void paintBadges(QPainter& painter, const GraphNode& node, const QRectF& box) const;
    static void paintCycle(QPainter& painter, QPointF centre);

    QFont m_title;
    QFont m_subtitle;
    QFont m_label;
};

} // namespace sagascope::ui
