// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/base/Result.h"
#include "core/store/RecordBlock.h"

namespace sagascope::store {

/// Blocks that were read lately, decompressed, up to a budget of memory. First go those that were asked for only once, then
/// those that nobody asked for longest: who goes through everything pushes out little of what people look at. Any thread; blocks that are read at the same time do not wait for one another.
class BlockCache
{
public:
    explicit BlockCache(std::size_t budget) : m_budget(budget) {} ///< bytes

    /// The block of this number, from `read` where it is not here. What cannot be read is tried again the next time.
    [[nodiscard]] base::Result<BlockBytes> block(std::uint32_t number, const std::function<base::Result<BlockBytes>()>& read);
    /// The block where it is here; nothing is read, and that it was asked for does not count.
    [[nodiscard]] std::optional<BlockBytes> held(std::uint32_t number) const;
    [[nodiscard]] std::size_t bytes() const; ///< held now

private:
    struct Entry
    {
        std::uint32_t number;
        BlockBytes block;
        bool wasAskedAgain = false;
    };
    using Entries = std::list<Entry>;

    void noteAsked(Entries::iterator entry);
    void add(std::uint32_t number, const BlockBytes& block);
    void shrink();

    const std::size_t m_budget;
    mutable std::mutex m_mutex;
    std::size_t m_bytes = 0;
    std::size_t m_bytesAskedAgain = 0;
    Entries m_askedOnce;  ///< the latest first
    Entries m_askedAgain; ///< likewise; at most three quarters of the budget
    std::unordered_map<std::uint32_t, Entries::iterator> m_byNumber;
};

/// A quarter of the machine's memory; half a gibibyte where the system does not tell.
[[nodiscard]] std::size_t defaultCacheBytes();

} // namespace sagascope::store
