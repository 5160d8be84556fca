// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/QuickShape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/Hash.h"
#include "core/catalog/ValueFormat.h"
#include "core/event/JsonDocument.h"

namespace sagascope::review {
namespace {

using event::JsonKind;
using event::JsonNode;
using nlohmann::json;

constexpr std::size_t kLongestText = 1024; ///< the thorough check looks at no more of a string
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

} // namespace

struct QuickShape::Part
{
    bool isAnything = false;
    unsigned types = ~0U; ///< TypeBits that are allowed
    std::map<std::string, std::unique_ptr<const Part>, std::less<>> members;
    std::vector<std::string> required;
    std::unique_ptr<const Part> others; ///< members that are not named; null: not certain
    std::unique_ptr<const Part> elements; ///< null: any
    std::optional<std::vector<std::string>> allowed;
    std::optional<double> minimum;
    std::size_t minLength = 0;
    std::optional<std::regex> pattern;
    std::string format;

    /// False when the keyword, or its value, is not understood.
    bool read(const std::string& keyword, const json& value);
    bool readMembers(const json& properties);
    bool readNumber(const std::string& keyword, const json& value);
};

bool QuickShape::Part::readMembers(const json& properties)
{
    for (const auto& [name, schema] : properties.items()) {
        auto part = compile(schema);
        if (!part)
            return false;
        members.emplace(name, std::move(part));
    }
    return true;
}

bool QuickShape::Part::readNumber(const std::string& keyword, const json& value)
{
    if (!value.is_number() || std::abs(value.get<double>()) >= kLargestExact)
        return false;
    if (keyword == "minimum")
        minimum = value.get<double>();
    else
        minLength = value.get<std::size_t>();
    return true;
}

bool QuickShape::Part::read(const std::string& keyword, const json& value)
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
        format = value.get<std::string>();
        return true;
    }
    return false;
}

std::unique_ptr<const QuickShape::Part> QuickShape::compile(const json& schema)
{
    auto part = std::make_unique<Part>();
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

QuickShape::QuickShape(const json& schema) : m_root(compile(schema)) {}
QuickShape::~QuickShape() = default;
QuickShape::QuickShape(QuickShape&&) noexcept = default;
QuickShape& QuickShape::operator=(QuickShape&&) noexcept = default;

bool QuickShape::isCertainlyFine(JsonNode payload) const
{
    return m_root && isFine(*m_root, payload);
}

/// Walks a payload as the thorough check does.
struct QuickShape::Print
{
    std::uint64_t hash = 0;
    bool isCertain = true;

    void add(std::uint64_t word) { hash = (std::rotl(hash, 5) ^ word) * 0x9E3779B97F4A7C15ULL; }

    void add(const Part& part, JsonNode value)
    {
        if (part.isAnything)
            return;
        const JsonKind kind = value.kind();
        add(std::uint64_t(kind) + 1);
        if (kind == JsonKind::Text)
            addText(part, value.text().value_or(std::string_view()));
        else if (kind == JsonKind::Integer || kind == JsonKind::Real)
            addNumber(part, value);
        else if (kind == JsonKind::Object)
            addMembers(part, value);
        else if (kind == JsonKind::Array)
            addElements(part, value);
    }

    void addText(const Part& part, std::string_view text)
    {
        isCertain = isCertain && text.size() <= kLongestText;
        if (!isCertain)
            return;
        add(part.allowed && std::find(part.allowed->begin(), part.allowed->end(), text) == part.allowed->end() ? 1 : 2);
        add(codePoints(text) < part.minLength ? 1 : 2);
        add(!part.format.empty() && !catalog::matchesFormat(part.format, text) ? 1 : 2);
        add(part.pattern && !std::regex_search(text.begin(), text.end(), *part.pattern) ? 1 : 2);
    }

    /// 2.0 is an integer to the thorough check, and what no integer of the language holds is none.
    void addNumber(const Part& part, JsonNode value)
    {
        const double number = value.number().value_or(0);
        isCertain = isCertain && std::abs(number) < kLargestExact && (value.kind() == JsonKind::Integer || number != std::trunc(number));
        add(part.minimum && number < *part.minimum ? 1 : 2);
    }

    void addMembers(const Part& part, JsonNode value)
    {
        value.forEachMember([&](std::string_view name, JsonNode member) {
            add(base::hash64(name));
            const auto known = part.members.find(name);
            if (const Part* shape = known != part.members.end() ? known->second.get() : part.others.get())
                add(*shape, member);
        });
        add(0);
    }

    void addElements(const Part& part, JsonNode value)
    {
        std::uint64_t count = 0;
        value.forEachElement([&](JsonNode element) {
            ++count;
            if (part.elements)
                add(*part.elements, element);
        });
        add(part.elements ? count : 0);
    }
};

std::optional<std::uint64_t> QuickShape::printOf(JsonNode payload) const
{
    Print print;
    if (m_root)
        print.add(*m_root, payload);
    return m_root && print.isCertain ? std::optional(print.hash) : std::nullopt;
}

bool QuickShape::isFine(const Part& part, JsonNode value)
{
    if (part.isAnything)
        return true;
    const JsonKind kind = value.kind();
    if ((part.types & bitOf(kind)) == 0 || (part.allowed && kind != JsonKind::Text))
        return false;
    if (kind == JsonKind::Text)
        return isFineText(part, value);
    if (kind == JsonKind::Object)
        return isFineObject(part, value);
    if (kind == JsonKind::Integer || kind == JsonKind::Real) {
        const auto number = value.number();
        return number && (!part.minimum || *number >= *part.minimum);
    }
    bool isEveryElementFine = true;
    if (kind == JsonKind::Array && part.elements) {
        value.forEachElement([&](JsonNode element) {
            isEveryElementFine = isEveryElementFine && isFine(*part.elements, element);
        });
    }
    return isEveryElementFine;
}

bool QuickShape::isFineObject(const Part& part, JsonNode value)
{
    bool isEveryMemberFine = true;
    std::size_t seen = 0;
    value.forEachMember([&](std::string_view name, JsonNode member) {
        if (!isEveryMemberFine)
            return;
        const auto known = part.members.find(name);
        const Part* shape = known != part.members.end() ? known->second.get() : part.others.get();
        isEveryMemberFine = shape && isFine(*shape, member);
        seen += std::find(part.required.begin(), part.required.end(), name) != part.required.end();
    });
    // Duplicate members may be counted twice here: then a required one could be missing all the same.
    if (!isEveryMemberFine || seen < part.required.size())
        return false;
    return std::all_of(part.required.begin(), part.required.end(),
                       [&](const std::string& name) { return value.member(name).isValid(); });
}

bool QuickShape::isFineText(const Part& part, JsonNode value)
{
    const std::string_view text = value.text().value_or(std::string_view());
    if (text.size() > kLongestText)
        return false;
    if (part.allowed && std::find(part.allowed->begin(), part.allowed->end(), text) == part.allowed->end())
        return false;
    if (part.minLength > 0 && codePoints(text) < part.minLength)
        return false;
    if (!part.format.empty() && !catalog::matchesFormat(part.format, text))
        return false;
    return !part.pattern || std::regex_search(text.begin(), text.end(), *part.pattern);
}

} // namespace sagascope::review
