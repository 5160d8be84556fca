// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/ByteJson.h"

#include <algorithm>
#include <charconv>

namespace sagascope::event {
namespace {

void appendUtf8(std::string& out, unsigned point)
{
    const auto tail = [&out](unsigned bits) { out += static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        tail(point);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        tail(point >> 6U);
        tail(point);
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        tail(point >> 12U);
        tail(point >> 6U);
        tail(point);
    }
}

} // namespace

bool ByteJson::readObject(const std::function<void(std::string_view name, ByteValue value)>& visit)
{
    skipBlanks();
    if (!take('{'))
        return false;
    skipBlanks();
    if (!take('}')) {
        do {
            if (!readMember(visit))
                return false;
        } while (take(','));
        if (!take('}'))
            return false;
    }
    skipBlanks();
    return m_at == m_text.size();
}

bool ByteJson::readMember(const std::function<void(std::string_view, ByteValue)>& visit)
{
    skipBlanks();
    const auto name = peek() == '"' ? readString() : std::nullopt;
    skipBlanks();
    if (!name || !take(':'))
        return false;
    skipBlanks();
    std::optional<ByteValue> value = readValue();
    if (!value)
        return false;
    visit(*name, std::move(*value));
    skipBlanks();
    return true;
}

bool ByteJson::take(char c)
{
    if (m_at >= m_text.size() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool ByteJson::takeWord(std::string_view word)
{
    if (m_text.substr(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

void ByteJson::skipBlanks()
{
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')
        ++m_at;
}

std::optional<ByteValue> ByteJson::readValue()
{
    switch (peek()) {
    case '"': {
        auto text = readString();
        return text ? std::optional<ByteValue>(std::move(*text)) : std::nullopt;
    }
    case '[':
        return readList();
    case '{':
        return skipNested() ? std::optional<ByteValue>(OtherJson{}) : std::nullopt;
    case 'n':
        return takeWord("null") ? std::optional<ByteValue>(nullptr) : std::nullopt;
    case 't':
    case 'f':
        return takeWord("true") || takeWord("false") ? std::optional<ByteValue>(OtherJson{}) : std::nullopt;
    default:
        return readNumber();
    }
}

std::optional<ByteValue> ByteJson::readList()
{
    const std::size_t from = m_at;
    ByteList list;
    take('[');
    skipBlanks();
    if (take(']'))
        return list;
    do {
        skipBlanks();
        auto text = peek() == '"' ? readString() : std::nullopt;
        if (!text && !takeWord("null")) {
            m_at = from;
            return skipNested() ? std::optional<ByteValue>(OtherJson{}) : std::nullopt;
        }
        list.push_back(std::move(text));
        skipBlanks();
    } while (take(','));
    return take(']') ? std::optional<ByteValue>(std::move(list)) : std::nullopt;
}

std::string ByteJson::unescaped(std::string_view content)
{
    std::string out;
    for (ByteJson reader(content); reader.m_at < content.size();) {
        const std::size_t stop = std::min(content.find('\\', reader.m_at), content.size());
        out.append(content.substr(reader.m_at, stop - reader.m_at));
        reader.m_at = stop;
        if (stop < content.size() && !reader.readEscape(out))
            out += content[reader.m_at++];
    }
    return out;
}

std::optional<std::string> ByteJson::readString()
{
    std::string out;
    ++m_at;
    while (m_at < m_text.size()) {
        const std::size_t stop = std::min(m_text.find_first_of("\"\\", m_at), m_text.size());
        out.append(m_text.substr(m_at, stop - m_at));
        m_at = stop;
        if (take('"'))
            return out;
        if (m_at < m_text.size() && !readEscape(out))
            return std::nullopt;
    }
    return std::nullopt;
}

bool ByteJson::readEscape(std::string& out)
{
    static constexpr std::string_view kLetters = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (m_text.substr(m_at, 2) == "\\u")
        return readUnicodeEscape(out);
    const std::size_t letter = m_at + 1 < m_text.size() ? kLetters.find(m_text[m_at + 1]) : std::string_view::npos;
    if (letter == std::string_view::npos)
        return false;
    out += kMeanings[letter];
    m_at += 2;
    return true;
}

/// Half a surrogate pair means no character: U+FFFD.
bool ByteJson::readUnicodeEscape(std::string& out)
{
    constexpr unsigned kReplacement = 0xFFFD;
    const auto isHigh = [](unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; };
    const auto isLow = [](unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; };
    unsigned unit = 0;
    if (!readHexUnit(unit))
        return false;
    if (isHigh(unit) && m_text.substr(m_at, 2) == "\\u") {
        const std::size_t between = m_at;
        unsigned second = 0;
        if (!readHexUnit(second))
            return false;
        if (isLow(second)) {
            appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10U) + (second - 0xDC00));
            return true;
        }
        m_at = between;
    }
    appendUtf8(out, isHigh(unit) || isLow(unit) ? kReplacement : unit);
    return true;
}

bool ByteJson::readHexUnit(unsigned& unit)
{
    const std::string_view digits = m_text.substr(std::min(m_at + 2, m_text.size()), 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (digits.size() != 4 || digits.front() == '-' || error != std::errc() || end != digits.data() + 4)
        return false;
    m_at += 6;
    return true;
}

/// An integer that fits 64 bits; any other number is "something else".
std::optional<ByteValue> ByteJson::readNumber()
{
    const std::size_t end = std::min(m_text.find_first_not_of("0123456789+-.eE", m_at), m_text.size());
    const std::string_view token = m_text.substr(m_at, end - m_at);
    if (token.empty())
        return std::nullopt;
    m_at = end;
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error == std::errc() && stop == token.data() + token.size())
        return number;
    return OtherJson{};
}

bool ByteJson::skipNested()
{
    std::size_t depth = 0;
    while (m_at < m_text.size()) {
        const char c = peek();
        if (c == '"') {
            if (!readString())
                return false;
            continue;
        }
        ++m_at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return true;
    }
    return false;
}

} // namespace sagascope::event
