// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/HeaderTable.h"

#include <QEvent>
#include <QHeaderView>

#include "ui/common/SecretMask.h"
#include "ui/common/TableColumns.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

HeaderTable::HeaderTable(QWidget* parent) : QTableWidget(0, 3, parent)
{
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch); // values are what is read here
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(24);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    retranslate();
    new WidthWatch(*this, [this] { fit(); });
}

void HeaderTable::setHeaders(const std::vector<ReadHeader>& headers, bool isMasked)
{
    setRowCount(int(headers.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const ReadHeader& header = headers[std::size_t(row)];
        const QString value = !header.value                  ? QStringLiteral("null")
                              : header.isSecret && isMasked  ? maskedValue()
                              : header.value->isEmpty()      ? tr("(empty)")
                                                             : *header.value;
        setItem(row, 0, new QTableWidgetItem(header.name));
        setItem(row, 1, new QTableWidgetItem(value));
        item(row, 1)->setToolTip(value);
        setItem(row, 2, comparison(header, isMasked));
        for (const int column : {0, 1})
            item(row, column)->setFont(Theme::current().monospace());
    }
    fit();
}

// Names and verdicts get what they need, as long as most of the room stays for the values.
void HeaderTable::fit()
{
    const int most = viewport()->width() * 3 / 10;
    for (const int column : {0, 2}) {
        fitColumn(*this, column);
        setColumnWidth(column, qMin(columnWidth(column), most));
    }
}

QTableWidgetItem* HeaderTable::comparison(const ReadHeader& header, bool isMasked) const
{
    using Match = ReadHeader::Match;
    const Palette& colours = Theme::current().palette();
    auto* item = new QTableWidgetItem;
    item->setForeground(colours.muted);
    if (header.match == Match::Same)
        item->setText(tr("the same"));
    else if (header.match == Match::OnlyHere)
        item->setText(tr("says nothing"));
    else if (header.match == Match::Differs) {
        const QString other = isMasked ? maskedText(header.envelope) : header.envelope;
        item->setText(QStringLiteral("≠ %1").arg(other));
        item->setToolTip(tr("The envelope says %1: consumers that trust the header and those that trust the body disagree.").arg(other));
        item->setForeground(colours.danger);
    }
    return item;
}

void HeaderTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HeaderTable::retranslate()
{
    setAccessibleName(tr("Headers"));
    setHorizontalHeaderLabels({tr("Header"), tr("Value"), tr("Envelope")});
}

} // namespace sagascope::ui
