// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTableView>

namespace sagascope::ui {

/// Makes each column as wide as its content and its title need. The header's own hint forgets the style sheet's padding,
/// so that the first or last letter of a title would be cut.
inline void fitColumns(QTableView& table)
{
    constexpr int kPadding = 24;
    table.resizeColumnsToContents();
    QHeaderView* header = table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        const int wanted = header->fontMetrics().horizontalAdvance(title) + kPadding;
        if (!table.isColumnHidden(column) && header->sectionSize(column) < wanted)
            header->resizeSection(column, wanted);
    }
}

} // namespace sagascope::ui
