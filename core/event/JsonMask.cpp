// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/JsonMask.h"

#include <algorithm>

#include "core/event/ByteJson.h"
#include "core/event/SecretMask.h"
#include "core/event/TapeWriter.h"
#include "core/event/TextForms.h"
#include "core/event/WordMask.h"

namespace sagascope::event {
namespace {

constexpr int kDeepest = 8; ///< encodings within encodings; what lies deeper is masked whole
constexpr std::string_view kStructure = "{}[],\"";

bool isNumber(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
}

bool looksLikeJson(std::string_view text)
{
    return text.find('"') != std::string_view::npos && text.find_first_of("{[:") != std::string_view::npos;
}

std::string withoutQuotes(std::string_view text)
{
    std::string escaped;
    appendJsonString(escaped, text);
    return escaped.substr(1, escaped.size() - 2);
}

std::string quotedMask()
{
    return '"' + std::string(kMask) + '"';
}

} // namespace

std::string JsonMask::run()
{
    while (m_at < m_text.size()) {
        switch (m_text[m_at]) {
        case '"': readString(); break;
        case '{':
        case '[': open(); break;
        case '}':
        case ']': close(); break;
        case ',':
        case ' ':
        case '\t':
        case '\n':
        case '\r':
            m_isNamedSecret = m_isNamedSecret && m_text[m_at] != ',';
            ++m_at;
            break;
        default: readBare();
        }
    }
    m_out += m_text.substr(m_copied);
    return std::move(m_out);
}

void JsonMask::open()
{
    m_hidden.push_back(isHidden());
    m_isNamedSecret = false;
    ++m_at;
}

void JsonMask::close()
{
    if (!m_hidden.empty())
        m_hidden.pop_back();
    m_isNamedSecret = false;
    ++m_at;
}

std::size_t JsonMask::closingQuote(std::size_t from) const
{
    std::size_t at = from;
    while (at < m_text.size() && m_text[at] != '"')
        at += m_text[at] == '\\' ? 2 : 1;
    return std::min(at, m_text.size());
}

std::size_t JsonMask::skipBlanks(std::size_t at) const
{
    return std::min(m_text.find_first_not_of(" \t\r\n", at), m_text.size());
}

/// A name says what its value is; any other text is a value itself.
void JsonMask::readString()
{
    const std::size_t from = m_at + 1;
    const std::size_t end = closingQuote(from);
    const std::string_view content = m_text.substr(from, end - from);
    m_at = std::min(end + 1, m_text.size());
    const std::size_t after = skipBlanks(m_at);
    const bool isName = !m_isNamedSecret && after < m_text.size() && m_text[after] == ':';
    if (isName) {
        replace(from, end, maskedContent(content));
        m_isNamedSecret = isSecretName(ByteJson::unescaped(content));
        m_at = after + 1;
        return;
    }
    const bool isSecret = isHidden() && !content.empty() && !isMasked(content);
    replace(from, end, isSecret ? std::string(kMask) : maskedContent(content));
    m_isNamedSecret = false;
}

/// Numbers, words, and in text that is no JSON everything up to the next piece of structure.
void JsonMask::readBare()
{
    const std::size_t from = m_at;
    const std::size_t end = std::min(m_text.find_first_of(kStructure, from), m_text.size());
    std::size_t last = end;
    while (last > from && (m_text[last - 1] == ' ' || m_text[last - 1] == '\n' || m_text[last - 1] == '\r' || m_text[last - 1] == '\t'))
        --last;
    const std::string_view word = m_text.substr(from, last - from);
    m_at = end;
    const bool isNumberOfJson = isNumber(word) && !m_hidden.empty();
    if (isHidden() && word != "null")
        replace(from, last, quotedMask());
    else if (isNumberOfJson && looksLikeCardNumber(word))
        replace(from, last, quotedMask());
    else if (!isNumberOfJson)
        replace(from, last, WordMask(word).run());
    const bool isOpen = word.ends_with(':') || word.ends_with('='); // a name without quotes
    m_isNamedSecret = isOpen && isSecretName(word.substr(word.find_last_of(" \t\r\n", word.size() - 2) + 1));
}

std::string JsonMask::maskedContent(std::string_view content) const
{
    const std::string plain = ByteJson::unescaped(content);
    if (looksLikeJson(plain) && m_depth >= kDeepest)
        return std::string(kMask);
    const std::string inner = looksLikeJson(plain) ? JsonMask(plain, m_depth + 1).run() : WordMask(plain).run();
    return inner == plain ? std::string(content) : withoutQuotes(inner);
}

void JsonMask::replace(std::size_t from, std::size_t to, std::string_view replacement)
{
    if (m_text.substr(from, to - from) == replacement)
        return;
    m_out += m_text.substr(m_copied, from - m_copied);
    m_out += replacement;
    m_copied = to;
}

} // namespace sagascope::event
