// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/BlockKeeper.h"

namespace sagascope::bench {

/// Drops the blocks that a store gives it, so that nothing but rows and what belongs to them costs time or memory.
class NoBlocks : public store::BlockKeeper
{
public:
    void keep(store::RecordBlock) override {}
    [[nodiscard]] base::Result<store::BlockBytes> read(std::uint32_t, store::BlockForm) const override
    {
        return base::Error{base::ErrorCode::NotFound, "block", "nothing was kept"};
    }
    [[nodiscard]] std::uint64_t memoryBytes() const override { return 0; }
};

} // namespace sagascope::bench
