// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaViews.h"

#include <QButtonGroup>
#include <QEvent>
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
    return QStringLiteral("sagas/view");
}

constexpr int kRoomForName = 560; ///< key, state, what went wrong, and the facts beside them

} // namespace

SagaViews::SagaViews(QWidget* parent)
    : Panel({}, parent), m_choice(new QButtonGroup(this)), m_body(new QStackedWidget),
      m_stack(new QStackedWidget)
{
    m_toolBox = new QWidget;
    m_tools = tightRow(m_toolBox, Theme::kGap / 2);
    m_switchBox = new QWidget;
    m_switch = tightRow(m_switchBox);
    addAction(m_toolBox);
    addAction(m_switchBox);
    m_secondRow = new QWidget;
    tightRow(m_secondRow, Theme::kGap)->setContentsMargins(8, 0, 8, 6);
    setSecondRow(m_secondRow);
    m_secondRow->hide();
    keepTitle();
    m_body->addWidget(m_stack);
    setBody(m_body);
    connect(m_choice, &QButtonGroup::idClicked, this, &SagaViews::choose);
}

void SagaViews::addView(Entry entry)
{
    const int index = int(m_slots.size());
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setObjectName(QStringLiteral("viewSwitch"));
    button->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + index)));
    m_choice->addButton(button, index);
    m_switch->addWidget(button);
    m_slots.push_back({std::move(entry), button, nullptr, nullptr});
    retranslate();
    if (index == 0 || QSettings().value(settingsKey()).toString() == m_slots.back().entry.name)
        bringForward(index);
}

SagaView* SagaViews::made(Slot& slot)
{
    if (slot.view == nullptr) {
        slot.view = slot.entry.make();
        m_stack->addWidget(slot.view);
        for (QToolButton* tool : slot.view->tools())
            m_tools->addWidget(tool);
    }
    return slot.view;
}

SagaView* SagaViews::current() const
{
    return m_slots[std::size_t(m_current)].view;
}

void SagaViews::showView(const QString& name)
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].entry.name == name)
            choose(int(i));
    }
}

void SagaViews::showPrevious()
{
    choose(m_previous);
}

void SagaViews::setCover(QWidget* cover)
{
    m_body->addWidget(cover);
}

void SagaViews::setCovered(bool isCovered)
{
    m_body->setCurrentIndex(isCovered ? 1 : 0);
}

void SagaViews::choose(int index)
{
    bringForward(index);
    QSettings().setValue(settingsKey(), current()->name());
}

void SagaViews::bringForward(int index)
{
    if (index != m_current)
        m_previous = std::exchange(m_current, index);
    Slot& slot = m_slots[std::size_t(index)];
    slot.button->setChecked(true);
    m_stack->setCurrentWidget(made(slot));
    showTools();
    setFocusProxy(current());
    arrange();
    bringUpToDate();
    Q_EMIT viewChanged();
}

void SagaViews::showTools()
{
    for (const Slot& slot : m_slots) {
        if (slot.view == nullptr)
            continue;
        for (QToolButton* tool : slot.view->tools())
            tool->setVisible(slot.view == current());
    }
}

void SagaViews::setSaga(ToldSagaPtr told, bool isSame)
{
    const bool keepsPlace = isSame && m_told;
    m_told = std::move(told);
    if (!keepsPlace)
        for (Slot& slot : m_slots)
            slot.shown.reset();
    bringUpToDate();
}

void SagaViews::bringUpToDate()
{
    ToldSagaPtr& shown = m_slots[std::size_t(m_current)].shown;
    if (!m_told || shown == m_told)
        return;
    const bool isSame = shown && shown->saga == m_told->saga;
    shown = m_told;
    current()->setSaga(m_told, isSame);
}

void SagaViews::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    arrange();
}

/// Buttons beside the saga's name, or below it.
void SagaViews::arrange()
{
    const int buttons = m_toolBox->sizeHint().width() + m_switchBox->sizeHint().width();
    const bool isNarrow = width() < buttons + kRoomForName;
    if (isNarrow != m_secondRow->isHidden())
        return;
    auto* row = static_cast<QHBoxLayout*>(m_secondRow->layout());
    if (isNarrow) {
        row->addWidget(m_switchBox);
        row->addStretch(1);
        row->addWidget(m_toolBox);
    } else {
        addAction(m_toolBox);
        addAction(m_switchBox);
        delete row->takeAt(0); // the stretch
    }
    m_secondRow->setVisible(isNarrow);
}

void SagaViews::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SagaViews::retranslate()
{
    for (const Slot& slot : m_slots) {
        const QString title = slot.entry.title();
        const QKeySequence shortcut = slot.button->shortcut(); // setText() would take its mnemonic instead
        slot.button->setText(title);
        slot.button->setShortcut(shortcut);
        slot.button->setToolTip(QStringLiteral("%1 (%2)").arg(title, shortcut.toString(QKeySequence::NativeText)));
    }
    arrange();
}

} // namespace sagascope::ui
