// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <optional>

#include "core/session/Destination.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {
class TimeMachine;
}

namespace sagascope::ui {

/// The window's end of the time machine: where it was sent, and whether it is there. Arrivals come on the GUI thread, at
/// most one at a time, and never of a session that was left. GUI thread only.
class Traveller : public QObject
{
    Q_OBJECT

public:
    explicit Traveller(QObject* parent = nullptr);
    ~Traveller() override;

    [[nodiscard]] std::optional<base::Timestamp> moment() const;
    [[nodiscard]] bool isTravelling() const { return m_isTravelling; }

    void travel(const session::SnapshotPtr& live, const session::Destination& to);
    /// More was read: the moment may look different. Waits for an arrival that is due.
    void refresh(const session::SnapshotPtr& live);
    /// Back to live. The machine stays where it is, so that returning there is quick.
    void rest();
    /// Another session.
    void forget();

Q_SIGNALS:
    void arrived(const sagascope::session::SnapshotPtr& snapshot); ///< moment() and isTravelling() say the same already

private:
    struct Mailbox;
    struct Arrival
    {
        session::SnapshotPtr snapshot;
        session::Destination to;
    };
    void post(session::SnapshotPtr snapshot, const session::Destination& to);
    void receive();
    void send(session::SnapshotPtr live);

    std::optional<session::Destination> m_to; ///< nothing: live
    session::SnapshotPtr m_newer;             ///< read while travelling
    bool m_isTravelling = false;
    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<session::TimeMachine> m_machine; ///< null until somebody travels
};

} // namespace sagascope::ui
