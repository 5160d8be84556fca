// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

#include "ui/sagas/SagaIndex.h"

namespace sagascope::ui {

/// The saga list, newest first. It changes only through deltas that a worker found: many rows per signal, and never a
/// reset while the filter stays. GUI thread.
class SagaListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit SagaListModel(QObject* parent = nullptr);

    void apply(SagaDelta delta);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole is the whole line in words, for screen readers; the delegate reads summaryAt().
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const saga::SagaSummary& summaryAt(int row) const;
    [[nodiscard]] base::SagaId sagaAt(int row) const;
    [[nodiscard]] int rowOf(base::SagaId saga) const; ///< -1 when the filter hides it
    [[nodiscard]] const session::SnapshotPtr& snapshot() const { return m_snapshot; }

private:
    void removeLines(const std::vector<SagaLine>& lines);
    void insertLines(const std::vector<SagaLine>& lines);
    void tellChanged(const std::vector<SagaLine>& lines);
    [[nodiscard]] int position(const SagaLine& line) const; ///< in m_lines, of the first that is not before `line`
    [[nodiscard]] int rowOfPosition(int position) const { return int(m_lines.size()) - 1 - position; }

    std::vector<SagaLine> m_lines; ///< oldest first, so that what is new goes to the end
    session::SnapshotPtr m_snapshot;
};

/// Seconds from the first event to the end (or to the last event, while there is no end).
[[nodiscard]] base::Duration durationOf(const saga::SagaSummary& saga);

} // namespace sagascope::ui
