// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/common/LatestWins.h"
#include "ui/shell/BrushGeometry.h"

namespace sagascope::ui {

/// The throughput of the whole session as a histogram. Dragging chooses the time window that every room obeys, a
/// double click clears it. Keys: Left/Right move the window, with Shift its end, Escape or Delete clears it.
class ThroughputBrush : public QWidget
{
    Q_OBJECT

public:
    explicit ThroughputBrush(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {430, 26}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 26}; }
    [[nodiscard]] const BrushRange& range() const { return m_range; }
    [[nodiscard]] bool isSettled() const { return m_hasRead; }

Q_SIGNALS:
    void rangeChanged();

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
    [[nodiscard]] BrushScale scale() const { return {m_range, double(width())}; }

    ViewState& m_state;
    BrushRange m_range;
    std::vector<metrics::Bucket> m_buckets;
    QTimer m_pace;
    double m_pressedAt = -1;
    bool m_isDragging = false;
    bool m_hasRead = false; ///< since the session began
    LatestWins<Reading> m_reader;
};

} // namespace sagascope::ui
