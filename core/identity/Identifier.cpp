// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Identifier.h"

#include <algorithm>
#include <array>

namespace sagascope::identity {
namespace {

constexpr std::array<std::string_view, 13> kKindNames{
    "correlation", "saga",           "trace",   "booking",      "booking-reference", "payment", "refund", "user",
    "search",      "recommendation", "request", "notification", "entity",
};

/// Values that real traffic writes where it has no value (dreamscape/README.md, section 7).
constexpr std::array<std::string_view, 16> kPlaceholders{
    "temp", "tmp", "anonymous", "guest", "unknown", "null", "undefined", "none", "nil", "n/a", "na", "test",
    "todo", "0",   "-",         "nan",
};

constexpr std::size_t kLongestPlaceholder =
    std::max_element(kPlaceholders.begin(), kPlaceholders.end(), [](auto a, auto b) { return a.size() < b.size(); })->size();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBase36Upper(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}

/// The nil UUID and the like: nothing but zeros and hyphens.
bool isAllZero(std::string_view value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c == '0' || c == '-'; });
}

std::string_view trimmed(std::string_view value)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!value.empty() && isBlank(value.front()))
        value.remove_prefix(1);
    while (!value.empty() && isBlank(value.back()))
        value.remove_suffix(1);
    return value;
}

} // namespace

std::string_view kindName(IdentifierKind kind)
{
    return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<IdentifierKind> kindFromName(std::string_view name)
{
    const auto* found = std::find(kKindNames.begin(), kKindNames.end(), name);
    if (found == kKindNames.end())
        return std::nullopt;
    return static_cast<IdentifierKind>(found - kKindNames.begin());
}

bool isDeclaredKind(IdentifierKind kind)
{
    return kind == IdentifierKind::Correlation || kind == IdentifierKind::Saga || kind == IdentifierKind::Trace;
}

IdentifierKind familyOf(IdentifierKind kind)
{
    return kind == IdentifierKind::BookingReference ? IdentifierKind::Booking : kind;
}

bool isPlaceholder(std::string_view value)
{
    const std::string_view text = trimmed(value);
    if (text.empty() || isAllZero(text))
        return true;
    std::array<char, kLongestPlaceholder> lower{};
    if (text.size() > lower.size())
        return false;
    std::transform(text.begin(), text.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return std::find(kPlaceholders.begin(), kPlaceholders.end(), std::string_view(lower.data(), text.size()))
        != kPlaceholders.end();
}

bool looksLikeBookingReference(std::string_view value)
{
    constexpr std::string_view kPrefix = "BOOK-";
    constexpr std::size_t kDateEnd = kPrefix.size() + 8;
    if (!value.starts_with(kPrefix) || value.size() <= kDateEnd + 1 || value.size() > kDateEnd + 6)
        return false;
    return std::all_of(value.begin() + kPrefix.size(), value.begin() + kDateEnd, isDigit) && value[kDateEnd] == '-'
        && std::all_of(value.begin() + kDateEnd + 1, value.end(), isBase36Upper);
}

} // namespace sagascope::identity
