// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/Result.h"
#include "core/store/RecordBlock.h"

namespace sagascope::store {

/// Where blocks of records are kept: compressed in memory, or in a capture. One thread gives, any thread reads.
class BlockKeeper
{
public:
    virtual ~BlockKeeper() = default;
    BlockKeeper(const BlockKeeper&) = delete;
    BlockKeeper& operator=(const BlockKeeper&) = delete;

    /// The next block, full: numbers come one after the other.
    virtual void keep(RecordBlock block) = 0;
    /// What lies in the block that is being filled, for a keeper that wants to keep it even so. The block comes again
    /// with more in it, and at last through keep().
    virtual void showOpen(const RecordBlock&) {}

    /// The bytes of a block that was given to keep(); asked for as it is kept, it may come as records all the same. Any thread; takes as long as reading and decompressing it. NotFound
    /// when it is not there, otherwise what is wrong with it.
    [[nodiscard]] virtual base::Result<BlockBytes> read(std::uint32_t number, BlockForm form) const = 0;
    /// Bytes of memory that kept blocks take; the giving thread only.
    [[nodiscard]] virtual std::uint64_t memoryBytes() const = 0;

protected:
    BlockKeeper() = default;
};

} // namespace sagascope::store
