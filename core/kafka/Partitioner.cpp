// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Partitioner.h"

#include <cassert>
#include <cstddef>

namespace sagascope::kafka {

namespace {

constexpr std::uint32_t kSeed = 0x9747b28c;
constexpr std::uint32_t kMultiplier = 0x5bd1e995;
constexpr int kShift = 24;

std::uint32_t byteAt(std::string_view bytes, std::size_t position)
{
    return static_cast<unsigned char>(bytes[position]);
}

/// Four bytes, little-endian, on every machine.
std::uint32_t wordAt(std::string_view bytes, std::size_t position)
{
    return byteAt(bytes, position) | byteAt(bytes, position + 1) << 8 | byteAt(bytes, position + 2) << 16 |
           byteAt(bytes, position + 3) << 24;
}

} // namespace

std::uint32_t murmur2(std::string_view key)
{
    auto hash = kSeed ^ static_cast<std::uint32_t>(key.size());
    std::size_t position = 0;
    for (; position + 4 <= key.size(); position += 4) {
        auto word = wordAt(key, position) * kMultiplier;
        word = (word ^ word >> kShift) * kMultiplier;
        hash = hash * kMultiplier ^ word;
    }
    if (position < key.size()) {
        for (auto last = key.size(); last-- > position;)
            hash ^= byteAt(key, last) << 8 * (last - position);
        hash *= kMultiplier;
    }
    hash = (hash ^ hash >> 13) * kMultiplier;
    return hash ^ hash >> 15;
}

std::int32_t partitionOfKey(std::string_view key, std::int32_t partitions)
{
    assert(partitions > 0);
    // The Java client clears the sign bit rather than taking the absolute value.
    const auto positive = murmur2(key) & 0x7fffffffU;
    return static_cast<std::int32_t>(positive % static_cast<std::uint32_t>(partitions));
}

} // namespace sagascope::kafka
