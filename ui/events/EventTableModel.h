// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/session/ArrivalOrder.h"
#include "core/session/RecordFields.h"
#include "core/session/Snapshot.h"
#include "ui/common/LatestWins.h"
#include "ui/events/EventFilter.h"
#include "ui/events/EventHighlights.h"
#include "ui/events/EventSearch.h"
#include "ui/events/LazyRows.h"
#include "ui/state/NoteBook.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The live table: one row per event that the filter lets through, in arrival order.
///
/// A new snapshot costs what is new in it: new events are matched and inserted with one signal. A new filter, or a
/// large backlog, is matched in a worker (the latest request wins) while the rows shown stay as they are. Where records
/// must be read for it, all processors search (EventSearch): rows come as they are found, and the search can be stopped.
/// Cells are made from the store's columns on demand. What only the record holds (its key, ids, fields of its payload) is read
/// in a worker for the rows whose cells are asked for, and is empty until then. GUI thread only; ViewState must outlive the
/// model.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ///< those of payload fields follow, in the order in which they were added
        Time, Topic, Partition, Offset, Type, Source, Ids, Saga, Size, Findings, Marks,
        Key, EventId, Correlation, Causation, ///< only the record holds these
        ProducerTime, BrokerTime, Delay, Lateness,
        BuiltInCount
    };
    enum Role { EventRole = Qt::UserRole + 1, DomainRole, SeverityRole, StateRole, MarksRole,
                HighlightRole ///< the position of the highlight rule that the row matches; invalid for none
    };

    explicit EventTableModel(const ViewState& state, QObject* parent = nullptr);
    ~EventTableModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The column that shows what the steps lead to below the payload; the one that there is, or a new one at the end.
    int addPayloadColumn(std::vector<std::string> path);
    void removePayloadColumn(int column);
    [[nodiscard]] static bool isPayload(int column) { return column >= BuiltInCount; }
    /// Its cells are read from the record, so they may be empty at first.
    [[nodiscard]] bool isRead(int column) const { return fieldOf(column).has_value(); }
    [[nodiscard]] QString columnTitle(int column) const;
    /// As the cell says it, but with whole ids where it shortens them.
    [[nodiscard]] QString wholeText(int row, int column) const;
    /// Untranslated, for settings: `topic`; a payload's is `payload.amount`, as the query language writes it.
    [[nodiscard]] QString columnName(int column) const;
    /// How late events came, as far as it is known.
    void setArrival(const session::ArrivalOrder::View& arrival);
    /// Rows that match one of the rules say which, from now on.
    void setHighlights(const HighlightRules& rules);
    [[nodiscard]] const HighlightRules& highlights() const { return m_highlightRules; }
    /// Calls `then` once the cells of these events can be read: at once where they can.
    void whenRead(std::vector<base::EventIndex> events, std::function<void()> then);

    /// Takes over the state's snapshot: inserts what is new in it.
    void advance();
    /// Forgets everything: another session.
    void reset();
    /// `asOf` of the filter comes from the snapshot, whatever is in it.
    void setFilter(EventFilter filter);
    [[nodiscard]] const EventFilter& filter() const { return m_filter; }

    /// What a person remarked; outlives us. Views are to be repainted when it changes.
    void setNotes(const NoteBook* notes) { m_notes = notes; }

    [[nodiscard]] base::EventIndex eventAt(int row) const;
    /// The row that shows the event; -1 when it is filtered out or not read yet.
    [[nodiscard]] int rowOf(base::EventIndex event) const;
    [[nodiscard]] const session::Snapshot& snapshot() const { return *m_snapshot; }
    [[nodiscard]] const session::SnapshotPtr& snapshotPtr() const { return m_snapshot; }
    [[nodiscard]] std::vector<std::uint32_t> shownEvents() const; ///< of all rows, in their order
    [[nodiscard]] std::size_t totalCount() const { return m_snapshot->events.size() - m_snapshot->counts.later; }
    [[nodiscard]] bool isScanning() const { return m_isScanning || m_search.isRunning(); }
    [[nodiscard]] bool isReading() const { return m_cells.isBusy() || m_highlights.isBusy(); }

    enum class SearchState {
        Idle,
        Filtering, ///< soon done
        Searching, ///< rows come as they are found: searchedCount() tells how far it is
        Stopped,   ///< by stopSearch(): what came after searchedCount() was not asked
    };
    [[nodiscard]] SearchState searchState() const;
    [[nodiscard]] std::size_t searchedCount() const { return std::min(m_searched, totalCount()); }
    /// Records that the search should have read and could not.
    [[nodiscard]] std::uint64_t unreadCount() const { return m_matcher.unreadCount(); }
    void stopSearch();
    void resumeSearch();

