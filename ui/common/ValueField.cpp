// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ValueField.h"

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
    setToolTip(value.size() > 40 ? value : QString());
    updateGeometry();
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
