// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "core/base/LargePages.h"
#include "core/base/Prefetch.h"

namespace sagascope::base {

/// From the hash of a key to the number under which its owner keeps the key: an open-addressed table of eight bytes a
/// slot, at most three quarters full. Keys stay with the owner, who says whether a candidate is the one meant, so equal
/// hashes do no harm. Numbers are added, never removed. One thread.
class HashIndex
{
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    /// The number with this hash for which `isIt(number)` holds; kNone when there is none.
    template <typename IsIt> [[nodiscard]] std::uint32_t find(std::uint64_t hash, IsIt isIt) const
    {
        if (m_slots.empty())
            return kNone;
        const std::uint32_t tag = tagOf(hash);
        for (std::size_t at = tag & m_mask; m_slots[at].number != kNone; at = (at + 1) & m_mask) {
            if (m_slots[at].tag == tag && isIt(m_slots[at].number))
                return m_slots[at].number;
        }
        return kNone;
    }

    /// The number that find() would ask about first; kNone when it would ask about none. What lies under it can be
    /// fetched while others are looked for.
    [[nodiscard]] std::uint32_t candidate(std::uint64_t hash) const
    {
        return find(hash, [](std::uint32_t) { return true; });
    }

    /// Asks for the memory that find() will look at first: several searches then wait for it together, not in turn.
    void prefetch(std::uint64_t hash) const
    {
        if (!m_slots.empty())
            base::prefetch(&m_slots[tagOf(hash) & m_mask]);
    }

    /// The number must not be kNone, nor be there yet.
    void insert(std::uint64_t hash, std::uint32_t number)
    {
        if ((m_size + 1) * 4 > m_slots.size() * 3)
            grow();
        put({tagOf(hash), number});
        ++m_size;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    struct Slot
    {
        std::uint32_t tag = 0; ///< where it belongs, and a first comparison
        std::uint32_t number = kNone;
    };

    static std::uint32_t tagOf(std::uint64_t hash) { return static_cast<std::uint32_t>(hash ^ (hash >> 32U)); }

    void put(Slot slot)
    {
        std::size_t at = slot.tag & m_mask;
        while (m_slots[at].number != kNone)
            at = (at + 1) & m_mask;
        m_slots[at] = slot;
    }

    void grow()
    {
        LargeVector<Slot> old(m_slots.empty() ? 16 : m_slots.size() * 2);
        old.swap(m_slots);
        m_mask = m_slots.size() - 1;
        for (const Slot& slot : old) {
            if (slot.number != kNone)
                put(slot);
        }
    }

    LargeVector<Slot> m_slots; ///< a power of two
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
};

} // namespace sagascope::base
