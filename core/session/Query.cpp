// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Query.h"

#include <chrono>

namespace sagascope::session {
namespace {

std::string inQuotes(const std::string& text)
{
    return "'" + text + "'";
}

std::string_view exampleOf(const std::string& field)
{
    const QueryFieldName* known = queryField(toLowerAscii(field.substr(0, field.find('.')))); // of payload.amount
    const QueryForm form = known == nullptr ? QueryForm::Name : known->form;
    switch (form) {
    case QueryForm::Count: return ">0";
    case QueryForm::Duration: return ">5s";
    case QueryForm::Time: return "10m";
    case QueryForm::Word: return queryWords(known->field).front();
    case QueryForm::Id: return "BK-7741";
    case QueryForm::Content: return ">500";
    case QueryForm::Query: return "(state:failed)";
    case QueryForm::Name: break;
    }
    return "payment";
}

} // namespace

bool compares(std::int64_t left, QueryComparison comparison, std::int64_t right)
{
    switch (comparison) {
    case QueryComparison::Equal: return left == right;
    case QueryComparison::Less: return left < right;
    case QueryComparison::LessOrEqual: return left <= right;
    case QueryComparison::Greater: return left > right;
    case QueryComparison::GreaterOrEqual: return left >= right;
    }
    return false;
}

QueryTime::Range QueryTime::resolve(base::Timestamp now, base::Duration utcOffset) const
{
    switch (kind) {
    case Kind::Ago: return {now - amount, now - amount + width};
    case Kind::OfDay: {
        const base::Timestamp midnight = std::chrono::floor<std::chrono::days>(now + utcOffset) - utcOffset;
        return {midnight + amount, midnight + amount + width};
    }
    case Kind::Full: {
        const base::Timestamp from = hasZone ? moment : moment - utcOffset;
        return {from, from + width};
    }
    }
    return {now, now};
}

std::vector<QueryNode> Query::clauses() const
{
    if (root.kind == QueryNode::Kind::All)
        return root.children;
    return {root};
}

std::string queryErrorSentence(const QueryError& error)
{
    const std::string place = " (character " + std::to_string(error.span.position + 1) + ")";
    const std::string hint = error.suggestion.empty() ? std::string() : "; did you mean " + inQuotes(error.suggestion) + "?";
    const std::string example = error.field + ":" + std::string(exampleOf(error.field));
    switch (error.code) {
    case QueryErrorCode::UnknownField:
        return inQuotes(error.word) + " is no field" + (hint.empty() ? "; put the word in double quotes to search for it" : hint) +
               place;
    case QueryErrorCode::UnknownWord: return error.field + ": does not know " + inQuotes(error.word) + hint + place;
    case QueryErrorCode::MissingValue: return error.field + ": wants a value, like " + example + place;
    case QueryErrorCode::NotACount: return error.field + ": wants a number, like " + example + place;
    case QueryErrorCode::NotADuration:
        return error.field + ": wants a number with a unit (ms, s, m, h, d), like " + example + place;
    case QueryErrorCode::NotATime:
        return error.field + ": wants a time, like 10m (ago), 10:24 or 2026-11-23T10:24:00Z" + place;
    case QueryErrorCode::CannotCompare: return error.field + ": cannot be compared; leave out > and <" + place;
    case QueryErrorCode::NeedsComparison: return error.field + ": wants > or < before the value, like " + example + place;
    case QueryErrorCode::MissingTerm: return "something is missing beside " + inQuotes(error.word) + place;
    case QueryErrorCode::UnclosedParenthesis: return "this parenthesis is never closed; add )" + place;
    case QueryErrorCode::UnopenedParenthesis: return "this parenthesis was never opened; remove it" + place;
    case QueryErrorCode::UnclosedQuote: return "this quote is never closed; add \"" + place;
    case QueryErrorCode::MissingPath:
        return error.field + ": wants to know which one, like " + error.suggestion + place;
    case QueryErrorCode::NotANumber: return error.field + ": compares with numbers only, like " + example + place;
    case QueryErrorCode::UnclosedPattern:
        return "this regular expression is never closed; add /, or put the value in double quotes" + place;
    case QueryErrorCode::FaultyPattern: return inQuotes(error.word) + " is no regular expression that can be used here" + place;
    case QueryErrorCode::NeedsParentheses: return error.field + ": wants a query in parentheses, like " + example + place;
    case QueryErrorCode::TooDeep: return "too many parentheses in one another" + place;
    }
    return {};
}

std::string withoutClause(std::string_view text, QuerySpan span)
{
    const ParsedQuery parsed = parseQuery(text);
    std::string rest;
    for (const QueryNode& clause : parsed.query.clauses()) {
        if (clause.span != span)
            rest.append(rest.empty() ? "" : " ").append(text.substr(clause.span.position, clause.span.length));
    }
    return rest;
}

std::string quotedForQuery(std::string_view value)
{
    const bool isPlain = !value.empty() && value.front() != '/' && value.find_first_of(" \t\r\n\"()*<>\\") == std::string_view::npos;
    if (isPlain)
        return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace sagascope::session
