// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/SchemaPart.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/catalog/ValueFormat.h"

namespace sagascope::review {
namespace {

using event::JsonKind;
using nlohmann::json;

constexpr double kLargestExact = 9007199254740992.0; ///< 2^53

enum TypeBit : unsigned {
    kObject = 1U,
    kArray = 2U,
    kText = 4U,
    kNumber = 8U,
    kInteger = 16U,
    kBoolean = 32U,
    kNull = 64U,
};

const std::map<std::string, unsigned, std::less<>>& typeBits()
{
    static const std::map<std::string, unsigned, std::less<>> bits{
        {"object", kObject},   {"array", kArray},     {"string", kText}, {"number", kNumber | kInteger},
        {"integer", kInteger}, {"boolean", kBoolean}, {"null", kNull}};
    return bits;
}

unsigned bitOf(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Object: return kObject;
    case JsonKind::Array: return kArray;
    case JsonKind::Text: return kText;
    case JsonKind::Integer: return kInteger;
    case JsonKind::Real: return kNumber;
    case JsonKind::Boolean: return kBoolean;
    case JsonKind::Null: return kNull;
    case JsonKind::None: break;
    }
    return 0;
}

std::optional<unsigned> readTypes(const json& types)
{
    unsigned bits = 0;
    for (const json& type : types.is_array() ? types : json::array({types})) {
        const auto known = type.is_string() ? typeBits().find(type.get<std::string>()) : typeBits().end();
        if (known == typeBits().end())
            return std::nullopt;
        bits |= known->second;
    }
    return bits;
}

std::optional<std::vector<std::string>> readTexts(const json& values)
{
    std::vector<std::string> texts;
    for (const json& value : values) {
        if (!value.is_string())
            return std::nullopt;
        texts.push_back(value.get<std::string>());
    }
    return texts;
}

bool isAnnotation(std::string_view keyword)
{
    constexpr std::string_view kAnnotations[]{"$schema", "$id",      "$comment", "title",
                                                "description", "examples", "default",  "x-leftOut"};
    return std::find(std::begin(kAnnotations), std::end(kAnnotations), keyword) != std::end(kAnnotations);
}

std::size_t codePoints(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Whether the text has so many characters; each of them has at most four bytes.
bool isAsLongAs(std::string_view text, std::size_t characters)
{
    constexpr std::size_t kMostBytes = 4;
    return text.size() / kMostBytes >= characters || codePoints(text) >= characters;
}

} // namespace

bool SchemaPart::readMembers(const json& properties)
{
    for (const auto& [name, schema] : properties.items()) {
        auto part = compile(schema);
        if (!part)
            return false;
        members.emplace(name, std::move(part));
    }
    return true;
}

bool SchemaPart::readNumber(const std::string& keyword, const json& value)
{
    if (!value.is_number() || std::abs(value.get<double>()) >= kLargestExact)
        return false;
    if (keyword == "minimum")
        minimum = value.get<double>();
    else
        minLength = value.get<std::size_t>();
    return true;
}

bool SchemaPart::read(const std::string& keyword, const json& value)
{
    if (isAnnotation(keyword))
        return true;
    if (keyword == "type") {
        const auto bits = readTypes(value);
        types = bits.value_or(0);
        return bits.has_value();
    }
    if (keyword == "properties")
        return value.is_object() && readMembers(value);
    if (keyword == "required" || keyword == "enum") {
        const auto texts = value.is_array() ? readTexts(value) : std::nullopt;
        if (texts && keyword == "required")
            required = *texts;
        else
            allowed = texts;
        return texts.has_value();
    }
    if (keyword == "items" || keyword == "additionalProperties") {
        auto part = compile(value);
        const bool isUnderstood = part != nullptr || value == false;
        (keyword == "items" ? elements : others) = std::move(part);
        return isUnderstood && !(keyword == "items" && value == false);
    }
    if (keyword == "minimum" || keyword == "minLength")
        return readNumber(keyword, value);
    if (keyword == "pattern" && value.is_string()) {
        pattern = std::regex(value.get<std::string>());
        return true;
    }
    if (keyword == "format" && value.is_string()) {
        hasFormat = catalog::formatNamed(value.get<std::string>());
        return true;
    }
    return false;
}

std::unique_ptr<const SchemaPart> SchemaPart::compile(const json& schema)
{
    auto part = std::make_unique<SchemaPart>();
    part->isAnything = schema == true || (schema.is_object() && schema.empty());
    if (part->isAnything)
        return part;
    if (!schema.is_object())
        return nullptr;
    try {
        for (const auto& [keyword, value] : schema.items()) {
            if (!part->read(keyword, value))
                return nullptr;
        }
    } catch (const std::exception&) {
        return nullptr; // a regular expression that does not parse here is for the thorough check to judge
    }
    if (!schema.contains("properties") && !schema.contains("additionalProperties"))
        part->others = compile(true);
    return part;
}

bool SchemaPart::allows(JsonKind kind) const
{
    return (types & bitOf(kind)) != 0 && (!allowed || kind == JsonKind::Text);
}

unsigned SchemaPart::brokenBy(std::string_view text) const
{
    const bool isOther = allowed && std::find(allowed->begin(), allowed->end(), text) == allowed->end();
    const bool isTooShort = minLength > 0 && !isAsLongAs(text, minLength);
    const bool hasWrongFormat = hasFormat && !hasFormat(text);
    const bool hasWrongPattern = pattern && !std::regex_search(text.begin(), text.end(), *pattern);
    return unsigned(isOther) | unsigned(isTooShort) << 1U | unsigned(hasWrongFormat) << 2U | unsigned(hasWrongPattern) << 3U;
}

} // namespace sagascope::review
