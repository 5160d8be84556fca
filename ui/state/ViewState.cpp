// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/ViewState.h"

#include <QDateTime>
#include <QTimeZone>

namespace sagascope::ui {
namespace {

QDateTime toDateTime(base::Timestamp time, bool isUtc)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(base::toUnixMilliseconds(time), Qt::UTC);
    return isUtc ? utc : utc.toLocalTime();
}

} // namespace

ViewState::ViewState(QObject* parent) : QObject(parent), m_snapshot(std::make_shared<session::Snapshot>()) {}

void ViewState::setSnapshot(session::SnapshotPtr snapshot)
{
    Q_ASSERT(snapshot);
    m_snapshot = std::move(snapshot);
    const bool isKnown = m_saga.isValid() && m_saga.value < m_snapshot->sagas.slotCount();
    const base::SagaId now = isKnown ? m_snapshot->sagas.alive(m_saga) : m_saga; // it may have merged into another
    const bool isOther = now != m_saga;
    m_saga = now;
    Q_EMIT snapshotChanged();
    if (isOther)
        Q_EMIT selectionChanged();
}

void ViewState::reset()
{
    m_snapshot = std::make_shared<session::Snapshot>();
    m_event = {};
    m_saga = {};
    m_isProposed = false;
    m_window.reset();
    Q_EMIT sessionReplaced();
    Q_EMIT snapshotChanged();
    Q_EMIT selectionChanged();
    Q_EMIT timeWindowChanged();
}

void ViewState::selectEvent(base::EventIndex event)
{
    const base::SagaId saga = event.isValid() ? m_snapshot->sagas.sagaOf(event) : base::SagaId();
    if (event == m_event && (!saga.isValid() || saga == m_saga) && !m_isProposed)
        return;
    m_isProposed = false;
    m_event = event;
    if (saga.isValid())
        m_saga = saga;
    Q_EMIT selectionChanged();
}

void ViewState::selectSaga(base::SagaId saga)
{
    if (saga == m_saga && !m_isProposed)
        return;
    m_isProposed = false;
    m_saga = saga;
    const bool isInside = saga.isValid() && m_event.isValid() && m_snapshot->sagas.sagaOf(m_event) == saga;
    if (saga.isValid() && !isInside) {
        const auto& events = m_snapshot->sagas.saga(saga).events;
        m_event = events && !events->empty() ? events->back() : base::EventIndex();
    }
    Q_EMIT selectionChanged();
}

void ViewState::proposeSaga(base::SagaId saga)
{
    if (m_saga.isValid() || !saga.isValid())
        return;
    m_saga = saga;
    const auto& events = m_snapshot->sagas.saga(saga).events;
    m_event = events && !events->empty() ? events->back() : base::EventIndex();
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
