// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventTableModel.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sagascope::ui {
namespace {

// What the GUI thread matches by itself between two snapshots: about 2 ms. More goes to a worker.
constexpr std::size_t kInlineEvents = 10'000;

} // namespace

EventTableModel::EventTableModel(const ViewState& state, QObject* parent)
    : QAbstractTableModel(parent),
      m_state(state),
      m_snapshot(state.snapshot()),
      m_cells([this](std::span<const base::EventIndex> events) { showRead(events); }),
      m_highlights([this](std::span<const base::EventIndex> events) { showRead(events); }),
      m_search([this](EventSearch::Found found) { takeFound(std::move(found)); }),
      m_scans([this](Scan scan) { finishScan(std::move(scan)); })
{
    readFields();
    advance();
}

EventTableModel::~EventTableModel() = default;

int EventTableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return int(isUnfiltered() ? m_seen : m_rows.size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : BuiltInCount + int(m_payloadColumns.size());
}

base::EventIndex EventTableModel::eventAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return base::EventIndex(isUnfiltered() ? std::uint32_t(row) : m_rows[std::size_t(row)]);
}

int EventTableModel::rowOf(base::EventIndex event) const
{
    if (!event.isValid() || event.value >= m_seen)
        return -1;
    if (isUnfiltered())
        return int(event.value);
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), event.value);
    return found != m_rows.end() && *found == event.value ? int(found - m_rows.begin()) : -1;
}

