// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Panel.h"
#include "ui/metrics/ChartView.h"

class QToolButton;

namespace sagascope::ui {

class CurveLegend;

/// A titled chart with its legend, and its export as a picture or as numbers.
class ChartPanel : public Panel
{
    Q_OBJECT

public:
    /// `fileName` is what an export is called at first, without its ending.
    ChartPanel(const ViewState& state, ValueScale scale, QString fileName, QWidget* parent = nullptr);

    [[nodiscard]] ChartView& chart() { return *m_chart; }
    [[nodiscard]] const ChartView& chart() const { return *m_chart; }
    void setNames(const QString& title, const QString& unit); ///< translated

    /// The panel as it is on screen, twice as large.
    [[nodiscard]] bool savePng(const QString& path);
    /// One line per moment (ISO 8601, UTC) and a column per curve; values are not rounded.
    [[nodiscard]] QByteArray csv() const;

Q_SIGNALS:
    void exportFailed(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void exportPng();
    void exportCsv();

    QString m_fileName;
    ChartView* m_chart;
    CurveLegend* m_legend;
    QToolButton* m_menuButton;
    QAction* m_png;
    QAction* m_csv;
};

} // namespace sagascope::ui
