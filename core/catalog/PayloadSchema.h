// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/Result.h"
#include "core/catalog/SchemaViolation.h"

namespace sagascope::catalog {

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
