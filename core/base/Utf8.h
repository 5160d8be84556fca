// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sagascope::base {

/// Longest detail that a RuleHit carries, in bytes.
inline constexpr std::size_t kMaxDetail = 120;

/// Bytes at the start of `bytes` that are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] std::size_t validUtf8Prefix(std::string_view bytes);
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// The text cut to at most `maxBytes` between two characters, with an ellipsis where something was cut and U+FFFD
/// where bytes are no UTF-8: always safe to show.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t maxBytes = kMaxDetail);

} // namespace sagascope::base
