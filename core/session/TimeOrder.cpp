// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimeOrder.h"

#include <algorithm>
#include <cstdlib>

namespace sagascope::session {

void TimeOrder::extend(const store::EventStore::View& events)
{
    const std::size_t first = m_entries.size();
    for (; m_rowCount < events.size(); ++m_rowCount) {
        const base::EventIndex event{std::uint32_t(m_rowCount)};
        if (const base::Timestamp time = events.row(event).brokerTime; time != base::kNoTime)
            m_entries.push_back({time, event});
    }
    sortIn(first);
}

void TimeOrder::add(std::span<const base::EventIndex> records, const store::EventStore::View& events)
{
    const std::size_t first = m_entries.size();
    for (const base::EventIndex event : records) {
        if (const base::Timestamp time = events.row(event).brokerTime; time != base::kNoTime)
            m_entries.push_back({time, event});
    }
    sortIn(first);
}

/// What is new is nearly sorted and nearly all of it belongs at the end: only what overlaps is merged.
void TimeOrder::sortIn(std::size_t first)
{
    const auto fresh = m_entries.begin() + std::ptrdiff_t(first);
    if (!std::is_sorted(fresh, m_entries.end()))
        std::sort(fresh, m_entries.end());
    if (fresh == m_entries.end())
        return;
    const auto overlap = std::upper_bound(m_entries.begin(), fresh, *fresh);
    std::inplace_merge(overlap, fresh, m_entries.end());
}

std::size_t TimeOrder::endAt(base::Timestamp moment) const
{
    const auto isAfter = [](base::Timestamp time, const Entry& entry) { return time < entry.time; };
    return std::size_t(std::upper_bound(m_entries.begin(), m_entries.end(), moment, isAfter) - m_entries.begin());
}

std::size_t TimeOrder::beginAt(base::Timestamp moment) const
{
    const auto isBefore = [](const Entry& entry, base::Timestamp time) { return entry.time < time; };
    return std::size_t(std::lower_bound(m_entries.begin(), m_entries.end(), moment, isBefore) - m_entries.begin());
}

base::Timestamp TimeOrder::stepped(base::Timestamp moment, int steps) const
{
    const bool isFarther = std::size_t(std::llabs(steps)) >= m_entries.size(); // than any walk could go
    if (m_entries.empty() || steps == 0)
        return moment;
    if (steps > 0 && isFarther)
        return std::max(moment, m_entries.back().time);
    if (steps < 0 && isFarther)
        return std::min(moment, m_entries.front().time);
    for (; steps > 0; --steps) {
        const std::size_t next = endAt(moment);
        if (next == m_entries.size())
            break;
        moment = m_entries[next].time;
    }
    for (; steps < 0; ++steps) {
        const std::size_t here = beginAt(moment);
        if (here == 0)
            break;
        moment = m_entries[here - 1].time;
    }
    return moment;
}

} // namespace sagascope::session
