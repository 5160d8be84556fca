// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/EventTypeDelegate.h"

#include <QPainter>

#include "ui/compose/EventTypeModel.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kRowHeight = 24;
constexpr int kHeadingHeight = 30;
constexpr int kIndent = 26;

} // namespace

QSize EventTypeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {160, index.data(EventTypeModel::IsHeadingRole).toBool() ? kHeadingHeight : kRowHeight};
}

void EventTypeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Palette& colours = Theme::current().palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(EventTypeModel::IsHeadingRole).toBool()) {
        paintHeading(*painter, option.rect, index.data().toString());
    } else {
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, mix(colours.panel, colours.accent, 0.18));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, colours.raised);
        paintType(*painter, option.rect, index);
    }
    painter->restore();
}

void EventTypeDelegate::paintHeading(QPainter& painter, const QRect& rect, const QString& domain) const
{
    const Theme& theme = Theme::current();
    const QPointF centre(rect.left() + 15, rect.center().y() + 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.domainColor(domain));
    painter.drawEllipse(centre, 4, 4);
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.palette().muted);
    painter.drawText(rect.adjusted(kIndent, 5, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, domain);
}

void EventTypeDelegate::paintType(QPainter& painter, const QRect& rect, const QModelIndex& index) const
{
    const Palette& colours = Theme::current().palette();
    const bool isUnknown = index.data(EventTypeModel::IsUnknownRole).toBool();
    const QString type = index.data().toString();
    const QString domain = index.data(EventTypeModel::DomainRole).toString() + QLatin1Char('.');
    const QString prefix = type.startsWith(domain) && !isUnknown ? domain : QString();
    QRect room = rect.adjusted(kIndent, 0, -8, 0);
    const QFontMetrics metrics(painter.font());
    painter.setPen(colours.muted);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, prefix);
    room.setLeft(room.left() + metrics.horizontalAdvance(prefix));
    const bool isLive = index.data(EventTypeModel::IsLiveRole).toBool();
    painter.setPen(isUnknown ? colours.accent : isLive ? colours.text : colours.muted);
    const QString name = isUnknown ? tr("Use “%1”").arg(type) : type.mid(prefix.size());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(name, Qt::ElideMiddle, room.width()));
}

} // namespace sagascope::ui
