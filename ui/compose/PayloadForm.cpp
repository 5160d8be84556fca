// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PayloadForm.h"

#include <QVBoxLayout>

#include <map>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/FieldGrid.h"
#include "ui/compose/RawEditor.h"

namespace sagascope::ui {
namespace {

constexpr std::string_view kPayload = "/payload";
constexpr int kJsonLines = 14;

compose::FormField wholePayload()
{
    compose::FormField field;
    field.name = "payload";
    field.kind = compose::FieldKind::Raw;
    field.isRequired = true;
    return field;
}

} // namespace

PayloadForm::PayloadForm(FormDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_grid(new FieldGrid), m_json(new RawEditor(wholePayload(), document))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_grid);
    column->addWidget(m_json);
    m_json->setLines(kJsonLines);
    m_json->hide();
}

void PayloadForm::setSchema(const std::string& schemaText)
{
    m_editors.clear();
    m_grid->clear();
    const auto form = compose::FormModel::fromSchema(schemaText);
    if (form)
        for (const compose::FormField& field : form->fields()) {
            m_editors.push_back(FieldEditor::make(field, m_document));
            m_grid->add(m_editors.back(), m_editors.back()->isWide());
        }
    setJsonShown(m_isJson);
}

void PayloadForm::setJsonShown(bool isJson)
{
    m_isJson = isJson;
    const bool isText = isJson || !hasFields();
    m_grid->setVisible(!isText);
    m_json->setVisible(isText);
    load();
}

void PayloadForm::load()
{
    for (FieldEditor* editor : m_editors)
        editor->load();
    m_json->load();
    m_json->setLines(kJsonLines);
}

void PayloadForm::visitAll(const FieldEditor::Visitor& visitor) const
{
    if (m_json->isVisibleTo(this))
        return m_json->visit(visitor);
    for (FieldEditor* editor : m_editors)
        editor->visit(visitor);
}

FieldEditor* PayloadForm::editor(const std::string& pointer) const
{
    FieldEditor* found = nullptr;
    visitAll([&](FieldEditor& editor) {
        if (editor.field().pointer == pointer)
            found = &editor;
    });
    return found;
}

FieldEditor* PayloadForm::nearest(std::string pointer) const
{
    for (;;) {
        FieldEditor* found = editor(pointer);
        if (found != nullptr || pointer.empty())
            return found;
        pointer.erase(pointer.rfind('/'));
    }
}

void PayloadForm::setProblems(const std::vector<catalog::SchemaViolation>& violations)
{
    std::map<FieldEditor*, QString> problems;
    for (const catalog::SchemaViolation& violation : violations) {
        if (violation.pointer.compare(0, kPayload.size(), kPayload) != 0)
            continue;
        const std::string pointer = violation.pointer.substr(kPayload.size());
        FieldEditor* at = nearest(pointer);
        if (at == nullptr || problems.count(at) != 0)
            continue;
        // At a field around the place, the sentence has to say which member it means.
        const QString rest = toQString(pointer.substr(at->field().pointer.size()));
        problems[at] = rest.isEmpty() ? problemText(violation) : rest.mid(1) + QLatin1Char(' ') + problemText(violation);
    }
    visitAll([&](FieldEditor& editor) {
        if (editor.isReadable())
            editor.setProblem(problems.count(&editor) != 0 ? problems[&editor] : QString());
    });
}

bool PayloadForm::isReadable() const
{
    bool isReadable = true;
    visitAll([&](FieldEditor& editor) { isReadable = isReadable && editor.isReadable(); });
    return isReadable;
}

void PayloadForm::focusFirst()
{
    if (m_json->isVisibleTo(this))
        m_json->setFocus();
    else if (!m_editors.empty())
        m_editors.front()->setFocus();
}

} // namespace sagascope::ui
