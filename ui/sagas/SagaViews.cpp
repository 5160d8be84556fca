// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaViews.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QString settingsKey()
{
    return QStringLiteral("sagas/view");
}

QHBoxLayout* tightRow(QWidget* parent, int spacing)
{
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    return row;
}

} // namespace

SagaViews::SagaViews(QWidget* parent)
    : Panel({}, parent), m_choice(new QButtonGroup(this)), m_stack(new QStackedWidget)
{
    auto* tools = new QWidget;
    m_tools = tightRow(tools, Theme::kGap / 2);
    auto* choice = new QWidget;
    m_switch = tightRow(choice, 0);
    addAction(tools);
    addAction(choice);
    setBody(m_stack);
    connect(m_choice, &QButtonGroup::idClicked, this, &SagaViews::choose);
}

void SagaViews::addView(SagaView* view)
{
    const int index = int(m_views.size());
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setObjectName(QStringLiteral("viewSwitch"));
    button->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + index)));
    m_choice->addButton(button, index);
    m_switch->addWidget(button);
    for (QToolButton* tool : view->tools())
        m_tools->addWidget(tool);
    m_stack->addWidget(view);
    m_views.push_back(view);
    m_buttons.push_back(button);
    m_shown.emplace_back();
    retranslate();
    const bool isRemembered = QSettings().value(settingsKey()).toString() == view->name();
    if (index == 0 || isRemembered)
        choose(index);
    else
        for (QToolButton* tool : view->tools())
            tool->hide();
}

SagaView* SagaViews::current() const
{
    return m_views[std::size_t(m_stack->currentIndex())];
}

void SagaViews::showView(const QString& name)
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (m_views[i]->name() == name)
            choose(int(i));
    }
}

void SagaViews::showPrevious()
{
    choose(m_previous);
}

void SagaViews::choose(int index)
{
    if (index != m_stack->currentIndex())
        m_previous = m_stack->currentIndex();
    m_buttons[std::size_t(index)]->setChecked(true);
    m_stack->setCurrentIndex(index);
    for (SagaView* view : m_views) {
        for (QToolButton* tool : view->tools())
            tool->setVisible(view == current());
    }
    QSettings().setValue(settingsKey(), current()->name());
    setFocusProxy(current());
    bringUpToDate();
    Q_EMIT viewChanged();
}

void SagaViews::setSaga(ToldSagaPtr told, bool isSame)
{
    const bool keepsPlace = isSame && m_told;
    m_told = std::move(told);
    if (!keepsPlace)
        m_shown.assign(m_views.size(), nullptr);
    bringUpToDate();
}

void SagaViews::bringUpToDate()
{
    ToldSagaPtr& shown = m_shown[std::size_t(m_stack->currentIndex())];
    if (!m_told || shown == m_told)
        return;
    const bool isSame = shown && shown->saga == m_told->saga;
    shown = m_told;
    current()->setSaga(m_told, isSame);
}

void SagaViews::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SagaViews::retranslate()
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const QKeySequence shortcut = m_buttons[i]->shortcut(); // setText() would take its mnemonic instead
        m_buttons[i]->setText(m_views[i]->title());
        m_buttons[i]->setShortcut(shortcut);
        m_buttons[i]->setToolTip(QStringLiteral("%1 (%2)").arg(m_views[i]->title(), shortcut.toString(QKeySequence::NativeText)));
    }
}

} // namespace sagascope::ui
