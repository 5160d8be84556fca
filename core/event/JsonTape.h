// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sagascope::event {

/// Read access to the tape that simdjson's DOM parser leaves behind (its format is documented, doc/tape.md there):
/// 64-bit words, the type in the top byte; strings lie in a buffer of their own, length first. Walking the tape is
/// the only way over a document that needs neither recursion nor a second lookup. Views: valid as the document is.
class JsonTape
{
public:
    JsonTape() = default;
    JsonTape(const std::uint64_t* words, const std::uint8_t* strings) : m_words(words), m_strings(strings) {}

    static constexpr std::size_t kRoot = 1; ///< where the document's value stands

    [[nodiscard]] std::size_t size() const { return static_cast<std::uint32_t>(m_words[0]); } ///< words, the root's two included
    [[nodiscard]] char type(std::size_t at) const { return static_cast<char>(m_words[at] >> 56U); }
    [[nodiscard]] bool isContainer(std::size_t at) const { return type(at) == '{' || type(at) == '['; }
    /// First word behind the value at `at`; for containers behind their end.
    [[nodiscard]] std::size_t next(std::size_t at) const
    {
        switch (type(at)) {
        case '{':
        case '[':
            return static_cast<std::uint32_t>(m_words[at]);
        case 'l':
        case 'u':
        case 'd':
            return at + 2;
        default:
            return at + 1;
        }
    }
    /// The next word in the order of the text: members' names, values, closing brackets. Enough to look at everything
    /// once, without knowing where it stands.
    [[nodiscard]] std::size_t step(std::size_t at) const { return isContainer(at) ? at + 1 : next(at); }
    /// Where the closing word of the container at `at` stands.
    [[nodiscard]] std::size_t end(std::size_t at) const { return next(at) - 1; }
    [[nodiscard]] std::string_view text(std::size_t at) const
    {
        const std::uint8_t* start = stored(at);
        std::uint32_t length = 0;
        std::memcpy(&length, start, sizeof length);
        return {reinterpret_cast<const char*>(start) + sizeof length, length};
    }
    /// The text as it lies in the buffer: its length in four bytes, then its characters, then memory that may be read, too.
    [[nodiscard]] const std::uint8_t* stored(std::size_t at) const { return m_strings + (m_words[at] & kPayloadMask); }
    [[nodiscard]] std::uint64_t word(std::size_t at) const { return m_words[at]; }
    [[nodiscard]] std::int64_t integer(std::size_t at) const { return std::bit_cast<std::int64_t>(m_words[at + 1]); }
    [[nodiscard]] std::uint64_t unsignedInteger(std::size_t at) const { return m_words[at + 1]; }
    [[nodiscard]] double real(std::size_t at) const { return std::bit_cast<double>(m_words[at + 1]); }

private:
    static constexpr std::uint64_t kPayloadMask = 0x00FF'FFFF'FFFF'FFFFULL;
    const std::uint64_t* m_words = nullptr;
    const std::uint8_t* m_strings = nullptr;
};

} // namespace sagascope::event
