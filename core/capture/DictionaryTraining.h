// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/store/BlockCodec.h"
#include "core/store/RecordBlock.h"

namespace sagascope::capture {

/// Makes one dictionary, of the records of the first blocks. One thread.
class DictionaryTraining
{
public:
    explicit DictionaryTraining(std::size_t bytes) : m_wanted(bytes) {} ///< raw, of which it is made

    /// The dictionary, with the block that completes what it is made of; null before, after, and where none can be made.
    [[nodiscard]] std::shared_ptr<const store::BlockDictionary> look(const store::RecordBlock& block);

private:
    std::size_t m_wanted;
    std::size_t m_seen = 0;
    std::vector<store::BlockBytes> m_blocks;
};

} // namespace sagascope::capture
