// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "ui/common/EventDiff.h"

namespace sagascope::ui {

/// Where two events differ, a row each: which part, which field, how, and both values. Words say how; colour only repeats it.
/// GUI thread.
class DiffModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Part, Field, How, Other, Own, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    /// The titles of the columns with the values: whose they are.
    void setDiff(EventDiff diff, const QString& otherTitle, const QString& ownTitle);
    [[nodiscard]] const EventDiff& diff() const { return m_diff; }
    [[nodiscard]] QString rowText(int row) const; ///< its cells, apart by tabs
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const EventChange& row, int column) const;

    EventDiff m_diff;
    QString m_otherTitle;
    QString m_ownTitle;
};

} // namespace sagascope::ui
