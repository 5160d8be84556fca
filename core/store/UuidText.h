// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sagascope::store {

/// UUIDs in the form that services write them in, lower case with dashes: 36 characters that say 16 bytes.
inline constexpr std::size_t kUuidTextSize = 36;
inline constexpr std::size_t kUuidSize = 16;

/// Where the first one stands in `text` at `from` or behind; npos when there is none. What stands around it is not looked at.
[[nodiscard]] std::size_t findUuid(std::string_view text, std::size_t from = 0);
/// Appends the bytes that the text at `uuid` says; findUuid() found it there.
void appendUuidBytes(std::string& out, const char* uuid);
/// Appends the text that these bytes are.
void appendUuidText(std::string& out, const char* bytes);

} // namespace sagascope::store
