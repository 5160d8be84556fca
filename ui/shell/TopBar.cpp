// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/shell/ConnectionChip.h"
#include "ui/shell/LiveButton.h"
#include "ui/shell/SearchField.h"
#include "ui/shell/ThroughputBrush.h"
#include "ui/shell/TransportButton.h"

namespace sagascope::ui {

namespace {

constexpr int kBrushShare = 4;
constexpr int kSearchShare = 5;

} // namespace

TopBar::TopBar(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_menu(new QToolButton), m_connection(new ConnectionChip(state)),
      m_live(new LiveButton(state)), m_play(new TransportButton(TransportButton::Sign::Play)),
      m_brush(new ThroughputBrush(state)), m_window(new QLabel), m_zone(new QToolButton),
      m_search(new SearchField(state))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(47);
    m_menu->setObjectName(QStringLiteral("brandMenu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_window->setObjectName(QStringLiteral("mono"));
    m_zone->setObjectName(QStringLiteral("flat"));
    m_zone->setFocusPolicy(Qt::TabFocus);
    m_search->setMinimumWidth(170);
    QSizePolicy stays = m_play->sizePolicy();
    stays.setRetainSizeWhenHidden(true); // the brush must not move under the pointer
    m_play->setSizePolicy(stays);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(10);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_menu, m_connection, m_live, m_play})
        row->addWidget(widget);
    row->addWidget(m_brush, kBrushShare);
    row->addWidget(m_window);
    row->addWidget(m_zone);
    row->addWidget(m_search, kSearchShare);
    connect(m_zone, &QToolButton::clicked, this, [this] { m_state.setUtc(!m_state.isUtc()); });
    connect(m_brush, &ThroughputBrush::rangeChanged, this, &TopBar::showWindow);
    connect(&state, &ViewState::timeWindowChanged, this, &TopBar::showWindow);
    connect(&state, &ViewState::timeFormatChanged, this, &TopBar::retranslate);
    connect(&state, &ViewState::sessionReplaced, this, &TopBar::showWindow);
    connect(&state, &ViewState::asOfChanged, this, [this] { m_play->setVisible(!m_state.asOf()); });
    retranslate();
}

void TopBar::setMenu(QMenu* menu)
{
    m_menu->setMenu(menu);
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TopBar::retranslate()
{
    m_menu->setText(QStringLiteral("Sagascope ▾"));
    m_menu->setToolTip(tr("Open a source, change the look, get help (F10)"));
    m_menu->setAccessibleName(tr("Menu"));
    m_zone->setText(m_state.isUtc() ? QStringLiteral("UTC") : tr("local"));
    m_zone->setToolTip(tr("Times in local time or UTC (Ctrl+U)"));
    m_play->setWords(tr("Play what happened so far"), QStringLiteral("Ctrl+Shift+Space"));
    showWindow();
}

QSize TopBar::minimumSizeHint() const
{
    const int window = m_window->isHidden() ? 0 : m_window->minimumSizeHint().width() + layout()->spacing();
    return {layout()->minimumSize().width() - window, height()};
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showWindow();
}

void TopBar::showWindow()
{
    const auto& chosen = m_state.timeWindow();
    const BrushRange& range = m_brush->range();
    if (!chosen && range.isEmpty()) {
        m_window->hide();
        return;
    }
    const TimeWindow window = chosen ? *chosen : TimeWindow{range.from, range.to()};
    const auto seconds = [&](base::Timestamp time) { return m_state.formatTime(time).left(8); };
    m_window->setText(seconds(window.from) + QStringLiteral(" – ") + seconds(window.to));
    m_window->setToolTip(m_state.formatDateTime(window.from) + QStringLiteral(" – ") + m_state.formatDateTime(window.to));
    m_window->setVisible(hasRoomForWindow());
}

// A query has to be readable. Where there is not room for both, the times of the window are told by the histogram alone.
bool TopBar::hasRoomForWindow() const
{
    constexpr int kLeastSearch = 240;
    const int others = minimumSizeHint().width() - m_search->minimumWidth() - m_brush->minimumSizeHint().width();
    const int shared = width() - others - m_window->sizeHint().width() - layout()->spacing();
    return shared * kSearchShare / (kSearchShare + kBrushShare) >= kLeastSearch;
}

// A source with a longer name has come, or a shorter one.
bool TopBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        showWindow();
    return QWidget::event(event);
}

} // namespace sagascope::ui
