// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TimeBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include "ui/shell/TransportButton.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

using Sign = TransportButton::Sign;

TimeBar::TimeBar(ViewState& state, Playback& playback, QWidget* parent)
    : QWidget(parent), m_state(state), m_playback(playback), m_caption(new QLabel), m_moment(new QLabel),
      m_day(new QLabel), m_start(new TransportButton(Sign::Start)), m_back(new TransportButton(Sign::Back)),
      m_play(new TransportButton(Sign::Play)), m_forward(new TransportButton(Sign::Forward)),
      m_end(new TransportButton(Sign::End)), m_speed(new QComboBox), m_skip(new QCheckBox), m_place(new QLabel),
      m_live(new QPushButton)
{
    setObjectName(QStringLiteral("timeBar"));
    setupLayout();
    connectButtons();
    connect(&state, &ViewState::asOfChanged, this, &TimeBar::refresh);
    connect(&state, &ViewState::snapshotChanged, this, &TimeBar::showPlace);
    connect(&state, &ViewState::timeFormatChanged, this, &TimeBar::refresh);
    connect(&playback, &Playback::changed, this, &TimeBar::showPlayback);
    retranslate();
}

void TimeBar::setupLayout()
{
    setFixedHeight(38);
    m_caption->setObjectName(QStringLiteral("panelTitle"));
    m_moment->setObjectName(QStringLiteral("timeBarMoment"));
    m_day->setObjectName(QStringLiteral("monoMuted"));
    m_place->setObjectName(QStringLiteral("monoMuted"));
    m_place->setMinimumWidth(0);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const double speed : Playback::kSpeeds)
        m_speed->addItem(QStringLiteral("×%1").arg(speed), speed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 12, 0);
    row->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_moment, m_day})
        row->addWidget(widget);
    row->addSpacing(10);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_start, m_back, m_play, m_forward, m_end, m_speed, m_skip})
        row->addWidget(widget);
    row->addWidget(m_place, 1);
    row->addWidget(m_live);
}

void TimeBar::connectButtons()
{
    connect(m_start, &QAbstractButton::clicked, &m_playback, &Playback::goToStart);
    connect(m_end, &QAbstractButton::clicked, &m_playback, &Playback::goToEnd);
    connect(m_back, &QAbstractButton::clicked, this, [this] { m_playback.step(-1, Playback::Among::Saga); });
    connect(m_forward, &QAbstractButton::clicked, this, [this] { m_playback.step(1, Playback::Among::Saga); });
    connect(m_play, &QAbstractButton::clicked, this, [this] { m_playback.setPlaying(!m_playback.isPlaying()); });
    connect(m_speed, &QComboBox::activated, this, [this] { m_playback.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_skip, &QCheckBox::toggled, &m_playback, &Playback::setSkipsPauses);
    connect(m_live, &QAbstractButton::clicked, this, [this] { m_state.setAsOf({}); });
}

void TimeBar::refresh()
{
    setVisible(m_state.asOf().has_value());
    if (!m_state.asOf())
        return;
    m_moment->setText(m_state.formatTime(*m_state.asOf()));
    m_day->setText(m_state.formatDateTime(*m_state.asOf()).left(10) + (m_state.isUtc() ? QStringLiteral(" UTC") : QString()));
    m_moment->setToolTip(m_state.formatDateTime(*m_state.asOf()));
    setAccessibleName(tr("As of %1").arg(m_moment->toolTip()));
    showPlayback();
    showPlace();
}

void TimeBar::showPlayback()
{
    m_play->setSign(m_playback.isPlaying() ? Sign::Pause : Sign::Play);
    m_play->setWords(m_playback.isPlaying() ? tr("Pause") : tr("Play"), QStringLiteral("Ctrl+Shift+Space"));
    m_speed->setCurrentIndex(m_speed->findData(m_playback.speed()));
    m_skip->setChecked(m_playback.skipsPauses());
}

void TimeBar::showPlace()
{
    if (!m_state.asOf())
        return;
    const session::Counts& counts = m_state.snapshot()->counts;
    const QLocale locale;
    m_place->setText(m_state.snapshot()->asOf
                         ? tr("%1 of %2 records").arg(locale.toString(qulonglong(counts.records - counts.later)),
                                                      locale.toString(qulonglong(counts.records)))
                         : tr("on the way…"));
    m_live->setText(m_state.live()->isFinished ? tr("Back to the end") : tr("Back to live"));
}

void TimeBar::retranslate()
{
    m_caption->setText(tr("As of"));
    m_start->setWords(tr("To the first event of the saga"), QStringLiteral("Alt+Home"));
    m_back->setWords(tr("One event of the saga back"), QStringLiteral(", — %1: <").arg(tr("of all sagas")));
    m_forward->setWords(tr("One event of the saga on"), QStringLiteral(". — %1: >").arg(tr("of all sagas")));
    m_end->setWords(tr("To the last event of the saga"), QStringLiteral("Alt+End"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How many times as fast as it happened"));
    m_skip->setText(tr("skip pauses"));
    m_skip->setToolTip(tr("Jump over what would be more than a second without any event"));
    m_live->setToolTip(tr("Show everything that was read (Esc)"));
    refresh();
}

void TimeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimeBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        m_playback.setPlaying(!m_playback.isPlaying());
    else
        QWidget::keyPressEvent(event);
}

void TimeBar::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), mix(colours.background, colours.warning, 0.14));
    painter.fillRect(QRect(0, height() - 2, width(), 2), colours.warning);
    painter.fillRect(QRect(0, 0, 4, height()), colours.warning);
}

} // namespace sagascope::ui
