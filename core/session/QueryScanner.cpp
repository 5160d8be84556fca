// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryScanner.h"

#include <algorithm>

#include "core/session/QueryPath.h"

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
    if (const std::size_t path = pathFieldLength(word); path > 0)
        return word.substr(0, path);
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

bool takesPattern(const QueryFieldName* field)
{
    return field != nullptr &&
           (field->form == QueryForm::Name || field->form == QueryForm::Id || field->form == QueryForm::Content);
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
        const std::string_view name = fieldOf(m_text.substr(begin, m_at - begin));
        nameField(name, token);
        const std::size_t valueAt = begin + (name.empty() ? 0 : name.size() + 1);
        const QueryFieldName* field = name.empty() ? nullptr : queryField(token.field);
        const char first = valueAt < m_text.size() ? m_text[valueAt] : '\0';
        if (field != nullptr && field->form == QueryForm::Query && first == '(') {
            m_at = valueAt; // the parenthesis is a token of its own
            token.isUnclosed = false;
        } else if (first == '/' && takesPattern(field)) {
            m_at = valueAt;
            readPattern(token);
        } else if (name.empty() && first == '/' && isPatternFrom(valueAt)) {
            m_at = valueAt;
            readPattern(token);
            token.field = "text";
        } else {
            readValue(m_text.substr(valueAt, m_at - valueAt), token);
        }
        token.span = {begin, m_at - begin};
        token.valueSpan = {valueAt, m_at - valueAt};
        if (name.empty() && !token.isQuoted)
            token.kind = keyword(token.value);
        m_tokens.push_back(std::move(token));
    }

    /// `payload.amount` is the field `payload` with a path; other names have none.
    static void nameField(std::string_view name, QueryToken& token)
    {
        const std::size_t end = std::min(name.find_first_of("./"), name.size());
        token.typedField = name;
        token.field = toLowerAscii(name.substr(0, end));
        token.path = name.substr(end);
    }

    /// Whether a word that begins with a slash is an expression; `/api/v1` is not. Where none is closed up to the end of the
    /// text, none that begins later is: looking once is enough.
    [[nodiscard]] bool isPatternFrom(std::size_t at)
    {
        if (m_isNoneClosed)
            return false;
        Scanner ahead(m_text);
        QueryToken token;
        ahead.m_at = at;
        ahead.readPattern(token);
        m_isNoneClosed = token.isUnclosed;
        return !token.value.empty();
    }

    /// Up to the slash after which a word can end: an expression may hold blanks, and slashes that others follow.
    void readPattern(QueryToken& token)
    {
        const std::size_t begin = ++m_at;
        token.isPattern = true;
        token.isUnclosed = true;
        for (; m_at < m_text.size() && token.isUnclosed; ++m_at) {
            if (m_text[m_at] == '\\') {
                m_at = std::min(m_at + 1, m_text.size() - 1);
                continue;
            }
            token.ignoresCase = m_text.substr(m_at).starts_with("/i");
            const std::size_t after = m_at + (token.ignoresCase ? 2 : 1);
            token.isUnclosed = m_text[m_at] != '/' || (after < m_text.size() && !isBlank(m_text[after]) && m_text[after] != ')');
            if (!token.isUnclosed)
                token.value = m_text.substr(begin, m_at - begin);
        }
        if (token.ignoresCase && !token.isUnclosed)
            ++m_at;
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
    bool m_isNoneClosed = false; ///< known of expressions that stand by themselves
    std::vector<QueryToken> m_tokens;
};

} // namespace

std::vector<QueryToken> scanQuery(std::string_view text)
{
    return Scanner(text).run();
}

} // namespace sagascope::session
