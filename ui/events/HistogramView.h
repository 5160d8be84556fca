// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <utility>

#include "ui/events/EventHistogram.h"
#include "ui/events/HistogramGeometry.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The rows of the live table over broker time: stacked by domain, and a mark below each bar that has errors. A click goes to a
/// bar's first event, dragging over bars makes them the window's time window, a double click, Esc or Delete clears that. Keys:
/// Left, Right, Home, End walk, with Shift they choose several bars, Enter goes there or takes them as the window.
class HistogramView : public QWidget
{
    Q_OBJECT

public:
    HistogramView(EventHistogram& histogram, ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {600, kHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, kHeight}; }
    [[nodiscard]] HistogramScale scale() const;
    /// Up to here everything is likely to have come; kNoTime: not known.
    void setWatermark(base::Timestamp watermark);
    /// The bar that the keyboard stands at; nothing before it was used.
    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; }

Q_SIGNALS:
    void eventWanted(sagascope::base::EventIndex event); ///< the first that came of a bar

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int kHeight = 64;
    static constexpr int kRail = 6; ///< below the bars: which of them have errors
    static constexpr int kAxis = 14;

    void take();
    void retranslate();
    void walkTo(int bar, bool isChoosing);
    void goTo(int bar);
    void narrow();
    void widen();
    void describe();
    void paintBars(QPainter& painter, const HistogramScale& scale) const;
    void paintErrors(QPainter& painter, const HistogramScale& scale) const;
    void paintChosen(QPainter& painter, const HistogramScale& scale) const;
    void paintWatermark(QPainter& painter, const HistogramScale& scale) const;
    void paintAxis(QPainter& painter, const HistogramScale& scale) const;
    [[nodiscard]] const metrics::TimeHistogram::Bars& bars() const { return m_histogram.reading().bars; }
    [[nodiscard]] QString timeText(base::Timestamp time) const;
    [[nodiscard]] QString barText(int bar) const;

    EventHistogram& m_histogram;
    ViewState& m_state;
    base::Timestamp m_shownFrom = base::kNoTime; ///< what m_cursor and m_anchor count from
    base::Duration m_shownStep{0};
    base::Timestamp m_watermark = base::kNoTime;
    std::optional<int> m_cursor;
    std::optional<int> m_anchor; ///< the other end of what is being chosen
    std::optional<double> m_pressedAt;
};

} // namespace sagascope::ui
