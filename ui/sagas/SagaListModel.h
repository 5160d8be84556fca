// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <set>
#include <vector>

#include "ui/sagas/SagaGroupLines.h"
#include "ui/sagas/SagaIndex.h"
#include "ui/state/NoteBook.h"

namespace sagascope::ui {

/// The saga list as rows: sagas, and above each group a row of its own that can be collapsed. It changes only through deltas
/// that a worker found: many rows per signal, and no reset while filter and order stay, unless a great part changes.
/// GUI thread.
class SagaListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit SagaListModel(QObject* parent = nullptr);

    /// True when views were told of it as a new list: it is one, or so much changes at once that telling of every run of
    /// lines would take longer than a frame may.
    bool apply(SagaDelta delta);
    void clear();
    using TimeFormat = std::function<QString(base::Timestamp)>;
    /// How moments and the hours of groups are written; ISO 8601 until it is set.
    void setTimeFormat(TimeFormat moment, TimeFormat hour);

    /// What a person remarked; outlives us. Views are to be repainted when it changes.
    void setNotes(const NoteBook* notes) { m_notes = notes; }
    [[nodiscard]] QString signOf(const saga::SagaSummary& saga) const; ///< of its note; empty without one

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Cells in words; AccessibleTextRole is the whole line. The delegate reads summaryAt() and groupAt().
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] bool isGroup(int row) const;
    /// Of the group's own row.
    [[nodiscard]] QString groupLabel(int row) const;
    [[nodiscard]] std::size_t groupSize(int row) const;
    [[nodiscard]] bool isCollapsed(int row) const;
    [[nodiscard]] const SagaGroup& groupAt(int row) const; ///< any row's
    /// The row of the group that this row belongs to; -1 without groups.
    [[nodiscard]] int groupRowOf(int row) const;
    void setCollapsed(int groupRow, bool isCollapsed);
    void setAllCollapsed(bool isCollapsed);

    [[nodiscard]] const saga::SagaSummary& summaryAt(int row) const; ///< of a saga's row
    [[nodiscard]] base::SagaId sagaAt(int row) const;                ///< invalid for a group's row
    [[nodiscard]] int rowOf(base::SagaId saga) const; ///< -1 when the filter or a collapsed group hides it
    /// The first saga at or below this row, invalid when there is none.
    [[nodiscard]] int sagaRowFrom(int row) const;
    [[nodiscard]] std::vector<base::SagaId> sagas() const; ///< in their order, those in collapsed groups too
    [[nodiscard]] const session::SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] const SagaOrder& order() const { return m_order; }
    [[nodiscard]] std::size_t sagaCount() const { return m_sagaCount; } ///< collapsed ones too

    [[nodiscard]] static QString columnTitle(SagaColumn column);
    [[nodiscard]] static QString groupingTitle(SagaGrouping grouping);
    [[nodiscard]] QString lineText(const saga::SagaSummary& saga) const; ///< all in one, for ears and tickets
    /// What matters most of a saga in a few words: what went wrong with it, else its last steps.
    [[nodiscard]] static QString gist(const saga::SagaSummary& saga);

private:
    struct Place
    {
        std::size_t group = 0;
        int position = -1; ///< in the group's lines; -1 for the group's own row
    };

    void applyWhole(SagaDelta delta);
    void applyMany(SagaDelta delta);
    [[nodiscard]] bool isTooMuch(const SagaDelta& delta) const;
    void applyGroup(SagaGroupDelta& delta);
    void removeLines(std::size_t group, const std::vector<SagaLine>& lines);
    void insertLines(std::size_t group, const std::vector<SagaLine>& lines);
    void tellChanged(std::size_t group, const std::vector<SagaLine>& lines);
    void tellGroupRow(std::size_t group);
    void insertGroup(std::size_t at, SagaGroupDelta& delta);
    void removeGroup(std::size_t at);
    void countRows();
    [[nodiscard]] bool hasGroups() const { return m_order.grouping != SagaGrouping::None; }
    [[nodiscard]] int rowsOf(const SagaGroupLines& group) const;
    [[nodiscard]] int firstLineRow(std::size_t group) const { return m_firstRow[group] + (hasGroups() ? 1 : 0); }
    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] std::size_t placeOf(const SagaGroup& group) const; ///< where it stands in m_groups, or would
    [[nodiscard]] bool isAt(std::size_t at, const SagaGroup& group) const { return at < m_groups.size() && m_groups[at].group == group; }
    [[nodiscard]] SagaLineBefore before() const { return {m_order.isDescending}; }
    [[nodiscard]] QString cellText(const saga::SagaSummary& saga, SagaColumn column) const;
    [[nodiscard]] QString toolTip(const saga::SagaSummary& saga) const;

    std::vector<SagaGroupLines> m_groups;  ///< exactly one, without a row of its own, when nothing is grouped
    std::vector<int> m_firstRow;  ///< per group, and the number of rows at the end
    std::set<SagaGroup> m_collapsed;
    SagaOrder m_order;
    session::SnapshotPtr m_snapshot;
    std::size_t m_sagaCount = 0;
    TimeFormat m_formatTime;
    TimeFormat m_formatHour;
    const NoteBook* m_notes = nullptr;
};

} // namespace sagascope::ui
