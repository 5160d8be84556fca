// SPDX-License-Identifier: GPL-3.0-or-later
// Which row is what, and where a saga stands.
#include "ui/sagas/SagaListModel.h"

#include <algorithm>

namespace sagascope::ui {

int SagaListModel::rowsOf(const SagaGroupLines& group) const
{
    return (hasGroups() ? 1 : 0) + (group.isCollapsed ? 0 : int(group.lines.size()));
}

void SagaListModel::countRows()
{
    m_firstRow.resize(m_groups.size() + 1);
    int rows = 0;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        m_firstRow[i] = rows;
        rows += rowsOf(m_groups[i]);
    }
    m_firstRow.back() = rows;
}

int SagaListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_firstRow.back();
}

int SagaListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kSagaColumnCount;
}

std::size_t SagaListModel::placeOf(const SagaGroup& group) const
{
    const auto found = std::lower_bound(m_groups.begin(), m_groups.end(), group,
                                        [](const SagaGroupLines& a, const SagaGroup& b) { return a.group < b; });
    return static_cast<std::size_t>(found - m_groups.begin());
}

SagaListModel::Place SagaListModel::placeOf(int row) const
{
    const auto after = std::upper_bound(m_firstRow.begin(), m_firstRow.end() - 1, row);
    const auto group = static_cast<std::size_t>(after - m_firstRow.begin()) - 1;
    return {group, row - firstLineRow(group)};
}

bool SagaListModel::isGroup(int row) const
{
    return hasGroups() && row >= 0 && row < rowCount() && placeOf(row).position < 0;
}

const SagaGroup& SagaListModel::groupAt(int row) const
{
    return m_groups[placeOf(row).group].group;
}

std::size_t SagaListModel::groupSize(int row) const
{
    return m_groups[placeOf(row).group].told;
}

bool SagaListModel::isCollapsed(int row) const
{
    return m_groups[placeOf(row).group].isCollapsed;
}

int SagaListModel::groupRowOf(int row) const
{
    return hasGroups() && row >= 0 && row < rowCount() ? m_firstRow[placeOf(row).group] : -1;
}

base::SagaId SagaListModel::sagaAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Place place = placeOf(row);
    return place.position < 0 ? base::SagaId() : m_groups[place.group].lines[std::size_t(place.position)].saga;
}

const saga::SagaSummary& SagaListModel::summaryAt(int row) const
{
    return m_snapshot->sagas.saga(sagaAt(row));
}

int SagaListModel::sagaRowFrom(int row) const
{
    while (row >= 0 && row < rowCount() && isGroup(row))
        ++row;
    return row >= 0 && row < rowCount() ? row : -1;
}

std::vector<base::SagaId> SagaListModel::sagas() const
{
    std::vector<base::SagaId> sagas;
    sagas.reserve(m_sagaCount);
    for (const SagaGroupLines& group : m_groups)
        for (const SagaLine& line : group.lines)
            sagas.push_back(line.saga);
    return sagas;
}

int SagaListModel::rowOf(base::SagaId saga) const
{
    if (!saga.isValid() || !m_snapshot || saga.value >= m_snapshot->sagas.slotCount())
        return -1;
    const SagaGroup sought = groupOf(*m_snapshot, saga, m_order.grouping);
    const std::size_t at = placeOf(sought);
    if (!isAt(at, sought) || m_groups[at].isCollapsed)
        return -1;
    const SagaLine line = lineOf(*m_snapshot, saga, m_order);
    const int position = m_groups[at].position(line, before());
    const auto& lines = m_groups[at].lines;
    const bool isThere = position < int(lines.size()) && lines[std::size_t(position)] == line;
    return isThere ? firstLineRow(at) + position : -1;
}

} // namespace sagascope::ui
