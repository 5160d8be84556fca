// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>

#include "core/identity/Identifier.h"
#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"

namespace sagascope::ui {
namespace {

QString word(const char* text)
{
    return QCoreApplication::translate("DefinitionWords", text);
}

QString syntaxText(JsonSyntax problem)
{
    switch (problem) {
    case JsonSyntax::Valid: break;
    case JsonSyntax::Empty: return word(QT_TRANSLATE_NOOP("DefinitionWords", "nothing is written yet"));
    case JsonSyntax::NoValue: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a value is missing here"));
    case JsonSyntax::NoName: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a name in quotes is missing here"));
    case JsonSyntax::NoColon: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a colon is missing here"));
    case JsonSyntax::NoComma: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a comma or a closing bracket is missing here"));
    case JsonSyntax::UnclosedText: return word(QT_TRANSLATE_NOOP("DefinitionWords", "the text that begins here has no closing quote"));
    case JsonSyntax::BadEscape: return word(QT_TRANSLATE_NOOP("DefinitionWords", "this cannot follow a backslash"));
    case JsonSyntax::BadWord: return word(QT_TRANSLATE_NOOP("DefinitionWords", "this is neither a number nor true, false or null; texts stand in quotes"));
    case JsonSyntax::NameTwice: return word(QT_TRANSLATE_NOOP("DefinitionWords", "this name stands twice in one object"));
    case JsonSyntax::Rest: return word(QT_TRANSLATE_NOOP("DefinitionWords", "something follows the end"));
    case JsonSyntax::TooDeep: return word(QT_TRANSLATE_NOOP("DefinitionWords", "this is nested too deeply"));
    }
    return {};
}

QString problemSentence(const catalog::DefinitionFlaw& fault)
{
    using Problem = catalog::DefinitionProblem;
    const QString argument = toQString(fault.argument);
    switch (fault.problem) {
    case Problem::Shape: break;
    case Problem::StepTwice: return word(QT_TRANSLATE_NOOP("DefinitionWords", "another step has the name %1")).arg(argument);
    case Problem::NoSuchStep: return word(QT_TRANSLATE_NOOP("DefinitionWords", "there is no step named %1")).arg(argument);
    case Problem::UndoesNothing: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a compensation must say which step it undoes"));
    case Problem::NotACompensation: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a step that undoes another must have the role compensation"));
    case Problem::TooLong: return word(QT_TRANSLATE_NOOP("DefinitionWords", "no list of a definition is longer than %1")).arg(argument);
    case Problem::AwaitsItself: return word(QT_TRANSLATE_NOOP("DefinitionWords", "%1 waits for itself")).arg(argument);
    case Problem::UndoesItself: return word(QT_TRANSLATE_NOOP("DefinitionWords", "%1 undoes itself")).arg(argument);
    case Problem::NoSuccess: return word(QT_TRANSLATE_NOOP("DefinitionWords", "a definition with an end must say which steps complete it"));
    case Problem::WeightsSum: return word(QT_TRANSLATE_NOOP("DefinitionWords", "the weights add up to %1 instead of 1")).arg(argument);
    case Problem::ToleranceTooLarge: return word(QT_TRANSLATE_NOOP("DefinitionWords", "the tolerance must not exceed the window"));
    case Problem::InferenceNoStart: return word(QT_TRANSLATE_NOOP("DefinitionWords", "links can be inferred only where the first step is known"));
    case Problem::InferenceNoUser: return word(QT_TRANSLATE_NOOP("DefinitionWords", "links can be inferred only where a field names the user"));
    }
    if (fault.shape == catalog::SchemaProblem::Other && fault.pointer.rfind("/steps/", 0) == 0)
        return word(QT_TRANSLATE_NOOP("DefinitionWords", "what it is expected after and the time limit go together"));
    return problemText({fault.pointer, fault.shape, fault.argument, fault.message});
}

struct Unit
{
    const char* name;
    std::int64_t milliseconds;
};
constexpr std::array<Unit, 5> kUnits{{{"d", 86'400'000}, {"h", 3'600'000}, {"min", 60'000}, {"s", 1000}, {"ms", 1}}};

std::int64_t unitOf(const QString& name)
{
    const QString unit = name == QStringLiteral("m") ? QStringLiteral("min") : name == QStringLiteral("j") ? QStringLiteral("d") : name;
    for (const Unit& known : kUnits)
        if (unit == QLatin1String(known.name))
            return known.milliseconds;
    return name.isEmpty() ? 1000 : 0;
}

} // namespace

QString faultText(const DocumentFault& fault)
{
    if (const auto* syntax = std::get_if<JsonSyntax>(&fault.what))
        return syntaxText(*syntax);
    return problemSentence(std::get<catalog::DefinitionFlaw>(fault.what));
}

QString faultSentence(const DocumentFault& fault)
{
    const QString place = std::holds_alternative<JsonSyntax>(fault.what)
                              ? word(QT_TRANSLATE_NOOP("DefinitionWords", "Line %1, column %2")).arg(fault.line).arg(fault.column)
                              : toQString(fault.pointer.empty() ? "/" : fault.pointer);
    return QStringLiteral("%1 · %2").arg(place, faultText(fault));
}

QString schemaWord(const std::string& text)
{
    static constexpr std::array kWords{
        QT_TRANSLATE_NOOP("DefinitionWords", "choreographed"), QT_TRANSLATE_NOOP("DefinitionWords", "orchestrated"),
        QT_TRANSLATE_NOOP("DefinitionWords", "step"), QT_TRANSLATE_NOOP("DefinitionWords", "failure"),
        QT_TRANSLATE_NOOP("DefinitionWords", "compensation")};
    for (const char* known : kWords)
        if (text == known)
            return word(known);
    return toQString(text);
}

QString kindWord(const std::string& kind)
{
    const auto known = identity::kindFromName(kind);
    return known ? identifierLabel(*known) : toQString(kind);
}

std::vector<std::string> identifierKinds()
{
    std::vector<std::string> kinds;
    for (int kind = 0; kind <= int(identity::IdentifierKind::Entity); ++kind)
        kinds.emplace_back(identity::kindName(identity::IdentifierKind(kind)));
    return kinds;
}

QString spanText(std::int64_t milliseconds)
{
    QStringList parts;
    for (const Unit& unit : kUnits) {
        const std::int64_t count = milliseconds / unit.milliseconds;
        milliseconds %= unit.milliseconds;
        if (count > 0)
            parts << QStringLiteral("%1 %2").arg(count).arg(QLatin1String(unit.name));
    }
    return parts.isEmpty() ? QStringLiteral("0 s") : parts.join(u' ');
}

std::optional<std::int64_t> readSpan(const QString& text)
{
    static const QRegularExpression part(QStringLiteral("\\G\\s*(\\d+(?:[.,]\\d+)?)\\s*(ms|min|[dhmsj]?)(?![a-z])"));
    const QString typed = text.trimmed().toLower();
    double total = 0;
    qsizetype end = 0;
    for (auto match = part.globalMatch(typed); match.hasNext();) {
        const auto found = match.next();
        const std::int64_t unit = unitOf(found.captured(2));
        total += found.captured(1).replace(u',', u'.').toDouble() * double(unit);
        end = found.capturedEnd();
    }
    constexpr double kLongest = 1e14; // 3,000 years
    if (typed.isEmpty() || end != typed.size() || total > kLongest)
        return std::nullopt;
    return std::int64_t(std::llround(total));
}

QStringList toQStrings(const std::vector<std::string>& texts)
{
    QStringList result;
    for (const std::string& text : texts)
        result << toQString(text);
    return result;
}

QString joined(const std::vector<std::string>& texts)
{
    return toQStrings(texts).join(QStringLiteral(", "));
}

} // namespace sagascope::ui
