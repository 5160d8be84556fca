// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace sagascope::base {

/// Longest detail that a RuleHit carries, in bytes.
inline constexpr std::size_t kMaxDetail = 120;

/// Bytes at the start of `bytes` that are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] std::size_t validUtf8Prefix(std::string_view bytes);
/// Nearly all short texts are, and most of them at a glance.
[[nodiscard]] inline bool isAscii(std::string_view bytes)
{
    constexpr std::uint64_t kTops = 0x8080'8080'8080'8080ULL;
    std::uint64_t seen = 0;
    std::uint64_t eight = 0;
    if (bytes.size() >= sizeof eight) {
        const std::size_t last = bytes.size() - sizeof eight; // it may overlap the one before
        for (std::size_t at = 0; at < last; at += sizeof eight) {
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            seen |= eight;
        }
        std::memcpy(&eight, bytes.data() + last, sizeof eight);
        return ((seen | eight) & kTops) == 0;
    }
    for (const char byte : bytes)
        seen |= static_cast<std::uint8_t>(byte);
    return (seen & kTops) == 0;
}
[[nodiscard]] inline bool isUtf8(std::string_view bytes)
{
    return isAscii(bytes) || validUtf8Prefix(bytes) == bytes.size();
}

/// The text cut to at most `maxBytes` between two characters, with an ellipsis where something was cut and U+FFFD
/// where bytes are no UTF-8: always safe to show.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t maxBytes = kMaxDetail);

} // namespace sagascope::base
