// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace sagascope::catalog {

/// In which way a value misses its schema; the ui puts it into a sentence with `SchemaViolation::argument`.
enum class SchemaProblem : std::uint8_t {
    Unreadable,  ///< the text is no JSON
    Missing,     ///< a required member is absent; argument: its name
    Type,        ///< argument: the types that are allowed
    Enumeration, ///< argument: the values that are allowed
    Minimum,     ///< argument: the smallest number allowed
    Maximum,     ///< argument: the largest number allowed
    Length,      ///< too short or too long; argument: the limit
    Pattern,     ///< argument: the regular expression
    Format,      ///< argument: the format, e.g. `date-time`
    Other,       ///< argument: what the validator says (English)
};

/// One place where a value misses its schema. `pointer` (RFC 6901) starts at the checked value; for a missing member
/// it names the place where it should be. `message` is the English sentence for logs and findings.
struct SchemaViolation
{
    std::string pointer;
    SchemaProblem problem = SchemaProblem::Other;
    std::string argument;
    std::string message;
};

/// A violation with its sentence.
[[nodiscard]] SchemaViolation violationAt(std::string pointer, SchemaProblem problem, std::string argument);

/// What `schema` allows where a value has this problem: the argument of the sentence. Empty when it does not say.
[[nodiscard]] std::string allowedBy(const nlohmann::json& schema, SchemaProblem problem);

} // namespace sagascope::catalog
