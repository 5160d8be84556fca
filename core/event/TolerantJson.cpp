// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TolerantJson.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace sagascope::event {
namespace {

constexpr std::string_view kLargestDouble = "1.7976931348623157e308";
// From 2^1024 - 2^970 on a decimal number rounds to infinity (IEEE 754); these are its first digits.
constexpr std::string_view kOverflowDigits = "17976931348623158079";
constexpr std::int64_t kOverflowExponent = 308;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool fits64Bits(std::string_view integer)
{
    std::int64_t number = 0;
    std::uint64_t larger = 0;
    const char* end = integer.data() + integer.size();
    return std::from_chars(integer.data(), end, number).ec == std::errc() ||
           (integer.front() != '-' && std::from_chars(integer.data(), end, larger).ec == std::errc());
}

/// A number in scientific form: significant digits (without leading zeros) and the power of ten of the first one.
struct Scientific
{
    std::string digits;
    std::int64_t exponent = 0;
};

std::int64_t writtenExponent(std::string_view digits)
{
    constexpr std::int64_t kEnough = 1'000'000'000'000;
    const bool isNegative = !digits.empty() && digits.front() == '-';
    if (!digits.empty() && !isDigit(digits.front()))
        digits.remove_prefix(1);
    std::int64_t exponent = 0;
    for (const char c : digits)
        exponent = std::min(kEnough, exponent * 10 + (c - '0'));
    return isNegative ? -exponent : exponent;
}

Scientific scientific(std::string_view token)
{
    if (token.front() == '-')
        token.remove_prefix(1);
    const std::size_t mark = token.find_first_of("eE");
    const std::string_view mantissa = token.substr(0, mark);
    const std::int64_t power = mark == std::string_view::npos ? 0 : writtenExponent(token.substr(mark + 1));
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    Scientific result;
    std::size_t place = 0; // of the digit, counted from the left
    for (const char c : mantissa) {
        if (c == '.')
            continue;
        if (result.digits.empty() && c != '0')
            result.exponent = static_cast<std::int64_t>(point) - 1 - static_cast<std::int64_t>(place) + power;
        if (!result.digits.empty() || c != '0')
            result.digits +=
                result.digits.size() < kOverflowDigits.size() ? std::string_view(&c, 1) : std::string_view();
        ++place;
    }
    return result;
}

/// What stands for the number where simdjson reads; empty: it can stay as it is.
std::string replacementFor(std::string_view token, bool isInteger)
{
    const Scientific value = scientific(token);
    const std::string sign = token.front() == '-' ? "-" : "";
    const bool isTooLarge =
        !value.digits.empty() && (value.exponent > kOverflowExponent ||
                                  (value.exponent == kOverflowExponent && value.digits >= kOverflowDigits));
    if (isTooLarge)
        return sign + std::string(kLargestDouble);
    if (isInteger && !fits64Bits(token))
        return std::string(token) + ".0";
    return {};
}

} // namespace

TolerantJson::Outcome TolerantJson::run()
{
    for (skipBlanks(); m_isValueNext; skipBlanks()) {
        const bool isRead = peek() == '{' || peek() == '[' ? readOpening() : readScalar();
        if (m_isTooDeep)
            return Outcome::TooDeep;
        if (!isRead || (!m_isValueNext && !readClosings()))
            return Outcome::Invalid;
    }
    if (!isAtEnd())
        return Outcome::Invalid;
    m_out.append(m_text.substr(m_copied));
    return Outcome::Valid;
}

