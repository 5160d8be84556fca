// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/PayloadSchema.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "core/catalog/JsonDepth.h"
#include "core/catalog/SchemaWalk.h"
#include "core/catalog/ValueFormat.h"

namespace sagascope::catalog {
namespace {

using nlohmann::json;

constexpr std::size_t kReadLength = 1024; ///< of a string; std::regex recurses per character and would overflow

constexpr std::size_t kDeepest = 1024; ///< of nesting, as in the decoder; deeper values would exhaust the stack

/// A discarded value when the text is no JSON.
json read(std::string_view text)
{
    return isDeeperThan(kDeepest, text) ? json(json::value_t::discarded) : json::parse(text.begin(), text.end(), nullptr, false);
}

void cut(std::string& text)
{
    std::size_t length = kReadLength;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    text.resize(length);
}

bool isNeedingCare(const json& value)
{
    if (value.is_string())
        return value.get_ref<const std::string&>().size() > kReadLength;
    if (value.is_number_float())
        return value.get<double>() == std::trunc(value.get<double>());
    if (value.is_number_unsigned())
        return value.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max());
    return value.is_structured() && std::any_of(value.begin(), value.end(), isNeedingCare);
}

/// What JSON Schema means and valijson does not see: 2.0 is an integer, integers may exceed 64 bits.
void prepare(json& value)
{
    constexpr double kExact = 9007199254740992.0; // 2^53
    if (value.is_string() && value.get_ref<const std::string&>().size() > kReadLength)
        cut(value.get_ref<std::string&>());
    else if (value.is_number_float() && value.get<double>() == std::trunc(value.get<double>()) &&
             std::abs(value.get<double>()) <= kExact)
        value = static_cast<std::int64_t>(value.get<double>());
    else if (value.is_number_unsigned() &&
             value.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
        value = static_cast<double>(value.get<std::uint64_t>());
    else if (value.is_structured())
        for (json& child : value)
            prepare(child);
}

/// Takes `format` out of a schema (not a member of that name): valijson throws where the value is no string.
void dropFormats(json& schema)
{
    if (schema.is_array())
        for (json& part : schema)
            dropFormats(part);
    if (!schema.is_object())
        return;
    if (const auto format = schema.find("format"); format != schema.end() && format->is_string())
        schema.erase(format);
    for (auto& [keyword, part] : schema.items()) {
        if (keyword == "enum" || keyword == "const" || keyword == "examples" || keyword == "default")
            continue;
        if (keyword == "properties" || keyword == "definitions" || keyword == "patternProperties") {
            for (json& member : part)
                dropFormats(member);
        } else {
            dropFormats(part);
        }
    }
}

/// valijson's context, `<root>` and then `[member]` or `[index]`, as a JSON pointer.
std::string toPointer(const std::vector<std::string>& context)
{
    std::string pointer;
    for (std::size_t i = 1; i < context.size(); ++i)
        pointer += pointerToken(std::string_view(context[i]).substr(1, context[i].size() - 2));
    return pointer;
}

struct Phrase
{
    std::string_view start;
    SchemaProblem problem;
};

/// How valijson begins its sentences.
constexpr std::array kPhrases{
    Phrase{"Missing required property", SchemaProblem::Missing},
    Phrase{"Value type not permitted", SchemaProblem::Type},
    Phrase{"Failed to match against any enum", SchemaProblem::Enumeration},
    Phrase{"Expected number greater than", SchemaProblem::Minimum},
    Phrase{"Expected number less than", SchemaProblem::Maximum},
    Phrase{"String should be no", SchemaProblem::Length},
    Phrase{"Array should contain no", SchemaProblem::Length},
    Phrase{"Failed to match regex", SchemaProblem::Pattern},
};

/// Sentences that only say that a part failed, which is told where it failed.
constexpr std::array<std::string_view, 3> kEchoes{
    "Failed to validate item #",
    "Failed to validate against additional properties schema",
    "Failed to validate against schema associated with",
};

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

bool isEcho(const std::string& sentence)
{
    return std::any_of(kEchoes.begin(), kEchoes.end(), [&](std::string_view e) { return startsWith(sentence, e); });
}

SchemaProblem problemOf(const std::string& sentence)
{
    const auto* phrase =
        std::find_if(kPhrases.begin(), kPhrases.end(), [&](const Phrase& p) { return startsWith(sentence, p.start); });
    return phrase == kPhrases.end() ? SchemaProblem::Other : phrase->problem;
}

/// The text between the first pair of apostrophes.
std::string quoted(const std::string& sentence)
{
    const std::size_t first = sentence.find('\'');
    const std::size_t last = sentence.rfind('\'');
    return first < last ? sentence.substr(first + 1, last - first - 1) : std::string();
}

SchemaViolation unreadable()
{
    return violationAt({}, SchemaProblem::Unreadable, {});
}

} // namespace

struct PayloadSchema::Compiled
{
    json document;
    valijson::Schema schema;

