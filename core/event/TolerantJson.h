// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sagascope::event {

/// The second reader: checks a text against the grammar of RFC 8259 exactly, and rewrites what the grammar allows but
/// simdjson's DOM refuses: numbers beyond 64 bits or beyond a double, and escapes of lone surrogates.
class TolerantJson
{
public:
    enum class Outcome { Valid, TooDeep, Invalid };

    /// `utf8` must be well-formed UTF-8 and live as long as this.
    TolerantJson(std::string_view utf8, std::size_t maxNesting) : m_text(utf8), m_maxNesting(maxNesting) {}

    [[nodiscard]] Outcome run();

    [[nodiscard]] std::size_t position() const { return m_at; } ///< byte where reading stopped
    [[nodiscard]] std::string takeRewritten() { return std::move(m_out); }
    /// What was rewritten, as it stood in the text.
    [[nodiscard]] std::vector<std::string> takeTokens() { return std::move(m_tokens); }
    /// Rewritten numbers: which of the text's numbers (from 0), and the original token.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::string>> takeNumbers() { return std::move(m_numbers); }

private:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return isAtEnd() ? '\0' : m_text[m_at]; }
    bool take(char c);
    void skipBlanks();
    bool readOpening();
    bool readScalar();
    bool readClosings();
    bool readName();
    bool readLiteral(std::string_view literal);
    bool readString();
    bool readEscape();
    bool readUnicodeEscape();
    bool readHexUnit(unsigned& unit);
    bool readNumber();
    bool readDigits();
    void rewrite(std::size_t from, std::string_view replacement);
    void keepNumber(std::size_t from, bool isInteger);

    std::string_view m_text;
    std::size_t m_maxNesting;
    std::size_t m_at = 0;
    std::size_t m_copied = 0; ///< input up to here stands in m_out
    std::size_t m_numberCount = 0;
    bool m_isTooDeep = false;
    bool m_isValueNext = true; ///< a value must follow, else a comma, a closing bracket or the end
    std::string m_open;        ///< the containers around, outermost first: '{' or '['
    std::string m_out;
    std::vector<std::string> m_tokens;
    std::vector<std::pair<std::size_t, std::string>> m_numbers;
};

} // namespace sagascope::event
