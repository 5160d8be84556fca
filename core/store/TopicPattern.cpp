// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TopicPattern.h"

#include <algorithm>

namespace sagascope::store {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::vector<std::string_view> segmentsOf(std::string_view name)
{
    std::vector<std::string_view> segments;
    for (std::size_t start = 0;;) {
        const std::size_t dot = name.find('.', start);
        segments.push_back(name.substr(start, dot == std::string_view::npos ? dot : dot - start));
        if (dot == std::string_view::npos)
            return segments;
        start = dot + 1;
    }
}

// The classic wildcard walk: on a mismatch, let the last star take one more. Linear for one star, never exponential.
template <typename Pattern, typename Text, typename IsStar, typename Fits>
bool walk(const Pattern& pattern, const Text& text, IsStar isStar, Fits fits)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = pattern.size();
    std::size_t retry = 0;
    while (t < text.size()) {
        if (p < pattern.size() && isStar(pattern[p])) {
            star = p++;
            retry = t;
        } else if (p < pattern.size() && fits(pattern[p], text[t])) {
            ++p;
            ++t;
        } else if (star < pattern.size()) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && isStar(pattern[p]))
        ++p;
    return p == pattern.size();
}

bool segmentMatches(const std::string& pattern, std::string_view segment)
{
    return walk(
        pattern, segment, [](char c) { return c == '*'; }, [](char p, char t) { return p == lower(t); });
}

} // namespace

TopicPattern::TopicPattern(std::string_view pattern)
{
    if (pattern.empty())
        return;
    for (const std::string_view segment : segmentsOf(pattern))
        m_segments.push_back(lowered(segment));
}

bool TopicPattern::matches(std::string_view topic) const
{
    if (matchesEverything())
        return true;
    return walk(
        m_segments, segmentsOf(topic), [](const std::string& segment) { return segment == "**"; }, segmentMatches);
}

} // namespace sagascope::store
