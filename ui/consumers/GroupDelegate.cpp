// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/GroupDelegate.h"

#include <QPainter>

#include "ui/common/CodeText.h"
#include "ui/consumers/GroupModels.h"
#include "ui/consumers/VerdictText.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 12;
constexpr int kMarkWidth = 16;
constexpr int kHeight = 46;
constexpr double kMarkSize = 9;

QColor backgroundOf(const QStyleOptionViewItem& option)
{
    const Palette& colours = Theme::current().palette();
    if (option.state.testFlag(QStyle::State_Selected))
        return mix(colours.panel, colours.accent, 0.18);
    return option.state.testFlag(QStyle::State_MouseOver) ? colours.raised : colours.panel;
}

/// One line of text; returns the room that is left of it, or right of it.
QRect putText(QPainter& painter, const QRect& room, Qt::Alignment side, const QFont& font, const QColor& colour, const QString& text)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, side == Qt::AlignLeft ? Qt::ElideMiddle : Qt::ElideRight, room.width());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(room, int(side | Qt::AlignVCenter), shown);
    const int used = metrics.horizontalAdvance(shown) + 8;
    return side == Qt::AlignLeft ? room.adjusted(used, 0, 0, 0) : room.adjusted(0, 0, -used, 0);
}

} // namespace

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {240, kHeight};
}

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const GroupModel*>(index.model());
    if (model == nullptr)
        return;
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    const metrics::GroupStanding& group = model->groupAt(index.row());
    painter->save();
    painter->fillRect(option.rect, backgroundOf(option));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.grid);
    if (option.widget != nullptr && option.widget->hasFocus() && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colours.accent);
    const QRect inner = option.rect.adjusted(kPadding, 5, -kPadding, -5);
    const QRect lines = inner.adjusted(kMarkWidth, 0, 0, 0);
    QRect first(lines.left(), lines.top(), lines.width(), lines.height() / 2);
    QRect second = first.translated(0, lines.height() / 2);
    paintVerdictMark(*painter, QPointF(inner.left() + 5, first.center().y() + 0.5), kMarkSize, group.verdict);
    first = putText(*painter, first, Qt::AlignRight, theme.monospace(), colours.text, lagText(group.lag));
    const bool isThere = group.reading->state == metrics::GroupState::Known;
    putText(*painter, first, Qt::AlignLeft, option.font, isThere ? colours.text : colours.muted, toQString(group.reading->group));
    second = putText(*painter, second, Qt::AlignRight, theme.small(), colours.muted, ageText(group.lagMs));
    if (isThere)
        second = putText(*painter, second, Qt::AlignLeft, theme.small(), verdictColor(group.verdict), verdictLabel(group.verdict));
    putText(*painter, second, Qt::AlignLeft, theme.small(), colours.muted, presenceText(*group.reading));
    painter->restore();
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const MatrixModel*>(index.model());
    const auto* partition = model ? model->at(index) : nullptr;
    if (partition == nullptr)
        return QStyledItemDelegate::paint(painter, option, index);
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    const double heat = model->heatAt(index);
    const QColor ground = heat > 0 ? mix(colours.panel, verdictColor(partition->judgement.verdict), 0.10 + 0.25 * heat) : colours.panel;
    painter->save();
    painter->fillRect(option.rect.adjusted(1, 1, -1, -1), ground);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    paintVerdictMark(*painter, QPointF(option.rect.left() + 12, option.rect.center().y() + 0.5), kMarkSize - 2, partition->judgement.verdict);
    const QColor ink = heat > 0 ? legibleOn(ground, colours.text, kTextContrast) : colours.muted;
    putText(*painter, option.rect.adjusted(22, 0, -8, 0), Qt::AlignRight, theme.monospace(), ink, index.data().toString());
    painter->restore();
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(kMarkWidth, 0);
}

void VerdictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const PartitionModel*>(index.model());
    const auto* partition = model ? model->at(index.row()) : nullptr;
    if (partition == nullptr)
        return QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    painter->fillRect(option.rect, backgroundOf(option));
    paintVerdictMark(*painter, QPointF(option.rect.left() + 13, option.rect.center().y() + 0.5), kMarkSize, partition->judgement.verdict);
    putText(*painter, option.rect.adjusted(8 + kMarkWidth, 0, -4, 0), Qt::AlignLeft, option.font,
            verdictColor(partition->judgement.verdict), index.data().toString());
    painter->restore();
}

} // namespace sagascope::ui
