// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include "ui/common/LatestWins.h"
#include "ui/sagas/FrameTimes.h"
#include "ui/sagas/SagaPicture.h"
#include "ui/sagas/sequence/SequencePlan.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// One saga as a UML sequence diagram. Only the rows on screen are painted; what takes long to fold is folded by a worker.
///
/// Mouse: wheel scrolls, Shift+wheel sideways, Ctrl+wheel zooms at the pointer, dragging pans, a click selects, a click on
/// a loop's tab opens or folds it. Keys: Up/Down walk through the messages, Home/End, Page Up/Down, Left/Right scroll
/// sideways, Return opens or folds the loop of the selected message, +/- zoom, 0 fits the width.
class SequenceView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit SequenceView(ViewState& state, QWidget* parent = nullptr);

    /// `isSame` keeps place, zoom and what was opened.
    void setPlan(SequencePlanPtr plan, bool isSame);
    [[nodiscard]] const std::set<int>& opened() const { return m_opened; }
    void fit();
    void zoom(double factor, const QPointF& at);
    [[nodiscard]] const SequencePlanPtr& plan() const { return m_plan; }
    [[nodiscard]] const FrameTimes& frameTimes() const { return m_frames; }
    [[nodiscard]] bool isSettled() const { return !m_planning.isBusy(); }

    [[nodiscard]] PictureSource picture() const;

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

private:
    void replan();
    void showPlan(SequencePlanPtr plan);
    void updateScrollBars();
    void toggleLoop(int loop);
    void select(int turn);
    void walk(int direction);
    void keepSelectionInView();
    void describeSelection();
    [[nodiscard]] int selectedTurn() const;
    [[nodiscard]] int rowUnder(const QPointF& point) const; ///< -1: none
    [[nodiscard]] QPointF scroll() const;                   ///< at zoom 1

    ViewState& m_state;
    SequencePlanPtr m_plan; ///< never null
    std::set<int> m_opened; ///< first turns of loops
    double m_zoom = 1;
    QPointF m_pressed;
    QPoint m_pressedScroll;
    bool m_isPressed = false;
    bool m_isPanning = false;
    FrameTimes m_frames;
    LatestWins<SequencePlanPtr> m_planning;
};

} // namespace sagascope::ui
