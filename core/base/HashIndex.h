// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "core/base/LargePages.h"
#include "core/base/Prefetch.h"

namespace sagascope::base {

/// From the hash of a key to the number under which its owner keeps the key: an open-addressed table of eight bytes a
/// slot, between 0.7 and 0.85 full. Keys stay with the owner, who says whether a candidate is the one meant, so equal
/// hashes do no harm. Numbers are added, never removed. One thread.
///
/// Slots lie in the order of their tags, each in its home (the tag's share of the table) or behind it. So a search ends at
/// the first tag that is larger, however full the table is, and growing by a fifth copies from one end to the other.
class HashIndex
{
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    /// The number with this hash for which `isIt(number)` holds; kNone when there is none.
    template <typename IsIt> [[nodiscard]] std::uint32_t find(std::uint64_t hash, IsIt isIt) const
    {
        if (m_size == 0)
            return kNone;
        const std::uint32_t tag = tagOf(hash);
        for (std::size_t at = firstOf(tag); m_slots[at].number != kNone && m_slots[at].tag == tag; ++at) {
            if (isIt(m_slots[at].number))
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
        if (m_size > 0)
            base::prefetch(&m_slots[homeOf(tagOf(hash))]);
    }

    /// The number must not be kNone, nor be there yet.
    void insert(std::uint64_t hash, std::uint32_t number)
    {
        if ((m_size + 1) * 20 > m_homes * 17)
            grow();
        const Slot slot{tagOf(hash), number};
        std::size_t at = firstOf(slot.tag);
        while (m_slots[at].number != kNone && m_slots[at].tag == slot.tag)
            ++at;
        std::size_t end = at;
        while (m_slots[end].number != kNone)
            ++end;
        std::copy_backward(m_slots.begin() + std::ptrdiff_t(at), m_slots.begin() + std::ptrdiff_t(end),
                           m_slots.begin() + std::ptrdiff_t(end) + 1);
        m_slots[at] = slot;
        closeEnd(end);
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

    [[nodiscard]] std::size_t homeOf(std::uint32_t tag) const
    {
        return static_cast<std::size_t>((std::uint64_t(tag) * m_homes) >> 32U);
    }

    /// Where the first slot with this tag is, or would be.
    [[nodiscard]] std::size_t firstOf(std::uint32_t tag) const
    {
        std::size_t at = homeOf(tag);
        while (m_slots[at].number != kNone && m_slots[at].tag < tag)
            ++at;
        return at;
    }

    /// The last slot stays empty, so that no search runs over the end; slots behind the last home make room.
    void closeEnd(std::size_t written)
    {
        if (written + 1 == m_slots.size())
            m_slots.push_back({});
    }

    void grow()
    {
        constexpr std::size_t kFewest = 16;
        constexpr std::size_t kBehindTheEnd = 16;
        m_homes = std::max(kFewest, m_homes + m_homes / 5);
        LargeVector<Slot> slots;
        slots.reserve(m_homes + kBehindTheEnd);
        slots.resize(m_homes + 1);
        slots.swap(m_slots);
        std::size_t next = 0;
        for (const Slot& slot : slots) {
            if (slot.number == kNone)
                continue;
            next = std::max(next, homeOf(slot.tag));
            m_slots[next] = slot;
            closeEnd(next++);
        }
    }

    LargeVector<Slot> m_slots; ///< as many as there are homes, and some behind them
    std::size_t m_homes = 0;
    std::size_t m_size = 0;
};

} // namespace sagascope::base
