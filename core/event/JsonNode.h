// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sagascope::event {

class JsonDocument;

enum class JsonKind : std::uint8_t { None, Null, Boolean, Integer, Real, Text, Array, Object };

/// A value inside the document that a Decoder read last; valid until its next decode(). Cheap to copy (two words).
/// Of duplicate members the last one counts, in every lookup.
class JsonNode
{
public:
    JsonNode() = default;

    [[nodiscard]] JsonKind kind() const;
    [[nodiscard]] bool isValid() const { return m_document != nullptr; }
    [[nodiscard]] bool isObject() const { return kind() == JsonKind::Object; }
    [[nodiscard]] std::optional<std::string_view> text() const; ///< only a JSON string, unescaped
    [[nodiscard]] std::optional<double> number() const;         ///< integer or real
    [[nodiscard]] std::optional<bool> boolean() const;
    /// A scalar as the text a person would write: strings as they are, numbers in shortest form, true/false.
    /// Nothing for null, arrays and objects.
    [[nodiscard]] std::optional<std::string> scalarText() const;

    [[nodiscard]] JsonNode member(std::string_view name) const;
    /// Several members at once: `found[i]` is the member `names[i]`, as member() finds it. Both are equally long.
    void findMembers(std::span<const std::string> names, std::span<JsonNode> found) const;
    [[nodiscard]] JsonNode element(std::size_t index) const;
    /// RFC 6901 pointer relative to this node ("" is the node itself).
    [[nodiscard]] JsonNode at(std::string_view pointer) const;
    /// Calls `visit(name, value)`. This and the next one are defined in JsonDocument.h.
    template <typename Visit> void forEachMember(const Visit& visit) const;
    template <typename Visit> void forEachElement(const Visit& visit) const; ///< calls `visit(value)`
    [[nodiscard]] std::string serialise() const; ///< compact JSON text

    [[nodiscard]] const JsonDocument* document() const { return m_document; }
    [[nodiscard]] std::size_t place() const { return m_index; } ///< on the document's tape
    friend bool operator==(const JsonNode&, const JsonNode&) = default; ///< the same place, not the same content

private:
    friend class JsonDocument;
    JsonNode(const JsonDocument* document, std::size_t index) : m_document(document), m_index(index) {}

    const JsonDocument* m_document = nullptr;
    std::size_t m_index = 0; ///< on the document's tape
};

} // namespace sagascope::event
