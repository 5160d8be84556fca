// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/session/QueryField.h"
#include "core/session/QueryText.h"

// The language of the search field and of `report --where`:
//
//     query := all ( "or" all )*
//     all   := one ( ["and"] one )*
//     one   := ( "not" | "-" ) one | "(" query ")" | term
//     term  := [ field ":" ] [ ">" | "<" | ">=" | "<=" ] value
//            | field ":/" regular expression "/" [ "i" ]
//            | ( "caused-by" | "in" ) ":(" query ")"
//     field := name | "payload" path | "header." name
//     path  := ( "." member )+ | JSON pointer
//
// A value may stand in double quotes (`\"` is a quote inside); it then means exactly itself. Words are `or`, `and`, `not` only
// without quotes. What looks like a field but holds more than one colon (`urn:uuid:1`) is a word: ids look like that.

namespace sagascope::session {

/// A part of the query's text, in bytes.
struct QuerySpan
{
    std::size_t position = 0;
    std::size_t length = 0;
    friend bool operator==(const QuerySpan&, const QuerySpan&) = default;
};

enum class QueryErrorCode : std::uint8_t {
    UnknownField,
    UnknownWord,     ///< not in the field's closed list
    MissingValue,    ///< nothing after the colon
    NotACount,
    NotADuration,
    NotATime,
    CannotCompare,   ///< `>` or `<` where only equality has a meaning
    NeedsComparison, ///< a duration without `>` or `<`
    MissingTerm,     ///< nothing after `or`, `and`, `not`, `-`, or in parentheses
    UnclosedParenthesis,
    UnopenedParenthesis,
    UnclosedQuote,
    TooDeep,
    MissingPath,      ///< `payload:` or `header:` without what comes after the name
    NotANumber,       ///< `payload.x:>` with something else
    UnclosedPattern,  ///< `/` that begins a regular expression and none that ends it
    FaultyPattern,    ///< no regular expression, or too long a one
    NeedsParentheses, ///< `in:` or `caused-by:` without a query in parentheses
};

/// What is wrong, where, and with what; ui and command line make the sentence.
struct QueryError
{
    QueryErrorCode code = QueryErrorCode::MissingTerm;
    QuerySpan span;         ///< the word to underline
    std::string field;      ///< as it was typed, empty when none is concerned
    std::string word;       ///< what could not be read
    std::string suggestion; ///< what may have been meant; may be empty
};
/// One English sentence with what to do, for the command line.
[[nodiscard]] std::string queryErrorSentence(const QueryError& error);

enum class QueryComparison : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
[[nodiscard]] bool compares(std::int64_t left, QueryComparison comparison, std::int64_t right);

/// A moment as it was typed: some time ago, a time of day, or a full time. Resolved when asked, against the moment that a
/// snapshot speaks of.
struct QueryTime
{
    enum class Kind : std::uint8_t { Ago, OfDay, Full };
    struct Range
    {
        base::Timestamp from;
        base::Timestamp end; ///< exclusive
    };

    Kind kind = Kind::Ago;
    base::Duration amount{0};              ///< ago, or since midnight
    base::Timestamp moment = base::kNoTime; ///< Full; in the reader's zone unless hasZone
    bool hasZone = false;
    base::Duration width{1}; ///< how exactly it was typed: `10:24` is a minute

    /// `utcOffset`: the reader's zone, ahead of UTC.
    [[nodiscard]] Range resolve(base::Timestamp now, base::Duration utcOffset) const;
};

struct QueryTerm
{
    QueryField field = QueryField::Anything;
    std::optional<identity::IdentifierKind> kind; ///< of Identifier; none means any
    QueryComparison comparison = QueryComparison::Equal;
    std::string value;        ///< as typed, without its quotes
    TextPattern text;         ///< forms Name and Id
    bool isTopicPattern = false; ///< `value` is a store::TopicPattern
    std::uint32_t words = 0;  ///< one bit per word of the closed list; Rule uses `rules` instead
    base::RuleSet rules;
    std::int64_t number = 0;  ///< a count, or a duration in nanoseconds
    QueryTime time;
    std::vector<std::string> path; ///< of Payload: members and positions from the payload down; of Header: its name
    std::optional<double> real;    ///< of Payload and Header: the value, where it is a number
};

struct QueryNode
{
    enum class Kind : std::uint8_t {
        All,
        Any,
        Not,
        Term,
        Relation, ///< `term.field` says what the only child is asked of: the cause, or the saga
    };
    Kind kind = Kind::All;
    std::vector<QueryNode> children;
    QueryTerm term; ///< of Term and Relation
    QuerySpan span;
};

/// A query that was read. The empty query (`All` without children) lets everything through.
struct Query
{
    QueryNode root;
    [[nodiscard]] bool isEmpty() const { return root.kind == QueryNode::Kind::All && root.children.empty(); }
    /// The terms that must hold together: children of the outermost `All`, or the whole query as one.
    [[nodiscard]] std::vector<QueryNode> clauses() const;
};

/// Either a query, or what is wrong with the text (then `query` is empty).
struct ParsedQuery
{
    Query query;
    std::optional<QueryError> error;
    explicit operator bool() const { return !error; }
};
[[nodiscard]] ParsedQuery parseQuery(std::string_view text);

/// The text without the clause that stands at `span`; the other clauses stay as they were typed.
[[nodiscard]] std::string withoutClause(std::string_view text, QuerySpan span);

/// `value` so that it can stand after a field and mean exactly itself: in quotes where it must be.
[[nodiscard]] std::string quotedForQuery(std::string_view value);

} // namespace sagascope::session
