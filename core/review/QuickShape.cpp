// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/QuickShape.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/event/JsonDocument.h"
#include "core/review/SchemaPart.h"

namespace sagascope::review {

using event::JsonKind;
using event::JsonNode;

QuickShape::QuickShape(const nlohmann::json& schema) : m_root(SchemaPart::compile(schema)) {}
QuickShape::~QuickShape() = default;
QuickShape::QuickShape(QuickShape&&) noexcept = default;
QuickShape& QuickShape::operator=(QuickShape&&) noexcept = default;

bool QuickShape::isCertainlyFine(JsonNode payload) const
{
    return m_root && isFine(*m_root, payload);
}

std::optional<std::uint64_t> QuickShape::printOf(JsonNode payload) const
{
    if (!m_root)
        return std::nullopt;
    return PrintPlan(*m_root, payload).printOf(payload.isValid() ? payload.document()->tape() : event::JsonTape());
}

bool QuickShape::isFine(const SchemaPart& part, JsonNode value)
{
    if (part.isAnything)
        return true;
    const JsonKind kind = value.kind();
    if (!part.allows(kind))
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

bool QuickShape::isFineObject(const SchemaPart& part, JsonNode value)
{
    bool isEveryMemberFine = true;
    std::size_t seen = 0;
    value.forEachMember([&](std::string_view name, JsonNode member) {
        if (!isEveryMemberFine)
            return;
        const SchemaPart* shape = part.ofMember(name);
        isEveryMemberFine = shape && isFine(*shape, member);
        seen += std::find(part.required.begin(), part.required.end(), name) != part.required.end();
    });
    // Duplicate members may be counted twice here: then a required one could be missing all the same.
    if (!isEveryMemberFine || seen < part.required.size())
        return false;
    return std::all_of(part.required.begin(), part.required.end(),
                       [&](const std::string& name) { return value.member(name).isValid(); });
}

bool QuickShape::isFineText(const SchemaPart& part, JsonNode value)
{
    const std::string_view text = value.text().value_or(std::string_view());
    return text.size() <= SchemaPart::kLongestText && part.brokenBy(text) == 0;
}

} // namespace sagascope::review
