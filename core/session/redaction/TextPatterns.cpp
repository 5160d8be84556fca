// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/TextPatterns.h"

#include <algorithm>
#include <array>
#include <optional>

#include <re2/re2.h>

namespace sagascope::session {
namespace {

/// Bytes of other scripts count as letters.
bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

RE2::Options bytesOptions()
{
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_longest_match(true);
    options.set_log_errors(false);
    return options;
}

const RE2& engineOf(TextPattern pattern)
{
    static const RE2 email(R"([A-Za-z0-9\x80-\xff._+\-]+(?:@|%40)(?:[A-Za-z0-9\x80-\xff\-]+\.)+[A-Za-z\x80-\xff]{2,})",
                           bytesOptions());
    static const RE2 phone(R"(\+[1-9](?:[ .\-/]?\(?\d\)?){6,14}|\(\+\d{1,3}\)(?:[ .\-]?\d){6,12}|0[1-9](?:[ .\-]?\d\d){4})"
                           R"(|(?:\+?1[ .\-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .\-])\d{3}[ .\-]\d{4})",
                           bytesOptions());
    static const RE2 address(R"((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))"
                             R"(|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4})"
                             R"(|(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6}))",
                             bytesOptions());
    static const std::array engines{&email, &phone, &address};
    return *engines[static_cast<std::size_t>(pattern)];
}

/// A look at the bytes that says quickly that there is none.
bool isPossible(std::string_view text, TextPattern pattern)
{
    if (pattern == TextPattern::Email)
        return text.find('@') != std::string_view::npos || text.find("%40") != std::string_view::npos;
    const bool hasDigits = text.find_first_of("0123456789") != std::string_view::npos;
    return pattern == TextPattern::Phone ? hasDigits && text.size() >= 8 : text.find_first_of(".:") != std::string_view::npos;
}

/// An address ends a sentence with its point, and a port comes behind a colon; everything else belongs to a longer word.
bool isApart(std::string_view text, std::size_t from, std::size_t to, TextPattern pattern)
{
    if (pattern == TextPattern::Email)
        return true;
    const char before = from > 0 ? text[from - 1] : ' ';
    const char after = to < text.size() ? text[to] : ' ';
    const char behind = to + 1 < text.size() ? text[to + 1] : ' ';
    if (isOfWord(before) || isOfWord(after))
        return false;
    const bool isLong = (after == '.' || after == '-') && isOfWord(behind);
    if (pattern == TextPattern::Address)
        return before != '.' && !isLong && (before != ':' || text.substr(from, to - from).find(':') == std::string_view::npos);
    return before != '-' && before != '.' && before != ':' && before != '/' && !isLong && after != ':';
}

/// Where it still is a phone number without its last group of digits; nothing when there is none to take away.
std::optional<std::size_t> withoutLastGroup(std::string_view phone)
{
    constexpr std::ptrdiff_t kFewest = 7;
    const std::size_t end = phone.find_last_of(" .-/");
    if (end == std::string_view::npos || !phone.starts_with('+'))
        return std::nullopt;
    const std::string_view shorter = phone.substr(0, end);
    const auto digits = std::count_if(shorter.begin(), shorter.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= kFewest ? std::optional(end) : std::nullopt;
}

std::optional<TextHit> next(std::string_view text, std::size_t from, TextPattern pattern)
{
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece found;
    while (from < text.size() && engineOf(pattern).Match(whole, from, text.size(), RE2::UNANCHORED, &found, 1)) {
        const auto at = static_cast<std::size_t>(found.data() - text.data());
        for (std::optional<std::size_t> size = found.size(); size; size = withoutLastGroup(text.substr(at, *size))) {
            if (isApart(text, at, at + *size, pattern))
                return TextHit{at, at + *size, pattern};
        }
        from = at + 1;
    }
    return std::nullopt;
}

/// Behind those that were found before, which are sorted and have the right of way.
void add(std::string_view text, TextPattern pattern, std::vector<TextHit>& hits)
{
    if (!isPossible(text, pattern))
        return;
    const auto known = static_cast<std::ptrdiff_t>(hits.size());
    for (auto hit = next(text, 0, pattern); hit; hit = next(text, hit->to, pattern)) {
        const auto after = std::partition_point(hits.begin(), hits.begin() + known,
                                                [&](const TextHit& other) { return other.to <= hit->from; });
        if (after == hits.begin() + known || after->from >= hit->to)
            hits.push_back(*hit);
    }
    std::sort(hits.begin(), hits.end(), [](const TextHit& a, const TextHit& b) { return a.from < b.from; });
}

} // namespace

std::vector<TextHit> findPatterns(std::string_view text, const std::vector<TextPattern>& wanted)
{
    std::vector<TextHit> hits;
    for (const TextPattern pattern : wanted)
        add(text, pattern, hits);
    return hits;
}

} // namespace sagascope::session
