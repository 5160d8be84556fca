// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListModel.h"

#include <QThreadPool>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace sagascope::ui {

namespace {

/// So many runs of lines that come or go are told one after the other, however long the list is.
constexpr std::size_t kFewRuns = 32;

/// Ends it in the thread pool: a list of a hundred thousand lines takes longer to free than a frame may.
template <typename T> void discard(T worn)
{
    QThreadPool::globalInstance()->start([ending = std::make_shared<T>(std::move(worn))]() mutable { ending.reset(); });
}

QString isoTime(base::Timestamp time)
{
    return QString::fromStdString(base::formatIso8601(time));
}

} // namespace

SagaListModel::SagaListModel(QObject* parent)
    : QAbstractTableModel(parent), m_formatTime(isoTime), m_formatHour(isoTime)
{
    countRows();
}

void SagaListModel::setTimeFormat(TimeFormat moment, TimeFormat hour)
{
    m_formatTime = std::move(moment);
    m_formatHour = std::move(hour);
}

void SagaListModel::clear()
{
    beginResetModel();
    m_groups.clear();
    m_collapsed.clear();
    m_snapshot.reset();
    m_sagaCount = 0;
    countRows();
    endResetModel();
}

bool SagaListModel::apply(SagaDelta delta)
{
    if (delta.isWhole) {
        applyWhole(std::move(delta));
        return true;
    }
    if (isTooMuch(delta)) {
        applyMany(std::move(delta));
        return true;
    }
    // What is removed must still be readable while views hear of it; what is inserted must already be.
    for (SagaGroupDelta& change : delta.groups) {
        if (const std::size_t at = placeOf(change.group); isAt(at, change.group))
            removeLines(at, change.removed);
    }
    m_snapshot = std::move(delta.snapshot);
    for (SagaGroupDelta& change : delta.groups)
        applyGroup(change);
    m_sagaCount = delta.matchCount;
    return false;
}

void SagaListModel::applyWhole(SagaDelta delta)
{
    beginResetModel();
    if (delta.order.grouping != m_order.grouping)
        m_collapsed.clear();
    m_order = delta.order;
    m_snapshot = std::move(delta.snapshot);
    m_sagaCount = delta.matchCount;
    discard(std::exchange(m_groups, {}));
    m_groups.reserve(delta.groups.size());
    for (SagaGroupDelta& whole : delta.groups) {
        const bool isCollapsed = m_collapsed.contains(whole.group);
        const std::size_t count = whole.inserted.size();
        m_groups.push_back({std::move(whole.group), std::move(whole.inserted), isCollapsed, count});
    }
    countRows();
    endResetModel();
}

/// Each run of lines that comes or goes is a signal of its own, and costs a walk over the groups and over what lies
/// behind it.
bool SagaListModel::isTooMuch(const SagaDelta& delta) const
{
    constexpr std::size_t kMostWork = 1'000'000;
    const std::size_t workPerRun = m_groups.size() + m_sagaCount / 8;
    const std::size_t mostRuns = std::max(kFewRuns, kMostWork / std::max<std::size_t>(workPerRun, 1));
    std::size_t runs = 0;
    for (const SagaGroupDelta& change : delta.groups) {
        const std::size_t at = placeOf(change.group);
        runs += isAt(at, change.group) ? m_groups[at].runsOf(change, before(), mostRuns) : 1;
        if (runs > mostRuns)
            break;
    }
    return runs > mostRuns;
}

/// All groups are written anew, in one walk beside those that change.
void SagaListModel::applyMany(SagaDelta delta)
{
    beginResetModel();
    m_snapshot = std::move(delta.snapshot);
    m_sagaCount = delta.matchCount;
    std::vector<SagaGroupLines> worn = std::exchange(m_groups, {});
    m_groups.reserve(worn.size() + delta.groups.size());
    auto old = worn.begin();
    for (SagaGroupDelta& change : delta.groups) {
        while (old != worn.end() && old->group < change.group)
            m_groups.push_back(std::move(*old++));
        SagaGroupLines group{change.group, {}, m_collapsed.contains(change.group), 0};
        if (old != worn.end() && old->group == change.group)
            group = std::move(*old++);
        group.merge(change, before());
        group.told = group.lines.size();
        if (!group.lines.empty())
            m_groups.push_back(std::move(group));
    }
    std::move(old, worn.end(), std::back_inserter(m_groups));
    countRows();
    endResetModel();
    discard(std::move(worn));
}

void SagaListModel::applyGroup(SagaGroupDelta& delta)
{
    const std::size_t at = placeOf(delta.group);
    if (!isAt(at, delta.group)) {
        if (!delta.inserted.empty())
            insertGroup(at, delta);
        return;
    }
    insertLines(at, delta.inserted);
    tellChanged(at, delta.changed);
    if (m_groups[at].lines.empty())
        removeGroup(at);
    else if (!delta.inserted.empty() || !delta.removed.empty())
        tellGroupRow(at);
}

