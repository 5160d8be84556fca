// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/base/Result.h"
#include "core/event/RawRecord.h"
#include "core/store/BlockBuilder.h"
#include "core/store/BlockCache.h"
#include "core/store/BlockKeeper.h"

namespace sagascope::store {

/// The raw records of everything that was in the store when this reader was made. Immutable, any thread; keeps what
/// it reads alive.
class PayloadReader
{
public:
    /// Reads and decompresses the block (tens of µs) unless that was done lately.
    [[nodiscard]] base::Result<event::RecordBatch> record(BlockBuilder::Position position) const;
    /// A whole block, whichever form is at hand, for whoever goes through many: what lies in the cache stays as it is.
    [[nodiscard]] base::Result<BlockBytes> blockAsKept(std::uint32_t number) const;

private:
    friend class PayloadBlocks;
    [[nodiscard]] base::Result<BlockBytes> block(std::uint32_t number) const;

    std::shared_ptr<const BlockKeeper> m_keeper;
    std::shared_ptr<BlockCache> m_cache;
    RecordBlock m_open;
};

/// The raw records of a store: builds blocks of them, and gives the full ones to a keeper. One thread writes.
class PayloadBlocks
{
public:
    PayloadBlocks(std::shared_ptr<BlockKeeper> keeper, std::size_t cacheBytes);

    BlockBuilder::Position append(const event::RawRecord& record);
    /// Shows the keeper what lies in the open block.
    void showOpen() { m_keeper->showOpen(m_builder.open()); }
    [[nodiscard]] std::uint64_t rawBytes() const { return m_rawBytes; }
    [[nodiscard]] std::uint64_t memoryBytes() const { return m_keeper->memoryBytes() + m_builder.openBytes(); }
    [[nodiscard]] std::shared_ptr<const PayloadReader> reader() const;

private:
    std::shared_ptr<BlockKeeper> m_keeper;
    std::shared_ptr<BlockCache> m_cache;
    BlockBuilder m_builder;
    std::uint64_t m_rawBytes = 0;
};

} // namespace sagascope::store
