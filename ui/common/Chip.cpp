// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Chip.h"

#include <QLocale>
#include <QPainter>

#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 7;
constexpr int kDot = 8;
constexpr int kSpace = 6;
constexpr int kHeight = 24;

} // namespace

Chip::Chip(const QString& text, std::function<QColor()> dot, QWidget* parent)
    : QAbstractButton(parent), m_dot(std::move(dot))
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void Chip::setCount(qint64 count)
{
    if (count == m_count)
        return;
    const auto before = countText().size();
    m_count = count;
    if (countText().size() != before)
        updateGeometry();
    update();
}

QString Chip::countText() const
{
    return m_count < 0 ? QString() : QLocale().toString(m_count);
}

QSize Chip::sizeHint() const
{
    int width = 2 * kPadding + fontMetrics().horizontalAdvance(text());
    if (m_dot)
        width += kDot + kSpace;
    if (m_count >= 0)
        width += kSpace + QFontMetrics(Theme::current().monospace()).horizontalAdvance(countText());
    return {width, kHeight};
}

void Chip::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Chip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    QColor fill = isChecked() ? mix(colours.panel, colours.accent, 0.18) : colours.raised;
    if (underMouse())
        fill = mix(fill, colours.text, 0.06);
    painter.setPen(isChecked() || hasFocus() ? colours.accent : colours.line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    int x = kPadding;
    if (m_dot) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_dot());
        painter.drawEllipse(QRectF(x, (height() - kDot) / 2.0, kDot, kDot));
        x += kDot + kSpace;
    }
    painter.setPen(colours.text);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count >= 0) {
        painter.setFont(theme.monospace());
        painter.setPen(colours.muted);
        painter.drawText(rect().adjusted(0, 0, -kPadding, 0), Qt::AlignVCenter | Qt::AlignRight, countText());
    }
}

} // namespace sagascope::ui
