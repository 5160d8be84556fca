// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sagascope::base {

/// As `==`, without its call: for short texts that are asked about for every event, the way there is longer than they are.
[[nodiscard]] inline bool isSameText(std::string_view a, std::string_view b)
{
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    if (a.size() != b.size())
        return false;
    if (a.size() < kWord)
        return a == b;
    const auto differing = [&](std::size_t at) {
        std::uint64_t left = 0;
        std::uint64_t right = 0;
        std::memcpy(&left, a.data() + at, kWord);
        std::memcpy(&right, b.data() + at, kWord);
        return left ^ right;
    };
    const std::size_t last = a.size() - kWord; // may overlap the one before
    for (std::size_t at = 0; at < last; at += kWord) {
        if (differing(at) != 0)
            return false;
    }
    return differing(last) == 0;
}

} // namespace sagascope::base
