// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/HiddenValues.h"

#include <algorithm>

#include "core/base/Time.h"

namespace sagascope::session {
namespace {

constexpr std::size_t kLongestWord = 512; ///< longer ones are only found whole

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Says something by itself, unlike `Bearer`, `guest` or 100.
bool isTelling(std::string_view value)
{
    constexpr std::size_t kTellingWord = 8;
    constexpr std::size_t kTellingCode = 6;
    constexpr std::size_t kTellingNumber = 7;
    if (std::all_of(value.begin(), value.end(), isDigit))
        return value.size() >= kTellingNumber;
    return value.size() >= kTellingWord || (value.size() >= kTellingCode && std::any_of(value.begin(), value.end(), isDigit));
}

/// Seconds or milliseconds since 1970, or a time in words: many events may have the same, and need it.
bool isTime(std::string_view value)
{
    const bool isNumber = std::all_of(value.begin(), value.end(), isDigit);
    return isNumber ? value.front() == '1' && (value.size() == 10 || value.size() == 13) : base::parseIso8601(value).has_value();
}

bool isEdge(std::string_view text, std::size_t at)
{
    return at == 0 || at == text.size() || !isOfWord(text[at - 1]) || !isOfWord(text[at]);
}

} // namespace

void HiddenValues::add(std::string_view value, Why why)
{
    constexpr std::size_t kShortestWhole = 3;
    const bool isWord = isTelling(value) && (why == Why::Asked || !isTime(value));
    if (isWord || (why == Why::Asked && value.size() >= kShortestWhole))
        m_wholes.insert(base::idHash(value));
    if (!isWord || value.size() > kLongestWord)
        return;
    m_words.insert(base::idHash(value));
    m_lengths.insert(value.size());
}

bool HiddenValues::hasWhole(std::string_view text) const
{
    return !m_wholes.empty() && m_wholes.contains(base::idHash(text));
}

bool HiddenValues::hasWord(std::string_view text) const
{
    return m_lengths.contains(text.size()) && m_words.contains(base::idHash(text));
}

std::size_t HiddenValues::longestAt(std::string_view text, std::size_t from) const
{
    for (auto length = m_lengths.lower_bound(text.size() - from); length != m_lengths.end(); ++length) {
        if (isEdge(text, from + *length) && m_words.contains(base::idHash(text.substr(from, *length))))
            return *length;
    }
    return 0;
}

std::vector<HiddenValues::Place> HiddenValues::placesIn(std::string_view text) const
{
    std::vector<Place> places;
    if (m_lengths.empty())
        return places;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = isEdge(text, at) ? longestAt(text, at) : 0;
        if (length > 0)
            places.push_back({at, at + length});
        at += std::max<std::size_t>(length, 1);
    }
    return places;
}

} // namespace sagascope::session
