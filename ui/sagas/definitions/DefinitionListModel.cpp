// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionListModel.h"

#include "ui/common/CodeText.h"

namespace sagascope::ui {

QString originText(const ShelfEntry& entry)
{
    if (entry.isNew())
        return DefinitionListModel::tr("new, not saved yet");
    switch (entry.origin) {
    case catalog::DefinitionOrigin::BuiltIn: return DefinitionListModel::tr("built-in");
    case catalog::DefinitionOrigin::User: return DefinitionListModel::tr("yours");
    case catalog::DefinitionOrigin::UserOverride: return DefinitionListModel::tr("yours, in place of the built-in one");
    }
    return {};
}

DefinitionListModel::DefinitionListModel(const DefinitionShelf& shelf, QObject* parent) : QAbstractListModel(parent), m_shelf(shelf)
{
    connect(&shelf, &DefinitionShelf::aboutToChange, this, [this] { beginResetModel(); });
    connect(&shelf, &DefinitionShelf::changed, this, [this] { endResetModel(); });
    connect(&shelf, &DefinitionShelf::entryChanged, this, [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
}

int DefinitionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_shelf.count();
}

QVariant DefinitionListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_shelf.count())
        return {};
    const ShelfEntry& entry = m_shelf.entry(index.row());
    const QString name = entry.shownName().empty() ? DefinitionListModel::tr("without a name") : toQString(entry.shownName());
    const QString state = entry.isModified() && !entry.isNew() ? originText(entry) + DefinitionListModel::tr(" · changed") : originText(entry);
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return QStringLiteral("%1 · %2").arg(name, state);
    case OriginRole: return state;
    case IsModifiedRole: return entry.isModified();
    default: return {};
    }
}

} // namespace sagascope::ui
