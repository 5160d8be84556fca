// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/JsonNode.h"

#include <algorithm>
#include <charconv>

#include "core/event/JsonDocument.h"
#include "core/event/TapeWriter.h"

namespace sagascope::event {
namespace {

/// One token of an RFC 6901 pointer that has escapes, without them; nothing when `~` stands alone.
std::optional<std::string> unescapedToken(std::string_view token)
{
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            text += token[i];
            continue;
        }
        const char next = i + 1 < token.size() ? token[++i] : '\0';
        if (next != '0' && next != '1')
            return std::nullopt;
        text += next == '0' ? '~' : '/';
    }
    return text;
}

std::optional<std::size_t> elementIndex(std::string_view token)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool isIndex = !token.empty() && error == std::errc() && end == token.data() + token.size() &&
                         (token.front() != '0' || token.size() == 1);
    return isIndex ? std::optional(index) : std::nullopt;
}

JsonNode memberByToken(JsonNode object, std::string_view token)
{
    if (token.find('~') == std::string_view::npos) // looked up for every event: most need no memory
        return object.member(token);
    const auto name = unescapedToken(token);
    return name ? object.member(*name) : JsonNode();
}

JsonNode elementByToken(JsonNode array, std::string_view token)
{
    const auto index = elementIndex(token);
    return index ? array.element(*index) : JsonNode();
}

} // namespace

JsonKind JsonNode::kind() const
{
    if (!isValid())
        return JsonKind::None;
    switch (m_document->tape().type(m_index)) {
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case '"':
        return JsonKind::Text;
    case 'l':
    case 'u':
        return JsonKind::Integer;
    case 'd':
        return JsonKind::Real;
    case 't':
    case 'f':
        return JsonKind::Boolean;
    default:
        return JsonKind::Null;
    }
}

std::optional<std::string_view> JsonNode::text() const
{
    return kind() == JsonKind::Text ? std::optional(m_document->tape().text(m_index)) : std::nullopt;
}

std::optional<double> JsonNode::number() const
{
    if (!isValid())
        return std::nullopt;
    const JsonTape& tape = m_document->tape();
    switch (tape.type(m_index)) {
    case 'l':
        return static_cast<double>(tape.integer(m_index));
    case 'u':
        return static_cast<double>(tape.unsignedInteger(m_index));
    case 'd':
        return tape.real(m_index);
    default:
        return std::nullopt;
    }
}

std::optional<bool> JsonNode::boolean() const
{
    return kind() == JsonKind::Boolean ? std::optional(m_document->tape().type(m_index) == 't') : std::nullopt;
}

std::optional<std::string> JsonNode::scalarText() const
{
    switch (kind()) {
    case JsonKind::Text:
        return std::string(*text());
    case JsonKind::Real:
        if (const auto original = m_document->originalNumber(m_index))
            return std::string(*original);
        return shortestNumber(*number());
    case JsonKind::Integer:
    case JsonKind::Boolean: {
        std::string out;
        appendJsonScalar(out, *m_document, m_index);
        return out;
    }
    default:
        return std::nullopt;
    }
}

JsonNode JsonNode::member(std::string_view name) const
{
    if (!isObject())
        return {};
    const JsonTape& tape = m_document->tape();
    for (std::size_t at = m_index + 1; at < tape.end(m_index); at = tape.next(at + 1)) {
        if (tape.text(at) == name)
            return {m_document, at + 1};
    }
    return {};
}

void JsonNode::findMembers(std::span<const std::string> names, std::span<JsonNode> found) const
{
    std::fill(found.begin(), found.end(), JsonNode());
    if (!isObject())
        return;
    std::uint64_t lengths = 0; // a bit for each: most members have none of them
    for (const std::string& name : names)
        lengths |= std::uint64_t(1) << (name.size() % 64);
    const JsonTape& tape = m_document->tape();
    const std::size_t end = tape.end(m_index);
    for (std::size_t at = m_index + 1; at < end; at = tape.next(at + 1)) {
        const std::string_view name = tape.text(at);
        if ((lengths >> (name.size() % 64) & 1U) == 0)
            continue;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].size() == name.size() && !found[i].isValid() && names[i] == name)
                found[i] = {m_document, at + 1};
        }
    }
}

JsonNode JsonNode::element(std::size_t index) const
{
    if (kind() != JsonKind::Array)
        return {};
    const JsonTape& tape = m_document->tape();
    for (std::size_t at = m_index + 1; at < tape.end(m_index); at = tape.next(at)) {
        if (index-- == 0)
            return {m_document, at};
    }
    return {};
}

JsonNode JsonNode::at(std::string_view pointer) const
{
    JsonNode node = *this;
    while (node.isValid() && !pointer.empty()) {
        if (pointer.front() != '/')
            return {};
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        node = node.isObject() ? memberByToken(node, token) : elementByToken(node, token);
    }
    return node;
}

std::string JsonNode::serialise() const
{
    return isValid() ? writeTape(*m_document, m_index) : std::string();
}

} // namespace sagascope::event
