// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace sagascope::catalog {

/// The schema behind a local `$ref` ("#/definitions/…"), or the schema itself. Null when the reference leads nowhere.
[[nodiscard]] const nlohmann::json* resolve(const nlohmann::json& root, const nlohmann::json& schema);

/// The part of `root` that describes the member or element `token` of a value described by `schema`; null when the
/// schema says nothing about it.
[[nodiscard]] const nlohmann::json* describe(const nlohmann::json& root, const nlohmann::json& schema,
                                             std::string_view token);

/// The part of `root` for the value at `pointer`; null when nothing is said about it.
[[nodiscard]] const nlohmann::json* describeAt(const nlohmann::json& root, std::string_view pointer);

/// Goes through a value and its schema side by side. `visit` gets every value with its schema; `undeclared` gets the
/// pointer of each member that its object's schema, which does declare members, leaves out.
struct SchemaVisitor
{
    std::function<void(const std::string& pointer, const nlohmann::json& schema, const nlohmann::json& value)> visit;
    std::function<void(const std::string& pointer)> undeclared;
};
void walk(const nlohmann::json& root, const nlohmann::json& value, const SchemaVisitor& visitor);

/// One token of a JSON pointer, escaped and with its slash.
[[nodiscard]] std::string pointerToken(std::string_view name);

} // namespace sagascope::catalog
