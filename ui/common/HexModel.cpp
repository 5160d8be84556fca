// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/HexModel.h"

#include <algorithm>
#include <utility>

#include "ui/common/HexText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

void HexModel::setBytes(std::string bytes, std::optional<std::size_t> marked)
{
    beginResetModel();
    m_bytes = std::move(bytes);
    m_marked = marked;
    endResetModel();
}

int HexModel::markedRow() const
{
    if (!m_marked || m_bytes.empty())
        return -1;
    return int(std::min(*m_marked, m_bytes.size() - 1) / kBytesPerRow); // reading may stop at the end
}

int HexModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int((m_bytes.size() + kBytesPerRow - 1) / kBytesPerRow);
}

int HexModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant HexModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t from = std::size_t(index.row()) * kBytesPerRow;
    const std::string_view line = std::string_view(m_bytes).substr(from, kBytesPerRow);
    const bool isMarked = index.row() == markedRow();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Offset: return QStringLiteral("%1").arg(from, 6, 16, QLatin1Char('0'));
        case Hex: return hexOf(line);
        default: return printableOf(line);
        }
    case Qt::FontRole: return Theme::current().monospace();
    case Qt::ForegroundRole:
        if (isMarked)
            return Theme::current().palette().danger;
        return index.column() == Offset ? Theme::current().palette().muted : Theme::current().palette().text;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return isMarked ? tr("Reading stopped at byte %1").arg(*m_marked) : QString();
    default: return {};
    }
}

QVariant HexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Offset ? tr("At") : section == Hex ? tr("Bytes") : tr("Text");
}

} // namespace sagascope::ui
