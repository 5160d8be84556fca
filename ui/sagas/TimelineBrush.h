// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "ui/sagas/TimelineOrder.h"

namespace sagascope::ui {

/// Events per `width` equal columns from the start to the end of the saga. Pure; costs columns, not events.
[[nodiscard]] std::vector<int> columnCounts(const std::vector<double>& sortedSeconds, double end, int columns);

/// The whole saga in one strip below its lanes, with the part that is on screen marked. Dragging chooses another part,
/// dragging the marked part moves it, dragging its edge resizes it, a double click shows everything. The keys for the
/// same are those of the timeline itself. GUI thread.
class TimelineBrush : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineBrush(QWidget* parent = nullptr);

    void setTimeline(TimelinePtr timeline);
    void setWindow(double from, double to); ///< seconds since the start

Q_SIGNALS:
    void windowChosen(double from, double to);
    void everythingChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    enum class Drag { None, Choose, Move, Left, Right };

    [[nodiscard]] Drag dragAt(double x) const;
    [[nodiscard]] double xOf(double seconds) const;
    [[nodiscard]] double secondsAt(double x) const;
    [[nodiscard]] double length() const;
    void retranslate();

    TimelinePtr m_timeline;
    double m_from = 0;
    double m_to = 0;
    Drag m_drag = Drag::None;
    double m_pressed = 0; ///< seconds
    double m_pressedFrom = 0;
    double m_pressedTo = 0;
};

} // namespace sagascope::ui
