// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventTableHeader.h"

#include <QPainter>

namespace sagascope::ui {

EventTableHeader::EventTableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

void EventTableHeader::setIndent(int pixels)
{
    m_indent = pixels;
    viewport()->update();
}

QList<int> EventTableHeader::shownSections() const
{
    QList<int> sections;
    for (int place = 0; place < count(); ++place)
        if (const int section = logicalIndex(place); !isSectionHidden(section))
            sections << section;
    return sections;
}

void EventTableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (m_indent == 0 || shownSections().value(0, -1) != logicalIndex) {
        QHeaderView::paintSection(painter, rect, logicalIndex);
        return;
    }
    QStyleOptionHeader bare; // the strip before the title goes on as the section does
    initStyleOption(&bare);
    bare.rect = QRect(rect.topLeft(), QSize(m_indent, rect.height()));
    style()->drawControl(QStyle::CE_HeaderSection, &bare, painter, this);
    QHeaderView::paintSection(painter, rect.adjusted(m_indent, 0, 0, 0), logicalIndex);
}

} // namespace sagascope::ui
