// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/SameIds.h"

#include <cassert>

namespace sagascope::identity {

std::vector<base::EventIndex> SameIds::View::classOf(base::EventIndex event) const
{
    std::vector<base::EventIndex> members{event};
    for (base::EventIndex next = m_next[event.value]; next != event; next = m_next[next.value])
        members.push_back(next);
    return members;
}

void SameIds::add(base::EventIndex event, const base::Hash128& eventId, const base::Hash128& causationId,
                  const std::function<void(base::EventIndex)>& touch)
{
    assert(event.value == m_next.size());
    m_next.append(event);
    m_causes.append({});
    if (!eventId.isNull())
        joinClass(event, eventId, touch);
    if (!causationId.isNull())
        resolveCause(event, causationId);
}

void SameIds::joinClass(base::EventIndex event, const base::Hash128& id,
                        const std::function<void(base::EventIndex)>& touch)
{
    const auto [found, isFirst] = m_byId.try_emplace(id, event);
    if (isFirst) {
        if (const auto waiting = m_waiting.find(id); waiting != m_waiting.end()) {
            for (const base::EventIndex effect : waiting->second) {
                m_causes.edit(effect.value) = event;
                touch(effect);
            }
            m_waiting.erase(waiting);
        }
        return;
    }
    const base::EventIndex known = found->second;
    m_next.edit(event.value) = m_next[known.value];
    m_next.edit(known.value) = event;
    for (base::EventIndex other = m_next[event.value]; other != event; other = m_next[other.value])
        touch(other);
}

void SameIds::resolveCause(base::EventIndex event, const base::Hash128& causationId)
{
    if (const auto found = m_byId.find(causationId); found != m_byId.end())
        m_causes.edit(event.value) = found->second;
    else
        m_waiting[causationId].push_back(event);
}

SameIds::View SameIds::view() const
{
    View view;
    view.m_next = m_next.view();
    view.m_causes = m_causes.view();
    return view;
}

} // namespace sagascope::identity