bool TolerantJson::take(char c)
{
    if (isAtEnd() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

void TolerantJson::skipBlanks()
{
    while (!isAtEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
        ++m_at;
}

/// `{` with the name of its first member, or `[`; either closed at once where it is empty.
bool TolerantJson::readOpening()
{
    if (m_open.size() == m_maxNesting) {
        m_isTooDeep = true;
        return false;
    }
    const char opening = m_text[m_at++];
    m_open += opening;
    skipBlanks();
    if (take(opening == '{' ? '}' : ']')) {
        m_open.pop_back();
        m_isValueNext = false;
        return true;
    }
    return opening == '[' || readName();
}

bool TolerantJson::readScalar()
{
    m_isValueNext = false;
    switch (peek()) {
    case '"':
        return readString();
    case 't':
        return readLiteral("true");
    case 'f':
        return readLiteral("false");
    case 'n':
        return readLiteral("null");
    default:
        return readNumber();
    }
}

/// What follows a value: closing brackets, then a comma (with the next member's name) or the end of the text.
bool TolerantJson::readClosings()
{
    for (skipBlanks(); !m_open.empty(); skipBlanks()) {
        const bool isObject = m_open.back() == '{';
        if (take(',')) {
            skipBlanks();
            m_isValueNext = true;
            return !isObject || readName();
        }
        if (!take(isObject ? '}' : ']'))
            return false;
        m_open.pop_back();
    }
    return true;
}

bool TolerantJson::readName()
{
    if (peek() != '"' || !readString())
        return false;
    skipBlanks();
    if (!take(':'))
        return false;
    skipBlanks();
    return true;
}

bool TolerantJson::readLiteral(std::string_view literal)
{
    if (m_text.substr(m_at, literal.size()) != literal)
        return false;
    m_at += literal.size();
    return true;
}

bool TolerantJson::readString()
{
    ++m_at;
    while (!isAtEnd()) {
        const auto c = static_cast<unsigned char>(m_text[m_at]);
        if (c < 0x20)
            return false;
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c != '\\')
            ++m_at;
        else if (!readEscape())
            return false;
    }
    return false;
}

bool TolerantJson::readEscape()
{
    const std::size_t next = m_at + 1;
    if (next >= m_text.size())
        return false;
    if (m_text[next] == 'u')
        return readUnicodeEscape();
    if (std::string_view("\"\\/bfnrt").find(m_text[next]) == std::string_view::npos)
        return false;
    m_at += 2;
    return true;
}

bool TolerantJson::readUnicodeEscape()
{
    const auto isHigh = [](unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
    const auto isLow = [](unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
    const std::size_t from = m_at;
    unsigned unit = 0;
    if (!readHexUnit(unit))
        return false;
    if (!isHigh(unit) && !isLow(unit))
        return true;
    if (isHigh(unit) && m_text.substr(m_at, 2) == "\\u") {
        const std::size_t between = m_at;
        unsigned second = 0;
        if (!readHexUnit(second))
            return false;
        if (isLow(second))
            return true;
        m_at = between;
    }
    rewrite(from, "\\uFFFD");
    return true;
}

/// `\u` and four hex digits.
bool TolerantJson::readHexUnit(unsigned& unit)
{
    const std::string_view digits = m_text.substr(std::min(m_at + 2, m_text.size()), 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (digits.size() != 4 || digits.front() == '-' || error != std::errc() || end != digits.data() + 4)
        return false;
    m_at += 6;
    return true;
}

bool TolerantJson::readDigits()
{
    const std::size_t from = m_at;
    while (!isAtEnd() && isDigit(m_text[m_at]))
        ++m_at;
    return m_at > from;
}

bool TolerantJson::readNumber()
{
    const std::size_t from = m_at;
    bool isInteger = true;
    take('-');
    if (!take('0') && !readDigits())
        return false;
    if (take('.')) {
        isInteger = false;
        if (!readDigits())
            return false;
    }
    if (take('e') || take('E')) {
        isInteger = false;
        if (!take('+'))
            take('-');
        if (!readDigits())
            return false;
    }
    keepNumber(from, isInteger);
    return true;
}

void TolerantJson::keepNumber(std::size_t from, bool isInteger)
{
    const std::size_t ordinal = m_numberCount++;
    const std::string_view token = m_text.substr(from, m_at - from);
    const std::string replacement = replacementFor(token, isInteger);
    if (replacement.empty())
        return;
    m_numbers.emplace_back(ordinal, token);
    rewrite(from, replacement);
}

void TolerantJson::rewrite(std::size_t from, std::string_view replacement)
{
    m_out.append(m_text.substr(m_copied, from - m_copied)).append(replacement);
    m_copied = m_at;
    m_tokens.emplace_back(m_text.substr(from, m_at - from));
}

} // namespace sagascope::event
