// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QueryCheck.h"

#include "core/session/QueryCompletion.h"
#include "core/session/QueryMatcher.h"
#include "tests/support/History.h"

namespace sagascope::test {
namespace {

bool lies(session::QuerySpan span, std::string_view text)
{
    return span.position <= text.size() && span.length <= text.size() - span.position;
}

std::optional<std::string> problemWithTree(const session::QueryNode& node, std::string_view text)
{
    if (!lies(node.span, text))
        return "a part of the query lies outside its text";
    for (const session::QueryNode& child : node.children)
        if (auto problem = problemWithTree(child, text))
            return problem;
    return std::nullopt;
}

/// What is asked of the bytes of a value is answered as if each was looked at by itself.
std::optional<std::string> problemWithText(const session::Query& query, const session::Snapshot& snapshot)
{
    const session::QueryTerm& term = query.root.term;
    if (query.root.kind != session::QueryNode::Kind::Term || term.field != session::QueryField::Text)
        return std::nullopt;
    session::QueryMatcher matcher(query);
    for (std::uint32_t i = 0; i < snapshot.events.size(); ++i) {
        const auto batch = snapshot.events.record(base::EventIndex(i));
        const auto value = batch ? batch->records().front().value : std::nullopt;
        if (matcher.matches(snapshot, base::EventIndex(i)) != (value && term.text.matches(*value)))
            return "a text is searched in another way than it is compared";
    }
    return std::nullopt;
}

} // namespace

QueryCheck::QueryCheck()
{
    const History history(R"(
09:40:00.000 voyage.booking.created e1 corr=c1 | bookingId=BK-1 amount=482 items.sku=A1
09:40:01.000 payment.failed         e2 corr=c1 cause=e1 | bookingId=BK-1
)");
    std::vector<Record> records = history.records();
    records.push_back(Record("dreamscape.broken").value(std::string("\xff{\"a\":", 6)).header("x-retry", "3"));
    m_snapshot = tellReport(records).snapshot;
}

std::optional<std::string> QueryCheck::problemWith(std::string_view text)
{
    const session::ParsedQuery parsed = session::parseQuery(text);
    if (parsed.error) {
        if (!lies(parsed.error->span, text))
            return "the error lies outside the text";
        if (session::queryErrorSentence(*parsed.error).empty())
            return "the error says nothing";
    } else if (auto problem = problemWithTree(parsed.query.root, text)) {
        return problem;
    }
    const auto completion = session::completeQuery(*m_snapshot, text, text.size());
    if (!lies(completion.span, text))
        return "a completion lies outside the text";

    if (auto problem = problemWithText(parsed.query, *m_snapshot))
        return problem;
    session::QueryMatcher matcher(parsed.query);
    session::QueryMatcher again(matcher);
    for (std::uint32_t i = 0; i < m_snapshot->events.size(); ++i)
        if (matcher.matches(*m_snapshot, base::EventIndex(i)) != again.matches(*m_snapshot, base::EventIndex(i)))
            return "the same question has two answers";
    for (std::uint32_t slot = 0; slot < m_snapshot->sagas.slotCount(); ++slot)
        static_cast<void>(matcher.matches(*m_snapshot, base::SagaId(slot)));
    return std::nullopt;
}

} // namespace sagascope::test
