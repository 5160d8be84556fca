// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TwoLineDelegate.h"

#include <QPainter>

#include <utility>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kTall = 42;
constexpr int kMargin = 10;
constexpr int kDotRoom = 14;

void drawDot(QPainter* painter, const QColor& colour, qreal x, qreal y)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->drawEllipse(QPointF(x, y), 4, 4);
}

} // namespace

TwoLineDelegate::TwoLineDelegate(int secondLineRole, QObject* parent)
    : QStyledItemDelegate(parent), m_secondLineRole(secondLineRole)
{
}

void TwoLineDelegate::setDots(Dot before, Dot behind)
{
    m_before = std::move(before);
    m_behind = std::move(behind);
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, kTall};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    item.text.clear();
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const Palette& colours = Theme::current().palette();
    QRect place = option.rect.adjusted(kMargin, 4, -kMargin, -4);
    if (const QColor before = m_before ? m_before(index) : QColor(); before.isValid()) {
        drawDot(painter, before, place.left() + 4, place.top() + 9);
        place.setLeft(place.left() + kDotRoom);
    }
    if (const QColor behind = m_behind ? m_behind(index) : QColor(); behind.isValid()) {
        drawDot(painter, behind, place.right() - 3, place.top() + 9);
        place.setRight(place.right() - kDotRoom);
    }
    painter->setPen(colours.text);
    painter->setFont(option.font);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignTop,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    painter->setPen(colours.muted);
    painter->setFont(Theme::current().small());
    painter->drawText(place, Qt::AlignLeft | Qt::AlignBottom,
                      QFontMetrics(painter->font()).elidedText(index.data(m_secondLineRole).toString(), Qt::ElideRight, place.width()));
}

} // namespace sagascope::ui
