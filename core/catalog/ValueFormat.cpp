// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/ValueFormat.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/Time.h"
#include "core/event/TextForms.h"

namespace sagascope::catalog {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::size_t kDateLength = 10;

bool isDate(std::string_view text)
{
    return text.size() == kDateLength && base::parseIso8601(text).has_value();
}

/// RFC 3339 is stricter than what the envelope tolerates: `T`, seconds, a point before fractions, a zone with a colon.
bool isZonedTime(std::string_view text)
{
    constexpr std::string_view kShape = "00:00:00";
    if (text.size() <= kShape.size())
        return false;
    for (std::size_t i = 0; i < kShape.size(); ++i)
        if (kShape[i] == ':' ? text[i] != ':' : !isDigit(text[i]))
            return false;
    text.remove_prefix(kShape.size());
    if (text.front() == '.') {
        const auto end = std::find_if_not(text.begin() + 1, text.end(), isDigit);
        if (end == text.begin() + 1)
            return false;
        text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    }
    if (text == "Z" || text == "z")
        return true;
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && isDigit(text[1]) && isDigit(text[2]) &&
           text[3] == ':' && isDigit(text[4]) && isDigit(text[5]);
}

bool isDateTime(std::string_view text)
{
    if (text.size() <= kDateLength || (text[kDateLength] != 'T' && text[kDateLength] != 't'))
        return false;
    return isZonedTime(text.substr(kDateLength + 1)) && base::parseIso8601(text).has_value();
}

bool isTime(std::string_view text)
{
    return isZonedTime(text) && base::parseIso8601(std::string("2000-01-01T").append(text)).has_value();
}

/// 8-4-4-4-12 hexadecimal digits; versions and variants are a matter of the envelope's rules.
bool isUuid(std::string_view text)
{
    return event::uuidForm(text) != event::UuidForm::None;
}

bool isHostName(std::string_view text)
{
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isAlpha(c) || isDigit(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool isEmail(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || text.find('@') != at)
        return false;
    const std::string_view local = text.substr(0, at);
    const auto isPlain = [](char c) { return c > ' ' && c != '\x7f'; };
    return std::all_of(local.begin(), local.end(),
                       [&](char c) { return isPlain(c) || static_cast<unsigned char>(c) >= 0x80; }) &&
           isHostName(text.substr(at + 1));
}

bool isIpv4(std::string_view text)
{
    for (int part = 0; part < 4; ++part) {
        const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
        const auto length = static_cast<std::size_t>(end - text.begin());
        if (length == 0 || length > 3 || (length > 1 && text.front() == '0') ||
            std::stoi(std::string(text.substr(0, length))) > 255)
            return false;
        text.remove_prefix(length);
        if (part < 3) {
            if (text.empty() || text.front() != '.')
                return false;
            text.remove_prefix(1);
        }
    }
    return text.empty();
}

/// Counts groups of up to four digits; one `::` may stand for missing ones, an IPv4 address for the last two.
bool isIpv6(std::string_view text)
{
    int groups = 0;
    bool hasGap = false;
    if (text.substr(0, 2) == "::") {
        hasGap = true;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        const auto end = std::find_if_not(text.begin(), text.end(), isHex);
        const auto length = static_cast<std::size_t>(end - text.begin());
        if (end != text.end() && *end == '.')
            return isIpv4(text) && (hasGap ? groups + 2 < 8 : groups + 2 == 8);
        if (length == 0 || length > 4)
            return false;
        ++groups;
        text.remove_prefix(length);
        if (text.empty())
            break;
        if (text.substr(0, 2) == "::" && !hasGap) {
            hasGap = true;
            text.remove_prefix(2);
        } else if (text.size() > 1 && text.front() == ':') {
            text.remove_prefix(1);
        } else {
            return false;
        }
    }
    return hasGap ? groups < 8 : groups == 8;
}

bool isUri(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !isAlpha(text.front()))
        return false;
    const std::string_view scheme = text.substr(0, colon);
    return std::all_of(scheme.begin(), scheme.end(),
                       [](char c) { return isAlpha(c) || isDigit(c) || c == '+' || c == '-' || c == '.'; }) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '"' || c == '<' || c == '>'; });
}

struct Format
{
    std::string_view name;
    bool (*matches)(std::string_view);
};

constexpr std::array kFormats{
    Format{"date-time", isDateTime}, Format{"date", isDate}, Format{"time", isTime}, Format{"email", isEmail},
    Format{"uuid", isUuid},          Format{"ipv4", isIpv4}, Format{"ipv6", isIpv6}, Format{"uri", isUri},
};

} // namespace

auto formatNamed(std::string_view name) -> bool (*)(std::string_view text)
{
    const auto* known = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
    return known == kFormats.end() ? nullptr : known->matches;
}

bool matchesFormat(std::string_view format, std::string_view text)
{
    const auto matches = formatNamed(format);
    return !matches || matches(text);
}

} // namespace sagascope::catalog
