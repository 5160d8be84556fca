// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TransportButton.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr double kTall = 10; ///< of the sign; its middle is the origin

void addBar(QPainterPath& path, double x)
{
    path.addRect(QRectF(x, -kTall / 2, 2, kTall));
}

/// Points to the right of x where `way` is 1, to the left where it is -1.
void addTriangle(QPainterPath& path, double x, double way)
{
    path.addPolygon(QPolygonF({{x, -kTall / 2}, {x + way * 8, 0}, {x, kTall / 2}}));
    path.closeSubpath();
}

QPainterPath pathOf(TransportButton::Sign sign)
{
    using Sign = TransportButton::Sign;
    QPainterPath path;
    switch (sign) {
    case Sign::Start:
        addBar(path, -8);
        addTriangle(path, 2, -1);
        addTriangle(path, 9, -1);
        break;
    case Sign::Back:
        addBar(path, -6);
        addTriangle(path, 5, -1);
        break;
    case Sign::Play: addTriangle(path, -3.5, 1); break;
    case Sign::Pause:
        addBar(path, -4);
        addBar(path, 2);
        break;
    case Sign::Forward:
        addBar(path, 4);
        addTriangle(path, -5, 1);
        break;
    case Sign::End:
        addBar(path, 6);
        addTriangle(path, -2, 1);
        addTriangle(path, -9, 1);
        break;
    }
    return path;
}

} // namespace

TransportButton::TransportButton(Sign sign, QWidget* parent) : QToolButton(parent), m_sign(sign)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void TransportButton::setSign(Sign sign)
{
    m_sign = sign;
    update();
}

void TransportButton::setWords(const QString& words, const QString& keys)
{
    setAccessibleName(words);
    setToolTip(QStringLiteral("%1 (%2)").arg(words, keys));
}

void TransportButton::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isEnabled() && (hasFocus() || underMouse()) ? colours.accent : colours.line);
    painter.setBrush(isDown() ? colours.line : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.translate(QRectF(rect()).center());
    painter.fillPath(pathOf(m_sign), isEnabled() ? colours.text : mix(colours.panel, colours.muted, 0.6));
}

} // namespace sagascope::ui
