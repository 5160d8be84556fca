// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/CompareModel.h"

#include <cstdlib>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

void CompareModel::setSheet(CompareSheet sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    endResetModel();
}

void CompareModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int CompareModel::rowOf(base::EventIndex event) const
{
    for (std::size_t i = 0; i < m_sheet.rows.size() && event.isValid(); ++i) {
        const CompareRow& row = m_sheet.rows[i];
        if ((row.left && row.left->event == event) || (row.right && row.right->event == event))
            return int(i);
    }
    return -1;
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_sheet.rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CompareModel::text(const CompareRow& row, int column) const
{
    switch (column) {
    case What: return row.type;
    case Left: return row.left ? signedDuration(row.left->sinceStart) : QStringLiteral("–");
    case Right: return row.right ? signedDuration(row.right->sinceStart) : QStringLiteral("–");
    case Longer: return row.waitedLonger ? signedDuration(*row.waitedLonger) : QString();
    default: return differenceText(row);
    }
}

QString CompareModel::toolTip(const CompareRow& row) const
{
    QStringList lines{row.step.isEmpty() ? row.type : QStringLiteral("%1 · %2").arg(row.type, row.step),
                      tr("left %1 · right %2").arg(text(row, Left), text(row, Right))};
    if (row.isPair() && !row.isRead)
        lines << tr("The payloads of this row were not read.");
    return lines.join(u'\n');
}

QColor CompareModel::colour(const CompareRow& row, int column) const
{
    const Palette& colours = Theme::current().palette();
    if (column == What)
        return colours.text;
    if (column == Difference)
        return !row.isPair() || row.hasMoved ? colours.warning : colours.text;
    if (column == Longer && row.waitedLonger) {
        // Worth a look from a tenth of a second and a fifth of what the left side took.
        const base::Duration longer = *row.waitedLonger;
        const bool isNotable = std::abs(longer.count()) >= 100'000'000 && row.left && std::abs(longer.count()) * 5 >= row.left->sinceStart.count();
        return !isNotable ? colours.muted : longer > base::Duration::zero() ? colours.warning : colours.good;
    }
    return colours.muted;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const CompareRow& row = m_sheet.rows[std::size_t(index.row())];
    const bool isNumber = index.column() == Left || index.column() == Right || index.column() == Longer;
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ForegroundRole: return colour(row, index.column());
    case Qt::FontRole: return isNumber ? Theme::current().monospace() : QVariant();
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole: return toolTip(row);
    case Qt::AccessibleTextRole: {
        const QString name = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        return QStringLiteral("%1: %2").arg(name, text(row, index.column()));
    }
    default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == What || section == Difference ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole && section == Longer)
        return tr("How much longer the right saga took for this step, counted from the row before");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Event");
    case Left: return tr("Left");
    case Right: return tr("Right");
    case Longer: return QStringLiteral("Δ");
    default: return tr("Difference");
    }
}

void FieldChangeModel::setFields(std::vector<FieldChange> fields)
{
    beginResetModel();
    m_fields = std::move(fields);
    endResetModel();
}

void FieldChangeModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int FieldChangeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldChangeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FieldChangeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const FieldChange& field = m_fields[std::size_t(index.row())];
    const Palette& colours = Theme::current().palette();
    const bool isAbsent = (index.column() == Left && field.change.kind == JsonChange::Kind::Added) ||
                          (index.column() == Right && field.change.kind == JsonChange::Kind::Removed);
    const QString value = index.column() == Left ? field.change.left : field.change.right;
    const QString text = index.column() == Field ? field.change.pointer : isAbsent ? tr("absent") : value;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text;
    case Qt::FontRole: return isAbsent ? QVariant() : Theme::current().monospace();
    case Qt::ForegroundRole: return isAbsent || field.isIdentifier || index.column() == Field ? colours.muted : colours.text;
    case Qt::ToolTipRole:
        if (field.isIdentifier)
            return tr("%1\nEach names its own saga: expected to differ.").arg(text);
        return field.change.isSecret ? tr("%1\nMasked: the two values differ.").arg(text) : text;
    default: return {};
    }
}

QVariant FieldChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Field ? tr("Field") : section == Left ? tr("Left") : tr("Right");
}

} // namespace sagascope::ui
