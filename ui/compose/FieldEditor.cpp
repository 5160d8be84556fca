// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FieldEditor.h"

#include <QVBoxLayout>

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/FieldBox.h"
#include "ui/compose/GroupEditor.h"
#include "ui/compose/ListEditor.h"
#include "ui/compose/RawEditor.h"
#include "ui/compose/ScalarEditor.h"

namespace sagascope::ui {

FieldEditor::FieldEditor(compose::FormField field, FormDocument& document, QWidget* parent)
    : QWidget(parent), m_field(std::move(field)), m_document(document), m_box(new FieldBox)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_box);
    setObjectName(QStringLiteral("field ") + toQString(m_field.pointer));
    m_box->setName(toQString(m_field.name), m_field.isRequired);
    m_box->setHint(fieldHint(m_field));
    m_box->setDescription(toQString(m_field.description));
}

FieldEditor* FieldEditor::make(const compose::FormField& field, FormDocument& document)
{
    using compose::FieldKind;
    switch (field.kind) {
    case FieldKind::Object: return new GroupEditor(field, document);
    case FieldKind::List: return new ListEditor(field, document);
    case FieldKind::Raw: return new RawEditor(field, document);
    default: return new ScalarEditor(field, document);
    }
}

void FieldEditor::setProblem(const QString& problem)
{
    m_box->setProblem(problem);
}

QString FieldEditor::problem() const
{
    return m_box->problem();
}

} // namespace sagascope::ui
