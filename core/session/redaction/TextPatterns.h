// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sagascope::session {

enum class TextPattern : std::uint8_t {
    Email,   ///< also with its sign percent-encoded, as in a link
    Phone,   ///< international with `+`, French or North American; a bare run of digits is one of ten with a leading 0 only
    Address, ///< IPv4 or IPv6
};

struct TextHit
{
    std::size_t from = 0;
    std::size_t to = 0;
    TextPattern pattern = TextPattern::Email;
};

/// Where such things stand in a text or any bytes, in order, without overlap. What is part of a longer word, such as digits
/// inside of an id, is none. Takes time that grows with the text alone; any thread.
[[nodiscard]] std::vector<TextHit> findPatterns(std::string_view text, const std::vector<TextPattern>& wanted);

} // namespace sagascope::session
