// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventLocator.h"

#include <algorithm>

namespace sagascope::session {

void EventLocator::look(const Snapshot& snapshot, std::size_t end)
{
    const store::EventStore::View& events = snapshot.events;
    for (end = std::min(end, events.size()); m_looked < end; ++m_looked) {
        const base::EventIndex event(static_cast<std::uint32_t>(m_looked));
        if (m_address.topic.empty())
            lookAtTime(events.row(event), event);
        else
            lookAtPlace(events, event);
    }
}

void EventLocator::lookAtTime(const store::EventRow& row, base::EventIndex event)
{
    const bool isBetter = m_best == base::kNoTime || row.brokerTime < m_best;
    if (row.brokerTime == base::kNoTime || row.brokerTime < m_from || !isBetter || !m_accept(event))
        return;
    m_byTime = event;
    m_best = row.brokerTime;
}

bool EventLocator::isTopic(const store::EventStore::View& events, base::TopicId topic)
{
    for (; m_topicsKnown < events.topicCount() && !m_topic.isValid(); ++m_topicsKnown) {
        const base::TopicId known(static_cast<std::uint16_t>(m_topicsKnown));
        if (events.topicName(known) == m_address.topic)
            m_topic = known;
    }
    return topic == m_topic;
}

void EventLocator::lookAtPlace(const store::EventStore::View& events, base::EventIndex event)
{
    const store::EventRow& row = events.row(event);
    const bool isId = !m_address.eventId.isNull() && row.eventId == m_address.eventId;
    if (isId)
        m_byId = event;
    if (!isTopic(events, row.topic) || row.partition != m_address.partition || row.offset < m_address.offset)
        return;
    if (row.offset > m_address.offset) {
        m_isPassed = true;
        return;
    }
    m_atPlace = event;
    if (isId)
        m_whole = event;
}

base::EventIndex EventLocator::event() const
{
    if (m_address.topic.empty())
        return m_byTime;
    if (m_address.eventId.isNull())
        return m_atPlace;
    // The same record in another cluster or file has its id, but not always its place.
    return m_whole.isValid() ? m_whole : m_byId;
}

EventLocator::Outcome EventLocator::outcome() const
{
    if (event().isValid())
        return Outcome::Found;
    if (m_atPlace.isValid())
        return Outcome::Another;
    return m_isPassed ? Outcome::Passed : Outcome::NotYet;
}

} // namespace sagascope::session
