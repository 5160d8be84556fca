// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaPages.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/common/TightLayout.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QString settingsKey()
{
    return QStringLiteral("sagas/page");
}

} // namespace

SagaPages::SagaPages(QWidget* parent)
    : QWidget(parent), m_choice(new QButtonGroup(this)), m_bar(new QWidget), m_switch(new QHBoxLayout(m_bar)),
      m_stack(new QStackedWidget)
{
    m_switch->setContentsMargins(0, 0, 0, Theme::kGap / 2);
    m_switch->setSpacing(0);
    m_switch->addStretch(1);
    auto* column = tightColumn(this);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    m_bar->hide();
    connect(m_choice, &QButtonGroup::idClicked, this, &SagaPages::choose);
}

void SagaPages::addPage(SagaPage* page)
{
    const int index = int(m_pages.size());
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setObjectName(QStringLiteral("segment"));
    button->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key(Qt::Key_1 + index)));
    m_choice->addButton(button, index);
    m_switch->insertWidget(index, button);
    m_stack->addWidget(page);
    m_pages.push_back(page);
    m_buttons.push_back(button);
    connect(page, &SagaPage::pageRequested, this, &SagaPages::showPage);
    m_bar->setVisible(m_pages.size() > 1);
    retranslate();
    if (index == 0)
        button->setChecked(true);
    if (QSettings().value(settingsKey()).toString() == page->name())
        choose(index);
    setFocusProxy(current());
}

SagaPage* SagaPages::current() const
{
    return m_pages[std::size_t(m_stack->currentIndex())];
}

void SagaPages::showPage(const QString& name)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->name() == name)
            choose(int(i));
    }
}

void SagaPages::choose(int index)
{
    m_buttons[std::size_t(index)]->setChecked(true);
    m_stack->setCurrentIndex(index);
    setFocusProxy(current());
    QSettings().setValue(settingsKey(), current()->name());
}

void SagaPages::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SagaPages::retranslate()
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const QKeySequence shortcut = m_buttons[i]->shortcut(); // setText() would take its mnemonic instead
        m_buttons[i]->setText(m_pages[i]->title());
        m_buttons[i]->setShortcut(shortcut);
        m_buttons[i]->setToolTip(QStringLiteral("%1 (%2)").arg(m_pages[i]->title(), shortcut.toString(QKeySequence::NativeText)));
    }
}

} // namespace sagascope::ui