void SagaListModel::insertGroup(std::size_t at, SagaGroupDelta& delta)
{
    const std::size_t count = delta.inserted.size();
    SagaGroupLines group{delta.group, std::move(delta.inserted), m_collapsed.contains(delta.group), count};
    const int first = m_firstRow[at];
    beginInsertRows({}, first, first + rowsOf(group) - 1);
    m_groups.insert(m_groups.begin() + std::ptrdiff_t(at), std::move(group));
    countRows();
    endInsertRows();
}

void SagaListModel::removeGroup(std::size_t at)
{
    // Without groups the one that holds everything may be empty; it has no row that could go.
    if (!hasGroups()) {
        m_groups.erase(m_groups.begin() + std::ptrdiff_t(at));
        countRows();
        return;
    }
    beginRemoveRows({}, m_firstRow[at], m_firstRow[at]);
    m_groups.erase(m_groups.begin() + std::ptrdiff_t(at));
    countRows();
    endRemoveRows();
}

void SagaListModel::removeLines(std::size_t at, const std::vector<SagaLine>& lines)
{
    SagaGroupLines& group = m_groups[at];
    for (std::size_t last = lines.size(); last > 0;) {
        // A run of lines that are neighbours in the list goes with one signal.
        const int end = group.position(lines[last - 1], before()) + 1;
        std::size_t first = last - 1;
        while (first > 0 && group.position(lines[first - 1], before()) == end - int(last - first) - 1)
            --first;
        const int begin = end - int(last - first);
        if (!group.isCollapsed)
            beginRemoveRows({}, firstLineRow(at) + begin, firstLineRow(at) + end - 1);
        group.lines.erase(group.lines.begin() + begin, group.lines.begin() + end);
        countRows();
        if (!group.isCollapsed)
            endRemoveRows();
        last = first;
    }
}

void SagaListModel::insertLines(std::size_t at, const std::vector<SagaLine>& lines)
{
    SagaGroupLines& group = m_groups[at];
    for (std::size_t last = lines.size(); last > 0;) {
        const int place = group.position(lines[last - 1], before());
        std::size_t first = last - 1;
        while (first > 0 && group.position(lines[first - 1], before()) == place)
            --first;
        if (!group.isCollapsed)
            beginInsertRows({}, firstLineRow(at) + place, firstLineRow(at) + place + int(last - first) - 1);
        group.lines.insert(group.lines.begin() + place, lines.begin() + std::ptrdiff_t(first),
                           lines.begin() + std::ptrdiff_t(last));
        countRows();
        if (!group.isCollapsed)
            endInsertRows();
        last = first;
    }
}

void SagaListModel::tellChanged(std::size_t at, const std::vector<SagaLine>& lines)
{
    const SagaGroupLines& group = m_groups[at];
    if (lines.empty() || group.isCollapsed)
        return;
    // One signal from the first to the last: views repaint only what they show.
    const int top = firstLineRow(at) + group.position(lines.front(), before());
    const int bottom = firstLineRow(at) + group.position(lines.back(), before());
    Q_EMIT dataChanged(index(top, 0), index(bottom, kSagaColumnCount - 1));
}

void SagaListModel::tellGroupRow(std::size_t at)
{
    m_groups[at].told = m_groups[at].lines.size();
    if (hasGroups())
        Q_EMIT dataChanged(index(m_firstRow[at], 0), index(m_firstRow[at], kSagaColumnCount - 1));
}

void SagaListModel::setCollapsed(int groupRow, bool isCollapsed)
{
    if (!isGroup(groupRow) || this->isCollapsed(groupRow) == isCollapsed)
        return;
    const std::size_t at = placeOf(groupRow).group;
    SagaGroupLines& group = m_groups[at];
    const int first = firstLineRow(at);
    const int last = first + int(group.lines.size()) - 1;
    if (isCollapsed) {
        m_collapsed.insert(group.group);
        beginRemoveRows({}, first, last);
    } else {
        m_collapsed.erase(group.group);
        beginInsertRows({}, first, last);
    }
    group.isCollapsed = isCollapsed;
    countRows();
    isCollapsed ? endRemoveRows() : endInsertRows();
    tellGroupRow(at);
}

void SagaListModel::setAllCollapsed(bool isCollapsed)
{
    if (!hasGroups())
        return;
    beginResetModel();
    m_collapsed.clear();
    for (SagaGroupLines& group : m_groups) {
        group.isCollapsed = isCollapsed;
        if (isCollapsed)
            m_collapsed.insert(group.group);
    }
    countRows();
    endResetModel();
}

} // namespace sagascope::ui
