// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sagascope::saga {

/// One line of two sequences laid side by side: positions in them, and whether the pair stands out of order.
struct AlignedPair
{
    std::optional<std::size_t> left;
    std::optional<std::size_t> right;
    bool hasMoved = false; ///< out of the order that the others keep
    int shift = 0;         ///< of a moved pair: places later on the right (negative: earlier), counted among pairs

    [[nodiscard]] bool isPair() const { return left && right; }
    friend bool operator==(const AlignedPair&, const AlignedPair&) = default;
};

/// Lays two sequences of keys side by side: the k-th of a key on the left pairs with the k-th of it on the right. As many
/// pairs as possible keep their order; the others have moved. Lines follow the left sequence; what only the right one has
/// stands where it came there. Never quadratic: n log n. Pure; any thread.
[[nodiscard]] std::vector<AlignedPair> align(std::span<const std::string_view> left,
                                             std::span<const std::string_view> right);

} // namespace sagascope::saga
