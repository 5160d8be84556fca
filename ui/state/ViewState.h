// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

struct TimeWindow
{
    base::Timestamp from = base::kNoTime;
    base::Timestamp to = base::kNoTime;
    friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

/// The one object that every room obeys: the snapshot on screen, what is selected, the search text, the time window.
/// Rooms read it and call its setters; they never talk to one another. GUI thread only.
class ViewState : public QObject
{
    Q_OBJECT

public:
    explicit ViewState(QObject* parent = nullptr);

    /// Never null: an empty snapshot before the first session.
    [[nodiscard]] const session::SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] base::EventIndex selectedEvent() const { return m_event; }
    [[nodiscard]] base::SagaId selectedSaga() const { return m_saga; }
    [[nodiscard]] const QString& searchText() const { return m_searchText; }
    [[nodiscard]] const std::optional<TimeWindow>& timeWindow() const { return m_window; }
    [[nodiscard]] bool isUtc() const { return m_isUtc; }

    void setSnapshot(session::SnapshotPtr snapshot);
    /// A new session: forgets selection and window, which point into the old one.
    void reset();
    /// Selects the event and the saga that it belongs to (the saga stays when the event is unassigned).
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
    void sessionReplaced();  ///< drop everything that remembers indices
    void selectionChanged();
    void searchTextChanged();
    void timeWindowChanged();
    void timeFormatChanged();
    void replyRequested(sagascope::base::EventIndex event); ///< "Reply…" anywhere: the Compose room opens with it
    void roomRequested(const QString& roomName);

private:
    session::SnapshotPtr m_snapshot;
    base::EventIndex m_event;
    base::SagaId m_saga;
    bool m_isProposed = false;
    QString m_searchText;
    std::optional<TimeWindow> m_window;
    bool m_isUtc = false;
};

} // namespace sagascope::ui
