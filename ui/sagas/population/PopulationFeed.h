// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/saga/Population.h"
#include "core/saga/Stuck.h"
#include "ui/common/LatestWins.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// What all sagas on screen have in common, kept up to date in a worker while one of its readers is visible: at most
/// every two seconds, and never for more than a quarter of the time. GUI thread only.
class PopulationFeed : public QObject
{
    Q_OBJECT

public:
    explicit PopulationFeed(ViewState& state, QObject* parent = nullptr);
    ~PopulationFeed() override;

    /// Null until the first one is there; its slots are those of snapshot().
    [[nodiscard]] const saga::PopulationPtr& population() const { return m_population; }
    /// Of the sagas that started in the time window; population() itself when there is no window.
    [[nodiscard]] const saga::PopulationPtr& windowed() const { return m_windowed; }
    /// Sagas that wait longer than p99, judged against population() and inside the window; never null.
    [[nodiscard]] const std::shared_ptr<const std::vector<saga::StuckSaga>>& stuck() const { return m_stuck; }
    /// The snapshot that it was computed from; null as long as population() is.
    [[nodiscard]] const session::SnapshotPtr& snapshot() const { return m_snapshot; }
    /// From now on work is done while this widget is visible.
    void addReader(QWidget* reader);
    /// Nothing newer than what the readers were shown with is being computed.
    [[nodiscard]] bool isSettled() const { return m_population && !m_isFirst; }
    /// Of the piece of work at hand, 0 to 100.
    [[nodiscard]] int percentDone() const { return m_percent->load(std::memory_order_relaxed); }

Q_SIGNALS:
    void populationChanged();
    void progressed(int percent); ///< while the first one is computed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Counted
    {
        std::shared_ptr<saga::TraceTable> table;
        session::SnapshotPtr snapshot;
        std::optional<TimeWindow> window;
        saga::PopulationPtr population; ///< null when stopped
        saga::PopulationPtr windowed;
        std::vector<saga::StuckSaga> stuck;
        std::chrono::milliseconds cost{0};
    };

    [[nodiscard]] static Counted count(Counted work, const std::shared_ptr<std::atomic<int>>& percent, StopToken stop);
    [[nodiscard]] bool isRead() const;
    [[nodiscard]] bool isUpToDate() const;
    void updateSoon();
    void update();
    void take(Counted counted);

    ViewState& m_state;
    std::vector<QPointer<QWidget>> m_readers;
    std::shared_ptr<saga::TraceTable> m_table; ///< travels with the work
    saga::PopulationPtr m_population;
    saga::PopulationPtr m_windowed;
    std::shared_ptr<const std::vector<saga::StuckSaga>> m_stuck;
    session::SnapshotPtr m_snapshot;
    std::optional<TimeWindow> m_window;
    std::shared_ptr<std::atomic<int>> m_percent;
    QTimer m_pace;
    QTimer m_progress;
    bool m_isCounting = false;
    bool m_isFirst = true; ///< since a reader was shown
    LatestWins<Counted> m_worker;
};

} // namespace sagascope::ui
