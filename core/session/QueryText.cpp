// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryText.h"

#include <algorithm>
#include <utility>

namespace sagascope::session {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isSame(std::string_view text, std::string_view lowerText)
{
    return text.size() == lowerText.size() &&
           std::equal(text.begin(), text.end(), lowerText.begin(), [](char t, char l) { return lower(t) == l; });
}

/// Greedy with one point to come back to: the star seen last. Linear in practice, never exponential.
bool matchesWildcard(std::string_view text, std::string_view pattern)
{
    std::size_t t = 0;
    std::size_t p = 0;
    std::size_t star = std::string_view::npos;
    std::size_t afterStar = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            afterStar = t;
        } else if (p < pattern.size() && pattern[p] == lower(text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++afterStar;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

/// The longest run without a star.
std::string_view longestRun(std::string_view pattern)
{
    std::string_view longest;
    while (!pattern.empty()) {
        const std::string_view run = pattern.substr(0, pattern.find('*'));
        longest = run.size() > longest.size() ? run : longest;
        pattern.remove_prefix(std::min(run.size() + 1, pattern.size()));
    }
    return longest;
}

} // namespace

std::string toLowerAscii(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle)
{
    const auto found = std::search(text.begin(), text.end(), lowerNeedle.begin(), lowerNeedle.end(),
                                   [](char t, char n) { return lower(t) == n; });
    return found != text.end() || lowerNeedle.empty();
}

TextPattern TextPattern::ofLower(std::string lower, Mode mode)
{
    TextPattern pattern;
    pattern.m_necessary = FoldedLiteral(mode == Mode::Wildcard ? longestRun(lower) : std::string_view(lower));
    pattern.m_lower = std::move(lower);
    pattern.m_mode = mode;
    return pattern;
}

TextPattern::TextPattern(std::string_view text, Mode plain)
    : TextPattern(ofLower(toLowerAscii(text), text.find('*') == std::string_view::npos ? plain : Mode::Wildcard))
{
}

TextPattern TextPattern::literal(std::string_view text, Mode mode)
{
    return ofLower(toLowerAscii(text), mode);
}

TextPattern TextPattern::of(RegularExpression expression)
{
    TextPattern pattern;
    pattern.m_necessary = FoldedLiteral(expression.necessaryText());
    pattern.m_expression = std::move(expression);
    pattern.m_mode = Mode::Expression;
    return pattern;
}

bool TextPattern::matches(std::string_view text) const
{
    switch (m_mode) {
    case Mode::Part: return m_necessary.isIn(text);
    case Mode::Whole: return isSame(text, m_lower);
    case Mode::Wildcard: return matchesWildcard(text, m_lower);
    case Mode::Expression: return m_expression.isIn(text);
    }
    return false;
}

} // namespace sagascope::session
