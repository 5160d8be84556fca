// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>

#include <functional>
#include <map>
#include <vector>

#include "ui/metrics/ChartScale.h"
#include "ui/metrics/MetricsFrame.h"
#include "ui/state/ViewState.h"

class QLineSeries;
class QValueAxis;

namespace sagascope::ui {

/// Curves over time in the theme's manner: Qt Charts draws the curves; grid, labels, thresholds and the cursor are
/// drawn by us, so that time obeys the local/UTC switch and zero has a place on a logarithmic scale. Keyboard: left and
/// right move the cursor from step to step, Escape takes it away. GUI thread only.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    struct Threshold
    {
        double value = 0;
        QString label;
    };

    ChartView(const ViewState& state, ValueScale scale, QWidget* parent = nullptr);

    void setScale(ValueScale scale);                        ///< takes effect with the next setCurves()
    void setValueText(std::function<QString(double)> text); ///< labels of the value axis and the legend
    void setThresholds(std::vector<Threshold> thresholds);  ///< shown once curves come near them
    /// Shows these curves; the series of a curve whose name stays are reused.
    void setCurves(std::vector<Curve> curves, std::int64_t from, std::int64_t to);

    [[nodiscard]] const std::vector<Curve>& curves() const { return m_curves; }
    [[nodiscard]] QColor colorOf(const Curve& curve) const;
    [[nodiscard]] QString valueText(double value) const { return m_valueText(value); }
    /// The value at the cursor, or the newest one; nothing when the curve has none there.
    [[nodiscard]] std::optional<double> shownValue(const Curve& curve) const;
    [[nodiscard]] std::optional<std::int64_t> cursor() const { return m_cursor; }

Q_SIGNALS:
    void cursorMoved();

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupAxes();
    void applyTheme();
    void updateSeries();
    void updateAxes();
    void drawGrid(QPainter* painter) const;
    void drawThresholds(QPainter* painter) const;
    void setCursorTime(std::optional<std::int64_t> time);
    void moveCursorBy(int steps);
    [[nodiscard]] QColor seriesColor(const QString& name) const;
    [[nodiscard]] double xOf(std::int64_t time) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] QString timeText(std::int64_t time) const;

    const ViewState& m_state;
    ValueScale m_scale;
    std::function<QString(double)> m_valueText;
    std::vector<Threshold> m_thresholds;
    std::vector<Curve> m_curves;
    std::map<QString, QLineSeries*> m_series;
    QValueAxis* m_timeAxis;
    QValueAxis* m_valueAxis;
    std::vector<double> m_ticks;
    std::int64_t m_from = 0;
    std::int64_t m_to = 0;
    std::optional<std::int64_t> m_cursor;
    QFont m_labelFont;
};

} // namespace sagascope::ui
