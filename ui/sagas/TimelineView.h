// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include "ui/sagas/TimelineGeometry.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The swim lanes of one saga. Geometry is computed when content, size or scale change; painting replays it.
///
/// Mouse: wheel zooms at the pointer, dragging pans, a click selects. Keys: Left/Right and Tab walk through the
/// events in time, Up/Down go to the nearest event of the neighbouring lane, +/- zoom, 0 fits, Shift+Left/Right pan.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(ViewState& state, QWidget* parent = nullptr);

    /// `isSame` keeps zoom and position: the same saga, with more in it.
    void setInput(TimelineInput input, bool isSame);
    void fit();
    void zoom(double factor);
    [[nodiscard]] const TimelineGeometry& geometryShown() const { return m_geometry; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    void relayout();
    void setScale(const TimelineScale& scale);
    [[nodiscard]] TextWidth textWidth() const;
    [[nodiscard]] int selectedMark() const;
    [[nodiscard]] int selectedPosition() const;
    void selectPosition(int position);
    bool walk(int direction);
    void walkLane(int direction);
    void keepSelectionInView();
    void describeSelection();
    [[nodiscard]] QString tooltip(const TimelineMark& mark) const;
    [[nodiscard]] QPointF contentPoint(const QPointF& point) const;

    void paintLanes(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintCurves(QPainter& painter) const;
    void paintCurve(QPainter& painter, const TimelineCurve& curve) const;
    void paintBar(QPainter& painter, const TimelineCurve& curve) const;
    void paintMarks(QPainter& painter) const;
    void paintMark(QPainter& painter, const TimelineMark& mark, bool isSelected) const;
    void paintBadges(QPainter& painter, const TimelineMark& mark) const;
    void paintGhosts(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    [[nodiscard]] QColor laneColour(int lane) const;

    ViewState& m_state;
    TimelineInput m_input;
    TimelineGeometry m_geometry;
    TimelineScale m_scale;
    QPointF m_pressed;
    double m_pressedOrigin = 0;
    bool m_isPanning = false;
    bool m_isFitted = true;
};

} // namespace sagascope::ui
