// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/Traveller.h"

#include <mutex>
#include <utility>

#include "core/session/TimeMachine.h"

namespace sagascope::ui {

/// Written by the machine's thread, emptied by ours.
struct Traveller::Mailbox
{
    std::mutex mutex;
    std::optional<Arrival> latest;
};

Traveller::Traveller(QObject* parent) : QObject(parent), m_mailbox(std::make_unique<Mailbox>()) {}

Traveller::~Traveller() = default;

std::optional<base::Timestamp> Traveller::moment() const
{
    return m_to ? std::optional(m_to->moment) : std::nullopt;
}

void Traveller::travel(const session::SnapshotPtr& live, const session::Destination& to)
{
    m_to = to;
    m_isTravelling = true;
    send(live);
}

void Traveller::refresh(const session::SnapshotPtr& live)
{
    if (m_isTravelling)
        m_newer = live;
    else if (m_to)
        send(live);
}

void Traveller::send(session::SnapshotPtr live)
{
    m_newer.reset();
    if (!m_machine) {
        m_machine = std::make_unique<session::TimeMachine>(
            [this](session::SnapshotPtr snapshot, const session::Destination& to) { post(std::move(snapshot), to); });
    }
    m_machine->travel(std::move(live), *m_to);
}

void Traveller::rest()
{
    m_to.reset();
    m_newer.reset();
    m_isTravelling = false;
}

void Traveller::forget()
{
    rest();
    if (m_machine)
        m_machine->forget();
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->latest.reset();
}

void Traveller::post(session::SnapshotPtr snapshot, const session::Destination& to)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        isFirst = !m_mailbox->latest;
        m_mailbox->latest = Arrival{std::move(snapshot), to};
    }
    if (isFirst)
        QMetaObject::invokeMethod(this, &Traveller::receive, Qt::QueuedConnection);
}

void Traveller::receive()
{
    std::optional<Arrival> arrival;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        arrival = std::exchange(m_mailbox->latest, std::nullopt);
    }
    if (!arrival || !m_to)
        return;
    if (arrival->to == *m_to) {
        m_isTravelling = false;
        m_to = session::Destination{*arrival->snapshot->asOf, 0, {}};
    }
    Q_EMIT arrived(arrival->snapshot);
    if (m_newer && !m_isTravelling && m_to)
        send(std::exchange(m_newer, nullptr));
}

} // namespace sagascope::ui
