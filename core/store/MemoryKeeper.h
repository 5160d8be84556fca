// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "core/store/BlockCodec.h"
#include "core/store/BlockKeeper.h"

namespace sagascope::store {

/// Keeps blocks compressed in memory: for whoever reads a bounded lot, and wants no file for it.
class MemoryKeeper : public BlockKeeper
{
public:
    void keep(RecordBlock block) override;
    [[nodiscard]] base::Result<BlockBytes> read(std::uint32_t number, BlockForm form) const override;
    [[nodiscard]] std::uint64_t memoryBytes() const override { return m_bytes; }

private:
    BlockCompressor m_compressor;
    std::uint64_t m_bytes = 0;
    mutable std::mutex m_mutex; ///< m_blocks
    std::vector<std::shared_ptr<const CompressedBlock>> m_blocks;
};

} // namespace sagascope::store
