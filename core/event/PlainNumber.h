// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace sagascope::event {

/// A JSON number that is read exactly without much ado: an integer of 64 bits, or a decimal fraction whose digits and whose power
/// of ten are both doubles, so that one division rounds once (Clinger 1990). Others are left to those who know better.
class PlainNumber
{
public:
    /// Reads from `text` on, which ends in a zero byte. What follows the digits is not looked at: it may be an exponent.
    explicit PlainNumber(const char* text)
    {
        const bool isNegative = *text == '-';
        const char* const start = text + (isNegative ? 1 : 0);
        std::uint64_t digits = 0;
        const char* const point = readDigits(start, digits);
        const bool hasLeadingZero = *start == '0' && point > start + 1;
        m_end = point;
        if (*point == '.') {
            m_end = readDigits(point + 1, digits);
            readFraction(digits, std::size_t(m_end - point - 1), isNegative);
        } else {
            m_bits = isNegative ? 0 - digits : digits; // simdjson, too, makes 0 of -0
        }
        m_isRead = m_isRead && point > start && !hasLeadingZero && m_end - start <= std::ptrdiff_t(kMostDigits);
    }

    [[nodiscard]] bool isRead() const { return m_isRead; }
    [[nodiscard]] char type() const { return m_type; } ///< the tape's
    [[nodiscard]] std::uint64_t bits() const { return m_bits; }
    [[nodiscard]] const char* end() const { return m_end; }

private:
    static constexpr std::size_t kMostDigits = 18; ///< the point included; they fit 64 bits, and so does the sign

    /// Appends to `digits`; gives the place behind the last one, or of one that makes too many.
    static const char* readDigits(const char* at, std::uint64_t& digits)
    {
        const char* const limit = at + kMostDigits + 1;
        for (; at < limit; ++at) {
            const auto digit = unsigned(*at) - unsigned('0');
            if (digit > 9)
                break;
            digits = digits * 10 + digit;
        }
        return at;
    }

    void readFraction(std::uint64_t digits, std::size_t places, bool isNegative)
    {
        constexpr std::uint64_t kExact = std::uint64_t(1) << 53U;
        static constexpr std::array<double, kMostDigits + 2> kPowers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,
                                                                        1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
        m_isRead = places > 0 && digits <= kExact;
        const double value = double(digits) / kPowers[places];
        m_type = 'd';
        m_bits = std::bit_cast<std::uint64_t>(isNegative ? -value : value);
    }

    char m_type = 'l';
    bool m_isRead = true;
    const char* m_end = nullptr;
    std::uint64_t m_bits = 0;
};

} // namespace sagascope::event
