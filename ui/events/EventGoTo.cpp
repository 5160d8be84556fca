// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventGoTo.h"

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/events/GoToDialog.h"
#include "ui/shell/MessageBar.h"
#include "ui/state/ReaderZone.h"

namespace sagascope::ui {
namespace {

using Outcome = session::EventLocator::Outcome;

/// To the end of the snapshot, in strides short enough to be stopped between them.
void lookThrough(session::EventLocator& locator, const session::Snapshot& snapshot, const StopToken& stop)
{
    constexpr std::size_t kStride = 1U << 18U;
    while (!stop.stopRequested() && locator.looked() < snapshot.events.size())
        locator.look(snapshot, locator.looked() + kStride);
}

} // namespace

EventGoTo::EventGoTo(ViewState& state, MessageBar& messages, QWidget& room)
    : QObject(&room), m_state(state), m_messages(messages), m_room(room), m_looks([this](const Look& look) { take(look); })
{
    connect(&m_state, &ViewState::liveChanged, this, &EventGoTo::lookAgain);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_looks.cancel();
        if (m_address)
            wait(*m_address);
    });
}

void EventGoTo::ask(const QString& text)
{
    auto* dialog = new GoToDialog(&m_room);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!text.isEmpty())
        dialog->setText(text);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT wanted(dialog->text()); });
    dialog->open();
}

void EventGoTo::go(const QString& text, const EventFilter& filter)
{
    stop();
    m_text = text;
    const auto aim = session::readEventAim(text.toStdString());
    if (!aim)
        tellNothing(tr("“%1” is no whole link to an event.").arg(text));
    else if (const auto* address = std::get_if<session::EventAddress>(&*aim))
        wait(*address);
    else if (const auto* time = std::get_if<session::QueryTime>(&*aim))
        goToTime(*time, filter);
    else
        goToId(text);
}

void EventGoTo::wait(const session::EventAddress& address)
{
    m_address = address;
    m_locator = session::EventLocator(address);
    m_isToldWaiting = false;
    look();
}

void EventGoTo::goToTime(const session::QueryTime& time, EventFilter filter)
{
    filter.asOf.reset(); // the clock goes along
    const session::SnapshotPtr live = m_state.live();
    const base::Timestamp from = time.resolve(live->takenAt, readerZone(m_state)).from;
    session::EventLocator locator(from, [live, matcher = EventMatcher(filter)](base::EventIndex event) mutable {
        return matcher.matches(*live, event);
    });
    m_looks.start([live, locator = std::move(locator)](const StopToken& stopToken) mutable {
        lookThrough(locator, *live, stopToken);
        return Look{std::move(locator), {}, true};
    });
}

void EventGoTo::goToId(const QString& id)
{
    m_looks.start([snapshot = m_state.snapshot(), text = id.toStdString()](const StopToken&) {
        return Look{{}, findExact(*snapshot, text), true};
    });
}

void EventGoTo::look()
{
    m_sinceLook.start();
    m_looks.start([live = m_state.live(), locator = *m_locator](const StopToken& stopToken) mutable {
        lookThrough(locator, *live, stopToken);
        // Of a cluster everything that lay there was read; a file may hold the rest of a partition anywhere.
        const bool isCaughtUp = live->connection.brokers > 0 && live->connection.backlogLeft == 0;
        const bool isComplete = live->isFinished || (isCaughtUp && locator.outcome() != Outcome::NotYet);
        return Look{std::move(locator), {}, isComplete};
    });
}

void EventGoTo::lookAgain()
{
    constexpr qint64 kPauseMilliseconds = 250;
    const bool isDue = m_state.live()->isFinished || m_sinceLook.elapsed() >= kPauseMilliseconds;
    if (m_isToldWaiting && m_messages.isHidden())
        stop(); // somebody closed the message
    else if (m_address && !m_looks.isBusy() && isDue)
        look();
}

void EventGoTo::take(const Look& look)
{
    if (m_address) {
        takeAddress(look);
        return;
    }
    const base::EventIndex event = look.locator ? look.locator->event() : look.match.event;
    if (event.isValid())
        Q_EMIT found(event);
    else if (look.match.saga.isValid())
        Q_EMIT sagaFound(look.match.saga);
    else if (look.locator)
        tellNothing(tr("No event that passes the filter came at “%1” or later.").arg(m_text));
    else
        tellNothing(tr("Nothing read so far has the id “%1”.").arg(m_text));
}

void EventGoTo::takeAddress(const Look& look)
{
    m_locator = look.locator;
    const Outcome outcome = m_locator->outcome();
    const base::EventIndex event = m_locator->event();
    if (outcome == Outcome::Found) {
        stop();
        Q_EMIT found(event);
    } else if (look.isComplete) {
        tellMissing(outcome);
    } else if (m_state.live()->isFinished) {
        this->look(); // the end came while this look was under way
    } else if (!std::exchange(m_isToldWaiting, true)) {
        m_messages.tell(MessageBar::Kind::Notice,
                        tr("%1 has not been read yet. It is selected as soon as it is.")
                            .arg(toQString(session::coordinatesText(*m_address))),
                        {{tr("Do not wait"), [this] { stop(); }}});
    }
}

void EventGoTo::tellMissing(Outcome outcome)
{
    const QString place = toQString(session::coordinatesText(*m_address));
    stop();
    if (outcome == Outcome::Another)
        tellNothing(tr("At %1 lies another event than the one the link was made for: this is another cluster, or the topic was created anew.").arg(place));
    else if (outcome == Outcome::Passed)
        tellNothing(tr("%1 is not among what was read, though later records of its partition are: reading began behind it, or the cluster has removed it.").arg(place));
    else
        tellNothing(tr("%1 is not among what was read. Is this the cluster or file that it lies in?").arg(place));
}

void EventGoTo::tellNothing(const QString& sentence)
{
    m_messages.tell(MessageBar::Kind::Warning, sentence, {{tr("Go elsewhere…"), [this, text = m_text] { ask(text); }}});
}

void EventGoTo::stop()
{
    m_looks.cancel();
    m_address.reset();
    m_locator.reset();
    m_isToldWaiting = false;
    m_messages.clear();
}

} // namespace sagascope::ui
