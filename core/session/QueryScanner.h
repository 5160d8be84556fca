// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/session/Query.h"

namespace sagascope::session {

/// A token of the query language with its place in the text.
struct QueryToken
{
    enum class Kind : std::uint8_t { Open, Close, Or, And, Not, Word };
    Kind kind = Kind::Word;
    QuerySpan span;
    // Of a word only:
    std::string field;     ///< what stands before the colon, lower case; empty when the word has no field
    std::string path;      ///< what follows `payload` or `header` up to the colon, `.amount`; see readQueryPath()
    std::string typedField; ///< both, as they were typed
    std::string value;     ///< without its quotes
    QuerySpan valueSpan;   ///< with its quotes
    bool isQuoted = false; ///< the whole value stands in quotes
    bool isUnclosed = false; ///< a quote, or a regular expression, was opened and not closed
    bool isPattern = false;  ///< `value` is a regular expression, without its slashes
    bool ignoresCase = false; ///< of a regular expression: `i` follows it
};

/// Never fails: what cannot be a query is found out by the parser.
[[nodiscard]] std::vector<QueryToken> scanQuery(std::string_view text);

} // namespace sagascope::session
