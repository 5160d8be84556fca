// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/JsonText.h"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace sagascope::compose {
namespace {

/// ECMAScript's Number::toString for base ten: digits and the position of the point decide the notation.
std::string numberText(double value)
{
    if (!std::isfinite(value))
        return "null";
    if (value == 0)
        return "0";
    std::array<char, 40> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific);
    const std::string_view scientific(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t mark = scientific.find('e');
    std::string digits;
    for (const char c : scientific.substr(0, mark))
        if (c != '.')
            digits += c;
    const int point = std::stoi(std::string(scientific.substr(mark + 1))) + 1;
    const int count = static_cast<int>(digits.size());
    const std::string sign = value < 0 ? "-" : "";
    if (count <= point && point <= 21)
        return sign + digits + std::string(static_cast<std::size_t>(point - count), '0');
    if (0 < point && point <= 21)
        return sign + digits.substr(0, static_cast<std::size_t>(point)) + "." +
               digits.substr(static_cast<std::size_t>(point));
    if (-6 < point && point <= 0)
        return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    const std::string exponent = (point - 1 < 0 ? "e-" : "e+") + std::to_string(std::abs(point - 1));
    return sign + digits.substr(0, 1) + (count > 1 ? "." + digits.substr(1) : "") + exponent;
}

std::string quoted(const std::string& text)
{
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void write(const Json& value, std::string& out)
{
    if (value.is_object()) {
        out += '{';
        for (auto member = value.begin(); member != value.end(); ++member) {
            out += member == value.begin() ? "" : ",";
            out += quoted(member.key()) + ":";
            write(*member, out);
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += i == 0 ? "" : ",";
            write(value[i], out);
        }
        out += ']';
    } else if (value.is_number_float()) {
        out += numberText(value.get<double>());
    } else {
        out += value.is_string() ? quoted(value.get_ref<const std::string&>()) : value.dump();
    }
}

std::optional<std::vector<std::string>> tokensOf(std::string_view pointer)
{
    try {
        Json::json_pointer rest{std::string(pointer)};
        std::vector<std::string> tokens;
        for (; !rest.empty(); rest.pop_back())
            tokens.insert(tokens.begin(), rest.back());
        return tokens;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::optional<std::size_t> indexOf(const std::string& token)
{
    std::size_t index = 0;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), index);
    if (read.ec != std::errc() || read.ptr != token.data() + token.size())
        return std::nullopt;
    return index;
}

/// The child to write into; null where the parent can't have one.
Json* child(Json& parent, const std::string& token)
{
    if (parent.is_null())
        parent = Json::object();
    if (parent.is_object())
        return &parent[token];
    const auto index = indexOf(token);
    if (!parent.is_array() || !index || *index > parent.size())
        return nullptr;
    if (*index == parent.size())
        parent.push_back(nullptr);
    return &parent[*index];
}

} // namespace

std::string toJsonText(const Json& value)
{
    std::string out;
    write(value, out);
    return out;
}

std::optional<Json> fromJsonText(std::string_view text)
{
    Json value = Json::parse(text.begin(), text.end(), nullptr, false);
    if (value.is_discarded())
        return std::nullopt;
    return value;
}

const Json* valueAt(const Json& root, std::string_view pointer)
{
    const auto tokens = tokensOf(pointer);
    const Json* current = tokens ? &root : nullptr;
    for (std::size_t i = 0; current && i < tokens->size(); ++i) {
        const std::string& token = (*tokens)[i];
        const auto index = indexOf(token);
        if (current->is_object() && current->contains(token))
            current = &current->at(token);
        else if (current->is_array() && index && *index < current->size())
            current = &(*current)[*index];
        else
            current = nullptr;
    }
    return current;
}

bool assignAt(Json& root, std::string_view pointer, Json value)
{
    const auto tokens = tokensOf(pointer);
    Json* current = tokens ? &root : nullptr;
    for (std::size_t i = 0; current && i < tokens->size(); ++i)
        current = child(*current, (*tokens)[i]);
    if (!current)
        return false;
    *current = std::move(value);
    return true;
}

void removeAt(Json& root, std::string_view pointer)
{
    const std::size_t slash = pointer.rfind('/');
    const auto tokens = tokensOf(pointer);
    if (!tokens || tokens->empty())
        return;
    auto* parent = const_cast<Json*>(valueAt(root, pointer.substr(0, slash)));
    if (!parent)
        return;
    const auto index = indexOf(tokens->back());
    if (parent->is_object())
        parent->erase(tokens->back());
    else if (parent->is_array() && index && *index < parent->size())
        parent->erase(*index);
}

} // namespace sagascope::compose
