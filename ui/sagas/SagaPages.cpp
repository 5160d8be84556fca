// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaPages.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

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

void SagaPages::addPage(Entry entry)
{
    const int index = int(m_slots.size());
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setObjectName(QStringLiteral("segment"));
    button->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key(Qt::Key_1 + index)));
    m_choice->addButton(button, index);
    m_switch->insertWidget(index, button);
    m_slots.push_back({std::move(entry), button});
    m_bar->setVisible(m_slots.size() > 1);
    retranslate();
    if (index == 0 || QSettings().value(settingsKey()).toString() == m_slots.back().entry.name)
        bringForward(index);
}

SagaPage* SagaPages::made(Slot& slot)
{
    if (slot.page == nullptr) {
        slot.page = slot.entry.make();
        m_stack->addWidget(slot.page);
        connect(slot.page, &SagaPage::pageRequested, this, &SagaPages::showPage);
        Q_EMIT pageMade(slot.page);
    }
    return slot.page;
}

SagaPage* SagaPages::current() const
{
    return static_cast<SagaPage*>(m_stack->currentWidget());
}

void SagaPages::showPage(const QString& name)
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].entry.name == name)
            choose(int(i));
    }
}

void SagaPages::choose(int index)
{
    bringForward(index);
    QSettings().setValue(settingsKey(), current()->name());
}

void SagaPages::bringForward(int index)
{
    Slot& slot = m_slots[std::size_t(index)];
    slot.button->setChecked(true);
    m_stack->setCurrentWidget(made(slot));
    setFocusProxy(current());
}

void SagaPages::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SagaPages::retranslate()
{
    for (const Slot& slot : m_slots) {
        const QString title = slot.entry.title();
        const QKeySequence shortcut = slot.button->shortcut(); // setText() would take its mnemonic instead
        slot.button->setText(title);
        slot.button->setShortcut(shortcut);
        slot.button->setToolTip(QStringLiteral("%1 (%2)").arg(title, shortcut.toString(QKeySequence::NativeText)));
    }
}

} // namespace sagascope::ui
