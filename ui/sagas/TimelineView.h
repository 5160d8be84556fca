// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include "ui/sagas/FrameTimes.h"
#include "ui/sagas/SagaPicture.h"
#include "ui/sagas/TimelineGeometry.h"
#include "ui/sagas/TimelineText.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The swim lanes of one saga. Geometry is computed when content, size or scale change, for what is on screen only;
/// painting replays it and times itself.
///
/// Mouse: wheel zooms at the pointer, Shift+wheel and dragging pan, a click selects and goes on through a stack, a double
/// click opens a stack of repeats or zooms to an event's neighbours, a click on a lane's name folds it. Keys: Left/Right
/// walk through the events in time, Home/End to the first and last, Up/Down to the nearest event of the
/// neighbouring lane, +/- zoom, 0 fits, Shift+Left/Right and Page Up/Down pan, Return opens a stack, Z zooms to neighbours.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(ViewState& state, QWidget* parent = nullptr);

    /// `isSame` keeps zoom, position and what was opened: the same saga, with more in it.
    void setTimeline(TimelinePtr timeline, bool isSame);
    void fit();
    void zoom(double factor);
    void showWindow(double from, double to); ///< seconds since the saga's start
    [[nodiscard]] const TimelinePtr& timeline() const { return m_timeline; }
    [[nodiscard]] const TimelineGeometry& geometryShown() const { return m_geometry; }
    [[nodiscard]] const FrameTimes& frameTimes() const { return m_frames; }

    /// The whole saga as one picture.
    [[nodiscard]] PictureSource picture() const;

Q_SIGNALS:
    void windowChanged(double from, double to); ///< seconds on screen

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void relayout();
    void setScale(const TimelineScale& scale);
    void pan(double pixels) { setScale({m_frame.scale.pixelsPerSecond, m_frame.scale.origin + pixels}); }
    [[nodiscard]] TextWidth textWidth() const;
    [[nodiscard]] int selectedPosition() const;
    [[nodiscard]] QPointF placeOfSelection() const;
    void selectPosition(int position);
    void clickMark(const TimelineMark& mark);
    void walk(int direction);
    void walkTo(std::size_t rank);
    void walkLane(int direction);
    bool toggleStack(const TimelineMark& mark);
    void openSelected();
    void toggleLane(int lane);
    void zoomToNeighbours(int position);
    void keepSelectionInView();
    void describeSelection();
    [[nodiscard]] QPointF contentPoint(const QPointF& point) const;

    ViewState& m_state;
    TimelinePtr m_timeline; ///< never null
    TimelineFrame m_frame;
    TimelineGeometry m_geometry;
    FrameTimes m_frames;
    QPointF m_pressed;
    double m_pressedOrigin = 0;
    bool m_isPressed = false;
    bool m_isPanning = false;
    bool m_isFitted = true;
};

} // namespace sagascope::ui
