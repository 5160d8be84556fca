// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/common/LatestWins.h"
#include "ui/shell/BrushGeometry.h"

namespace sagascope::ui {

/// The throughput of the whole session as a histogram, with the clock's playhead on a rail below. Dragging over the bars
/// chooses the time window that every room obeys, a double click clears it; dragging along the rail, or the playhead
/// anywhere, moves the clock, at the right end back to live. Keys: Left/Right move the window, with Shift its end, Delete
/// clears it; while the rooms show an earlier moment, Left/Right move the playhead, with Ctrl the window. Space plays.
class ThroughputBrush : public QWidget
{
    Q_OBJECT

public:
    explicit ThroughputBrush(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {430, 36}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 36}; }
    [[nodiscard]] const BrushRange& range() const { return m_range; }
    [[nodiscard]] bool isSettled() const { return m_hasRead; }

Q_SIGNALS:
    void rangeChanged();
    void playToggled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Reading
    {
        BrushRange range;
        std::vector<metrics::Bucket> buckets;
    };

    void read();
    void retranslate();
    void moveWindow(int bars, bool isGrowing);
    void movePlayhead(int bars);
    void dragPlayhead(double x);
    void paintPlayhead(QPainter& painter) const;
    [[nodiscard]] bool isOnPlayhead(QPointF at) const;
    [[nodiscard]] double playheadX() const;
    [[nodiscard]] int railTop() const { return height() - kRail; }
    [[nodiscard]] BrushScale scale() const { return {m_range, double(width())}; }

    static constexpr int kRail = 10; ///< height of the playhead's rail, at the bottom

    ViewState& m_state;
    BrushRange m_range;
    std::vector<metrics::Bucket> m_buckets;
    QTimer m_pace;
    double m_pressedAt = -1;
    bool m_isDragging = false;
    bool m_isDraggingPlayhead = false;
    bool m_hasRead = false; ///< since the session began
    LatestWins<Reading> m_reader;
};

} // namespace sagascope::ui
