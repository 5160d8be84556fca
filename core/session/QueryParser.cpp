// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/session/Query.h"
#include "core/session/QueryScanner.h"
#include "core/session/QueryValue.h"

namespace sagascope::session {
namespace {

using Token = QueryToken;
using Node = QueryNode;

/// Recursive descent over the tokens, one function per line of the grammar. The first fault ends it.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_textSize(text.size()), m_tokens(scanQuery(text)) {}

    ParsedQuery run()
    {
        ParsedQuery parsed;
        if (m_tokens.empty())
            return parsed;
        Node root = any();
        if (!m_error && m_at < m_tokens.size())
            fail(QueryErrorCode::UnopenedParenthesis, m_tokens[m_at].span);
        parsed.error = std::move(m_error);
        if (!parsed.error)
            parsed.query.root = std::move(root);
        return parsed;
    }

private:
    static constexpr int kDeepest = 64;

    [[nodiscard]] bool isAt(Token::Kind kind) const
    {
        return !m_error && m_at < m_tokens.size() && m_tokens[m_at].kind == kind;
    }
    bool take(Token::Kind kind) { return isAt(kind) && ++m_at > 0; }

    Node any()
    {
        Node node = group(Node::Kind::Any);
        node.children.push_back(all());
        while (take(Token::Kind::Or))
            node.children.push_back(all());
        return finished(std::move(node));
    }

    Node all()
    {
        Node node = group(Node::Kind::All);
        node.children.push_back(one());
        while (!m_error && m_at < m_tokens.size() && !isAt(Token::Kind::Or) && !isAt(Token::Kind::Close)) {
            take(Token::Kind::And);
            node.children.push_back(one());
        }
        return finished(std::move(node));
    }

    Node one()
    {
        if (m_error)
            return {};
        if (++m_depth > kDeepest)
            fail(QueryErrorCode::TooDeep, m_tokens[m_at < m_tokens.size() ? m_at : m_at - 1].span);
        Node node = isAt(Token::Kind::Not) ? negated() : isAt(Token::Kind::Open) ? inParentheses() : term();
        --m_depth;
        return node;
    }

    Node negated()
    {
        Node node = group(Node::Kind::Not);
        take(Token::Kind::Not);
        node.children.push_back(one());
        node.span.length = end() - node.span.position;
        return node;
    }

    Node inParentheses()
    {
        const QuerySpan open = m_tokens[m_at].span;
        take(Token::Kind::Open);
        if (isAt(Token::Kind::Close)) {
            fail(QueryErrorCode::MissingTerm, {open.position, m_tokens[m_at].span.position + 1 - open.position}, "( )");
            return {};
        }
        if (!m_error && m_at == m_tokens.size()) {
            fail(QueryErrorCode::UnclosedParenthesis, open);
            return {};
        }
        Node node = any();
        if (!m_error && !take(Token::Kind::Close))
            fail(QueryErrorCode::UnclosedParenthesis, open);
        node.span = {open.position, end() - open.position};
        return node;
    }

    Node term()
    {
        if (!isAt(Token::Kind::Word)) {
            if (isAt(Token::Kind::Close) && m_at == 0)
                fail(QueryErrorCode::UnopenedParenthesis, m_tokens[m_at].span);
            // Something must follow `or`, `and`, `not`, and something must stand before them.
            const std::size_t culprit = m_at > 0 ? m_at - 1 : 0;
            if (!m_error)
                fail(QueryErrorCode::MissingTerm, m_tokens[culprit].span, wordOf(m_tokens[culprit].kind));
            return {};
        }
        const Token& word = m_tokens[m_at++];
        if (const QueryFieldName* field = queryField(word.field); field != nullptr && field->form == QueryForm::Query)
            return relation(word, field->field);
        Node node;
        node.kind = Node::Kind::Term;
        node.span = word.span;
        if (word.isUnclosed) {
            fail(word.isPattern ? QueryErrorCode::UnclosedPattern : QueryErrorCode::UnclosedQuote, word.valueSpan);
            return node;
        }
        ReadTerm read = readQueryTerm(word);
        if (read.error)
            m_error = std::move(read.error);
        node.term = std::move(read.term);
        return node;
    }

    Node relation(const Token& word, QueryField field)
    {
        Node node;
        node.kind = Node::Kind::Relation;
        node.term.field = field;
        if (!word.value.empty() || !isAt(Token::Kind::Open)) {
            m_error = QueryError{QueryErrorCode::NeedsParentheses, word.span, word.typedField, word.value, {}};
            return node;
        }
        node.children.push_back(inParentheses());
        node.span = {word.span.position, end() - word.span.position};
        return node;
    }

    static std::string_view wordOf(Token::Kind kind)
    {
        switch (kind) {
        case Token::Kind::Or: return "or";
        case Token::Kind::And: return "and";
        case Token::Kind::Not: return "not";
        case Token::Kind::Open: return "(";
        case Token::Kind::Close: return ")";
        case Token::Kind::Word: break;
        }
        return "";
    }

    Node group(Node::Kind kind) const
    {
        Node node;
        node.kind = kind;
        node.span.position = m_at < m_tokens.size() ? m_tokens[m_at].span.position : m_textSize;
        return node;
    }

    /// A group of one is that one.
    Node finished(Node node) const
    {
        if (node.children.size() == 1)
            return std::exchange(node.children.front(), {});
        node.span.length = end() - node.span.position;
        return node;
    }

    [[nodiscard]] std::size_t end() const
    {
        return m_at == 0 ? 0 : m_tokens[m_at - 1].span.position + m_tokens[m_at - 1].span.length;
    }

    void fail(QueryErrorCode code, QuerySpan span, std::string_view word = {})
    {
        if (!m_error)
            m_error = QueryError{code, span, {}, std::string(word), {}};
    }

    std::size_t m_textSize;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<QueryError> m_error;
};

} // namespace

ParsedQuery parseQuery(std::string_view text)
{
    return Parser(text).run();
}

} // namespace sagascope::session
