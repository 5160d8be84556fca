// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/ViewState.h"

#include <QDateTime>
#include <QTimeZone>

#include <span>

namespace sagascope::ui {
namespace {

QDateTime toDateTime(base::Timestamp time, bool isUtc)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(base::toUnixMilliseconds(time), Qt::UTC);
    return isUtc ? utc : utc.toLocalTime();
}

} // namespace

ViewState::ViewState(QObject* parent)
    : QObject(parent), m_snapshot(std::make_shared<session::Snapshot>()), m_live(m_snapshot)
{
    connect(&m_traveller, &Traveller::arrived, this, [this](const session::SnapshotPtr& snapshot) {
        show(snapshot);
        Q_EMIT asOfChanged();
    });
}

void ViewState::setSnapshot(session::SnapshotPtr snapshot)
{
    Q_ASSERT(snapshot);
    m_live = std::move(snapshot);
    Q_EMIT liveChanged();
    if (asOf())
        m_traveller.refresh(m_live);
    else
        show(m_live);
}

void ViewState::show(session::SnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
    const base::SagaId saga = m_saga;
    const base::EventIndex event = m_event;
    followSelection();
    Q_EMIT snapshotChanged();
    if (saga != m_saga || event != m_event)
        Q_EMIT selectionChanged();
}

void ViewState::reset()
{
    m_traveller.forget();
    m_snapshot = m_live = std::make_shared<session::Snapshot>();
    m_event = m_chosen = m_chosenSaga = {};
    m_saga = {};
    m_isProposed = false;
    m_window.reset();
    Q_EMIT sessionReplaced();
    Q_EMIT liveChanged();
    Q_EMIT snapshotChanged();
    Q_EMIT selectionChanged();
    Q_EMIT timeWindowChanged();
    Q_EMIT asOfChanged();
}

void ViewState::setAsOf(std::optional<base::Timestamp> moment)
{
    if (moment == asOf() && !isTravelling())
        return;
    if (moment) {
        travel({*moment, 0, {}});
        return;
    }
    m_traveller.rest();
    show(m_live);
    Q_EMIT asOfChanged();
}

void ViewState::travel(const session::Destination& to)
{
    if (m_live->throughput.first() == base::kNoTime) // no record has a time
        return;
    m_traveller.travel(m_live, to);
    Q_EMIT asOfChanged();
}

/// Events keep their index whatever the clock says; sagas are found by an event of theirs.
void ViewState::followSelection()
{
    const base::EventIndex member = m_chosenSaga.isValid() ? latestSoFar(m_chosenSaga) : base::EventIndex();
    m_saga = member.isValid() ? m_snapshot->sagas.sagaOf(member) : base::SagaId();
    const bool hasHappened = m_chosen.isValid() && !m_snapshot->isLater(m_chosen);
    m_event = hasHappened ? m_chosen : member;
}

/// The event itself, or what its saga's latest event was before it happened; invalid before the first.
base::EventIndex ViewState::latestSoFar(base::EventIndex member) const
{
    if (!m_snapshot->isLater(member))
        return member;
    const base::SagaId saga = m_live->sagas.sagaOf(member);
    const auto events = saga.isValid() ? *m_live->sagas.saga(saga).events : std::span<const base::EventIndex>();
    base::EventIndex latest;
    const auto timeOf = [&](base::EventIndex event) { return m_live->events.row(event).brokerTime; };
    for (const base::EventIndex event : events) {
        if (!m_snapshot->isLater(event) && (!latest.isValid() || timeOf(latest) <= timeOf(event)))
            latest = event;
    }
    return latest;
}

void ViewState::choose(base::SagaId saga, base::EventIndex event)
{
    m_event = m_chosen = event;
    if (!saga.isValid())
        return;
    m_saga = saga;
    m_chosenSaga = event;
}

void ViewState::selectEvent(base::EventIndex event)
{
    if (event.isValid() && m_snapshot->isLater(event)) {
        m_isProposed = false;
        m_chosen = m_chosenSaga = event;
        setAsOf(m_live->events.row(event).brokerTime);
        return;
    }
    const base::SagaId saga = event.isValid() ? m_snapshot->sagas.sagaOf(event) : base::SagaId();
    if (event == m_event && event == m_chosen && (!saga.isValid() || saga == m_saga) && !m_isProposed)
        return;
    m_isProposed = false;
    choose(saga, event);
    Q_EMIT selectionChanged();
}

void ViewState::selectSaga(base::SagaId saga)
{
    if ((saga == m_saga && !m_isProposed) || (saga.isValid() && saga.value >= m_snapshot->sagas.slotCount()))
        return;
    m_isProposed = false;
    const bool isInside = saga.isValid() && m_event.isValid() && m_snapshot->sagas.sagaOf(m_event) == saga;
    if (!saga.isValid()) {
        m_saga = {};
        m_chosenSaga = {};
    } else if (isInside) {
        choose(saga, m_event);
    } else {
        const auto& events = m_snapshot->sagas.saga(saga).events;
        choose(saga, events && !events->empty() ? events->back() : base::EventIndex());
    }
    Q_EMIT selectionChanged();
}

void ViewState::proposeSaga(base::SagaId saga)
{
    const bool isChosen = m_chosenSaga.isValid() && !m_isProposed; // it may not have begun yet
    if (m_saga.isValid() || isChosen || !saga.isValid() || saga.value >= m_snapshot->sagas.slotCount())
        return;
    const auto& events = m_snapshot->sagas.saga(saga).events;
    choose(saga, events && !events->empty() ? events->back() : base::EventIndex());
    m_isProposed = true;
    Q_EMIT selectionChanged();
}

void ViewState::setSearchText(const QString& text)
{
    if (text == m_searchText)
        return;
    m_searchText = text;
    Q_EMIT searchTextChanged();
}

void ViewState::setTimeWindow(std::optional<TimeWindow> window)
{
    if (window == m_window)
        return;
    m_window = window;
    Q_EMIT timeWindowChanged();
}

void ViewState::setUtc(bool isUtc)
{
    if (isUtc == m_isUtc)
        return;
    m_isUtc = isUtc;
    Q_EMIT timeFormatChanged();
}

QString ViewState::formatTime(base::Timestamp time) const
{
    if (time == base::kNoTime)
        return QStringLiteral("–");
    return toDateTime(time, m_isUtc).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString ViewState::formatDateTime(base::Timestamp time) const
{
    if (time == base::kNoTime)
        return QStringLiteral("–");
    const QDateTime moment = toDateTime(time, m_isUtc);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")) + moment.timeZoneAbbreviation();
}

} // namespace sagascope::ui
