// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/WordMask.h"

#include <algorithm>
#include <array>

#include "core/event/SecretMask.h"
#include "core/event/TextForms.h"

namespace sagascope::event {
namespace {

constexpr std::size_t kLongestName = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOfName(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isOfBase64(char c) // both alphabets of RFC 4648, and the points of a web token
{
    return isOfName(c) || c == '+' || c == '/' || c == '=';
}

bool startsWithIgnoringCase(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? char(b - 'A' + 'a') : b);
           });
}

} // namespace

std::string WordMask::run()
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '=' || c == ':') {
            maskNamed(m_at);
        } else if ((c == 'e' || c == 'b' || c == 'B' || isDigit(c)) && isAtWord(m_at)) {
            const std::size_t end = c == 'e' ? endOfToken(m_at) : isDigit(c) ? endOfCard(m_at) : endOfCredentials(m_at);
            if (end > m_at)
                maskTo(m_at, end);
            else
                ++m_at;
        } else {
            ++m_at;
        }
    }
    m_out += m_text.substr(m_copied);
    return std::move(m_out);
}

bool WordMask::isAtWord(std::size_t at) const
{
    if (at == 0)
        return true;
    const char before = m_text[at - 1];
    if (before == '-')
        return at < 2 || !isDigit(m_text[at - 2]);
    return !isOfName(before);
}

/// `eyJ` begins the base64 of `{"`.
std::size_t WordMask::endOfToken(std::size_t at) const
{
    constexpr std::size_t kShortest = 20;
    if (!m_text.substr(at).starts_with("eyJ"))
        return at;
    const auto end = std::find_if_not(m_text.begin() + std::ptrdiff_t(at), m_text.end(), isOfBase64);
    const auto length = std::size_t(end - m_text.begin()) - at;
    return length >= kShortest ? at + length : at;
}

std::size_t WordMask::endOfCard(std::size_t at) const
{
    constexpr std::size_t kMost = 19;
    std::size_t digits = 0;
    std::size_t longest = at;
    for (std::size_t i = at; i < m_text.size() && digits < kMost && isDigit(m_text[i]);) {
        while (i < m_text.size() && isDigit(m_text[i])) {
            ++i;
            ++digits;
        }
        const bool isEnd = i == m_text.size() || (!isLetter(m_text[i]) && m_text[i] != '_');
        if (isEnd && looksLikeCardNumber(m_text.substr(at, i - at)))
            longest = i;
        if (i < m_text.size() && (m_text[i] == ' ' || m_text[i] == '-'))
            ++i;
    }
    return longest;
}

std::size_t WordMask::endOfCredentials(std::size_t at) const
{
    constexpr std::size_t kShortest = 8; // of what follows: "bearer of news" is none
    static constexpr std::array<std::string_view, 2> kSchemes = {"bearer ", "basic "}; // RFC 6750, RFC 7617
    for (const std::string_view scheme : kSchemes) {
        if (!startsWithIgnoringCase(m_text.substr(at), scheme))
            continue;
        const auto from = m_text.begin() + std::ptrdiff_t(at + scheme.size());
        const auto end = std::find_if_not(from, m_text.end(), isOfBase64);
        return std::size_t(end - from) >= kShortest ? std::size_t(end - m_text.begin()) : at;
    }
    return at;
}

bool WordMask::isNamedSecret(std::size_t separator) const
{
    std::size_t end = separator;
    while (end > 0 && (isBlank(m_text[end - 1]) || m_text[end - 1] == '\'' || m_text[end - 1] == '"'))
        --end;
    std::size_t begin = end;
    while (begin > m_copied && end - begin < kLongestName && isOfName(m_text[begin - 1]))
        --begin;
    return begin < end && isSecretName(m_text.substr(begin, end - begin));
}

std::size_t WordMask::endOfWord(std::size_t at) const
{
    static constexpr std::string_view kEnds = " \t\r\n&;,\"'<>)}]";
    return std::min(m_text.find_first_of(kEnds, at), m_text.size());
}

void WordMask::maskNamed(std::size_t separator)
{
    m_at = separator + 1;
    if (!isNamedSecret(separator))
        return;
    std::size_t from = m_at;
    while (from < m_text.size() && (isBlank(m_text[from]) || m_text[from] == '\'' || m_text[from] == '"'))
        ++from;
    std::size_t end = endOfWord(from);
    for (const std::string_view scheme : {"bearer", "basic", "digest", "token"}) {
        if (end - from == scheme.size() && startsWithIgnoringCase(m_text.substr(from), scheme) && end < m_text.size() &&
            isBlank(m_text[end]))
            end = endOfWord(end + 1);
    }
    if (end > from && m_text.substr(from, end - from) != "null")
        maskTo(from, end);
}

void WordMask::maskTo(std::size_t from, std::size_t to)
{
    m_out += m_text.substr(m_copied, from - m_copied);
    m_out += kMask;
    m_at = m_copied = to;
}

} // namespace sagascope::event
