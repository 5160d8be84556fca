// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryValue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/session/QueryPath.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

/// `12` or `12.5`, and what follows; no sign, no exponent.
std::optional<std::pair<double, std::string_view>> readNumber(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
    const std::string_view digits = text.substr(0, end);
    if (digits.empty() || digits.front() == '.' || digits.back() == '.' || std::count(digits.begin(), digits.end(), '.') > 1)
        return std::nullopt;
    double value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
        return std::nullopt;
    return std::pair(value, text.substr(end));
}

std::optional<base::Duration> unitOf(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, base::Duration>, 5> kUnits{
        {{"ms", 1ms}, {"s", 1s}, {"m", 1min}, {"h", 1h}, {"d", 24h}}};
    const std::string lower = toLowerAscii(name);
    const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& unit) { return unit.first == lower; });
    return found == kUnits.end() ? std::nullopt : std::optional(found->second);
}

/// How exactly a time of day was typed, by its length.
base::Duration widthOf(std::size_t length)
{
    constexpr std::size_t kMinutes = 5; // "10:24"
    constexpr std::size_t kSeconds = 8; // "10:24:05"
    return length <= kMinutes ? base::Duration(1min) : length <= kSeconds ? base::Duration(1s) : base::Duration(1ms);
}

std::optional<QueryTime> readTimeOfDay(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 2)
        return std::nullopt;
    const std::string padded = colon == 1 ? "0" + std::string(text) : std::string(text);
    const auto parsed = base::parseIso8601("2000-01-01T" + padded);
    if (!parsed || parsed->hasZone)
        return std::nullopt;
    QueryTime time;
    time.kind = QueryTime::Kind::OfDay;
    time.amount = parsed->time - base::parseIso8601("2000-01-01")->time;
    time.width = widthOf(padded.size());
    return time;
}

std::optional<QueryTime> readFullTime(std::string_view text)
{
    const auto parsed = base::parseIso8601(text);
    if (!parsed)
        return std::nullopt;
    QueryTime time;
    time.kind = QueryTime::Kind::Full;
    time.moment = parsed->time;
    time.hasZone = parsed->hasZone && text.size() > 10;
    const std::size_t clock = std::min(text.find_first_of("Tt "), text.size());
    const std::size_t zone = std::min(text.find_first_of("Zz+-", std::min(clock + 1, text.size())), text.size());
    time.width = clock == text.size() ? base::Duration(24h) : widthOf(zone - clock - 1);
    return time;
}

QueryComparison takeComparison(std::string_view& value)
{
    const auto take = [&](std::size_t length, QueryComparison comparison) {
        value.remove_prefix(length);
        return comparison;
    };
    if (value.starts_with(">="))
        return take(2, QueryComparison::GreaterOrEqual);
    if (value.starts_with("<="))
        return take(2, QueryComparison::LessOrEqual);
    if (value.starts_with('>'))
        return take(1, QueryComparison::Greater);
    if (value.starts_with('<'))
        return take(1, QueryComparison::Less);
    return QueryComparison::Equal;
}

class TermReader
{
public:
    TermReader(const QueryToken& word, const QueryFieldName* field) : m_word(word), m_field(field) {}

    ReadTerm run()
    {
        m_read.term.field = m_field == nullptr ? QueryField::Anything : m_field->field;
        if (m_field != nullptr)
            m_read.term.kind = m_field->kind;
        m_read.term.value = m_word.value;
        readValue();
        return std::move(m_read);
    }

private:
    void readValue()
    {
        const QueryForm form = m_field == nullptr ? QueryForm::Name : m_field->form;
        std::string_view value = m_word.value;
        if (form == QueryForm::Content && !readPath())
            return;
        if (m_word.isPattern)
            return readPattern(value);
        const bool canCompare = form == QueryForm::Count || form == QueryForm::Duration || form == QueryForm::Content;
        if (m_field != nullptr && !m_word.isQuoted) {
            QueryTerm& term = m_read.term;
            term.comparison = takeComparison(value);
            if (term.comparison != QueryComparison::Equal && !canCompare)
                return fail(QueryErrorCode::CannotCompare, value);
        }
        if (value.empty())
            return fail(QueryErrorCode::MissingValue, value);
        switch (form) {
        case QueryForm::Name: return readText(value, TextPattern::Mode::Part);
        case QueryForm::Id: return readText(value, TextPattern::Mode::Whole);
        case QueryForm::Word: return readWord(value);
        case QueryForm::Count: return readCount(value);
        case QueryForm::Duration: return readDuration(value);
        case QueryForm::Time: return readTime(value);
        case QueryForm::Content: return readContent(value);
        case QueryForm::Query: break; // the parser reads it
        }
    }

    bool readPath()
    {
        const bool isHeader = m_field->field == QueryField::Header;
        const auto path = readQueryPath(m_word.path);
        if (!path) {
            const QuerySpan span{m_word.span.position, m_word.typedField.size()};
            m_read.error = QueryError{QueryErrorCode::MissingPath, span, m_word.typedField, m_word.path,
                                      isHeader ? "header.traceparent:*" : "payload.amount:>500"};
            return false;
        }
        if (!isHeader) {
            m_read.term.path = *path;
            return true;
        }
        std::string name; // dots in it are dots
        for (const std::string& part : *path)
            name.append(name.empty() ? "" : ".").append(part);
        m_read.term.path = {toLowerAscii(name)};
        return true;
    }

