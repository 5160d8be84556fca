// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventFilter.h"

#include <utility>

namespace sagascope::ui {
namespace {

using session::QueryField;
using session::QueryNode;
using session::TextPattern;

/// What a field of the bar holds, as a term; a part of the text is enough there, ids included.
QueryNode termOf(QueryField field, const std::string& text)
{
    QueryNode node;
    node.kind = QueryNode::Kind::Term;
    node.term.field = field;
    node.term.value = text;
    node.term.text = TextPattern::literal(text, TextPattern::Mode::Part);
    return node;
}

session::Query withFields(session::Query query, const EventFilter& filter)
{
    QueryNode root;
    root.children = query.clauses();
    if (!filter.type.empty())
        root.children.push_back(termOf(QueryField::Type, filter.type));
    if (!filter.id.empty())
        root.children.push_back(termOf(QueryField::Identifier, filter.id));
    query.root = std::move(root);
    return query;
}

} // namespace

bool EventFilter::isEmpty() const
{
    EventFilter nothing;
    nothing.zone = zone;
    return *this == nothing;
}

EventMatcher::EventMatcher(const EventFilter& filter)
    : m_pattern(filter.topicPattern),
      m_window(filter.window),
      m_asOf(filter.asOf),
      m_onlyFindings(filter.onlyFindings),
      m_onlyUndecodable(filter.onlyUndecodable),
      m_matchesEverything(filter.isEmpty())
{
    session::ParsedQuery parsed = session::parseQuery(filter.search);
    m_isFaulty = parsed.error.has_value();
    m_query = session::QueryMatcher(withFields(std::move(parsed.query), filter), filter.zone);
}

bool EventMatcher::matches(const session::Snapshot& snapshot, base::EventIndex event)
{
    if (m_matchesEverything)
        return true;
    const store::EventRow& row = snapshot.events.row(event);
    if (m_asOf && row.brokerTime > *m_asOf)
        return false;
    if (m_isFaulty || (m_onlyUndecodable && !row.has(store::EventFlag::Undecodable)))
        return false;
    if (m_onlyFindings && !row.has(store::EventFlag::HasHits))
        return false;
    if (m_window && (row.brokerTime < m_window->from || row.brokerTime > m_window->to))
        return false;
    return matchesTopic(snapshot, row.topic) && m_query.matches(snapshot, event);
}

bool EventMatcher::matchesTopic(const session::Snapshot& snapshot, base::TopicId topic)
{
    if (m_pattern.matchesEverything())
        return true;
    if (topic.value >= m_patternKnown.size())
        m_patternKnown.resize(std::size_t(topic.value) + 1, -1);
    signed char& known = m_patternKnown[topic.value];
    if (known < 0)
        known = m_pattern.matches(snapshot.events.topicName(topic)) ? 1 : 0;
    return known == 1;
}

} // namespace sagascope::ui
