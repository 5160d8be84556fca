// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/session/RelatedEvents.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The events that have to do with one event, a row each: how, what, when, and what says so. GUI thread; the state outlives it.
class RelatedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { How, Type, When, Why, Where, kColumns };

    explicit RelatedModel(const ViewState& state, QObject* parent = nullptr);

    void setRelated(session::SnapshotPtr snapshot, base::EventIndex event, session::RelatedEvents related);
    [[nodiscard]] const session::RelatedEvents& related() const { return m_related; }
    [[nodiscard]] base::EventIndex eventAt(int row) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const session::RelatedEvent& other, int column) const;
    [[nodiscard]] QString why(const session::RelatedEvent& other) const;

    const ViewState& m_state;
    session::SnapshotPtr m_snapshot; ///< that they were found in
    base::EventIndex m_event;
    session::RelatedEvents m_related;
};

[[nodiscard]] QString relationLabel(session::Relation relation);

} // namespace sagascope::ui
