// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/SameIds.h"

#include <atomic>
#include <utility>

namespace sagascope::identity {
namespace {

/// No two states of any SameIds have the same.
std::uint64_t nextVersion()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

} // namespace

template <typename Next> std::vector<base::EventIndex> SameIds::classOf(const Next& next, base::EventIndex event)
{
    std::vector<base::EventIndex> members{event};
    if (event.value >= next.size())
        return members;
    for (base::EventIndex other = next[event.value]; other != event; other = next[other.value])
        members.push_back(other);
    return members;
}

SameIds::SameIds() : m_version(nextVersion()) {}

std::vector<base::EventIndex> SameIds::View::classOf(base::EventIndex event) const
{
    return SameIds::classOf(m_next, event);
}

std::vector<base::EventIndex> SameIds::classOf(base::EventIndex event) const
{
    return classOf(m_next, event);
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
    if (!same.isEvent()) {
        for (std::uint32_t slot = same.firstWaiting(); slot != kNobody;) {
            Waiting& waiting = m_waiting[slot];
            m_causes.edit(waiting.effect.value) = event;
            m_touched.push_back(waiting.effect);
            const std::uint32_t next = waiting.next;
            waiting.next = m_freeWaiting;
            m_freeWaiting = slot;
            slot = next;
        }
        same.setEvent(event);
        return;
    }
    const base::EventIndex next = m_next[same.event().value]; // a copy: edit() may move the chunk that it lies in
    m_next.edit(event.value) = next;
    m_next.edit(same.event().value) = event;
    m_joined.push_back(event);
    m_version = nextVersion();
}

std::vector<base::EventIndex> SameIds::takeJoined()
{
    return std::exchange(m_joined, {});
}

void SameIds::resolveCause(base::EventIndex event, EventIdNumber cause)
{
    Known& named = known(cause);
    if (named.isEvent()) {
        m_causes.edit(event.value) = named.event();
        return;
    }
    if (m_freeWaiting == kNobody) {
        m_freeWaiting = std::uint32_t(m_waiting.size());
        m_waiting.emplace_back();
    }
    const std::uint32_t slot = m_freeWaiting;
    m_freeWaiting = m_waiting[slot].next;
    m_waiting[slot] = {event, named.firstWaiting()};
    named.setFirstWaiting(slot);
}

SameIds::View SameIds::view() const
{
    View view;
    view.m_version = m_version;
    view.m_next = m_next.view();
    view.m_causes = m_causes.view();
    return view;
}

} // namespace sagascope::identity
