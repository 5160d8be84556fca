// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArrivalOrder.h"

#include <algorithm>

namespace sagascope::session {
namespace {

/// kNoTime is before every time, so that whatever has none is never late and makes nothing late.
base::Duration behind(base::Timestamp newest, base::Timestamp time)
{
    return time == base::kNoTime || newest <= time ? base::Duration::zero() : newest - time;
}

} // namespace

void ArrivalOrder::extend(const store::EventStore::View& events)
{
    for (; m_size < events.size(); ++m_size) {
        base::Duration& latest = m_latest[m_size / kChunk % kRecentChunks];
        if (m_size % kChunk == 0) {
            m_newestBefore.append(m_newest);
            latest = base::Duration::zero();
        }
        const store::EventRow& row = events.row(base::EventIndex(static_cast<std::uint32_t>(m_size)));
        latest = std::max(latest, behind(m_newest, row.brokerTime));
        m_newest = std::max(m_newest, row.brokerTime);
        m_lateCount += row.has(store::EventFlag::Late) ? 1 : 0;
    }
}

ArrivalOrder::View ArrivalOrder::view() const
{
    View view;
    view.m_newestBefore = m_newestBefore.view();
    view.m_size = m_size;
    view.m_newest = m_newest;
    view.m_lately = *std::max_element(m_latest.begin(), m_latest.end());
    view.m_lateCount = m_lateCount;
    return view;
}

base::Duration ArrivalOrder::View::lateness(const store::EventStore::View& events, base::EventIndex event) const
{
    if (!event.isValid() || event.value >= m_size)
        return base::Duration::zero();
    const std::size_t chunk = event.value / kChunk;
    base::Timestamp newest = m_newestBefore[chunk];
    for (auto i = static_cast<std::uint32_t>(chunk * kChunk); i < event.value; ++i)
        newest = std::max(newest, events.row(base::EventIndex(i)).brokerTime);
    return behind(newest, events.row(event).brokerTime);
}

} // namespace sagascope::session
