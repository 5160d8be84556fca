// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ListEditor.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/FieldBox.h"
#include "ui/compose/FieldGrid.h"

namespace sagascope::ui {

ListEditor::ListEditor(const compose::FormField& field, FormDocument& document, QWidget* parent)
    : FieldEditor(field, document, parent), m_grid(new FieldGrid),
      m_add(box()->addHeaderButton(tr("Add element"), [this] { add(); }))
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("fieldGroup"));
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(12, 2, 0, 2);
    inside->addWidget(m_grid);
    layout()->addWidget(frame);
    m_add->setAccessibleName(tr("Add an element to %1").arg(toQString(field.name)));
    setFocusProxy(m_add);
    load();
}

std::size_t ListEditor::sizeInDocument() const
{
    const compose::Json* list = value();
    return list != nullptr && list->is_array() ? list->size() : 0;
}

void ListEditor::load()
{
    if (m_elements.size() != sizeInDocument())
        rebuild();
    for (FieldEditor* element : m_elements)
        element->load();
}

void ListEditor::rebuild()
{
    m_elements.clear();
    m_grid->clear();
    for (std::size_t i = 0; i < sizeInDocument(); ++i) {
        QWidget* line = row(i); // first: it makes the editor that tells the width
        m_grid->add(line, m_elements[i]->isWide());
    }
    m_grid->parentWidget()->setVisible(!m_elements.empty());
    box()->setHint(tr("%1 · %n element(s)", nullptr, int(m_elements.size())).arg(fieldHint(field())));
}

QWidget* ListEditor::row(std::size_t index)
{
    compose::FormField element = field().at(index);
    element.name = field().name + "[" + std::to_string(index) + "]";
    m_elements.push_back(FieldEditor::make(element, document()));
    auto* removeButton = new QToolButton;
    removeButton->setObjectName(QStringLiteral("flat"));
    removeButton->setText(QStringLiteral("✕"));
    removeButton->setToolTip(tr("Remove this element"));
    removeButton->setAccessibleName(tr("Remove %1").arg(toQString(element.name)));
    // The row goes with the click on its own button, so only after the click is over.
    connect(removeButton, &QToolButton::clicked, this, [this, index] { removeElement(index); }, Qt::QueuedConnection);
    auto* line = new QWidget;
    auto* cells = new QHBoxLayout(line);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(4);
    cells->addWidget(m_elements.back(), 1);
    cells->addWidget(removeButton, 0, m_elements.back()->isWide() ? Qt::AlignTop : Qt::AlignBottom);
    return line;
}

void ListEditor::add()
{
    if (sizeInDocument() == 0)
        document().put(field().pointer, compose::Json::array());
    const compose::FormField next = field().at(sizeInDocument());
    document().put(next.pointer, document().samples().value(next));
    load();
    m_elements.back()->setFocus();
}

void ListEditor::removeElement(std::size_t index)
{
    if (index >= sizeInDocument())
        return;
    document().remove(field().at(index).pointer);
    load();
    m_add->setFocus();
}

void ListEditor::visit(const Visitor& visitor)
{
    visitor(*this);
    for (FieldEditor* element : m_elements)
        element->visit(visitor);
}

} // namespace sagascope::ui
