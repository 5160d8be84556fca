// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonOutline.h"

#include <set>
#include <utility>

namespace sagascope::ui {

/// Reads the text once, from left to right, and stops at the first thing that is not JSON.
class JsonOutline::Reader
{
public:
    Reader(QStringView text, JsonOutline& outline) : m_text(text), m_outline(outline) {}

    void read()
    {
        skipSpace();
        m_outline.m_problem = JsonSyntax::Valid;
        if (isAtEnd())
            return fail(JsonSyntax::Empty);
        value({}, m_at, 0);
        skipSpace();
        if (!hasFailed() && !isAtEnd())
            fail(JsonSyntax::Rest);
    }

private:
    [[nodiscard]] bool hasFailed() const { return m_outline.m_problem != JsonSyntax::Valid; }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar now() const { return isAtEnd() ? QChar() : m_text[m_at]; }

    void fail(JsonSyntax problem) { failAt(problem, m_at); }

    void failAt(JsonSyntax problem, qsizetype at)
    {
        if (hasFailed())
            return;
        m_outline.m_problem = problem;
        m_outline.m_problemAt = at;
    }

    void skipSpace()
    {
        while (!isAtEnd() && (now() == u' ' || now() == u'\n' || now() == u'\t' || now() == u'\r'))
            ++m_at;
    }

    bool take(QChar wanted)
    {
        skipSpace();
        if (now() != wanted)
            return false;
        ++m_at;
        return true;
    }

    void value(const std::string& pointer, qsizetype start, int depth)
    {
        skipSpace();
        if (depth > kDeepest)
            return fail(JsonSyntax::TooDeep);
        const std::size_t index = m_outline.m_places.size();
        m_outline.m_byPointer.emplace(pointer, index);
        m_outline.m_places.push_back({pointer, start, m_text.size()});
        if (now() == u'{')
            members(pointer, depth);
        else if (now() == u'[')
            elements(pointer, depth);
        else if (now() == u'"')
            text();
        else
            word();
        if (!hasFailed())
            m_outline.m_places[index].end = m_at;
    }

    void members(const std::string& pointer, int depth)
    {
        ++m_at;
        if (take(u'}'))
            return;
        std::set<QString> names;
        do {
            skipSpace();
            const qsizetype start = m_at;
            if (now() != u'"')
                return fail(JsonSyntax::NoName);
            const QString name = text();
            if (!hasFailed() && !names.insert(name).second)
                return failAt(JsonSyntax::NameTwice, start);
            if (!hasFailed() && !take(u':'))
                return fail(JsonSyntax::NoColon);
            if (!hasFailed())
                value(pointerInto(pointer, name.toStdString()), start, depth + 1);
        } while (!hasFailed() && take(u','));
        if (!hasFailed() && !take(u'}'))
            fail(JsonSyntax::NoComma);
    }

    void elements(const std::string& pointer, int depth)
    {
        ++m_at;
        if (take(u']'))
            return;
        int index = 0;
        do {
            skipSpace();
            value(pointerInto(pointer, std::to_string(index++)), m_at, depth + 1);
        } while (!hasFailed() && take(u','));
        if (!hasFailed() && !take(u']'))
            fail(JsonSyntax::NoComma);
    }

    /// Names are compared as they stand: escapes are checked and kept.
    QString text()
    {
        const qsizetype start = m_at++;
        while (!isAtEnd() && now() != u'"') {
            if (now().unicode() < 0x20)
                break;
            if (now() == u'\\' && !escape())
                return {};
            ++m_at;
        }
        if (now() != u'"') {
            failAt(JsonSyntax::UnclosedText, start);
            return {};
        }
        return m_text.mid(start + 1, m_at++ - start - 1).toString();
    }

    bool escape()
    {
        ++m_at;
        bool isKnown = !isAtEnd() && QStringView(u"\"\\/bfnrtu").contains(now());
        if (isKnown && now() == u'u')
            for (int digit = 0; digit < 4; ++digit) {
                ++m_at;
                isKnown = isKnown && !isAtEnd() && QStringView(u"0123456789abcdefABCDEF").contains(now());
            }
        if (!isKnown)
            fail(JsonSyntax::BadEscape);
        return isKnown;
    }

    void word()
    {
        const qsizetype start = m_at;
        while (!isAtEnd() && (now().isLetterOrNumber() || now() == u'.' || now() == u'-' || now() == u'+' || now() == u'_'))
            ++m_at;
        const QStringView found = m_text.mid(start, m_at - start);
        if (found.isEmpty())
            return failAt(JsonSyntax::NoValue, start);
        if (found != u"true" && found != u"false" && found != u"null" && !isNumber(found))
            failAt(JsonSyntax::BadWord, start);
    }

    static bool isNumber(QStringView text)
    {
        qsizetype at = text.startsWith(u'-') ? 1 : 0;
        const auto digits = [&] {
            const qsizetype first = at;
            while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
                ++at;
            return at - first;
        };
        const bool hasZero = at < text.size() && text[at] == u'0';
        const qsizetype whole = digits();
        if (whole == 0 || (hasZero && whole > 1))
            return false;
        if (at < text.size() && text[at] == u'.' && (++at, digits() == 0))
            return false;
        if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
            ++at;
            if (at < text.size() && (text[at] == u'+' || text[at] == u'-'))
                ++at;
            if (digits() == 0)
                return false;
        }
        return at == text.size();
    }

    QStringView m_text;
    JsonOutline& m_outline;
    qsizetype m_at = 0;
};

JsonOutline::JsonOutline(QStringView text)
{
    Reader(text, *this).read();
}

const JsonOutline::Place* JsonOutline::nearest(std::string_view pointer) const
{
    for (std::string around(pointer);; around.resize(around.rfind('/'))) {
        if (const auto found = m_byPointer.find(around); found != m_byPointer.end())
            return &m_places[found->second];
        if (around.rfind('/') == std::string::npos)
            return nullptr;
    }
}

std::string JsonOutline::pointerAt(qsizetype position) const
{
    std::string innermost;
    for (const Place& place : m_places)
        if (place.start <= position && position <= place.end)
            innermost = place.pointer;
    return innermost;
}

std::string pointerInto(std::string_view pointer, std::string_view member)
{
    std::string into(pointer);
    into += '/';
    for (const char c : member) {
        if (c == '~' || c == '/')
            into += c == '~' ? "~0" : "~1";
        else
            into += c;
    }
    return into;
}

} // namespace sagascope::ui
