// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ReplyBar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/common/ElidedLabel.h"

namespace sagascope::ui {

ReplyBar::ReplyBar(QWidget* parent)
    : QFrame(parent), m_text(new ElidedLabel), m_saga(new ElidedLabel), m_types(new QComboBox), m_show(new QToolButton),
      m_drop(new QToolButton)
{
    setObjectName(QStringLiteral("replyBar"));
    m_saga->setObjectName(QStringLiteral("small"));
    m_types->setMinimumContentsLength(14);
    m_types->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_drop->setObjectName(QStringLiteral("flat"));
    m_drop->setText(QStringLiteral("✕"));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(m_text);
    lines->addWidget(m_saga);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 6, 5);
    row->setSpacing(6);
    row->addLayout(lines, 1);
    row->addWidget(m_types);
    row->addWidget(m_show);
    row->addWidget(m_drop);
    connect(m_types, &QComboBox::activated, this, [this] { Q_EMIT typeChosen(m_types->currentText()); });
    connect(m_show, &QToolButton::clicked, this, &ReplyBar::parentWanted);
    connect(m_drop, &QToolButton::clicked, this, &ReplyBar::dropped);
    retranslate();
    hide();
}

void ReplyBar::showReply(const QString& parentType, const QString& parentId, const std::vector<std::string>& types)
{
    m_parentType = parentType;
    m_parentId = parentId;
    const QSignalBlocker blocker(m_types);
    m_types->clear();
    for (const std::string& type : types)
        m_types->addItem(toQString(type));
    m_types->setVisible(!types.empty());
    retranslate();
    show();
}

void ReplyBar::setChosen(const QString& eventType)
{
    const QSignalBlocker blocker(m_types);
    m_types->setCurrentIndex(m_types->findText(eventType));
}

void ReplyBar::setSaga(const QString& text)
{
    m_saga->setFullText(text);
}

void ReplyBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReplyBar::retranslate()
{
    m_text->setFullText(tr("Reply to %1 %2").arg(m_parentType, m_parentId));
    m_types->setPlaceholderText(tr("other type"));
    m_types->setAccessibleName(tr("Type of the reply"));
    m_types->setToolTip(tr("The types that a saga definition lets follow. The list at the left offers all others."));
    m_show->setText(tr("Show it"));
    m_show->setToolTip(tr("Show the event that this answers"));
    m_drop->setToolTip(tr("Answer no event: compose a new one"));
    m_drop->setAccessibleName(tr("Answer no event: compose a new one"));
}

} // namespace sagascope::ui