std::vector<std::uint32_t> EventTableModel::shownEvents() const
{
    if (!isUnfiltered())
        return m_rows;
    std::vector<std::uint32_t> all(m_seen);
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

void EventTableModel::advance()
{
    if (m_state.snapshot()->events.size() < m_seen)
        reset();
    m_snapshot = m_state.snapshot();
    const std::size_t size = m_snapshot->events.size();
    if (m_snapshot->asOf != m_filter.asOf && !(isScanning() && m_snapshot->asOf)) {
        setFilter(m_filter);
        return;
    }
    if (!isScanning() && !m_isStopped && size > m_seen) {
        if (m_matcher.readsContent())
            startSearch(m_matcher, m_seen);
        else if (isUnfiltered() || size - m_seen <= kInlineEvents)
            appendUpTo(size);
        else
            startScan(m_matcher, m_seen);
    }
    rescanWhatMayChange();
    Q_EMIT countsChanged();
}

void EventTableModel::appendUpTo(std::size_t end)
{
    if (isUnfiltered()) {
        beginInsertRows({}, int(m_seen), int(end) - 1);
        m_seen = end;
        endInsertRows();
        return;
    }
    std::vector<std::uint32_t> fresh;
    for (std::size_t i = m_seen; i < end; ++i)
        if (m_matcher.matches(*m_snapshot, base::EventIndex(std::uint32_t(i))))
            fresh.push_back(std::uint32_t(i));
    m_seen = end;
    append(fresh, 0);
}

void EventTableModel::append(const std::vector<std::uint32_t>& rows, std::size_t from)
{
    if (from >= rows.size())
        return;
    const int before = int(m_rows.size());
    beginInsertRows({}, before, before + int(rows.size() - from) - 1);
    m_rows.insert(m_rows.end(), rows.begin() + std::ptrdiff_t(from), rows.end());
    endInsertRows();
}

void EventTableModel::reset()
{
    cancelScan();
    m_search.cancel();
    m_isStopped = false;
    beginResetModel();
    m_cells.forget(); // in another session other events have these numbers
    m_highlights.forget();
    m_snapshot = m_state.snapshot();
    m_matcher = EventMatcher(m_filter);
    m_rows.clear();
    m_seen = 0;
    endResetModel();
    Q_EMIT countsChanged();
}

void EventTableModel::setFilter(EventFilter filter)
{
    filter.asOf = m_snapshot->asOf;
    if (filter == m_filter)
        return;
    EventFilter before = std::exchange(m_filter, std::move(filter));
    before.asOf = m_filter.asOf;
    EventMatcher matcher(m_filter);
    m_isStopped = false;
    m_search.cancel();
    if (matcher.readsContent() && before != m_filter) {
        cancelScan();
        startSearch(std::move(matcher), 0);
        Q_EMIT countsChanged();
        return;
    }
    const bool isLong = m_snapshot->events.size() > kInlineEvents || matcher.readsContent();
    if (!matcher.matchesEverything() && (isLong || m_filter.asOf)) { // rows that stay must not flicker while time passes
        startScan(std::move(matcher), 0);
        Q_EMIT countsChanged();
        return;
    }
    reset();
    advance();
}

// A saga's state changes after its events were matched: look again once a second.
void EventTableModel::rescanWhatMayChange()
{
    constexpr qint64 kRescanMilliseconds = 1000;
    if (m_matcher.isStable() || isScanning() || m_isStopped || (m_sinceScan.isValid() && m_sinceScan.elapsed() < kRescanMilliseconds))
        return;
    startScan(m_matcher, 0); // it remembers what it read
}

void EventTableModel::startScan(EventMatcher matcher, std::size_t from)
{
    m_isScanning = true;
    m_sinceScan.start();
    m_scans.start([snapshot = m_snapshot, matcher = std::move(matcher), from](StopToken stop) {
        Scan scan{matcher, from, snapshot->events.size(), {}};
        for (std::size_t i = from; i < scan.end && !stop.stopRequested(); ++i)
            if (scan.matcher.matches(*snapshot, base::EventIndex(std::uint32_t(i))))
                scan.rows.push_back(std::uint32_t(i));
        return scan;
    });
}

void EventTableModel::startSearch(EventMatcher matcher, std::size_t from)
{
    m_sinceScan.start();
    m_searched = from;
    m_search.start(m_snapshot, std::move(matcher), from);
}

void EventTableModel::takeFound(EventSearch::Found found)
{
    if (found.isFirst && m_search.from() == 0) { // the rows of another question go
        beginResetModel();
        m_matcher = m_search.matcher();
        m_rows = std::move(found.rows);
        endResetModel();
    } else {
        append(found.rows, 0);
    }
    m_seen = m_searched = found.searchedTo;
    if (found.isLast)
        advance();
    else
        Q_EMIT countsChanged();
}

EventTableModel::SearchState EventTableModel::searchState() const
{
    constexpr qint64 kNoticeable = 250; // what is shorter would only flicker while new events come
    if (m_isStopped)
        return SearchState::Stopped;
    if (m_search.isRunning())
        return m_search.from() == 0 || m_sinceScan.elapsed() > kNoticeable ? SearchState::Searching : SearchState::Idle;
    return m_isScanning ? SearchState::Filtering : SearchState::Idle;
}

void EventTableModel::stopSearch()
{
    if (!m_search.isRunning())
        return;
    m_isStopped = true;
    m_search.stop();
    Q_EMIT countsChanged();
}

void EventTableModel::resumeSearch()
{
    m_isStopped = false;
    advance();
}

void EventTableModel::cancelScan()
{
    m_scans.cancel();
    m_isScanning = false;
}

void EventTableModel::finishScan(Scan scan)
{
    m_isScanning = false;
    const bool wasUnfiltered = isUnfiltered();
    std::size_t same = 0; // rows at the top that stay
    while (!wasUnfiltered && same < m_rows.size() && same < scan.rows.size() && m_rows[same] == scan.rows[same])
        ++same;
    if (scan.from > 0) {
        m_matcher = std::move(scan.matcher);
        m_seen = scan.end;
        append(scan.rows, 0);
    } else if (!wasUnfiltered && same >= m_rows.size() / 2) {
        m_matcher = std::move(scan.matcher);
        m_seen = scan.end;
        replaceFrom(same, std::move(scan.rows));
    } else {
        beginResetModel();
        m_matcher = std::move(scan.matcher);
        m_seen = scan.end;
        m_rows = std::move(scan.rows);
        endResetModel();
    }
    advance();
}

/// The rows before `first` stay as they are, selection and scrolling with them.
void EventTableModel::replaceFrom(std::size_t first, std::vector<std::uint32_t> rows)
{
    if (first < m_rows.size()) {
        beginRemoveRows({}, int(first), int(m_rows.size()) - 1);
        m_rows.resize(first);
        endRemoveRows();
    }
    append(rows, first);
}

} // namespace sagascope::ui
