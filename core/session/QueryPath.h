// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::session {

/// How long the name before the colon is, when `word` begins with `payload.`, `payload/` or `header.` and has a colon
/// outside quotes; 0 otherwise.
[[nodiscard]] std::size_t pathFieldLength(std::string_view word);

/// The steps of what stands after `payload`: `.items.sku`, `."two words".x`, or a JSON pointer, `/items/0/sku`. Nothing
/// when it names nothing, or one of its steps does not.
[[nodiscard]] std::optional<std::vector<std::string>> readQueryPath(std::string_view text);

/// The steps of a payload field as a person names it: `amount`, `.items.sku`, `/items/0/sku` below the payload, or from above
/// it `payload.amount`, `payload/amount`, `/payload/amount`. Nothing when it names none.
[[nodiscard]] std::optional<std::vector<std::string>> readPayloadField(std::string_view text);

/// The path, written so that readQueryPath() reads it again: with dots, in quotes where it must be.
[[nodiscard]] std::string pathText(const std::vector<std::string>& steps);

} // namespace sagascope::session
