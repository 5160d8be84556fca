// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/event/RawRecord.h"
#include "core/store/RecordBlock.h"

namespace sagascope::store {

/// Fills blocks of about kBlockSize with records, one block after the other. A record that is larger gets a block of its own. The
/// memory of a block does not move, so that readers may look at the records that were there when they were shown it, while
/// others are written behind them. One thread.
class BlockBuilder
{
public:
    struct Position
    {
        std::uint32_t block = 0;
        std::uint16_t record = 0; ///< of those in the block
    };

    /// Whether the record needs a new block: the one that is open has to be taken first.
    [[nodiscard]] bool hasRoomFor(const event::RawRecord& record) const;
    /// Requires hasRoomFor().
    Position append(const event::RawRecord& record);
    [[nodiscard]] std::size_t openBytes() const { return m_used; }
    /// The block that is open, as far as it is filled; empty (no records) where none is.
    [[nodiscard]] RecordBlock open() const;
    /// The same, and the next record begins the next block.
    RecordBlock take();

private:
    std::shared_ptr<char[]> m_memory; ///< null where no block is open
    std::size_t m_capacity = 0;
    std::size_t m_used = 0;
    std::uint32_t m_number = 0;
    std::uint32_t m_records = 0;
    base::Timestamp m_first = base::kNoTime;
    base::Timestamp m_last = base::kNoTime;
};

} // namespace sagascope::store
