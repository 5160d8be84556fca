// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MemoryKeeper.h"

#include <cassert>
#include <string_view>
#include <utility>

namespace sagascope::store {

void MemoryKeeper::keep(RecordBlock block)
{
    auto compressed = std::make_shared<const CompressedBlock>(m_compressor.compress(block.raw.bytes));
    m_bytes += compressed->bytes.size();
    const std::lock_guard lock(m_mutex);
    assert(block.number == m_blocks.size());
    m_blocks.push_back(std::move(compressed));
}

base::Result<BlockBytes> MemoryKeeper::read(std::uint32_t number, BlockForm form) const
{
    std::shared_ptr<const CompressedBlock> block;
    {
        const std::lock_guard lock(m_mutex);
        if (number >= m_blocks.size())
            return base::Error{base::ErrorCode::NotFound, "payload block", "never written"};
        block = m_blocks[number];
    }
    return decompress({block->bytes.data(), block->bytes.size()}, block->rawSize, nullptr, form);
}

} // namespace sagascope::store
