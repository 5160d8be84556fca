// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

namespace sagascope::store {

// What BlockPacking.cpp writes and BlockUnpacking.cpp reads, and nobody else knows: the magic bytes; how many records, and how
// many texts the table has, with their sizes and then the texts; the sizes of the streams, and the streams.

/// No block begins like this: a record begins with its length.
inline constexpr std::string_view kPackedMagic = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";

/// How a text stands there; from kTable on it is the table's entry.
enum Tag : std::uint64_t { kNull, kInline, kPlace, kTable };

enum Stream : std::size_t { kHead, kSteps, kTexts, kGaps, kBodies, kUuids, kStreamCount };

/// The numbers of the records before, from which the next are steps. Offsets go by partition.
struct Trail
{
    std::map<std::pair<std::uint64_t, std::int32_t>, std::int64_t> offsets; ///< by the topic's number
    std::int64_t time = 0;
};

} // namespace sagascope::store
