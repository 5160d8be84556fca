// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace sagascope::event {

/// Finds a name among a few by its length first: most names that are asked about are none of them.
template <std::size_t Count> class NameIndex
{
public:
    static constexpr std::size_t kNone = Count;

    /// Each shorter than kLongest characters.
    explicit constexpr NameIndex(const std::array<std::string_view, Count>& names) : m_names(names)
    {
        std::size_t next = 0;
        for (std::size_t length = 0; length < kLongest; ++length) {
            m_first[length] = std::uint8_t(next);
            for (std::size_t i = 0; i < Count; ++i) {
                if (names[i].size() == length)
                    m_byLength[next++] = std::uint8_t(i);
            }
        }
        m_first[kLongest] = std::uint8_t(next);
    }

    [[nodiscard]] constexpr std::size_t find(std::string_view name) const
    {
        if (name.size() >= kLongest)
            return kNone;
        for (std::size_t i = m_first[name.size()]; i < m_first[name.size() + 1]; ++i) {
            if (isSame(m_names[m_byLength[i]], name))
                return m_byLength[i];
        }
        return kNone;
    }

    /// The same, where it is likely to be the name at `likely`.
    [[nodiscard]] constexpr std::size_t find(std::string_view name, std::size_t likely) const
    {
        const bool isIt = likely < Count && m_names[likely].size() == name.size() && isSame(m_names[likely], name);
        return isIt ? likely : find(name);
    }

    [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const { return m_names[i]; }

private:
    /// Of two that are equally long. Without the call that `==` makes: names are shorter than the way there.
    static constexpr bool isSame(std::string_view a, std::string_view b)
    {
        if (std::is_constant_evaluated() || a.size() < sizeof(std::uint32_t) || a.size() > 2 * sizeof(std::uint64_t))
            return a == b;
        return a.size() < sizeof(std::uint64_t) ? haveSameEnds<std::uint32_t>(a, b) : haveSameEnds<std::uint64_t>(a, b);
    }
    /// The first and the last word, which may overlap.
    template <typename Word> static bool haveSameEnds(std::string_view a, std::string_view b)
    {
        const std::size_t last = a.size() - sizeof(Word);
        return ((word<Word>(a, 0) ^ word<Word>(b, 0)) | (word<Word>(a, last) ^ word<Word>(b, last))) == 0;
    }
    template <typename Word> static Word word(std::string_view text, std::size_t at)
    {
        Word word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        return word;
    }

    static constexpr std::size_t kLongest = 32;
    std::array<std::string_view, Count> m_names;
    std::array<std::uint8_t, kLongest + 1> m_first{}; ///< by length, in m_byLength
    std::array<std::uint8_t, Count> m_byLength{};
};

} // namespace sagascope::event
