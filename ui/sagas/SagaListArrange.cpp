// SPDX-License-Identifier: GPL-3.0-or-later
// The menu that sorts and groups the saga list, and makes it a table.
#include <QMenu>
#include <QToolButton>

#include "ui/sagas/SagaListPanel.h"
#include "ui/sagas/SagaListView.h"

namespace sagascope::ui {

void SagaListPanel::fillArrangement()
{
    QMenu& menu = *m_arrange->menu();
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    fillSorting(menu);
    menu.addSeparator();
    fillGrouping(menu);
    menu.addSeparator();
    QAction* table = menu.addAction(tr("As a table"), this, &SagaListPanel::setTable);
    table->setCheckable(true);
    table->setChecked(!m_list->hasCards());
    if (m_list->hasCards())
        return;
    QMenu* columns = menu.addMenu(tr("Columns"));
    for (int i = 0; i < kSagaColumnCount; ++i) {
        const auto column = static_cast<SagaColumn>(i);
        QAction* action = columns->addAction(SagaListModel::columnTitle(column), this, [this, column](bool isShown) {
            m_list->setColumnShown(column, isShown);
        });
        action->setCheckable(true);
        action->setChecked(m_list->isColumnShown(column));
        action->setEnabled(column != SagaColumn::Key);
    }
}

void SagaListPanel::fillSorting(QMenu& menu)
{
    QMenu* sorting = menu.addMenu(tr("Sort by"));
    for (int i = 0; i < kSagaColumnCount; ++i) {
        const auto column = static_cast<SagaColumn>(i);
        QAction* action = sorting->addAction(SagaListModel::columnTitle(column), this, [this, column] {
            SagaOrder order = m_order;
            order.column = column;
            setOrder(order);
        });
        action->setCheckable(true);
        action->setChecked(column == m_order.column);
    }
    sorting->addSeparator();
    QAction* down = sorting->addAction(tr("Descending"), this, [this](bool isDescending) {
        SagaOrder order = m_order;
        order.isDescending = isDescending;
        setOrder(order);
    });
    down->setCheckable(true);
    down->setChecked(m_order.isDescending);
}

void SagaListPanel::fillGrouping(QMenu& menu)
{
    QMenu* grouping = menu.addMenu(tr("Group by"));
    for (int i = 0; i < kSagaGroupingCount; ++i) {
        const auto by = static_cast<SagaGrouping>(i);
        QAction* action = grouping->addAction(SagaListModel::groupingTitle(by), this, [this, by] {
            SagaOrder order = m_order;
            order.grouping = by;
            setOrder(order);
        });
        action->setCheckable(true);
        action->setChecked(by == m_order.grouping);
    }
    const bool hasGroups = m_order.grouping != SagaGrouping::None;
    menu.addAction(tr("Close all groups"), this, [this] { m_model.setAllCollapsed(true); })->setEnabled(hasGroups);
    menu.addAction(tr("Open all groups"), this, [this] { m_model.setAllCollapsed(false); })->setEnabled(hasGroups);
}

/// A table wants width; where there is enough the list is one by itself.
void SagaListPanel::setTable(bool isTable)
{
    m_list->setForm(isTable ? SagaListView::Form::Table : SagaListView::Form::Fitting);
    Q_EMIT widthWanted(isTable ? kTableWidth : kCardsWidth);
}

} // namespace sagascope::ui
