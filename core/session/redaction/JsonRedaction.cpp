// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/JsonRedaction.h"

#include <algorithm>
#include <utility>

#include "core/base/Utf8.h"
#include "core/event/ByteJson.h"
#include "core/event/SecretMask.h"
#include "core/event/TapeWriter.h"
#include "core/event/TextForms.h"
#include "core/identity/Identifier.h"

namespace sagascope::session {
namespace {

constexpr int kDeepest = 8; ///< encodings within encodings; what lies deeper is taken out whole
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// Says that there is no value, or that somebody took it out before.
bool isNobodys(std::string_view value)
{
    return value.empty() || event::isMasked(value) || value == event::kMask || identity::isPlaceholder(value);
}

std::string withoutQuotes(std::string_view text)
{
    std::string escaped;
    event::appendJsonString(escaped, text);
    return escaped.substr(1, escaped.size() - 2);
}

} // namespace

bool RedactionPen::isJson(std::string_view text)
{
    return base::isUtf8(text) && m_document.read(text).outcome == event::JsonDocument::Outcome::Read;
}

bool RedactionPen::holdsJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    const bool isPossible = first != std::string_view::npos && (text[first] == '{' || text[first] == '[' || text[first] == '"');
    return isPossible && isJson(text);
}

Hiding RedactionPlan::hidingOf(std::string_view name) const
{
    if (fields.hasName(name))
        return Hiding::Field;
    if (rules.secrets && event::isSecretName(name))
        return Hiding::Secret;
    return rules.phones && isPhoneName(name) ? Hiding::Phone : Hiding::None;
}

std::string JsonRedaction::ofText(std::string_view text, const RedactionPlan& plan, RedactionPen& pen)
{
    const bool hasBom = text.starts_with(kBom);
    const std::string_view rest = hasBom ? text.substr(kBom.size()) : text;
    if (!pen.holdsJson(rest))
        return pen.words(text);
    return (hasBom ? std::string(kBom) : std::string()) + JsonRedaction(rest, plan, pen).run();
}

std::string JsonRedaction::run()
{
    beginValue();
    while (m_at < m_text.size()) {
        switch (m_text[m_at]) {
        case '"': readString(); break;
        case '{':
        case '[': open(m_text[m_at] == '{'); break;
        case '}':
        case ']': close(); break;
        case ',':
            m_isNameNext = !m_frames.empty() && m_frames.back().isObject;
            ++m_at;
            if (!m_isNameNext)
                beginValue();
            break;
        case ':':
        case ' ':
        case '\t':
        case '\n':
        case '\r': ++m_at; break;
        default: readBare();
        }
    }
    m_out += m_text.substr(m_copied);
    return std::move(m_out);
}

/// A value of a list, or the whole text: it has no name of its own.
void JsonRedaction::beginValue()
{
    m_hiding = m_frames.empty() ? Hiding::None : m_frames.back().hiding;
    if (m_frames.empty())
        return;
    m_path.push_back(std::to_string(m_frames.back().index++));
    if (m_plan.fields.hasPointers() && m_plan.fields.hasPlace(m_path))
        m_hiding = Hiding::Field;
}

void JsonRedaction::endValue()
{
    if (!m_frames.empty())
        m_path.pop_back();
}

void JsonRedaction::open(bool isObject)
{
    m_frames.push_back({isObject, m_hiding, 0});
    ++m_at;
    m_isNameNext = isObject;
    const std::size_t next = m_text.find_first_not_of(kBlanks, m_at);
    if (!isObject && next != std::string_view::npos && m_text[next] != ']')
        beginValue();
}

void JsonRedaction::close()
{
    m_frames.pop_back();
    m_isNameNext = false;
    ++m_at;
    endValue();
}

void JsonRedaction::readString()
{
    const std::size_t from = m_at + 1;
    std::size_t end = from;
    while (m_text[end] != '"')
        end += m_text[end] == '\\' ? 2 : 1;
    m_at = end + 1;
    const std::string_view content = m_text.substr(from, end - from);
    if (m_isNameNext)
        return readName(content, from, end);
    const std::string plain = event::ByteJson::unescaped(content);
    if (const std::string kept = ofString(plain); kept != plain)
        replace(from, end, withoutQuotes(kept));
    endValue();
}

void JsonRedaction::readName(std::string_view content, std::size_t from, std::size_t end)
{
    const std::string name = event::ByteJson::unescaped(content);
    const std::string kept = m_pen.words(name);
    if (kept != name)
        replace(from, end, withoutQuotes(kept));
    m_isNameNext = false;
    m_path.push_back(name);
    const Hiding around = m_frames.back().hiding;
    m_hiding = around != Hiding::None ? around : m_plan.hidingOf(name);
    if (m_plan.fields.hasPointers() && m_plan.fields.hasPlace(m_path))
        m_hiding = Hiding::Field;
}

/// A number, true, false or null.
void JsonRedaction::readBare()
{
    const std::size_t from = m_at;
    m_at = std::min(m_text.find_first_of(",]} \t\r\n", from), m_text.size());
    const std::string_view word = m_text.substr(from, m_at - from);
    const bool isNumber = word.front() == '-' || (word.front() >= '0' && word.front() <= '9');
    if (isNumber && m_hiding != Hiding::None && !isNobodys(word))
        replace(from, m_at, m_pen.hiddenNumber(word, m_hiding));
    else if (isNumber && m_hiding == Hiding::None)
        replace(from, m_at, m_pen.number(word));
    else if (!isNumber && m_hiding != Hiding::None)
        replace(from, m_at, "null");
    endValue();
}

std::string JsonRedaction::ofString(const std::string& plain)
{
    if (m_hiding != Hiding::None)
        return isNobodys(plain) ? plain : m_pen.hidden(plain, m_hiding);
    const bool isTypeOfEvent = !m_path.empty() && m_path.back() == "eventType"; // nobody's value, whatever it is equal to
    return isTypeOfEvent ? plain : ofContent(plain);
}

std::string JsonRedaction::ofContent(const std::string& plain)
{
    if (!m_pen.holdsJson(plain))
        return m_pen.words(plain);
    if (m_depth >= kDeepest)
        return m_pen.hidden(plain, Hiding::Field);
    return JsonRedaction(plain, m_plan, m_pen, m_path, m_depth + 1).run();
}

void JsonRedaction::replace(std::size_t from, std::size_t to, std::string_view replacement)
{
    if (m_text.substr(from, to - from) == replacement)
        return;
    m_out += m_text.substr(m_copied, from - m_copied);
    m_out += replacement;
    m_copied = to;
}

} // namespace sagascope::session
