// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/QueryWords.h"

#include <QCoreApplication>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using session::QueryErrorCode;
using session::QueryField;
using session::QueryForm;
using session::QueryTrait;

QString say(const char* text)
{
    return QCoreApplication::translate("Query", text);
}

QString exampleFor(const std::string& field)
{
    const session::QueryFieldName* known = session::queryField(session::toLowerAscii(field.substr(0, field.find('.')))); // of payload.amount
    const QString name = toQString(field) + QLatin1Char(':');
    switch (known == nullptr ? QueryForm::Name : known->form) {
    case QueryForm::Count: return name + QStringLiteral(">0");
    case QueryForm::Duration: return name + QStringLiteral(">5s");
    case QueryForm::Time: return name + QStringLiteral("10m");
    case QueryForm::Word: return name + toQString(session::queryWords(known->field).front());
    case QueryForm::Id: return name + QStringLiteral("BK-7741");
    case QueryForm::Content: return name + QStringLiteral(">500");
    case QueryForm::Query: return name + QStringLiteral("(state:failed)");
    case QueryForm::Name: break;
    }
    return name + QStringLiteral("payment");
}

const char* errorPattern(QueryErrorCode code)
{
    switch (code) {
    case QueryErrorCode::UnknownField: return QT_TRANSLATE_NOOP("Query", "“%2” is no field.");
    case QueryErrorCode::UnknownWord: return QT_TRANSLATE_NOOP("Query", "%1: does not know “%2”.");
    case QueryErrorCode::MissingValue: return QT_TRANSLATE_NOOP("Query", "%1: wants a value, like %3");
    case QueryErrorCode::NotACount: return QT_TRANSLATE_NOOP("Query", "%1: wants a number, like %3");
    case QueryErrorCode::NotADuration:
        return QT_TRANSLATE_NOOP("Query", "%1: wants a number with a unit (ms, s, m, h, d), like %3");
    case QueryErrorCode::NotATime:
        return QT_TRANSLATE_NOOP("Query", "%1: wants a time, like 10m (ago), 10:24 or 2026-11-23T10:24");
    case QueryErrorCode::CannotCompare: return QT_TRANSLATE_NOOP("Query", "%1: cannot be compared. Leave out > and <.");
    case QueryErrorCode::NeedsComparison: return QT_TRANSLATE_NOOP("Query", "%1: wants > or < before the value, like %3");
    case QueryErrorCode::MissingTerm: return QT_TRANSLATE_NOOP("Query", "Something is missing beside “%2”.");
    case QueryErrorCode::UnclosedParenthesis: return QT_TRANSLATE_NOOP("Query", "This parenthesis is never closed. Add )");
    case QueryErrorCode::UnopenedParenthesis: return QT_TRANSLATE_NOOP("Query", "This parenthesis was never opened. Remove it.");
    case QueryErrorCode::UnclosedQuote: return QT_TRANSLATE_NOOP("Query", "This quote is never closed. Add \"");
    case QueryErrorCode::MissingPath: return QT_TRANSLATE_NOOP("Query", "%1: wants to know which one.");
    case QueryErrorCode::NotANumber: return QT_TRANSLATE_NOOP("Query", "%1: compares with numbers only, like %3");
    case QueryErrorCode::UnclosedPattern:
        return QT_TRANSLATE_NOOP("Query", "This regular expression is never closed. Add /, or put the value in double quotes.");
    case QueryErrorCode::FaultyPattern:
        return QT_TRANSLATE_NOOP("Query", "“%2” is no regular expression that can be used here.");
    case QueryErrorCode::NeedsParentheses: return QT_TRANSLATE_NOOP("Query", "%1: wants a query in parentheses, like %3");
    case QueryErrorCode::TooDeep: return QT_TRANSLATE_NOOP("Query", "Too many parentheses in one another.");
    }
    return "";
}

const char* fieldPattern(QueryField field)
{
    switch (field) {
    case QueryField::Anything: break;
    case QueryField::State: return QT_TRANSLATE_NOOP("Query", "how the saga stands");
    case QueryField::Definition: return QT_TRANSLATE_NOOP("Query", "type of saga");
    case QueryField::Key: return QT_TRANSLATE_NOOP("Query", "what the saga is called");
    case QueryField::Identifier: return QT_TRANSLATE_NOOP("Query", "any id in it");
    case QueryField::Type: return QT_TRANSLATE_NOOP("Query", "an event type in it");
    case QueryField::Topic: return QT_TRANSLATE_NOOP("Query", "a topic in it");
    case QueryField::Source: return QT_TRANSLATE_NOOP("Query", "a service in it");
    case QueryField::Evidence: return QT_TRANSLATE_NOOP("Query", "its weakest link");
    case QueryField::Has: return QT_TRANSLATE_NOOP("Query", "something noteworthy");
    case QueryField::Rule: return QT_TRANSLATE_NOOP("Query", "a rule that it breaks");
    case QueryField::Style: return QT_TRANSLATE_NOOP("Query", "who leads it");
    case QueryField::Duration: return QT_TRANSLATE_NOOP("Query", "from first event to end");
    case QueryField::Since: return QT_TRANSLATE_NOOP("Query", "alive after that moment");
    case QueryField::Until: return QT_TRANSLATE_NOOP("Query", "begun before that moment");
    case QueryField::At: return QT_TRANSLATE_NOOP("Query", "alive at that moment");
    case QueryField::Events: return QT_TRANSLATE_NOOP("Query", "number of events");
    case QueryField::Findings: return QT_TRANSLATE_NOOP("Query", "number of findings");
    case QueryField::Repeats: return QT_TRANSLATE_NOOP("Query", "number of repeated events");
    case QueryField::Payload: return QT_TRANSLATE_NOOP("Query", "a value in a payload");
    case QueryField::Header: return QT_TRANSLATE_NOOP("Query", "a header of a record");
    case QueryField::Text: return QT_TRANSLATE_NOOP("Query", "anywhere in a message as it was sent");
    case QueryField::CausedBy: return QT_TRANSLATE_NOOP("Query", "an event whose cause is like that");
    case QueryField::In: return QT_TRANSLATE_NOOP("Query", "in a saga like that");
    }
    return "";
}

