// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#endif

namespace sagascope::event {

/// Sixteen bytes of a text, looked at together. What is said of each of them comes as a mask: the lowest bit is of the first.
class PlainBlock
{
public:
    static constexpr std::size_t kSize = 16;

    explicit PlainBlock(const char* bytes) { std::memcpy(m_bytes.data(), bytes, kSize); }

    void store(std::uint8_t* bytes) const { std::memcpy(bytes, m_bytes.data(), kSize); }
    /// Which of them are not the other's.
    [[nodiscard]] unsigned differingFrom(const PlainBlock& other) const
    {
        return maskOf([&](std::size_t i) { return m_bytes[i] != other.m_bytes[i]; });
    }
    /// Which of them can't stand for themselves within a JSON string: quotes, backslashes and control characters.
    [[nodiscard]] unsigned special() const
    {
        return maskOf([&](std::size_t i) { return m_bytes[i] == '"' || m_bytes[i] == '\\' || m_bytes[i] < 0x20; });
    }
    /// The same, and which of them are no ASCII.
    [[nodiscard]] unsigned specialOrHigh() const
    {
        return special() | maskOf([&](std::size_t i) { return m_bytes[i] >= 0x80; });
    }

private:
    template <typename Holds> static unsigned maskOf(const Holds& holds)
    {
        unsigned mask = 0;
        for (std::size_t i = 0; i < kSize; ++i)
            mask |= unsigned(holds(i)) << i;
        return mask;
    }

    std::array<std::uint8_t, kSize> m_bytes{};
};

#if defined(__SSE2__) || defined(_M_X64)

/// The same by SSE2, which every x86-64 has.
class SimdBlock
{
public:
    static constexpr std::size_t kSize = 16;

    explicit SimdBlock(const char* bytes) : m_bytes(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))) {}

    void store(std::uint8_t* bytes) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes), m_bytes); }
    [[nodiscard]] unsigned differingFrom(const SimdBlock& other) const
    {
        return maskOf(_mm_cmpeq_epi8(m_bytes, other.m_bytes)) ^ 0xFFFFU;
    }
    [[nodiscard]] unsigned special() const
    {
        const __m128i isQuote = _mm_cmpeq_epi8(m_bytes, _mm_set1_epi8('"'));
        const __m128i isBackslash = _mm_cmpeq_epi8(m_bytes, _mm_set1_epi8('\\'));
        const __m128i isControl = _mm_cmpeq_epi8(_mm_min_epu8(m_bytes, _mm_set1_epi8(0x1F)), m_bytes);
        return maskOf(_mm_or_si128(_mm_or_si128(isQuote, isBackslash), isControl));
    }
    [[nodiscard]] unsigned specialOrHigh() const
    {
        const __m128i isQuote = _mm_cmpeq_epi8(m_bytes, _mm_set1_epi8('"'));
        const __m128i isBackslash = _mm_cmpeq_epi8(m_bytes, _mm_set1_epi8('\\'));
        const __m128i isBelowBlank = _mm_cmplt_epi8(m_bytes, _mm_set1_epi8(' ')); // bytes from 128 on count as negative
        return maskOf(_mm_or_si128(_mm_or_si128(isQuote, isBackslash), isBelowBlank));
    }

private:
    static unsigned maskOf(__m128i bytes) { return unsigned(_mm_movemask_epi8(bytes)); }

    __m128i m_bytes;
};

using ByteBlock = SimdBlock;

#else

using ByteBlock = PlainBlock;

#endif

} // namespace sagascope::event
