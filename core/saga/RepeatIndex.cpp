// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/RepeatIndex.h"

#include <unordered_set>

namespace sagascope::saga {

RepeatMark RepeatIndex::markOf(base::EventIndex event, const store::EventStore::View& events,
                               const identity::Identity::View& identity)
{
    if (identity.sameIds().isAlone(event))
        return {};
    const base::EventIndex first = firstOf(event, events, identity);
    if (first == event)
        return {};
    if (isAttempt(events.row(event)))
        return {identity::Repeat::Attempt, first};
    const identity::EventFacts& facts = identity.facts(event);
    const base::EventIndex same = m_firstOfContent.at({facts.id.value, facts.contentHash});
    return same == event ? RepeatMark{identity::Repeat::IdCollision, first} : RepeatMark{identity::Repeat::Redelivery, same};
}

base::EventIndex RepeatIndex::firstOf(base::EventIndex event, const store::EventStore::View& events,
                                      const identity::Identity::View& identity)
{
    if (identity.sameIds().isAlone(event))
        return event;
    if (m_version != identity.sameIds().version()) {
        m_first.clear();
        m_firstOfContent.clear();
        m_version = identity.sameIds().version();
    }
    const auto known = m_first.find(identity.facts(event).id.value);
    return known == m_first.end() ? learn(event, events, identity) : known->second;
}

base::EventIndex RepeatIndex::learn(base::EventIndex event, const store::EventStore::View& events,
                                    const identity::Identity::View& identity)
{
    for (const base::EventIndex member : identity.sameIds().classOf(event))
        add(member, events, identity);
    return m_first.at(identity.facts(event).id.value);
}

/// Whether others' marks change by it. Adding again what was added changes nothing.
bool RepeatIndex::add(base::EventIndex event, const store::EventStore::View& events, const identity::Identity::View& identity)
{
    const auto takesPlaceOf = [&](base::EventIndex& holder) {
        const bool isEarlier = holder != event && isBeforeInClass(event, holder, events);
        if (isEarlier)
            holder = event;
        return isEarlier;
    };
    const identity::EventFacts& facts = identity.facts(event);
    const bool isFirst = takesPlaceOf(m_first.try_emplace(facts.id.value, event).first->second);
    const Content content{facts.id.value, facts.contentHash};
    const bool isFirstOfContent = takesPlaceOf(m_firstOfContent.try_emplace(content, event).first->second);
    return isFirst || isFirstOfContent;
}

std::vector<base::EventIndex> RepeatIndex::join(const std::vector<base::EventIndex>& joined, const store::EventStore::View& events,
                                                const identity::Identity::View& identity)
{
    std::vector<base::EventIndex> changing;
    std::unordered_set<std::uint32_t> changed;
    m_version = identity.sameIds().version();
    for (const base::EventIndex event : joined) {
        const std::uint32_t id = identity.facts(event).id.value;
        const bool isKnown = m_first.contains(id);
        if (!isKnown)
            learn(event, events, identity); // whoever had the id alone may repeat this one now
        if ((!isKnown || add(event, events, identity)) && changed.insert(id).second)
            changing.push_back(event);
    }
    return changing;
}

} // namespace sagascope::saga
