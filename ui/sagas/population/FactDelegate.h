// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/sagas/population/FactTable.h"

namespace sagascope::ui {

/// Paints the lines of a FactTable: steps as coloured words, a share as a bar, a state with its mark.
class FactDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setStateColumn(int column) { m_stateColumn = column; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintPills(QPainter& painter, const QRect& room, const std::vector<StepPill>& pills);
    static void paintShare(QPainter& painter, const QRect& room, double share);
    static void paintState(QPainter& painter, const QRect& room, saga::SagaState state, const QString& text);

    int m_stateColumn = -1;
};

} // namespace sagascope::ui
