// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/Pseudonyms.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/event/TextForms.h"
#include "core/identity/Identifier.h"
#include "core/session/redaction/TextPatterns.h"

namespace sagascope::session {
namespace {

template <typename... Numbers> std::string formatted(const char* format, Numbers... numbers)
{
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), format, numbers...);
    return {text.data(), static_cast<std::size_t>(size)};
}

bool isWholeNumber(std::string_view value)
{
    return !value.empty() && value.size() <= 15 && value.find_first_not_of("0123456789") == std::string_view::npos
        && (value.front() != '0' || value.size() == 1);
}

bool isWhole(std::string_view value, TextPattern pattern)
{
    const auto hits = findPatterns(value, {pattern});
    return hits.size() == 1 && hits.front().from == 0 && hits.front().to == value.size();
}

} // namespace

std::uint32_t Pseudonyms::numberOf(std::string_view value)
{
    const auto next = static_cast<std::uint32_t>(m_numbers.size() + 1);
    return m_numbers.try_emplace(base::idHash(value), next).first->second;
}

std::string Pseudonyms::of(std::string_view value)
{
    const std::uint32_t number = numberOf(value);
    if (isWholeNumber(value))
        return ofNumber(value);
    if (event::uuidForm(value) != event::UuidForm::None)
        return formatted("00000000-0000-4000-8000-%012x", number);
    if (identity::looksLikeBookingReference(value)) // the last part has five letters or digits at the most
        return formatted("BOOK-%08u-%05u", number / 100'000U, number % 100'000U);
    if (isWhole(value, TextPattern::Email))
        return formatted("redacted-%u@redacted.invalid", number);
    if (isWhole(value, TextPattern::Address))
        return ofAddress(value);
    if (isWhole(value, TextPattern::Phone))
        return ofPhone(value);
    return formatted("redacted-%u", number);
}

/// RFC 2544: 198.18.0.0/15, the network for measurements; RFC 3849: the prefix for documentation.
std::string Pseudonyms::ofAddress(std::string_view address)
{
    constexpr std::uint32_t kMeasured = 0xC6120000U;
    constexpr std::uint32_t kSizeOfMeasured = 1U << 17U;
    const std::uint32_t number = numberOf(address);
    if (address.find(':') != std::string_view::npos || number >= kSizeOfMeasured)
        return formatted("2001:db8::%x:%x", number >> 16U, number & 0xffffU);
    const std::uint32_t standIn = kMeasured + number;
    return formatted("%u.%u.%u.%u", standIn >> 24U, standIn >> 16U & 0xffU, standIn >> 8U & 0xffU, standIn & 0xffU);
}

std::string Pseudonyms::ofNumber(std::string_view number)
{
    return formatted("999%09u", numberOf(number) % 1'000'000'000U);
}

std::string Pseudonyms::ofPhone(std::string_view phone)
{
    return formatted("+999%09u", numberOf(phone) % 1'000'000'000U);
}

} // namespace sagascope::session
