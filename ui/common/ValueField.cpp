// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ValueField.h"

#include <QPainter>

namespace sagascope::ui {

ValueField::ValueField(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("value"));
    setReadOnly(true);
    setFrame(false);
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ValueField::setValue(const QString& value)
{
    if (value == text())
        return;
    setText(value);
    setCursorPosition(0);
    setToolTip(value);
    updateGeometry();
}

/// What has no room ends in an ellipsis; with the focus it scrolls, as it must for whoever selects in it.
void ValueField::paintEvent(QPaintEvent* event)
{
    constexpr int kMargin = 2; // as a line edit has it
    const int room = width() - 2 * kMargin;
    if (hasFocus() || fontMetrics().horizontalAdvance(text()) <= room)
        return QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter.drawText(rect().adjusted(kMargin, 0, -kMargin, 0), Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, room));
}

QSize ValueField::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 8, fontMetrics().height() + 2};
}

QSize ValueField::minimumSizeHint() const
{
    return {40, fontMetrics().height() + 2};
}

} // namespace sagascope::ui
