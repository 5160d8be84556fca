// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/GroupEditor.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/compose/FieldBox.h"
#include "ui/compose/FieldGrid.h"

namespace sagascope::ui {

GroupEditor::GroupEditor(const compose::FormField& field, FormDocument& document, QWidget* parent)
    : FieldEditor(field, document, parent), m_grid(new FieldGrid),
      m_toggle(box()->addHeaderButton(QString(), [this] { toggle(); }))
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("fieldGroup"));
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(12, 2, 0, 2);
    inside->addWidget(m_grid);
    layout()->addWidget(frame);
    setFocusProxy(m_toggle);
    load();
}

void GroupEditor::load()
{
    showMembers();
    for (FieldEditor* member : m_members)
        member->load();
}

void GroupEditor::showMembers()
{
    const bool isThere = value() != nullptr;
    if (isThere && m_members.empty())
        for (const compose::FormField& member : field().fields) {
            m_members.push_back(FieldEditor::make(member, document()));
            m_grid->add(m_members.back(), m_members.back()->isWide());
        }
    m_grid->parentWidget()->setVisible(isThere);
    m_toggle->setText(isThere ? tr("Remove") : tr("Add"));
    m_toggle->setAccessibleName(QStringLiteral("%1: %2").arg(toQString(field().name), m_toggle->text()));
}

void GroupEditor::toggle()
{
    if (value() != nullptr)
        document().remove(field().pointer);
    else
        document().put(field().pointer, document().samples().value(field()));
    load();
}

void GroupEditor::visit(const Visitor& visitor)
{
    visitor(*this);
    if (value() == nullptr)
        return;
    for (FieldEditor* member : m_members)
        member->visit(visitor);
}

} // namespace sagascope::ui
