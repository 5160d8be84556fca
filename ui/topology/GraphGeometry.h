// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

#include <vector>

#include "core/base/Result.h"
#include "core/causation/Layout.h"
#include "ui/topology/Graph.h"

namespace sagascope::ui {

struct EdgeShape
{
    QPainterPath path;
    QPolygonF tip;    ///< triangle at the head; empty when the edge has no length
    QRectF label;     ///< null without a label
    double width = 1; ///< pixels at zoom 1
};

/// Where everything of a Graph lies, in pixels at zoom 1, y down: what a canvas replays. Indices are the graph's.
struct GraphGeometry
{
    std::vector<QRectF> nodes;
    std::vector<EdgeShape> edges;
    QRectF bounds;

    /// Topmost node or nearest edge at a point; -1 when there is none. Edges are met within `tolerance` pixels.
    [[nodiscard]] int nodeAt(QPointF point) const;
    [[nodiscard]] int edgeAt(QPointF point, double tolerance) const;
    /// The nearest node in a direction (of the arrow keys), -1 when there is none. `from` -1: the leftmost node.
    [[nodiscard]] int neighbour(int from, Qt::Key direction) const;
};

/// Sizes of boxes and labels by the length of their texts: no font is asked, so any thread may do it.
[[nodiscard]] causation::LayoutInput layoutInput(const Graph& graph);
[[nodiscard]] GraphGeometry geometryOf(const Graph& graph, const causation::LayoutResult& layout);

/// Stroke of a service map's edge: grows with the logarithm of the rate, from a hair to a ribbon.
[[nodiscard]] double strokeWidth(double eventsPerSecond);

/// How a drawing of `content` is shown in `viewport`: where its origin lies and how large it is.
struct GraphView
{
    QPointF offset;
    double zoom = 1;

    static constexpr double kMinZoom = 0.08;
    static constexpr double kMaxZoom = 4;

    [[nodiscard]] QPointF toScreen(QPointF point) const { return point * zoom + offset; }
    [[nodiscard]] QPointF toGraph(QPointF point) const { return (point - offset) / zoom; }
    /// Centred, as large as fits, never larger than life.
    [[nodiscard]] static GraphView fitting(const QRectF& content, QSizeF viewport, double margin);
    /// Zoomed by `factor` with the point under `anchor` staying where it is.
    [[nodiscard]] GraphView zoomed(double factor, QPointF anchor) const;
    /// Moved just far enough to show `rect` (in graph pixels) with a margin.
    [[nodiscard]] GraphView revealing(const QRectF& rect, QSizeF viewport, double margin) const;
};

} // namespace sagascope::ui
