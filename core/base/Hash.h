// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace sagascope::base {

/// XXH3's 64 bits over an arbitrary text: ids on the platform are any strings, columns want a fixed size. Of ten million
/// ids two are taken for one with a probability of 3 in a million.
/// Zero means "no text at all"; the hash of a real text is never zero.
struct IdHash
{
    std::uint64_t value = 0;

    [[nodiscard]] bool isNull() const { return value == 0; }
    friend auto operator<=>(const IdHash&, const IdHash&) = default;
};

/// Empty text gives the null hash.
[[nodiscard]] IdHash idHash(std::string_view text);
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

} // namespace sagascope::base

template <> struct std::hash<sagascope::base::IdHash>
{
    std::size_t operator()(const sagascope::base::IdHash& h) const noexcept { return std::size_t(h.value); }
};
