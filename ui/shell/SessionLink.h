// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>

#include <atomic>
#include <vector>

#include "ui/shell/SessionHost.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Carries snapshots of the running session to the ViewState: at most one is under way, and it is the latest when it
/// arrives. Replacing a session retires the old one in the background, since ending it may wait for the network.
/// GUI thread; the destructor waits for what still ends.
class SessionLink : public QObject
{
    Q_OBJECT

public:
    explicit SessionLink(ViewState& state, QObject* parent = nullptr);
    ~SessionLink() override;

    void attach(StartedSession started);
    void detach();
    /// Ends a session that is not wanted any more, in the background.
    void discard(StartedSession session);
    [[nodiscard]] const StartedSession& started() const { return m_started; }
    [[nodiscard]] bool isPaused() const;
    void setPaused(bool paused);
    /// The running session takes it over; a snapshot shows it some time later.
    void setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog);

Q_SIGNALS:
    void pausedChanged();
    void failed(const sagascope::base::Error& error); ///< the source ended with an error; told once

private:
    void deliver();
    ViewState& m_state;
    StartedSession m_started;
    std::atomic<bool> m_isPosted{false};
    bool m_hasToldFailure = false;
    std::vector<QFuture<void>> m_retiring;
};

} // namespace sagascope::ui
