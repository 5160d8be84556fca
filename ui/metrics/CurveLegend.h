// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sagascope::ui {

class ChartView;

/// Names of a chart's curves with their values at the cursor, or the newest ones; wraps onto a second line.
class CurveLegend : public QWidget
{
    Q_OBJECT

public:
    explicit CurveLegend(const ChartView& chart, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        QColor colour;
        QString name;
        QString value;
        QRect rect;
    };
    void update();
    [[nodiscard]] std::vector<Entry> entries(int width) const;

    const ChartView& m_chart;
    QStringList m_names;
};

} // namespace sagascope::ui
