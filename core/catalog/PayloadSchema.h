// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/Result.h"

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

/// Shape of a payload as a JSON Schema (draft-07), compiled once. Formats date-time, date, email, uuid, ipv4, ipv6 and
/// uri are checked. Only the first 1,024 bytes of a string are looked at, which keeps regular expressions harmless.
///
/// Immutable after compile(): any thread may check. Copies share the compiled schema.
class PayloadSchema
{
public:
    struct Verdict
    {
        std::vector<SchemaViolation> violations;
        std::vector<std::string> extraFields;
    };

    /// Error Malformed when the text is no JSON Schema; `subject` names it in the error.
    static base::Result<PayloadSchema> compile(std::string_view schemaJson, std::string_view subject = {});

    [[nodiscard]] std::vector<SchemaViolation> check(std::string_view payloadJson) const;
    [[nodiscard]] std::vector<SchemaViolation> checkValue(const nlohmann::json& payload) const;
    /// Pointers of members that the schema does not declare, in places where it declares any. They are no violation.
    [[nodiscard]] std::vector<std::string> extraFields(std::string_view payloadJson) const;
    [[nodiscard]] std::vector<std::string> extraFieldsOf(const nlohmann::json& payload) const;
    /// Both with one reading of the text.
    [[nodiscard]] Verdict inspect(std::string_view payloadJson) const;

    [[nodiscard]] const nlohmann::json& document() const;

private:
    struct Compiled;
    explicit PayloadSchema(std::shared_ptr<const Compiled> compiled);
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace sagascope::catalog
