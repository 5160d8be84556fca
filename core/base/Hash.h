// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace sagascope::base {

/// XXH3's 128 bits over an arbitrary text: ids on the platform are any strings, columns want a fixed size.
/// All zero means "no text at all"; the hash of a real text is never all zero.
struct Hash128
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    [[nodiscard]] bool isNull() const { return high == 0 && low == 0; }
    friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

/// Empty text gives the null hash.
[[nodiscard]] Hash128 hash128(std::string_view text);
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

} // namespace sagascope::base

template <> struct std::hash<sagascope::base::Hash128>
{
    std::size_t operator()(const sagascope::base::Hash128& h) const noexcept { return std::size_t(h.low); }
};
