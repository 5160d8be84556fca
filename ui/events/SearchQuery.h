// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/identity/Identifier.h"
#include "core/saga/Saga.h"

namespace sagascope::ui {

/// One term of the search field. An event must satisfy all terms.
struct SearchTerm
{
    enum class Field {
        Anything,   ///< topic, type, source, any identifier
        Topic,      ///< a store::TopicPattern
        Type,       ///< part of the event type
        Source,     ///< part of the source
        Identifier, ///< part of an identifier of kind `kind`
        State,      ///< state of its saga
        Rule,       ///< part of the name of a rule that it broke
    };

    Field field = Field::Anything;
    std::string text; ///< as typed, never empty
    std::optional<identity::IdentifierKind> kind;
    std::optional<saga::SagaState> state;

    friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};

/// Reads `booking:BK-7741 state:compensated payment.failed`: terms apart by blanks, `field:value` where the field is
/// topic, type, source, state, rule or the name of an identifier kind. What is no such field is searched as it stands
/// (ids hold colons too). A field without a value is still being typed and is left out.
[[nodiscard]] std::vector<SearchTerm> parseSearch(std::string_view text);

/// ASCII letters in lower case; the rest as it is.
[[nodiscard]] std::string toLowerAscii(std::string_view text);
/// Whether `text` holds `lowerNeedle`, whatever the case of its ASCII letters.
[[nodiscard]] bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle);

} // namespace sagascope::ui
