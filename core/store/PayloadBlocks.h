// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/AppendVector.h"
#include "core/base/Result.h"
#include "core/event/RawRecord.h"
#include "core/store/BlockCodec.h"

namespace sagascope::store {

/// The block that is being filled: memory that does not move, so that readers may look at the records that were there
/// when their reader was made, while others are written behind them.
struct OpenBlock
{
    explicit OpenBlock(std::size_t size) : bytes(new char[size]), capacity(size) {}

    std::unique_ptr<char[]> bytes;
    std::size_t capacity;
    std::size_t used = 0;          ///< only the writer looks
    std::uint16_t recordCount = 0; ///< only the writer looks
};

/// The raw records of everything that was in the store when this reader was made. Immutable, any thread; keeps what
/// it reads alive.
class PayloadReader
{
public:
    /// Decompresses the block (tens of µs) unless it is the one that this thread read last.
    [[nodiscard]] base::Result<event::RecordBatch> record(std::uint32_t block, std::uint16_t position) const;

private:
    friend class PayloadBlocks;
    base::AppendVector<std::shared_ptr<const CompressedBlock>>::View m_closed;
    std::shared_ptr<const OpenBlock> m_open;
    std::size_t m_openSize = 0;
};

/// Raw records in blocks of about 64 KiB: large enough to compress well, small enough to open one for a single record.
/// A record that is larger gets a block of its own. One thread writes.
class PayloadBlocks
{
public:
    struct Position
    {
        std::uint32_t block = 0;
        std::uint16_t record = 0;
    };

    Position append(const event::RawRecord& record);
    [[nodiscard]] std::uint64_t rawBytes() const { return m_rawBytes; }
    [[nodiscard]] std::uint64_t storedBytes() const; ///< the open block counts in full
    [[nodiscard]] std::shared_ptr<const PayloadReader> reader() const;

private:
    void close();

    BlockCompressor m_compressor;
    base::AppendVector<std::shared_ptr<const CompressedBlock>> m_closed;
    std::shared_ptr<OpenBlock> m_open;
    std::uint64_t m_rawBytes = 0;
    std::uint64_t m_closedBytes = 0;
};

} // namespace sagascope::store
