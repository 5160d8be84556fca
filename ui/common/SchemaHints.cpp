// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SchemaHints.h"

#include <QCoreApplication>
#include <QHash>

#include <nlohmann/json.hpp>

#include "core/catalog/SchemaWalk.h"
#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

using nlohmann::json;

QString textOf(const json& schema, const char* name)
{
    const auto found = schema.is_object() ? schema.find(name) : schema.end();
    return schema.is_object() && found != schema.end() && found->is_string() ? toQString(found->get_ref<const std::string&>()) : QString();
}

SchemaHint hintOf(const json& schema)
{
    SchemaHint hint;
    hint.description = textOf(schema, "description");
    hint.format = textOf(schema, "format");
    if (!schema.is_object())
        return hint;
    const auto values = schema.find("enum");
    if (values != schema.end() && values->is_array())
        for (const json& value : *values)
            hint.allowed << toQString(value.is_string() ? value.get<std::string>() : value.dump());
    return hint;
}

class Hinting
{
public:
    Hinting(JsonDocument& document, const catalog::PayloadSchema& schema) : m_document(document), m_schema(schema.document()) {}

    std::vector<SchemaHint> hint(const catalog::PayloadSchema::Verdict& verdict)
    {
        if (!m_document.items.empty())
            describe(0, m_schema);
        for (int i = 0; i < int(m_document.items.size()); ++i)
            m_places.insert(pointerOf(m_document, i), i);
        m_hints.resize(m_document.items.size());
        for (const catalog::SchemaViolation& violation : verdict.violations)
            take(violation);
        for (const std::string& pointer : verdict.extraFields)
            if (const auto place = m_places.constFind(toQString(pointer)); place != m_places.constEnd())
                m_hints[std::size_t(*place)].isUndeclared = true;
        return std::move(m_hints);
    }

private:
    void describe(int item, const json& unresolved)
    {
        const json* schema = catalog::resolve(m_schema, unresolved);
        if (!schema)
            return;
        m_hints.resize(m_document.items.size());
        m_hints[std::size_t(item)] = hintOf(*schema);
        for (const int child : m_document.items[std::size_t(item)].children)
            if (const json* part = catalog::describe(m_schema, *schema, m_document.items[std::size_t(child)].name.toStdString()))
                describe(child, *part);
    }

    void take(const catalog::SchemaViolation& violation)
    {
        const QString pointer = toQString(violation.pointer);
        if (violation.problem == catalog::SchemaProblem::Missing)
            return addGhost(pointer, toQString(violation.argument));
        if (const auto place = m_places.constFind(pointer); place != m_places.constEnd())
            m_hints[std::size_t(*place)].problems.push_back(violation);
    }

    void addGhost(const QString& pointer, const QString& name)
    {
        const auto parent = m_places.constFind(pointer.left(std::max<qsizetype>(0, pointer.lastIndexOf(u'/'))));
        if (parent == m_places.constEnd() || m_places.contains(pointer))
            return;
        const json* schema = catalog::describeAt(m_schema, pointer.toStdString());
        SchemaHint hint = schema ? hintOf(*schema) : SchemaHint();
        hint.isMissing = true;
        addMissing(m_document, *parent, name);
        m_hints.push_back(std::move(hint));
    }

    JsonDocument& m_document;
    const json& m_schema;
    QHash<QString, int> m_places; ///< items by their pointers
    std::vector<SchemaHint> m_hints;
};

QString say(const char* text)
{
    return QCoreApplication::translate("SchemaHint", text);
}

QString problemText(const catalog::SchemaViolation& violation)
{
    using catalog::SchemaProblem;
    const QString argument = toQString(violation.argument);
    switch (violation.problem) {
    case SchemaProblem::Type: return say(QT_TRANSLATE_NOOP("SchemaHint", "should be %1")).arg(argument);
    case SchemaProblem::Enumeration: return say(QT_TRANSLATE_NOOP("SchemaHint", "none of the allowed values"));
    case SchemaProblem::Minimum: return say(QT_TRANSLATE_NOOP("SchemaHint", "less than %1")).arg(argument);
    case SchemaProblem::Maximum: return say(QT_TRANSLATE_NOOP("SchemaHint", "more than %1")).arg(argument);
    case SchemaProblem::Length: return say(QT_TRANSLATE_NOOP("SchemaHint", "its length is not within %1")).arg(argument);
    case SchemaProblem::Pattern: return say(QT_TRANSLATE_NOOP("SchemaHint", "does not match %1")).arg(argument);
    case SchemaProblem::Format: return say(QT_TRANSLATE_NOOP("SchemaHint", "no %1")).arg(argument);
    case SchemaProblem::Missing:
    case SchemaProblem::Unreadable:
    case SchemaProblem::Other: break;
    }
    return toQString(violation.message);
}

} // namespace

std::vector<SchemaHint> hintSchema(JsonDocument& document, const catalog::PayloadSchema& schema, std::string_view payloadJson)
{
    return Hinting(document, schema).hint(schema.inspect(payloadJson));
}

QString schemaHintText(const SchemaHint& hint)
{
    QStringList words;
    if (hint.isMissing)
        words << say(QT_TRANSLATE_NOOP("SchemaHint", "required but missing"));
    if (hint.isUndeclared)
        words << say(QT_TRANSLATE_NOOP("SchemaHint", "not in schema"));
    for (const catalog::SchemaViolation& violation : hint.problems)
        words << problemText(violation);
    if (!hint.allowed.isEmpty())
        words << say(QT_TRANSLATE_NOOP("SchemaHint", "one of %1")).arg(hint.allowed.join(QStringLiteral(", ")));
    if (!hint.format.isEmpty())
        words << hint.format;
    if (!hint.description.isEmpty())
        words << hint.description;
    return words.join(QStringLiteral(" · "));
}

} // namespace sagascope::ui
