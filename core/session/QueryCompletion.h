// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/session/Query.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// One way to go on typing: `text` takes the place of the completion's span.
struct QuerySuggestion
{
    enum class Kind : std::uint8_t { Field, Word, Definition, Type, Topic, Service, Id, Comparison };
    Kind kind = Kind::Word;
    std::string text;
    QueryField field = QueryField::Anything; ///< the field it is, or the field whose value it is
    friend bool operator==(const QuerySuggestion&, const QuerySuggestion&) = default;
};

struct QueryCompletion
{
    QuerySpan span; ///< the part of the text that a suggestion replaces
    std::vector<QuerySuggestion> suggestions;
};

/// What may stand where the cursor is (in bytes): names of fields, then values of the field; ids by how they begin. Reads at
/// most some hundred thousand ids and events, the newest ones; call it in a worker.
[[nodiscard]] QueryCompletion completeQuery(const Snapshot& snapshot, std::string_view text, std::size_t cursor,
                                            std::size_t most = 12);

} // namespace sagascope::session
