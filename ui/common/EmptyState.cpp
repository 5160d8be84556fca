// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EmptyState.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sagascope::ui {

EmptyState::EmptyState(const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_text(new QLabel), m_actions(new QHBoxLayout)
{
    m_title->setObjectName(QStringLiteral("heading"));
    m_text->setObjectName(QStringLiteral("muted"));
    m_text->setMaximumWidth(460);
    m_text->setMinimumWidth(120);
    for (QLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_actions->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_title);
    // Not aligned by the layout: a wrapped label would then get its narrowest form, and a height that cuts it.
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_text, 1000);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addSpacing(4);
    column->addLayout(m_actions);
    column->addStretch(3);
    setTexts(title, text);
}

void EmptyState::setTexts(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
}

void EmptyState::addAction(const QString& text, std::function<void()> run, bool isPrimary)
{
    auto* button = new QPushButton(text);
    if (isPrimary)
        button->setObjectName(QStringLiteral("primary"));
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_actions->addWidget(button);
}

void EmptyState::clearActions()
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace sagascope::ui
