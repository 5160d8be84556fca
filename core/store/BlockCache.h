// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "core/base/Result.h"
#include "core/store/RecordBlock.h"

namespace sagascope::store {

/// Blocks that were read lately, decompressed, up to a budget of memory; those that nobody asked for longest go first.
/// Any thread; blocks that are read at the same time do not wait for one another.
class BlockCache
{
public:
    explicit BlockCache(std::size_t budget) : m_budget(budget) {} ///< bytes

    /// The block of this number, from `read` where it is not here. What cannot be read is tried again the next time.
    [[nodiscard]] base::Result<BlockBytes> block(std::uint32_t number, const std::function<base::Result<BlockBytes>()>& read);
    [[nodiscard]] std::size_t bytes() const; ///< held now

private:
    struct Entry
    {
        std::uint32_t number;
        BlockBytes block;
    };

    void add(std::uint32_t number, const BlockBytes& block);

    const std::size_t m_budget;
    mutable std::mutex m_mutex;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; ///< the latest first
    std::unordered_map<std::uint32_t, std::list<Entry>::iterator> m_byNumber;
};

/// A quarter of the machine's memory; half a gibibyte where the system does not tell.
[[nodiscard]] std::size_t defaultCacheBytes();

} // namespace sagascope::store
