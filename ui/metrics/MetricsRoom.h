// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/common/LatestWins.h"
#include "ui/metrics/LagTableModel.h"
#include "ui/metrics/MetricsFrame.h"
#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace sagascope::ui {

class ChartPanel;
class Chip;
class EmptyState;
class Panel;

/// Rates, lag, sizes and outcomes over time, and where each consumer group stands. Computed in a worker at most twice a
/// second, and only while somebody looks.
class MetricsRoom : public Room
{
    Q_OBJECT

public:
    explicit MetricsRoom(ViewState& state, QWidget* parent = nullptr);
    ~MetricsRoom() override;

    [[nodiscard]] static QString roomName() { return QStringLiteral("metrics"); }
    [[nodiscard]] static QString roomTitle() { return tr("Metrics"); }
    [[nodiscard]] QString name() const override { return roomName(); }
    [[nodiscard]] QString title() const override { return roomTitle(); }
    void refresh() override;
    [[nodiscard]] bool isSettled() const override { return m_isShown; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildBar();
    void buildCharts();
    void buildGroups();
    void connectState();
    void retranslate();
    void setSpan(base::Duration span);
    void compute();
    void showFrame(const MetricsFrame& frame);
    void showNextChart(int chart);
    void showSizeScale(const MetricsFrame& frame);
    static QString stepText(base::Duration step);
    void showOutcomes(const MetricsFrame& frame);
    void updateTopics();
    [[nodiscard]] MetricsQuery query() const;

    ViewState& m_state;
    base::Duration m_span = std::chrono::minutes(5);
    QWidget* m_bar;
    QLabel* m_spanLabel;
    QButtonGroup* m_spans;
    Chip* m_brush;
    QComboBox* m_topic;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ChartPanel* m_throughput;
    ChartPanel* m_lag;
    ChartPanel* m_sizes;
    ChartPanel* m_outcomes;
    Panel* m_groups;
    QStackedWidget* m_groupStack;
    QTableView* m_groupTable;
    EmptyState* m_noGroups;
    LagTableModel m_groupModel;
    MetricsFrame m_frame; ///< what the charts show or are about to
    std::size_t m_knownTopics = 0;
    QTimer m_pause;         ///< between two computations
    bool m_isShown = false; ///< a frame computed since the room was opened is on screen
    bool m_isStale = false; ///< a snapshot came during the pause
    LatestWins<MetricsFrame> m_frames;
};

} // namespace sagascope::ui
