// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/SchemaViolation.h"

#include <map>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace sagascope::catalog {
namespace {

using nlohmann::json;

std::string scalar(const json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string list(const json& values)
{
    if (!values.is_array())
        return scalar(values);
    std::string text;
    for (const json& value : values)
        text += (text.empty() ? "" : ", ") + scalar(value);
    return text;
}

std::string sentence(const SchemaViolation& violation)
{
    const std::string where = violation.pointer.empty() ? "the value" : violation.pointer;
    switch (violation.problem) {
    case SchemaProblem::Unreadable:
        return "the text is not readable as JSON";
    case SchemaProblem::Missing:
        return where + " is missing";
    case SchemaProblem::Type:
        return where + " must be of type " + violation.argument;
    case SchemaProblem::Enumeration:
        return where + " must be one of " + violation.argument;
    case SchemaProblem::Minimum:
        return where + " must not be below " + violation.argument;
    case SchemaProblem::Maximum:
        return where + " must not be above " + violation.argument;
    case SchemaProblem::Length:
        return where + " is outside the length limit of " + violation.argument;
    case SchemaProblem::Pattern:
        return where + " does not match " + violation.argument;
    case SchemaProblem::Format:
        return where + " is no " + violation.argument;
    case SchemaProblem::Other:
        break;
    }
    return where + ": " + violation.argument;
}

} // namespace

SchemaViolation violationAt(std::string pointer, SchemaProblem problem, std::string argument)
{
    SchemaViolation violation{std::move(pointer), problem, std::move(argument), {}};
    violation.message = sentence(violation);
    return violation;
}

std::string allowedBy(const json& schema, SchemaProblem problem)
{
    static const std::map<SchemaProblem, std::vector<const char*>> kKeywords{
        {SchemaProblem::Type, {"type"}},
        {SchemaProblem::Enumeration, {"enum"}},
        {SchemaProblem::Minimum, {"minimum", "exclusiveMinimum"}},
        {SchemaProblem::Maximum, {"maximum", "exclusiveMaximum"}},
        {SchemaProblem::Length, {"minLength", "maxLength", "minItems", "maxItems"}},
        {SchemaProblem::Pattern, {"pattern"}},
        {SchemaProblem::Format, {"format"}},
    };
    const auto keywords = kKeywords.find(problem);
    if (keywords == kKeywords.end() || !schema.is_object())
        return {};
    for (const char* keyword : keywords->second)
        if (schema.contains(keyword))
            return list(schema[keyword]);
    return {};
}

} // namespace sagascope::catalog
