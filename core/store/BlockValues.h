// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/store/BlockPacking.h"
#include "core/store/RecordCodec.h"

namespace sagascope::store {

/// The values of a block's records, in their order and without anything else of them, whichever BlockForm the block has.
/// Views into its bytes, any of which are fine: it ends where they make no sense. One thread.
class BlockValues
{
public:
    explicit BlockValues(std::string_view block) : m_bytes(block), m_rest(block)
    {
        if (isPacked(block))
            m_bytes = m_packed.emplace(block).bytes();
    }
    BlockValues(const BlockValues&) = delete;
    BlockValues& operator=(const BlockValues&) = delete;

    /// Where all values lie, each behind the one before, and perhaps other things between them.
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// Whether there is another record: then `value` is its value, which may be none.
    [[nodiscard]] bool next(std::optional<std::string_view>& value)
    {
        return m_packed ? m_packed->next(value) : nextValue(m_rest, value);
    }

private:
    std::string_view m_bytes;
    std::string_view m_rest;
    std::optional<PackedValues> m_packed;
};

} // namespace sagascope::store
