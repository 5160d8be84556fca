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
    arrange();
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
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const QKeySequence shortcut = m_buttons[i]->shortcut(); // setText() would take its mnemonic instead
        m_buttons[i]->setText(m_views[i]->title());
        m_buttons[i]->setShortcut(shortcut);
        m_buttons[i]->setToolTip(QStringLiteral("%1 (%2)").arg(m_views[i]->title(), shortcut.toString(QKeySequence::NativeText)));
    }
    arrange();
}

} // namespace sagascope::ui