Q_SIGNALS:
    void countsChanged(); ///< rows, total or isScanning() changed

private:
    /// What a worker found: the events from `from` to `end` that pass, and the matcher with what it learnt.
    struct Scan
    {
        EventMatcher matcher;
        std::size_t from = 0;
        std::size_t end = 0;
        std::vector<std::uint32_t> rows;
    };

    void appendUpTo(std::size_t end);
    void append(const std::vector<std::uint32_t>& rows, std::size_t from);
    void startScan(EventMatcher matcher, std::size_t from);
    void startSearch(EventMatcher matcher, std::size_t from);
    void takeFound(EventSearch::Found found);
    void finishScan(Scan scan);
    void cancelScan();
    void replaceFrom(std::size_t first, std::vector<std::uint32_t> rows);
    void rescanWhatMayChange();
    [[nodiscard]] bool isUnfiltered() const { return m_matcher.matchesEverything(); }
    [[nodiscard]] const std::vector<std::string>& pathOf(int column) const { return m_payloadColumns[std::size_t(column - BuiltInCount)]; }
    [[nodiscard]] static bool isNumber(int column);
    void readFields();
    void showRead(std::span<const base::EventIndex> events);
    [[nodiscard]] QVariant highlight(base::EventIndex event) const;
    [[nodiscard]] QString highlightText(base::EventIndex event) const;
    [[nodiscard]] std::optional<std::size_t> fieldOf(int column) const;
    [[nodiscard]] const session::FieldText* cell(base::EventIndex event, int column) const;
    [[nodiscard]] bool isNumericCell(base::EventIndex event, int column) const;
    [[nodiscard]] QString latenessText(base::EventIndex event) const;
    [[nodiscard]] QString columnToolTip(int column) const;
    [[nodiscard]] QString text(base::EventIndex event, int column) const;
    [[nodiscard]] QString toolTip(base::EventIndex event, int column) const;
    [[nodiscard]] std::vector<identity::Link> rankedLinks(base::EventIndex event) const;
    [[nodiscard]] QString identifiers(base::EventIndex event, int most) const;
    [[nodiscard]] QString findings(base::EventIndex event) const;
    [[nodiscard]] QVariant severity(base::EventIndex event) const;
    [[nodiscard]] QString marksToolTip(base::EventIndex event) const;
    [[nodiscard]] QStringList marks(base::EventIndex event) const;

    [[nodiscard]] const capture::Note* noteOf(base::EventIndex event) const;

    const ViewState& m_state;
    const NoteBook* m_notes = nullptr;
    session::SnapshotPtr m_snapshot;
    EventFilter m_filter;              ///< what was asked for
    EventMatcher m_matcher;            ///< what the rows on screen passed; lags behind m_filter while a scan runs
    std::vector<std::uint32_t> m_rows; ///< events shown, ascending; unused while everything is
    std::size_t m_seen = 0;            ///< events of the session that were matched
    QElapsedTimer m_sinceScan;
    bool m_isScanning = false;
    bool m_isStopped = false;
    std::size_t m_searched = 0; ///< by the search that runs or was stopped
    std::vector<std::vector<std::string>> m_payloadColumns; ///< their paths
    mutable LazyRows<std::vector<session::FieldText>> m_cells; ///< asking for a cell has it read
    session::ArrivalOrder::View m_arrival;
    HighlightRules m_highlightRules;
    mutable EventHighlights m_highlights; ///< likewise
    EventSearch m_search;
    LatestWins<Scan> m_scans;
};

} // namespace sagascope::ui
