// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <optional>

#include "core/session/EventLocator.h"
#include "ui/common/LatestWins.h"
#include "ui/events/EventFilter.h"
#include "ui/shell/ExactMatch.h"
#include "ui/state/ViewState.h"

class QWidget;

namespace sagascope::ui {

class MessageBar;

/// Goes to the event that a person names by link, coordinates, id or time. It is looked for in a worker. What a link or
/// coordinates name and is not read yet is waited for, also through a change of session, until it comes, cannot come any
/// more, or nobody wants it; the message bar says which. GUI thread only; state and bar outlive it.
class EventGoTo : public QObject
{
    Q_OBJECT

public:
    EventGoTo(ViewState& state, MessageBar& messages, QWidget& room);

    /// Opens a dialog and goes where it says.
    void ask(const QString& text = {});
    /// Times count among the events that pass the filter.
    void go(const QString& text, const EventFilter& filter);
    [[nodiscard]] bool isWaiting() const { return m_address.has_value(); }
    [[nodiscard]] bool isSettled() const { return !m_looks.isBusy(); }

Q_SIGNALS:
    void wanted(const QString& text); ///< in the dialog
    void found(sagascope::base::EventIndex event);
    void sagaFound(sagascope::base::SagaId saga);

private:
    struct Look
    {
        std::optional<session::EventLocator> locator;
        ExactMatch match;
        bool isComplete = false; ///< nothing will be read any more
    };

    void wait(const session::EventAddress& address);
    void goToTime(const session::QueryTime& time, EventFilter filter);
    void goToId(const QString& id);
    void look();
    void lookAgain();
    void take(const Look& look);
    void takeAddress(const Look& look);
    void tellMissing(session::EventLocator::Outcome outcome);
    void tellNothing(const QString& sentence);
    void stop();

    ViewState& m_state;
    MessageBar& m_messages;
    QWidget& m_room;
    QString m_text; ///< what was asked for last
    std::optional<session::EventAddress> m_address; ///< waited for
    std::optional<session::EventLocator> m_locator; ///< how far the session was looked through for it
    QElapsedTimer m_sinceLook;
    bool m_isToldWaiting = false;
    LatestWins<Look> m_looks;
};

} // namespace sagascope::ui
