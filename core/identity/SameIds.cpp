// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/SameIds.h"

namespace sagascope::identity {

std::vector<base::EventIndex> SameIds::View::classOf(base::EventIndex event) const
{
    std::vector<base::EventIndex> members{event};
    if (event.value >= m_next.size())
        return members;
    for (base::EventIndex next = m_next[event.value]; next != event; next = m_next[next.value])
        members.push_back(next);
    return members;
}

const std::vector<base::EventIndex>& SameIds::add(base::EventIndex event, EventIdNumber id, EventIdNumber cause)
{
    m_touched.clear();
    ensure(event);
    if (id.isValid())
        joinClass(event, id);
    if (cause.isValid())
        resolveCause(event, cause);
    return m_touched;
}

void SameIds::ensure(base::EventIndex event)
{
    while (m_next.size() <= event.value) {
        m_next.append(base::EventIndex(std::uint32_t(m_next.size())));
        m_causes.append({});
    }
}

SameIds::Known& SameIds::known(EventIdNumber id)
{
    if (id.value >= m_known.size())
        m_known.resize(id.value + std::size_t(1));
    return m_known[id.value];
}

void SameIds::joinClass(base::EventIndex event, EventIdNumber id)
{
    Known& same = known(id);
    if (!same.event.isValid()) {
        same.event = event;
        while (same.firstWaiting != kNobody) {
            Waiting& waiting = m_waiting[same.firstWaiting];
            m_causes.edit(waiting.effect.value) = event;
            m_touched.push_back(waiting.effect);
            const std::uint32_t next = waiting.next;
            waiting.next = m_freeWaiting;
            m_freeWaiting = same.firstWaiting;
            same.firstWaiting = next;
        }
        return;
    }
    const base::EventIndex next = m_next[same.event.value]; // a copy: edit() may move the chunk that it lies in
    m_next.edit(event.value) = next;
    m_next.edit(same.event.value) = event;
    for (base::EventIndex other = m_next[event.value]; other != event; other = m_next[other.value])
        m_touched.push_back(other);
}

void SameIds::resolveCause(base::EventIndex event, EventIdNumber cause)
{
    Known& named = known(cause);
    if (named.event.isValid()) {
        m_causes.edit(event.value) = named.event;
        return;
    }
    if (m_freeWaiting == kNobody) {
        m_freeWaiting = std::uint32_t(m_waiting.size());
        m_waiting.emplace_back();
    }
    const std::uint32_t slot = m_freeWaiting;
    m_freeWaiting = m_waiting[slot].next;
    m_waiting[slot] = {event, named.firstWaiting};
    named.firstWaiting = slot;
}

SameIds::View SameIds::view() const
{
    View view;
    view.m_next = m_next.view();
    view.m_causes = m_causes.view();
    return view;
}

} // namespace sagascope::identity
