// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/topology/Graph.h"
#include "ui/topology/GraphGeometry.h"
#include "ui/topology/GraphPainter.h"

namespace sagascope::ui {

/// Shows a laid-out graph: drag to pan, wheel to zoom, click to select, double click to activate. Keyboard: arrows
/// walk from node to node (or along causes, see setWalksCauses), E walks the edges of the selected node, Enter activates, + and - zoom, 0 fits,
/// Shift with arrows pans. The drawing fits itself until somebody moves it. GUI thread only.
class GraphCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit GraphCanvas(QWidget* parent = nullptr);

    /// Replaces the drawing; the selection stays on nodes whose id is still there. `isSame`: another state of what was
    /// shown before, so a view that somebody chose is kept.
    void show(Graph graph, GraphGeometry geometry, bool isSame);
    void clear();
    void select(const QString& nodeId); ///< brings it into view; an unknown id selects nothing; emits nothing
    /// Left goes to a cause, Right to an effect, Up and Down to siblings; otherwise the arrows go where they point.
    void setWalksCauses(bool walks) { m_walksCauses = walks; }
    void fit();
    void zoomBy(double factor);

    [[nodiscard]] const Graph& graph() const { return m_graph; }
    [[nodiscard]] const GraphGeometry& geometryShown() const { return m_geometry; }
    [[nodiscard]] const GraphNode* selectedNode() const;
    [[nodiscard]] const GraphEdge* selectedEdge() const;
    [[nodiscard]] int selectedNodeIndex() const { return m_marks.selectedNode; } ///< -1 when there is none
    [[nodiscard]] int nodeAt(QPoint point) const;   ///< -1 when there is none; widget pixels
    [[nodiscard]] QRect nodeRect(int node) const;   ///< widget pixels
    [[nodiscard]] QString nodeText(int node) const { return describe(node, -1); }
    [[nodiscard]] const GraphView& view() const { return m_view; }

    using QWidget::show;

Q_SIGNALS:
    void selectionChanged(); ///< by the person, not by select()
    void nodeActivated(const QString& nodeId);
    void edgeActivated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void selectByPerson(int node, int edge);
    void setHovered(int node, int edge);
    void walkEdges();
    bool walkOrPan(int key, Qt::KeyboardModifiers modifiers);
    void activate();
    void announce();
    void setView(const GraphView& view);
    [[nodiscard]] static QString withDetail(const QString& text, const QString& detail);
    [[nodiscard]] QString describe(int node, int edge) const;
    [[nodiscard]] double reach() const; ///< how near the pointer must be to an edge, in graph pixels

    Graph m_graph;
    GraphGeometry m_geometry;
    GraphPainter m_painter;
    GraphPainter::Marks m_marks;
    GraphView m_view;
    QPointF m_pressedAt;
    QPointF m_draggedFrom;
    bool m_isDragging = false;
    bool m_walksCauses = false;
    bool m_isFitted = true; ///< nobody has chosen a view yet
};

} // namespace sagascope::ui
