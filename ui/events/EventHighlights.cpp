// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventHighlights.h"

#include <algorithm>
#include <utility>

namespace sagascope::ui {

EventHighlights::EventHighlights(std::function<void(std::span<const base::EventIndex>)> changed) : m_answers(std::move(changed))
{
}

void EventHighlights::setRules(const HighlightRules& rules, base::Duration zone)
{
    m_rules = rules;
    m_zone = zone;
    m_asked.clear();
    m_lastEvent = {};
    m_readsContent = false;
    m_isStable = true;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const session::ParsedQuery parsed = session::parseQuery(rules[i].query.toStdString());
        if (!rules[i].isOn || !parsed || parsed.query.isEmpty())
            continue;
        m_asked.push_back({int(i), session::QueryMatcher(parsed.query, zone)});
        const session::QueryMatcher& matcher = m_asked.back().matcher;
        m_readsContent = m_readsContent || matcher.readsContent();
        m_isStable = m_isStable && !matcher.asksSagasOfEvents() && !matcher.dependsOnClock();
    }
    if (!m_readsContent) {
        m_answers.setQuestion({});
        return;
    }
    m_answers.setQuestion([asked = m_asked] {
        return [own = asked](const session::Snapshot& snapshot, base::EventIndex event) mutable {
            return Answer{firstOf(own, snapshot, event), snapshot.sequence};
        };
    });
}

void EventHighlights::forget()
{
    setRules(HighlightRules(m_rules), m_zone); // the queries, too, remember what records held
}

int EventHighlights::firstOf(std::vector<Asked>& asked, const session::Snapshot& snapshot, base::EventIndex event)
{
    const auto found = std::find_if(asked.begin(), asked.end(), [&](Asked& one) { return one.matcher.matches(snapshot, event); });
    return found == asked.end() ? -1 : found->rule;
}

int EventHighlights::ruleOf(const session::SnapshotPtr& snapshot, base::EventIndex event)
{
    if (m_asked.empty())
        return -1;
    if (!m_readsContent)
        return askNow(*snapshot, event);
    const Answer* answer = m_answers.known(event);
    if (answer == nullptr || (!m_isStable && answer->sequence != snapshot->sequence))
        m_answers.want(snapshot, event);
    return answer == nullptr ? -1 : answer->rule;
}

int EventHighlights::askNow(const session::Snapshot& snapshot, base::EventIndex event)
{
    if (m_lastEvent != event || m_last.sequence != snapshot.sequence) {
        m_lastEvent = event;
        m_last = {firstOf(m_asked, snapshot, event), snapshot.sequence};
    }
    return m_last.rule;
}

} // namespace sagascope::ui
