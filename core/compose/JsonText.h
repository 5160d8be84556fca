// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace sagascope::compose {

/// JSON whose members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// Compact JSON as the services' JavaScript writes it: 850, not 850.0; 1e+21; no escapes beyond what JSON needs.
/// Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string toJsonText(const Json& value);

/// Nothing when the text is no JSON.
[[nodiscard]] std::optional<Json> fromJsonText(std::string_view text);

/// The value at a JSON pointer; null when there is none or the pointer is no pointer.
[[nodiscard]] const Json* valueAt(const Json& root, std::string_view pointer);

/// Puts `value` at a JSON pointer, making the objects on the way. False when something in between is no object or
/// list, or an index is beyond the end of its list by more than one.
bool assignAt(Json& root, std::string_view pointer, Json value);

/// Takes away what is at a JSON pointer; nothing happens when nothing is there.
void removeAt(Json& root, std::string_view pointer);

} // namespace sagascope::compose
