// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

#include "core/session/ArrivalOrder.h"
#include "core/session/Snapshot.h"
#include "ui/common/LatestWins.h"

namespace sagascope::ui {

/// Keeps up, in a worker, with how the session's events arrive: the watermark, and how late each came. GUI thread only.
class EventArrival : public QObject
{
    Q_OBJECT

public:
    explicit EventArrival(QObject* parent = nullptr);

    /// Looks at what is new in a snapshot of the same session.
    void advance(const session::SnapshotPtr& snapshot);
    void reset(); ///< another session
    [[nodiscard]] const session::ArrivalOrder::View& order() const { return m_order; }
    [[nodiscard]] bool isSettled() const { return !m_work.isBusy(); }

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<session::ArrivalOrder> m_shelf; ///< of the worker alone, one piece of work at a time
    session::ArrivalOrder::View m_order;
    LatestWins<session::ArrivalOrder::View> m_work;
};

} // namespace sagascope::ui
