// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/GapModel.h"

#include <QLocale>

#include <utility>

#include "ui/common/CodeText.h"

namespace sagascope::ui {

namespace {

/// Of a column and of its title.
QVariant alignment(int column)
{
    const bool isText = column == GapModel::Topic || column == GapModel::Contents;
    return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace

GapModel::GapModel(Gaps gaps, QObject* parent) : QAbstractTableModel(parent), m_gaps(std::move(gaps))
{
    if (!m_gaps)
        m_gaps = std::make_shared<const std::vector<kafka::OffsetGap>>();
    m_contents.resize(m_gaps->size());
}

int GapModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_gaps->size());
}

int GapModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant GapModel::data(const QModelIndex& index, int role) const
{
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), column);
    return role == Qt::TextAlignmentRole ? alignment(column) : QVariant();
}

QVariant GapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(Column(section));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Topic: return tr("Topic");
    case Partition: return tr("Partition");
    case Offsets: return tr("Offsets");
    case Count: return tr("Count");
    case Contents: return tr("What lies there");
    case kColumns: break;
    }
    return {};
}

QString GapModel::text(int row, Column column) const
{
    const kafka::OffsetGap& here = gap(row);
    switch (column) {
    case Topic: return toQString(here.partition.topic);
    case Partition: return QString::number(here.partition.partition);
    case Offsets:
        return here.count() == 1 ? QString::number(here.from)
                                 : tr("%1 to %2").arg(QString::number(here.from), QString::number(here.to - 1));
    case Count: return QLocale().toString(qlonglong(here.count()));
    case Contents: return contentsText(row);
    case kColumns: break;
    }
    return {};
}

QString GapModel::contentsText(int row) const
{
    const auto& contents = m_contents[std::size_t(row)];
    if (!contents)
        return {};
    if (!*contents)
        return tr("not read: %1").arg(toQString((*contents).error().text()));
    const kafka::GapContents& found = **contents;
    QStringList parts;
    if (found.aborted > 0)
        parts << tr("%n aborted record(s)", nullptr, int(found.aborted));
    if (found.absent > 0)
        parts << tr("%n transaction marker(s) or compacted away", nullptr, int(found.absent));
    if (found.gone > 0)
        parts << tr("%n removed by retention since", nullptr, int(found.gone));
    return parts.join(QStringLiteral(" · "));
}

int GapModel::nextUnknown(int row) const
{
    while (row < rowCount() && m_contents[std::size_t(row)])
        ++row;
    return row;
}

void GapModel::setContents(int row, base::Result<kafka::GapContents> contents)
{
    m_contents[std::size_t(row)] = std::move(contents);
    Q_EMIT dataChanged(index(row, Contents), index(row, Contents));
}

} // namespace sagascope::ui
