// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

#include "core/session/WhatIf.h"
#include "ui/common/LatestWins.h"

namespace sagascope::ui {

/// What a changed catalog would make of the traffic, computed in a worker a moment after it was last asked for. GUI
/// thread only.
class WhatIfFeed : public QObject
{
    Q_OBJECT

public:
    explicit WhatIfFeed(QObject* parent = nullptr);
    ~WhatIfFeed() override;

    using CatalogPtr = std::shared_ptr<const catalog::Catalog>;
    /// From now on only this counts; what is computed for another question is dropped.
    void ask(session::SnapshotPtr snapshot, CatalogPtr changed);
    /// The same question of newer traffic: asked when the last answer is old enough, and never in the way of another.
    void follow(const session::SnapshotPtr& snapshot);
    void cancel(); ///< until asked again; what was answered last stays
    void forget(); ///< nothing is asked

    [[nodiscard]] bool isBusy() const { return m_delay.isActive() || m_isComputing; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
    [[nodiscard]] int percentDone() const { return m_percent->load(std::memory_order_relaxed); }
    /// Null as long as nothing was answered.
    [[nodiscard]] const std::shared_ptr<const session::WhatIf>& answer() const { return m_answer; }
    [[nodiscard]] const session::SnapshotPtr& asked() const { return m_answeredOf; } ///< that the answer speaks of

Q_SIGNALS:
    void changed();

private:
    struct Answer
    {
        session::SnapshotPtr snapshot;
        std::shared_ptr<const session::WhatIf> whatIf; ///< null when stopped
        std::chrono::milliseconds cost{0};
    };
    void start();
    void take(Answer answer);

    session::SnapshotPtr m_snapshot;
    CatalogPtr m_catalog;
    std::shared_ptr<const session::WhatIf> m_answer;
    session::SnapshotPtr m_answeredOf;
    std::shared_ptr<std::atomic<int>> m_percent;
    QTimer m_delay;
    QTimer m_pace;
    QTimer m_progress;
    bool m_isComputing = false;
    bool m_isCancelled = false;
    LatestWins<Answer> m_worker;
};

} // namespace sagascope::ui
