// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListModel.h"

#include <algorithm>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

base::Duration durationOf(const saga::SagaSummary& saga)
{
    const base::Timestamp end = saga.endedAt == base::kNoTime ? saga.lastEventAt : saga.endedAt;
    return saga.startedAt == base::kNoTime || end < saga.startedAt ? base::Duration::zero() : end - saga.startedAt;
}

SagaListModel::SagaListModel(QObject* parent) : QAbstractListModel(parent) {}

void SagaListModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_snapshot.reset();
    endResetModel();
}

void SagaListModel::apply(SagaDelta delta)
{
    if (delta.isWhole) {
        beginResetModel();
        m_lines = std::move(delta.inserted);
        m_snapshot = std::move(delta.snapshot);
        endResetModel();
        return;
    }
    removeLines(delta.removed);
    m_snapshot = std::move(delta.snapshot);
    insertLines(delta.inserted);
    tellChanged(delta.changed);
}

int SagaListModel::position(const SagaLine& line) const
{
    return int(std::lower_bound(m_lines.begin(), m_lines.end(), line) - m_lines.begin());
}

void SagaListModel::removeLines(const std::vector<SagaLine>& lines)
{
    for (std::size_t last = lines.size(); last > 0;) {
        // A run of lines that are neighbours in the list goes with one signal.
        const int end = position(lines[last - 1]) + 1;
        std::size_t first = last - 1;
        while (first > 0 && position(lines[first - 1]) == end - int(last - first) - 1)
            --first;
        const int begin = end - int(last - first);
        beginRemoveRows({}, rowOfPosition(end - 1), rowOfPosition(begin));
        m_lines.erase(m_lines.begin() + begin, m_lines.begin() + end);
        endRemoveRows();
        last = first;
    }
}

void SagaListModel::insertLines(const std::vector<SagaLine>& lines)
{
    for (std::size_t last = lines.size(); last > 0;) {
        const int at = position(lines[last - 1]);
        std::size_t first = last - 1;
        while (first > 0 && position(lines[first - 1]) == at)
            --first;
        const int row = int(m_lines.size()) - at;
        beginInsertRows({}, row, row + int(last - first) - 1);
        m_lines.insert(m_lines.begin() + at, lines.begin() + std::ptrdiff_t(first), lines.begin() + std::ptrdiff_t(last));
        endInsertRows();
        last = first;
    }
}

void SagaListModel::tellChanged(const std::vector<SagaLine>& lines)
{
    if (lines.empty())
        return;
    // One signal from the first to the last: views repaint only what they show.
    const QModelIndex top = index(rowOfPosition(position(lines.back())));
    const QModelIndex bottom = index(rowOfPosition(position(lines.front())));
    Q_EMIT dataChanged(top, bottom);
}

int SagaListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

base::SagaId SagaListModel::sagaAt(int row) const
{
    return row < 0 || row >= int(m_lines.size()) ? base::SagaId() : m_lines[m_lines.size() - 1 - std::size_t(row)].saga;
}

const saga::SagaSummary& SagaListModel::summaryAt(int row) const
{
    return m_snapshot->sagas.saga(sagaAt(row));
}

int SagaListModel::rowOf(base::SagaId saga) const
{
    if (!saga.isValid() || !m_snapshot || saga.value >= m_snapshot->sagas.slotCount())
        return -1;
    const SagaLine line{m_snapshot->sagas.saga(saga).startedAt, saga};
    const int at = position(line);
    return at < int(m_lines.size()) && m_lines[std::size_t(at)] == line ? rowOfPosition(at) : -1;
}

QVariant SagaListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const saga::SagaSummary& saga = summaryAt(index.row());
    const QString definition = saga.definition == nullptr ? tr("no definition") : toQString(saga.definition->name);
    const auto events = saga.events ? saga.events->size() : 0;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4, %n event(s)", nullptr, int(events))
            .arg(toQString(saga.key), stateLabel(saga.state), definition, durationText(durationOf(saga)));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2\n%3 · %4")
            .arg(toQString(saga.key), toQString(saga.caption), stateLabel(saga.state), evidenceLabel(saga.weakestEvidence));
    default: return {};
    }
}

} // namespace sagascope::ui