    void readPattern(std::string_view pattern)
    {
        auto compiled = RegularExpression::compile(pattern, m_word.ignoresCase);
        if (compiled.isFaulty || pattern.empty()) {
            const QuerySpan span{m_word.valueSpan.position + 1 + compiled.faultAt, compiled.faultLength};
            m_read.error = QueryError{QueryErrorCode::FaultyPattern, pattern.empty() ? m_word.valueSpan : span,
                                      m_word.typedField, std::string(pattern), {}};
            return;
        }
        m_read.term.text = TextPattern::of(std::move(compiled.expression));
    }

    /// Text that is a number is one, too: `500` finds `500.0`.
    void readContent(std::string_view value)
    {
        QueryTerm& term = m_read.term;
        term.real = m_word.isQuoted ? std::nullopt : readContentNumber(value);
        if (term.comparison != QueryComparison::Equal && !term.real)
            return fail(QueryErrorCode::NotANumber, value);
        readText(value, TextPattern::Mode::Whole);
    }

    void readText(std::string_view value, TextPattern::Mode mode)
    {
        // Quotes make a value exact; a word without a field has nothing to be exactly.
        const bool isPartOnly = m_field == nullptr || m_field->field == QueryField::Text;
        const TextPattern::Mode exact = isPartOnly ? mode : TextPattern::Mode::Whole;
        m_read.term.text = m_word.isQuoted ? TextPattern::literal(value, exact) : TextPattern(value, mode);
        if (m_read.term.field == QueryField::Text && m_read.term.text.mode() == TextPattern::Mode::Wildcard)
            m_read.term.text = TextPattern("*" + std::string(value) + "*", mode); // somewhere, not from end to end
        m_read.term.isTopicPattern =
            m_read.term.field == QueryField::Topic && m_read.term.text.mode() == TextPattern::Mode::Wildcard;
    }

    void readWord(std::string_view value)
    {
        const auto words = queryWords(m_field->field);
        const TextPattern pattern(value, TextPattern::Mode::Whole);
        bool isKnown = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!pattern.matches(words[i]))
                continue;
            isKnown = true;
            if (m_field->field == QueryField::Rule)
                m_read.term.rules.set(i);
            else
                m_read.term.words |= 1U << i;
        }
        if (!isKnown)
            fail(QueryErrorCode::UnknownWord, value, nearestWord(pattern.lower(), words));
    }

    void readCount(std::string_view value)
    {
        const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), m_read.term.number);
        if (problem != std::errc() || end != value.data() + value.size() || m_read.term.number < 0)
            fail(QueryErrorCode::NotACount, value);
    }

    void readDuration(std::string_view value)
    {
        const auto duration = readQueryDuration(value);
        if (!duration)
            return fail(QueryErrorCode::NotADuration, value);
        m_read.term.number = duration->count();
        if (m_read.term.comparison == QueryComparison::Equal)
            fail(QueryErrorCode::NeedsComparison, value, ">" + std::string(value));
    }

    void readTime(std::string_view value)
    {
        const auto time = readQueryTime(value);
        if (!time)
            return fail(QueryErrorCode::NotATime, value);
        m_read.term.time = *time;
    }

    void fail(QueryErrorCode code, std::string_view word, std::string_view suggestion = {})
    {
        const QuerySpan span = m_word.valueSpan.length == 0 ? m_word.span : m_word.valueSpan;
        m_read.error = QueryError{code, span, m_word.typedField, std::string(word), std::string(suggestion)};
    }

    const QueryToken& m_word;
    const QueryFieldName* m_field;
    ReadTerm m_read;
};

ReadTerm unknownField(const QueryToken& word)
{
    std::vector<std::string_view> names;
    for (const QueryFieldName& field : queryFields())
        names.push_back(field.name);
    ReadTerm read;
    read.error = QueryError{QueryErrorCode::UnknownField, {word.span.position, word.typedField.size()}, word.typedField,
                            word.typedField, std::string(nearestWord(word.field, names))};
    return read;
}

} // namespace

std::optional<base::Duration> readQueryDuration(std::string_view text)
{
    constexpr double kMost = 1e18; // nanoseconds: thirty years, far below where the type ends
    const auto number = readNumber(text);
    const auto unit = number ? unitOf(number->second) : std::nullopt;
    if (!unit || number->first * double(unit->count()) > kMost)
        return std::nullopt;
    return base::Duration(std::llround(number->first * double(unit->count())));
}

std::optional<double> readContentNumber(std::string_view text)
{
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = problem == std::errc() && end == text.data() + text.size() && std::isfinite(number);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<QueryTime> readQueryTime(std::string_view text)
{
    if (const auto ago = readQueryDuration(text)) {
        QueryTime time;
        time.amount = *ago;
        return time;
    }
    if (const auto ofDay = readTimeOfDay(text))
        return ofDay;
    return readFullTime(text);
}

ReadTerm readQueryTerm(const QueryToken& word)
{
    const QueryFieldName* field = word.field.empty() ? nullptr : queryField(word.field);
    return !word.field.empty() && field == nullptr ? unknownField(word) : TermReader(word, field).run();
}

} // namespace sagascope::session