    [[nodiscard]] std::vector<SchemaViolation> check(const json& payload) const;

private:
    [[nodiscard]] std::optional<SchemaViolation> translate(const valijson::ValidationResults::Error& error) const;
    void checkShape(const json& payload, std::vector<SchemaViolation>& out) const;
    void checkFormats(const json& payload, std::vector<SchemaViolation>& out) const;
};

std::optional<SchemaViolation> PayloadSchema::Compiled::translate(const valijson::ValidationResults::Error& error) const
{
    if (isEcho(error.description))
        return std::nullopt;
    const SchemaProblem problem = problemOf(error.description);
    const std::string pointer = toPointer(error.context);
    if (problem == SchemaProblem::Missing) {
        const std::string name = quoted(error.description);
        return violationAt(pointer + pointerToken(name), problem, name);
    }
    const json* part = describeAt(document, pointer);
    const std::string allowed = part ? allowedBy(*part, problem) : std::string();
    return allowed.empty() ? violationAt(pointer, SchemaProblem::Other, error.description)
                           : violationAt(pointer, problem, allowed);
}

void PayloadSchema::Compiled::checkShape(const json& payload, std::vector<SchemaViolation>& out) const
{
    std::optional<json> prepared;
    if (isNeedingCare(payload)) {
        prepared = payload;
        prepare(*prepared);
    }
    try {
        thread_local valijson::Validator validator; // keeps the regular expressions that it compiled
        valijson::ValidationResults results;
        const valijson::adapters::NlohmannJsonAdapter target(prepared ? *prepared : payload);
        if (validator.validate(schema, target, &results))
            return;
        for (const auto& error : results)
            if (auto violation = translate(error))
                out.push_back(std::move(*violation));
    } catch (const std::exception& failure) {
        out.push_back(violationAt({}, SchemaProblem::Other, failure.what()));
    }
}

void PayloadSchema::Compiled::checkFormats(const json& payload, std::vector<SchemaViolation>& out) const
{
    SchemaVisitor visitor;
    visitor.visit = [&out](const std::string& pointer, const json& part, const json& value) {
        const auto format = part.find("format");
        if (format == part.end() || !format->is_string() || !value.is_string())
            return;
        if (matchesFormat(format->get_ref<const std::string&>(), value.get_ref<const std::string&>()))
            return;
        out.push_back(violationAt(pointer, SchemaProblem::Format, format->get<std::string>()));
    };
    walk(document, payload, visitor);
}

std::vector<SchemaViolation> PayloadSchema::Compiled::check(const json& payload) const
{
    std::vector<SchemaViolation> violations;
    checkShape(payload, violations);
    checkFormats(payload, violations);
    return violations;
}

PayloadSchema::PayloadSchema(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

base::Result<PayloadSchema> PayloadSchema::compile(std::string_view schemaJson, std::string_view subject)
{
    auto compiled = std::make_shared<Compiled>();
    compiled->document = read(schemaJson);
    if (!compiled->document.is_object())
        return base::Error{base::ErrorCode::Malformed, std::string(subject), "the schema is no JSON object"};
    try {
        json shape = compiled->document;
        dropFormats(shape);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(shape), compiled->schema);
    } catch (const std::exception& failure) {
        return base::Error{base::ErrorCode::Malformed, std::string(subject), failure.what()};
    }
    return PayloadSchema(std::move(compiled));
}

std::vector<SchemaViolation> PayloadSchema::checkValue(const json& payload) const
{
    return m_compiled->check(payload);
}

std::vector<SchemaViolation> PayloadSchema::check(std::string_view payloadJson) const
{
    const json payload = read(payloadJson);
    return payload.is_discarded() ? std::vector{unreadable()} : checkValue(payload);
}

std::vector<std::string> PayloadSchema::extraFieldsOf(const json& payload) const
{
    std::vector<std::string> extra;
    SchemaVisitor visitor;
    visitor.undeclared = [&extra](const std::string& pointer) { extra.push_back(pointer); };
    walk(m_compiled->document, payload, visitor);
    return extra;
}

std::vector<std::string> PayloadSchema::extraFields(std::string_view payloadJson) const
{
    const json payload = read(payloadJson);
    return payload.is_discarded() ? std::vector<std::string>() : extraFieldsOf(payload);
}

PayloadSchema::Verdict PayloadSchema::inspect(std::string_view payloadJson) const
{
    const json payload = read(payloadJson);
    if (payload.is_discarded())
        return {{unreadable()}, {}};
    return {checkValue(payload), extraFieldsOf(payload)};
}

const json& PayloadSchema::document() const
{
    return m_compiled->document;
}

} // namespace sagascope::catalog
