// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/identity/Identifier.h"

namespace sagascope::session {

/// What a term of the query language asks for. `booking:`, `payment:` and all other kinds of identifier are Identifier.
enum class QueryField : std::uint8_t {
    Anything, ///< a word without a field: keys, ids, types, topics, services, definitions
    State,
    Definition,
    Key,
    Identifier,
    Type,
    Topic,
    Source,
    Evidence,
    Has,
    Rule,
    Style,
    Duration,
    Since,
    Until,
    At,
    Events,
    Findings,
    Repeats,
    Payload,  ///< a value in the payload, by its path
    Header,   ///< a header of the record, by its name
    Text,     ///< anywhere in the value as it was sent
    CausedBy, ///< what the event's cause must be like
    In,       ///< what the event's saga must be like
};

/// How the value of a field is written, and what it is compared with.
enum class QueryForm : std::uint8_t {
    Name,     ///< a part is enough
    Id,       ///< the whole id
    Word,     ///< one of a closed list
    Count,    ///< `>10`, `0`
    Duration, ///< `>5s`
    Time,     ///< `10m` (ago), `10:24`, `2026-11-23T10:24Z`
    Content,  ///< the whole value or a pattern over it; `>500` compares it as a number; the name goes on: `payload.amount`
    Query,    ///< a query of its own in parentheses
};

/// One name that may stand before the colon.
struct QueryFieldName
{
    std::string_view name;
    QueryField field = QueryField::Anything;
    QueryForm form = QueryForm::Name;
    std::optional<identity::IdentifierKind> kind; ///< of Identifier; none for `id`, which means any kind
};

/// In the order in which they are offered.
[[nodiscard]] std::span<const QueryFieldName> queryFields();
/// Null when no field has this name (lower case).
[[nodiscard]] const QueryFieldName* queryField(std::string_view name);
/// The same as a person writes it: in any case, and with a path (`payload.amount`).
[[nodiscard]] const QueryFieldName* queryFieldAsWritten(std::string_view name);

/// What `has:` may ask for.
enum class QueryTrait : std::uint8_t {
    Duplicate, ///< a redelivery, or the same fact again
    Redelivery,
    SameFact,
    Collision,
    Retry,
    DeadLetter,
    Finding,
    Error,
    Warning,
    Candidates, ///< an ambiguous link
    Ours,       ///< published by this program
    Late,       ///< came after newer ones
};
inline constexpr int kQueryTraitCount = 12;
[[nodiscard]] std::string_view traitName(QueryTrait trait);

/// The closed list of a field of form Word, in the order of its bits; empty for other fields.
[[nodiscard]] std::vector<std::string_view> queryWords(QueryField field);

/// The candidate that begins with `word`, else one that differs in at most two letters; empty when none does.
[[nodiscard]] std::string_view nearestWord(std::string_view word, std::span<const std::string_view> candidates);

} // namespace sagascope::session
