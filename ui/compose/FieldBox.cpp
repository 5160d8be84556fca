// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FieldBox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/ElidedLabel.h"

namespace sagascope::ui {

FieldBox::FieldBox(QWidget* parent)
    : QWidget(parent), m_name(new QLabel), m_mark(new QLabel(QStringLiteral("*"))), m_hint(new ElidedLabel),
      m_problem(new ElidedLabel), m_header(new QHBoxLayout), m_row(new QHBoxLayout), m_column(new QVBoxLayout(this))
{
    m_name->setTextFormat(Qt::PlainText);
    m_mark->setObjectName(QStringLiteral("danger"));
    m_mark->setToolTip(tr("required"));
    m_mark->hide();
    m_hint->setObjectName(QStringLiteral("small"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    m_header->setSpacing(4);
    m_header->addWidget(m_name);
    m_header->addWidget(m_mark);
    m_header->addWidget(m_hint, 1);
    m_header->addWidget(m_problem, 1);
    m_row->setSpacing(4);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(3);
    m_column->addLayout(m_header);
    m_column->addLayout(m_row);
}

void FieldBox::setName(const QString& name, bool isRequired)
{
    m_name->setText(name);
    m_mark->setVisible(isRequired);
    m_mark->setToolTip(tr("required"));
    nameInput();
}

void FieldBox::setHint(const QString& hint)
{
    m_hint->setFullText(hint);
}

void FieldBox::setProblem(const QString& problem)
{
    if (problem == m_problem->fullText())
        return;
    m_problem->setFullText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_hint->setVisible(problem.isEmpty());
    if (m_input == nullptr)
        return;
    m_input->setProperty("invalid", !problem.isEmpty());
    m_input->setAccessibleDescription(problem);
    m_input->style()->unpolish(m_input);
    m_input->style()->polish(m_input);
}

QString FieldBox::problem() const
{
    return m_problem->fullText();
}

QString FieldBox::hint() const
{
    return m_hint->fullText();
}

void FieldBox::setDescription(const QString& text)
{
    m_name->setToolTip(text);
    if (m_input != nullptr)
        m_input->setToolTip(text);
}

void FieldBox::setInput(QWidget* input)
{
    m_input = input;
    m_row->insertWidget(0, input, 1);
    m_name->setBuddy(input);
    nameInput();
}

void FieldBox::nameInput()
{
    if (m_input == nullptr)
        return;
    const bool isRequired = m_mark->isVisibleTo(this);
    m_input->setAccessibleName(isRequired ? tr("%1, required").arg(m_name->text()) : m_name->text());
}

QToolButton* FieldBox::addButton(const QString& text, std::function<void()> run)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Ignored); // as high as the input, so that rows align
    connect(button, &QToolButton::clicked, this, [run = std::move(run)] { run(); });
    m_row->addWidget(button);
    return button;
}

QToolButton* FieldBox::addHeaderButton(const QString& text, std::function<void()> run)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("link"));
    button->setText(text);
    connect(button, &QToolButton::clicked, this, [run = std::move(run)] { run(); });
    m_header->addWidget(button);
    return button;
}

void FieldBox::addBeside(QWidget* widget)
{
    m_row->addWidget(widget);
}

} // namespace sagascope::ui
