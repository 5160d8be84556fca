// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/FrameModel.h"

#include <utility>

#include "ui/theme/Theme.h"

namespace sagascope::ui {

void FrameModel::setFrame(ConsumersFramePtr frame)
{
    QStringList keys = frame ? keysOf(*frame) : QStringList();
    QStringList columns = frame ? columnsOf(*frame) : QStringList();
    if (m_frame && keys == m_keys && columns.size() == m_columns.size()) {
        m_frame = std::move(frame);
        const bool areTitlesNew = std::exchange(m_columns, columns) != columns;
        if (areTitlesNew)
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_keys.isEmpty() && !m_columns.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_frame = std::move(frame);
    m_keys = std::move(keys);
    m_columns = std::move(columns);
    endResetModel();
}

void FrameModel::retranslate()
{
    setFrame(m_frame);
}

int FrameModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int FrameModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant FrameModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole: return tip(index.row(), index.column());
    case Qt::TextAlignmentRole: return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: return isNumber(index.column()) ? QVariant(Theme::current().monospace()) : QVariant();
    case Qt::ForegroundRole: return colour(index.row(), index.column());
    }
    return {};
}

QVariant FrameModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_columns[section];
    return {};
}

} // namespace sagascope::ui
