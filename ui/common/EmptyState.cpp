// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EmptyState.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <initializer_list>

#include "ui/common/ElidedLabel.h"

namespace sagascope::ui {

EmptyState::EmptyState(const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_text(new QLabel), m_lines(new QGridLayout), m_actions(new QHBoxLayout)
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
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(0);
    m_lines->setColumnStretch(0, 1);

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
    column->addLayout(m_lines);
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
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::addAction(const QString& text, std::function<void()> run, bool isPrimary)
{
    auto* button = new QPushButton(text);
    if (isPrimary)
        button->setObjectName(QStringLiteral("primary"));
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_actions->addWidget(button);
}

void EmptyState::addLine(const QString& name, const QString& text, const QString& action, const QString& spoken, std::function<void()> run)
{
    const int row = 3 * m_lineCount++;
    auto* title = new ElidedLabel(name);
    title->setObjectName(QStringLiteral("mono"));
    auto* effect = new QLabel(text);
    effect->setObjectName(QStringLiteral("muted"));
    effect->setTextFormat(Qt::PlainText);
    effect->setWordWrap(true);
    auto* button = new QPushButton(action);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_lines->setRowMinimumHeight(row, 22);
    m_lines->addWidget(title, row, 0);
    m_lines->addWidget(effect, row + 1, 0, Qt::AlignTop);
    m_lines->addWidget(button, row, 1, 2, 1, Qt::AlignVCenter);
    m_lines->setRowMinimumHeight(row + 2, 8);
}

void EmptyState::clearActions()
{
    for (QLayout* layout : std::initializer_list<QLayout*>{m_lines, m_actions})
        while (QLayoutItem* item = layout->takeAt(0)) {
            if (QWidget* widget = item->widget()) {
                widget->hide();
                widget->deleteLater(); // one of the buttons may be what asked for this
            }
            delete item;
        }
    for (int row = 0; row < m_lines->rowCount(); ++row)
        m_lines->setRowMinimumHeight(row, 0);
    m_lineCount = 0;
}

} // namespace sagascope::ui
