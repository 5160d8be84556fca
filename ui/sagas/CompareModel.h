// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "ui/sagas/CompareSheet.h"

namespace sagascope::ui {

/// The aligned events of two sagas: what, when on either side, how much longer, and how they differ.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Left, Right, Longer, Difference, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(CompareSheet sheet);
    void retranslate();
    [[nodiscard]] const CompareSheet& sheet() const { return m_sheet; }
    [[nodiscard]] int rowOf(base::EventIndex event) const; ///< -1 when neither side has it

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const CompareRow& row, int column) const;
    [[nodiscard]] QString toolTip(const CompareRow& row) const;
    [[nodiscard]] QColor colour(const CompareRow& row, int column) const;

    CompareSheet m_sheet;
};

/// The fields in which the two events of one row differ.
class FieldChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Left, Right, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(std::vector<FieldChange> fields);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FieldChange> m_fields;
};

} // namespace sagascope::ui
