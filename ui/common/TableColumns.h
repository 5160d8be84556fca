// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QResizeEvent>
#include <QTableView>

#include <functional>
#include <initializer_list>
#include <utility>

namespace sagascope::ui {

/// Makes a column as wide as its content and its title need. The header's own hint forgets the style sheet's padding,
/// so that the first or last letter of a title would be cut.
inline void fitColumn(QTableView& table, int column)
{
    constexpr int kPadding = 30;
    table.resizeColumnToContents(column);
    QHeaderView* header = table.horizontalHeader();
    const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
    const int wanted = header->fontMetrics().horizontalAdvance(title) + kPadding;
    if (header->sectionSize(column) < wanted)
        header->resizeSection(column, wanted);
}

inline void fitColumns(QTableView& table)
{
    for (int column = 0; column < table.horizontalHeader()->count(); ++column)
        if (!table.isColumnHidden(column))
            fitColumn(table, column);
}

struct ColumnFloor
{
    int column;
    int least; ///< pixels that it keeps
};

/// Takes so many pixels from the columns, the first one first, down to what each keeps; what is cut there is elided. Hidden
/// ones have nothing to give.
inline void squeezeColumns(QTableView& table, int excess, std::initializer_list<ColumnFloor> columns)
{
    QHeaderView* header = table.horizontalHeader();
    for (const ColumnFloor& floor : columns) {
        const int width = header->sectionSize(floor.column);
        const int taken = qBound(0, excess, qMax(0, width - floor.least));
        if (taken > 0)
            header->resizeSection(floor.column, width - taken);
        excess -= taken;
    }
}

/// Fits the columns into the table's width, the last one taking what is left. Where all of them need more than there is,
/// these give way; the last one claims no more than `mostOfLast` before that. To be called with every new width (see
/// WidthWatch): a stretched section would go by the header's width, which follows later.
inline void fitColumns(QTableView& table, std::initializer_list<ColumnFloor> yielding, int mostOfLast)
{
    QHeaderView* header = table.horizontalHeader();
    fitColumns(table);
    int place = header->count() - 1;
    while (place > 0 && header->isSectionHidden(header->logicalIndex(place)))
        --place;
    const int last = header->logicalIndex(place);
    header->resizeSection(last, qMin(header->sectionSize(last), mostOfLast));
    const int room = table.viewport()->width();
    squeezeColumns(table, header->length() - room, yielding);
    header->resizeSection(last, header->sectionSize(last) + qMax(0, room - header->length()));
}

/// Fits the columns anew whenever the table has another width to offer: with its window, its splitter, or because a scroll
/// bar came. The table owns it.
class WidthWatch : public QObject
{
public:
    WidthWatch(QTableView& table, std::function<void()> fit) : QObject(&table), m_fit(std::move(fit))
    {
        table.viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* resized = event->type() == QEvent::Resize ? static_cast<QResizeEvent*>(event) : nullptr;
        if (resized != nullptr && resized->size().width() != resized->oldSize().width())
            m_fit();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_fit;
};

} // namespace sagascope::ui
