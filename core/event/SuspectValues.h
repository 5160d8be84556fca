// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace sagascope::event {

// What rules out, in a few instructions, that a value is a card number or embeds a file: asked of every value of every event.

/// False for nearly every text on a tape that is neither. Such a text may be read from the byte before it (of its length) to
/// some bytes behind it.
[[nodiscard]] inline bool maySuspectText(std::string_view text)
{
    constexpr std::size_t kFewestDigits = 13;
    constexpr std::size_t kLong = 4096;
    constexpr std::uint64_t kLetterBits = 0x4040'4040'4040'4040ULL; // set in every letter, in no digit, blank or dash
    const auto isDigit = [](char c) { return std::uint8_t(c - '0') < 10; };
    std::uint64_t start = 0;
    std::uint64_t next = 0; // together the first thirteen
    std::memcpy(&start, text.data(), sizeof start);
    std::memcpy(&next, text.data() + kFewestDigits - sizeof next, sizeof next);
    const bool hasData = std::memcmp(text.data(), "data", 4) == 0;
    const char last = *(text.data() + text.size() - 1);
    const bool isCard = (text.size() >= kFewestDigits) & isDigit(*text.data()) & isDigit(last)
                        & (((start | next) & kLetterBits) == 0);
    return hasData | isCard | (text.size() >= kLong);
}

[[nodiscard]] inline bool maySuspectNumber(std::int64_t number)
{
    return number >= 1'000'000'000'000; // thirteen digits
}

} // namespace sagascope::event
