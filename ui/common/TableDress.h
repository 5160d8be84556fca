// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTableView>

namespace sagascope::ui {

inline constexpr int kTableRow = 24;

/// A table that shows rows: selected whole and one at a time, no grid, and Tab leads on instead of from cell to cell.
inline void dressTable(QTableView& table, QAbstractItemModel& model)
{
    table.setModel(&model);
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(kTableRow);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace sagascope::ui
