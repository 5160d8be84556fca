// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/QueryEdit.h"

#include <QPainter>

#include <algorithm>

#include "ui/theme/Theme.h"

namespace sagascope::ui {

qsizetype letterAt(const QString& text, std::size_t byte)
{
    return QString::fromUtf8(text.toUtf8().left(qsizetype(byte))).size();
}

QueryEdit::QueryEdit(QWidget* parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &QueryEdit::read);
}

void QueryEdit::read()
{
    m_error = isQuery() ? session::parseQuery(text().toStdString()).error : std::nullopt;
    update();
}

void QueryEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!m_error)
        return;
    QPainter painter(this);
    // The text may be scrolled: its place is known at the cursor, and the rest follows from the widths of letters.
    const QFontMetricsF metrics(font());
    const auto advance = [&](qsizetype letters) { return metrics.horizontalAdvance(text().left(letters)); };
    const qsizetype from = letterAt(text(), m_error->span.position);
    const qsizetype to = letterAt(text(), m_error->span.position + m_error->span.length);
    const double origin = cursorRect().center().x() - advance(cursorPosition());
    const double y = cursorRect().bottom() + 1;
    painter.setPen(QPen(Theme::current().palette().danger, 2));
    painter.drawLine(QPointF(std::max(origin + advance(from), 6.0), y), QPointF(std::min(origin + advance(to), width() - 6.0), y));
}

} // namespace sagascope::ui
