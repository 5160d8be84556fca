// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/base/Time.h"

namespace sagascope::store {

/// Bytes that never change, and the memory that they lie in.
struct BlockBytes
{
    std::string_view bytes;
    std::shared_ptr<const void> memory;
};

/// How the bytes of a kept block are read.
enum class BlockForm : std::uint8_t {
    Records, ///< one after the other, as RecordCodec writes them
    AsKept,  ///< perhaps packed (see BlockPacking.h): in about half of the time, and enough for BlockValues
};

/// Records one after the other, as RecordCodec writes them: a full block, or what was in an open one at some moment.
struct RecordBlock
{
    std::uint32_t number = 0; ///< from 0, in the order of the records
    std::uint32_t records = 0;
    BlockBytes raw;
    base::Timestamp first = base::kNoTime; ///< broker times; kNoTime where no record has one
    base::Timestamp last = base::kNoTime;
};

} // namespace sagascope::store
