// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MessageBar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace sagascope::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_fixes(new QHBoxLayout), m_close(new QToolButton)
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("flat"));
    m_close->setText(QStringLiteral("✕"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addLayout(m_fixes);
    row->addWidget(m_close);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    hide();
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_close->setToolTip(tr("Close this message"));
        m_close->setAccessibleName(tr("Close this message"));
    }
}

void MessageBar::tell(Kind kind, const QString& sentence, const std::vector<Fix>& fixes, const QString& details)
{
    clear();
    static const std::array kKinds{QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("notice")};
    setProperty("kind", kKinds[static_cast<std::size_t>(kind)]);
    style()->unpolish(this);
    style()->polish(this);
    m_text->setText(sentence);
    m_text->setToolTip(details);
    setAccessibleName(sentence);
    for (const Fix& fix : fixes) {
        auto* button = new QPushButton(fix.text);
        connect(button, &QPushButton::clicked, this, [this, run = fix.run] {
            clear();
            run();
        });
        m_fixes->addWidget(button);
    }
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::amend(const QString& sentence)
{
    m_text->setText(sentence);
    setAccessibleName(sentence);
}

void MessageBar::clear()
{
    while (QLayoutItem* item = m_fixes->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    hide();
}

} // namespace sagascope::ui
