// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/LiveButton.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kSign = 10;

} // namespace

LiveButton::LiveButton(ViewState& state, QWidget* parent) : QAbstractButton(parent), m_state(state)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setShortcut(Qt::CTRL | Qt::Key_Space);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&state, &ViewState::liveChanged, this, &LiveButton::refresh);
    connect(&state, &ViewState::asOfChanged, this, &LiveButton::refresh);
    refresh();
}

void LiveButton::setPaused(bool paused)
{
    m_isPaused = paused;
    refresh();
    updateGeometry();
    update();
}

void LiveButton::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        updateGeometry();
        refresh();
    }
}

QString LiveButton::word() const
{
    if (m_isFinished)
        return tr("complete");
    if (m_isPaused)
        return tr("paused");
    return m_state.asOf() ? tr("reading") : tr("live");
}

void LiveButton::refresh()
{
    m_isFinished = m_state.live()->connection.state == session::ConnectionState::Finished;
    const QString rate = tr("%1 ev/s").arg(QLocale().toString(qlonglong(std::llround(m_state.live()->eventsPerSecond))));
    if (rate.size() != m_rate.size())
        updateGeometry();
    m_rate = rate;
    setAccessibleName(word() + QStringLiteral(", ") + m_rate);
    setToolTip((m_isPaused ? tr("Go on reading") : tr("Pause reading")) + QStringLiteral(" (Ctrl+Space)") +
               (m_state.asOf() ? QStringLiteral("\n") + tr("The rooms show an earlier moment; reading does not depend on it.") : QString()));
    update();
}

QSize LiveButton::sizeHint() const
{
    const QFontMetrics metrics(Theme::current().monospace());
    // The same for every word: what stands beside it must not move when the clock does.
    int longest = 0;
    for (const QString& each : {tr("complete"), tr("paused"), tr("live"), tr("reading")})
        longest = std::max(longest, metrics.horizontalAdvance(each));
    return {2 * kPadding + kSign + 8 + longest + metrics.horizontalAdvance(QStringLiteral("  ") + m_rate.rightJustified(10)), 26};
}

void LiveButton::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() || underMouse() ? colours.accent : colours.line);
    painter.setBrush(isDown() ? colours.line : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_isPaused ? colours.warning : colours.text);
    const double middle = height() / 2.0;
    if (m_isPaused) {
        painter.drawPolygon(QPolygonF({{kPadding + 1.0, middle - 5}, {kPadding + 9.0, middle}, {kPadding + 1.0, middle + 5}}));
    } else {
        painter.drawRect(QRectF(kPadding + 1, middle - 4.5, 3, 9));
        painter.drawRect(QRectF(kPadding + 6, middle - 4.5, 3, 9));
    }
    painter.setFont(Theme::current().monospace());
    painter.setPen(m_isPaused ? colours.warning : colours.text);
    const QRect room = rect().adjusted(kPadding + kSign + 6, 0, -kPadding, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, word());
    painter.setPen(colours.text);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_rate);
}

} // namespace sagascope::ui
