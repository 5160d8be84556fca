// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include "ui/sagas/StepsSheet.h"

namespace sagascope::ui {

/// What became of the step, as a mark; of a side effect a dot.
void paintRowMark(QPainter& painter, const QPointF& centre, const StepRow& row);

/// The sheet as a table: step, service, when, how long after what, how much of the limit, what undoes what, and how the
/// other sagas did.
class StepsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, Undo, At, After, Limit, Others, Service, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(StepsSheet sheet);
    void retranslate();
    [[nodiscard]] const StepsSheet& sheet() const { return m_sheet; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString whenText(const StepRow& row) const;
    [[nodiscard]] QString undoText(int row) const; ///< what is wrong with it; empty when nothing is
    [[nodiscard]] QString undoSentence(int row) const;
    [[nodiscard]] QString tip(int row, int column) const;
    [[nodiscard]] QColor colour(int row, int column) const;

    StepsSheet m_sheet;
};

/// Draws the limit as a bar and the brackets that join a compensation to what it undoes.
class StepsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static void paintLimit(QPainter& painter, const QRectF& cell, const StepRow& row);
    static void paintBrackets(QPainter& painter, const QRectF& cell, const StepsSheet& sheet, int row);
    [[nodiscard]] static int bracketWidth(const StepsSheet& sheet);
};

} // namespace sagascope::ui
