// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryScanner.h"

#include <algorithm>

namespace sagascope::session {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isBlank(char c)
{
    return kBlanks.find(c) != std::string_view::npos;
}

bool isFieldLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/// The name before the colon, when this word has a field: letters, one colon, and no second one (times have more).
std::string_view fieldOf(std::string_view word)
{
    const auto end = std::find_if_not(word.begin(), word.end(), isFieldLetter);
    const auto length = static_cast<std::size_t>(end - word.begin());
    if (length == 0 || end == word.end() || *end != ':')
        return {};
    const std::string_view name = word.substr(0, length);
    if (queryField(toLowerAscii(name)) != nullptr)
        return name;
    const std::string_view rest = word.substr(length + 1);
    const bool looksLikeId = rest.find(':') != std::string_view::npos || rest.starts_with("//");
    return looksLikeId ? std::string_view() : name;
}

class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<QueryToken> run()
    {
        while (skipBlanks())
            next();
        return std::move(m_tokens);
    }

private:
    bool skipBlanks()
    {
        m_at = std::min(m_text.find_first_not_of(kBlanks, m_at), m_text.size());
        return m_at < m_text.size();
    }

    void next()
    {
        const char c = m_text[m_at];
        if (c == '(')
            return sign(QueryToken::Kind::Open);
        if (c == ')')
            return sign(QueryToken::Kind::Close);
        const bool isMinus = c == '-' && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1]);
        if (isMinus)
            return sign(QueryToken::Kind::Not);
        word();
    }

    void sign(QueryToken::Kind kind)
    {
        QueryToken token;
        token.kind = kind;
        token.span = {m_at++, 1};
        m_tokens.push_back(std::move(token));
    }

    void word()
    {
        QueryToken token;
        const std::size_t begin = m_at;
        token.isUnclosed = !skipWord();
        const std::string_view raw = m_text.substr(begin, m_at - begin);
        token.span = {begin, raw.size()};
        const std::string_view name = fieldOf(raw);
        token.typedField = name;
        token.field = toLowerAscii(name);
        const std::size_t valueAt = name.empty() ? 0 : name.size() + 1;
        token.valueSpan = {begin + valueAt, raw.size() - valueAt};
        readValue(raw.substr(valueAt), token);
        if (name.empty() && !token.isQuoted)
            token.kind = keyword(token.value);
        m_tokens.push_back(std::move(token));
    }

    /// Up to the next blank or closing parenthesis outside quotes. False when a quote stays open.
    bool skipWord()
    {
        bool isInside = false;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (isInside && c == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            else if (c == '"')
                isInside = !isInside;
            else if (!isInside && (isBlank(c) || c == ')'))
                break;
        }
        return !isInside;
    }

    static void readValue(std::string_view raw, QueryToken& token)
    {
        token.isQuoted = raw.size() >= 2 && raw.front() == '"' && raw.back() == '"' && !token.isUnclosed;
        bool isInside = false;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (isInside && raw[i] == '\\' && i + 1 < raw.size())
                token.value += raw[++i];
            else if (raw[i] == '"')
                isInside = !isInside;
            else
                token.value += raw[i];
        }
    }

    static QueryToken::Kind keyword(std::string_view word)
    {
        const std::string lower = toLowerAscii(word);
        if (lower == "or")
            return QueryToken::Kind::Or;
        if (lower == "and")
            return QueryToken::Kind::And;
        return lower == "not" ? QueryToken::Kind::Not : QueryToken::Kind::Word;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<QueryToken> m_tokens;
};

} // namespace

std::vector<QueryToken> scanQuery(std::string_view text)
{
    return Scanner(text).run();
}

} // namespace sagascope::session
