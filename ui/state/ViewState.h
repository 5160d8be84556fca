// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/session/Snapshot.h"
#include "ui/state/Traveller.h"

namespace sagascope::ui {

struct TimeWindow
{
    base::Timestamp from = base::kNoTime;
    base::Timestamp to = base::kNoTime;
    friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

/// The one object that every room obeys: the snapshot on screen, what is selected, the search text, the time window, and
/// the clock: everything that was read, or how it stood at an earlier moment. Rooms read it and call its setters; they
/// never talk to one another. GUI thread only.
class ViewState : public QObject
{
    Q_OBJECT

public:
    explicit ViewState(QObject* parent = nullptr);

    /// What the rooms show: everything read so far or, while asOf() is set, that moment (the one before until it is
    /// reached). Never null: an empty snapshot before the first session.
    [[nodiscard]] const session::SnapshotPtr& snapshot() const { return m_snapshot; }
    /// Everything read so far, whatever the rooms show.
    [[nodiscard]] const session::SnapshotPtr& live() const { return m_live; }
    [[nodiscard]] base::EventIndex selectedEvent() const { return m_event; }
    [[nodiscard]] base::SagaId selectedSaga() const { return m_saga; }
    /// A member of the saga that was chosen last, also while it has not begun yet at asOf().
    [[nodiscard]] base::EventIndex eventOfChosenSaga() const { return m_chosenSaga; }
    [[nodiscard]] const QString& searchText() const { return m_searchText; }
    [[nodiscard]] const std::optional<TimeWindow>& timeWindow() const { return m_window; }
    [[nodiscard]] bool isUtc() const { return m_isUtc; }

    /// A newer snapshot of the session.
    void setSnapshot(session::SnapshotPtr snapshot);
    /// A new session: forgets selection, window and clock, which point into the old one.
    void reset();

    /// The moment that was asked for; nothing: live.
    [[nodiscard]] std::optional<base::Timestamp> asOf() const { return m_traveller.moment(); }
    [[nodiscard]] bool isTravelling() const { return m_traveller.isTravelling(); } ///< asOf() is not on screen yet
    void setAsOf(std::optional<base::Timestamp> moment);
    /// The same by events: asOf() is known on arrival.
    void travel(const session::Destination& to);

    /// Selects the event and the saga that it belongs to (the saga stays when the event is unassigned). An event that is
    /// later than asOf() takes the clock along.
    void selectEvent(base::EventIndex event);
    /// Selects the saga; the event selection moves to its last event unless it is already inside.
    void selectSaga(base::SagaId saga);
    /// The same because nothing was chosen yet: live views go on following what is new.
    void proposeSaga(base::SagaId saga);
    /// The selection is a proposal that nobody has confirmed.
    [[nodiscard]] bool isSelectionProposed() const { return m_isProposed; }
    void setSearchText(const QString& text);
    void setTimeWindow(std::optional<TimeWindow> window);
    void setUtc(bool isUtc);

    /// Time of day with milliseconds, local or UTC by the switch.
    [[nodiscard]] QString formatTime(base::Timestamp time) const;
    /// Date and time with the zone spelled out: for tooltips and details.
    [[nodiscard]] QString formatDateTime(base::Timestamp time) const;

Q_SIGNALS:
    void snapshotChanged();  ///< at most 20 times a second
    void liveChanged();      ///< something new was read, whether the rooms show it or not
    void asOfChanged();      ///< asOf() or isTravelling()
    void sessionReplaced();  ///< drop everything that remembers indices
    void selectionChanged();
    void searchTextChanged();
    void timeWindowChanged();
    void timeFormatChanged();
    void replyRequested(sagascope::base::EventIndex event); ///< "Reply…" anywhere: the window opens Compose with it
    void roomRequested(const QString& roomName);

private:
    void show(session::SnapshotPtr snapshot);
    void followSelection();
    [[nodiscard]] base::EventIndex latestSoFar(base::EventIndex member) const;
    void choose(base::SagaId saga, base::EventIndex event);

    session::SnapshotPtr m_snapshot;
    session::SnapshotPtr m_live;
    Traveller m_traveller;
    base::EventIndex m_event;
    base::SagaId m_saga;
    base::EventIndex m_chosen;     ///< what m_event is as soon as it has happened
    base::EventIndex m_chosenSaga; ///< the member that m_saga is found by: numbers of sagas change with the clock
    bool m_isProposed = false;
    QString m_searchText;
    std::optional<TimeWindow> m_window;
    bool m_isUtc = false;
};

} // namespace sagascope::ui
