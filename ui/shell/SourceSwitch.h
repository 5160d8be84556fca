// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/shell/SessionLink.h"

namespace sagascope::ui {

/// Goes from one source to the next: asks the host, waits without blocking, hands the session to the link. Choosing
/// again while one is being started drops the earlier choice. The running session stays until the next one stands.
class SourceSwitch : public QObject
{
    Q_OBJECT

public:
    SourceSwitch(SessionHost& host, SessionLink& link, QObject* parent = nullptr);

    void start(const SourceRequest& request);
    void restart(); ///< what was asked for last, once more
    [[nodiscard]] bool canRestart() const { return m_last.has_value(); }
    [[nodiscard]] bool isStarting() const { return m_isStarting; }

    /// The profile that was asked for last; empty where it was no cluster.
    [[nodiscard]] QString clusterName() const;
    /// How the source is called while it starts and in messages.
    [[nodiscard]] static QString nameOf(const SourceRequest& request);

Q_SIGNALS:
    void starting(const QString& name);
    void started();
    void failed(const sagascope::base::Error& error);

private:
    QCoro::Task<> run(SourceRequest request);
    SessionHost& m_host;
    SessionLink& m_link;
    std::optional<SourceRequest> m_last;
    int m_turn = 0;
    bool m_isStarting = false;
};

} // namespace sagascope::ui
