// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/DiffModel.h"

#include <QStringList>

#include <utility>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using Kind = JsonChange::Kind;

QColor colourOf(Kind kind)
{
    const Palette& colours = Theme::current().palette();
    switch (kind) {
    case Kind::Added: return colours.good;
    case Kind::Removed: return colours.danger;
    case Kind::Changed: break;
    }
    return colours.warning;
}

} // namespace

void DiffModel::setDiff(EventDiff diff, const QString& otherTitle, const QString& ownTitle)
{
    const bool isSame = diff.changes == m_diff.changes;
    if (!isSame)
        beginResetModel();
    m_diff = std::move(diff);
    m_otherTitle = otherTitle;
    m_ownTitle = ownTitle;
    if (!isSame)
        endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, Other, Own);
}

QString DiffModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < kColumns; ++column)
        cells << index(row, column).data().toString().simplified(); // a tab in a cell would be one more cell
    return cells.join(u'\t');
}

void DiffModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int DiffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_diff.changes.size());
}

int DiffModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString DiffModel::text(const EventChange& row, int column) const
{
    switch (column) {
    case Part:
        switch (row.part) {
        case EventPart::Record: return tr("record");
        case EventPart::Envelope: return tr("envelope");
        case EventPart::Headers: return tr("header");
        case EventPart::Payload: return tr("payload");
        }
        return {};
    case Field: return row.change.pointer.isEmpty() ? tr("(all of it)") : row.change.pointer;
    case How:
        switch (row.change.kind) {
        case Kind::Added: return QStringLiteral("+ ") + tr("added");
        case Kind::Removed: return QStringLiteral("− ") + tr("removed");
        case Kind::Changed: return QStringLiteral("≠ ") + tr("changed");
        }
        return {};
    case Other: return row.change.left;
    case Own: return row.change.right;
    }
    return {};
}

QVariant DiffModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const EventChange& row = m_diff.changes[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column()).replace(u'\n', u'⏎');
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::FontRole: return index.column() == Part || index.column() == How ? QVariant() : Theme::current().monospace();
    case Qt::ForegroundRole:
        if (index.column() == How)
            return colourOf(row.change.kind);
        return index.column() == Part ? Theme::current().palette().muted : Theme::current().palette().text;
    default: return {};
    }
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Part: return tr("Part", "of an event: its envelope, headers, payload");
    case Field: return tr("Field");
    case How: return tr("Difference");
    case Other: return m_otherTitle;
    default: return m_ownTitle;
    }
}

} // namespace sagascope::ui