QString traitText(std::string_view name)
{
    using Trait = QueryTrait;
    static constexpr std::array<const char*, session::kQueryTraitCount> kTexts{
        QT_TRANSLATE_NOOP("Query", "a redelivery, or the same fact again"),
        QT_TRANSLATE_NOOP("Query", "same id, same content"),
        QT_TRANSLATE_NOOP("Query", "other id, same fact"),
        QT_TRANSLATE_NOOP("Query", "same id, other content"),
        QT_TRANSLATE_NOOP("Query", "an attempt on a retry topic"),
        QT_TRANSLATE_NOOP("Query", "a dead letter"),
        QT_TRANSLATE_NOOP("Query", "any finding"),
        QT_TRANSLATE_NOOP("Query", "a finding that is an error"),
        QT_TRANSLATE_NOOP("Query", "a finding that is a warning"),
        QT_TRANSLATE_NOOP("Query", "an ambiguous link"),
        QT_TRANSLATE_NOOP("Query", "an event that you published")};
    for (std::size_t i = 0; i < kTexts.size(); ++i)
        if (session::traitName(static_cast<Trait>(i)) == name)
            return say(kTexts[i]);
    return {};
}

QString wordText(const session::QuerySuggestion& suggestion)
{
    switch (suggestion.field) {
    case QueryField::Has: return traitText(suggestion.text);
    case QueryField::State:
        if (const auto state = saga::stateFromName(suggestion.text))
            return stateLabel(*state);
        return {};
    case QueryField::Rule:
        if (const auto rule = base::ruleFromName(suggestion.text))
            return severityLabel(base::ruleSeverity(*rule));
        return {};
    default: return {};
    }
}

} // namespace

QString queryErrorText(const session::QueryError& error)
{
    QString text = say(errorPattern(error.code))
                       .replace(QStringLiteral("%1"), toQString(error.field))
                       .replace(QStringLiteral("%2"), toQString(error.word))
                       .replace(QStringLiteral("%3"), exampleFor(error.field));
    if (!error.suggestion.empty() && error.code != QueryErrorCode::NeedsComparison)
        text += QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Query", "Did you mean %1?")).arg(toQString(error.suggestion));
    else if (error.code == QueryErrorCode::UnknownField)
        text += QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Query", "Put the word in double quotes to search for it."));
    return text;
}

QString queryFieldText(const session::QueryFieldName& field)
{
    if (field.field == QueryField::Identifier && field.kind)
        return identifierLabel(*field.kind);
    return say(fieldPattern(field.field));
}

QString querySuggestionText(const session::QuerySuggestion& suggestion)
{
    using Kind = session::QuerySuggestion::Kind;
    switch (suggestion.kind) {
    case Kind::Field: {
        const std::string_view text = suggestion.text;
        const session::QueryFieldName* field = session::queryField(text.substr(0, text.find_first_of(".:")));
        return field == nullptr ? QString() : queryFieldText(*field);
    }
    case Kind::Word: return wordText(suggestion);
    case Kind::Definition:
    case Kind::Type:
    case Kind::Topic:
    case Kind::Service:
    case Kind::Id:
    case Kind::Comparison: break;
    }
    return {};
}

std::vector<QueryExample> queryExamples()
{
    return {
        {QStringLiteral("BK-7741"), say(QT_TRANSLATE_NOOP("Query", "a word: part of a key, an id, a type, a service"))},
        {QStringLiteral("state:compensated"), say(QT_TRANSLATE_NOOP("Query", "a field and its value"))},
        {QStringLiteral("booking:BK-77*"), say(QT_TRANSLATE_NOOP("Query", "* is anything; ids are otherwise whole"))},
        {QStringLiteral("type:payment.failed"), say(QT_TRANSLATE_NOOP("Query", "a part of a type is enough; quotes make it exact"))},
        {QStringLiteral("duration:>5s events:>10"), say(QT_TRANSLATE_NOOP("Query", "side by side: both must hold"))},
        {QStringLiteral("state:failed or state:stalled"), say(QT_TRANSLATE_NOOP("Query", "one of the two"))},
        {QStringLiteral("-has:finding"), say(QT_TRANSLATE_NOOP("Query", "- or not: must not hold"))},
        {QStringLiteral("service:payment (has:error or has:duplicate)"), say(QT_TRANSLATE_NOOP("Query", "parentheses keep together"))},
        {QStringLiteral("payload.amount:>500"), say(QT_TRANSLATE_NOOP("Query", "a value in the payload; header.x asks a header"))},
        {QStringLiteral("text:\"card declined\""), say(QT_TRANSLATE_NOOP("Query", "anywhere in a message as it was sent"))},
        {QStringLiteral("type:/^payment\\.(failed|refunded)$/"), say(QT_TRANSLATE_NOOP("Query", "a regular expression; /i ignores the case"))},
        {QStringLiteral("caused-by:(type:payment.failed)"), say(QT_TRANSLATE_NOOP("Query", "what its cause is like; in:(…) asks its saga"))},
        {QStringLiteral("since:10m"), say(QT_TRANSLATE_NOOP("Query", "ago, 10:24, or 2026-11-23T10:24"))},
    };
}

} // namespace sagascope::ui
