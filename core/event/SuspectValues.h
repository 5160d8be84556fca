// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/event/TextForms.h"

namespace sagascope::event {

// Whether a value may be a card number or may embed a file. It is asked of every value of every event, so that a few
// instructions rule nearly all of them out.

/// False for nearly every text that is neither. Some bytes behind the text may be read, too.
[[nodiscard]] inline bool maySuspectText(std::string_view text)
{
    constexpr std::size_t kFewestDigits = 13;
    constexpr std::size_t kLong = 4096;
    constexpr std::uint64_t kLetterBits = 0x4040'4040'4040'4040ULL; // set in every letter, in no digit, blank or dash
    std::uint64_t start = 0;
    std::uint64_t next = 0; // together the first thirteen
    std::memcpy(&start, text.data(), sizeof start);
    std::memcpy(&next, text.data() + kFewestDigits - sizeof next, sizeof next);
    // One answer, not a branch for each part of it. What follows a text has letters, too: few short ones seem to have none.
    const bool hasData = std::memcmp(text.data(), "data", 4) == 0;
    const bool hasNoLetters = ((start | next) & kLetterBits) == 0;
    return hasData | hasNoLetters | (text.size() >= kLong);
}

/// Of a text on a tape.
[[nodiscard]] inline bool isSuspectText(std::string_view text)
{
    return maySuspectText(text) && (looksLikeCardNumber(text) || embedsBinary(text));
}

[[nodiscard]] inline bool isSuspectNumber(std::int64_t number)
{
    constexpr std::int64_t kSmallest = 1'000'000'000'000; // thirteen digits
    if (number < kSmallest)
        return false;
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return looksLikeCardNumber({digits.data(), std::size_t(end - digits.data())});
}

} // namespace sagascope::event
