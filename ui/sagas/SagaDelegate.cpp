// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaDelegate.h"

#include <QPainter>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/common/StateMark.h"
#include "ui/sagas/SagaListModel.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 12;
constexpr int kMarkWidth = 16;
constexpr int kRightWidth = 114;

void line(QPainter& painter, const QRect& rect, int which, Qt::Alignment alignment, const QFont& font,
          const QColor& colour, const QString& text, Qt::TextElideMode elide = Qt::ElideRight)
{
    const QRect room(rect.left(), rect.top() + (which == 0 ? 4 : 22), rect.width(), 19);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(room, int(alignment) | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, elide, room.width()));
}

} // namespace

QSize SagaDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {280, kHeight};
}

void SagaDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const SagaListModel*>(index.model());
    if (model == nullptr)
        return;
    const Palette& colours = Theme::current().palette();
    const saga::SagaSummary& saga = model->summaryAt(index.row());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, mix(colours.panel, colours.accent, 0.18));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colours.raised);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.grid);

    const QRect inner = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const int flexible = inner.width() - kMarkWidth - kRightWidth - 16;
    const int left = flexible * 55 / 100;
    paintStateMark(*painter, QPointF(inner.left() + 5, inner.top() + 14), 9, saga.state);
    paintLeft(*painter, QRect(inner.left() + kMarkWidth, inner.top(), left, kHeight), saga);
    paintMiddle(*painter, QRect(inner.left() + kMarkWidth + left + 8, inner.top(), flexible - left, kHeight), saga);
    paintRight(*painter, QRect(inner.right() - kRightWidth, inner.top(), kRightWidth, kHeight), saga);
    painter->restore();
}

void SagaDelegate::paintLeft(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const
{
    const Theme& theme = Theme::current();
    line(painter, rect, 0, Qt::AlignLeft, theme.monospace(), theme.palette().text, toQString(saga.key), Qt::ElideMiddle);
    line(painter, rect, 1, Qt::AlignLeft, theme.small(), theme.palette().muted, toQString(saga.caption));
}

void SagaDelegate::paintMiddle(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const
{
    const Theme& theme = Theme::current();
    const QString definition = saga.definition == nullptr ? tr("no definition") : toQString(saga.definition->name);
    line(painter, rect, 0, Qt::AlignLeft, painter.font(), theme.palette().muted, definition);
    const QString state = stateLabel(saga.state);
    line(painter, rect, 1, Qt::AlignLeft, theme.small(), theme.stateColor(saga.state), state);
    const int used = QFontMetrics(theme.small()).horizontalAdvance(state + QLatin1Char(' '));
    // Declared is the rule; what rests on less says so.
    if (saga.weakestEvidence != identity::Evidence::Declared)
        line(painter, rect.adjusted(used, 0, 0, 0), 1, Qt::AlignLeft, theme.small(), theme.palette().muted,
             QStringLiteral("· ") + evidenceLabel(saga.weakestEvidence));
}

void SagaDelegate::paintRight(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const
{
    const Theme& theme = Theme::current();
    line(painter, rect, 0, Qt::AlignRight, theme.monospace(), theme.palette().text, durationText(durationOf(saga)));
    const int events = saga.events ? int(saga.events->size()) : 0;
    const QString count = tr("%n event(s)", nullptr, events);
    line(painter, rect, 1, Qt::AlignRight, theme.small(), theme.palette().muted, count);
    if (saga.findingCount == 0 || !saga.worstFinding)
        return;
    const int used = QFontMetrics(theme.small()).horizontalAdvance(count) + 8;
    line(painter, rect.adjusted(0, 0, -used, 0), 1, Qt::AlignRight, theme.small(), theme.severityColor(*saga.worstFinding),
         QStringLiteral("⚑%1").arg(saga.findingCount));
}

} // namespace sagascope::ui
