// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TextGaps.h"

#include <algorithm>

namespace sagascope::event {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kBehindValue = ",]} \t\r\n";

} // namespace

TextGaps::TextGaps(std::string_view text, const JsonTape& tape) : m_text(text), m_tape(tape)
{
    const std::size_t last = tape.size() - 1;
    if (text.find('\\') != std::string_view::npos)
        return;
    while (m_position < text.size()) {
        const char c = text[m_position];
        if (kBlanks.find(c) != std::string_view::npos || c == ',' || c == ':')
            ++m_position;
        else if (m_at >= last)
            return;
        else
            readToken();
    }
    m_gaps.push_back({Kind::End, text.size(), text.size(), last});
    m_isWhole = m_at == last;
}

void TextGaps::readToken()
{
    const char type = m_tape.type(m_at);
    switch (type) {
    case '"':
        readText();
        break;
    case '{':
    case '}':
    case '[':
    case ']':
        ++m_position;
        break;
    default:
        readBare();
        break;
    }
    m_at = m_tape.step(m_at);
}

void TextGaps::readText()
{
    const std::size_t begin = m_position + 1;
    const std::size_t end = std::min(m_text.find('"', begin), m_text.size() - 1);
    m_position = end + 1;
    const std::size_t next = m_text.find_first_not_of(kBlanks, m_position);
    if (next != std::string_view::npos && m_text[next] == ':')
        m_names.push_back(m_at);
    else
        m_gaps.push_back({Kind::Text, begin, end, m_at});
}

void TextGaps::readBare()
{
    const std::size_t begin = m_position;
    const char type = m_tape.type(m_at);
    m_position = std::min(m_text.find_first_of(kBehindValue, begin), m_text.size());
    if (type == 't' || type == 'f')
        m_gaps.push_back({Kind::Flag, begin, m_position, m_at});
    else if (type != 'n')
        m_gaps.push_back({Kind::Number, begin, m_position, m_at});
}

} // namespace sagascope::event
