// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/FactDelegate.h"

#include <QPainter>

#include "ui/common/StateMark.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kPillPadding = 5;
constexpr int kPillGap = 4;
constexpr int kMark = 9; ///< of a failure or a compensation, and of a state

const FactRow* rowOf(const QModelIndex& index)
{
    const auto* model = qobject_cast<const FactModel*>(index.model());
    return model ? &model->row(index.row()) : nullptr;
}

/// A cross for what fails the saga, an arrow back for what undoes a step: nobody needs the colour to tell.
QString markOf(catalog::StepRole role)
{
    switch (role) {
    case catalog::StepRole::Step: return {};
    case catalog::StepRole::Failure: return QStringLiteral("✕ ");
    case catalog::StepRole::Compensation: return QStringLiteral("↩ ");
    }
    return {};
}

int widthOf(const StepPill& pill, const QFontMetrics& metrics)
{
    return metrics.horizontalAdvance(markOf(pill.role) + pill.text) + 2 * kPillPadding;
}

/// How wide a word may be so that all of them fit beside one another; short ones keep their width. What fails and what
/// undoes must be seen before the ends of long names.
int widthThatFits(const std::vector<StepPill>& pills, int room, const QFontMetrics& metrics)
{
    constexpr int kLeast = 40;
    int most = kLeast;
    for (const StepPill& pill : pills)
        most = std::max(most, widthOf(pill, metrics));
    for (; most > kLeast; most -= 2) {
        int needed = -kPillGap;
        for (const StepPill& pill : pills)
            needed += std::min(most, widthOf(pill, metrics)) + kPillGap;
        if (needed <= room)
            break;
    }
    return most;
}

} // namespace

void FactDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const FactRow* row = rowOf(index);
    const bool hasPills = row && index.column() == 0 && !row->pills.empty();
    const bool hasShare = row && index.column() == m_stateColumn + 1 && row->share;
    const bool hasState = row && index.column() == m_stateColumn && row->state;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (hasPills || hasState)
        cell.text.clear();
    if (row && row->tone == FactRow::Tone::Heading)
        cell.font = Theme::current().small();
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
    if (hasShare)
        paintShare(*painter, option.rect, *row->share);
    if (hasPills)
        paintPills(*painter, option.rect.adjusted(kPadding, 0, -kPadding, 0), row->pills);
    if (hasState)
        paintState(*painter, option.rect.adjusted(kPadding, 0, -kPadding, 0), *row->state, index.data().toString());
}

QSize FactDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + (index.column() == m_stateColumn ? kMark + 10 : 4), Theme::kRowHeight};
}

void FactDelegate::paintPills(QPainter& painter, const QRect& room, const std::vector<StepPill>& pills)
{
    const Theme& theme = Theme::current();
    painter.save();
    painter.setClipRect(room);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.small());
    const QFontMetrics metrics(theme.small());
    const int most = widthThatFits(pills, room.width(), metrics);
    const int rest = metrics.horizontalAdvance(QStringLiteral(" +99"));
    int x = room.left();
    for (std::size_t i = 0; i < pills.size(); ++i) {
        const int width = std::min(most, widthOf(pills[i], metrics));
        const QString whole = markOf(pills[i].role) + pills[i].text;
        // Asked to elide to its very width, a text may lose letters to rounding.
        const QString text = width == widthOf(pills[i], metrics) ? whole : metrics.elidedText(whole, Qt::ElideRight, width - 2 * kPillPadding);
        const bool isLast = i + 1 == pills.size();
        if (i > 0 && x + width > room.right() + 1 - (isLast ? 0 : rest)) {
            painter.setPen(theme.palette().muted);
            painter.drawText(QRect(x, room.top(), room.right() - x, room.height()), int(Qt::AlignVCenter),
                             QStringLiteral("+%1").arg(pills.size() - i));
            break;
        }
        const QColor colour = theme.domainColor(pills[i].domain);
        const QRectF pill(x, room.center().y() - 8.5, width, 18);
        painter.setPen(QPen(mix(theme.palette().panel, colour, 0.55), 1));
        painter.setBrush(mix(theme.palette().panel, colour, 0.16));
        painter.drawRoundedRect(pill, 4, 4);
        painter.setPen(pills[i].role == catalog::StepRole::Failure ? theme.palette().danger : theme.palette().text);
        painter.drawText(pill, int(Qt::AlignCenter), text);
        x += width + kPillGap;
    }
    painter.restore();
}

void FactDelegate::paintShare(QPainter& painter, const QRect& room, double share)
{
    const Palette& colours = Theme::current().palette();
    const QRectF bar(room.left() + 4, room.bottom() - 4, std::max(1.0, (room.width() - 8) * share), 2);
    painter.fillRect(QRectF(room.left() + 4, room.bottom() - 4, room.width() - 8, 2), colours.grid);
    painter.fillRect(bar, colours.accent);
}

void FactDelegate::paintState(QPainter& painter, const QRect& room, saga::SagaState state, const QString& text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintStateMark(painter, QPointF(room.left() + kMark / 2.0, room.center().y() + 0.5), kMark, state);
    painter.setPen(Theme::current().stateColor(state));
    painter.setFont(Theme::current().small());
    const QRect rest = room.adjusted(kMark + 6, 0, 0, 0);
    painter.drawText(rest, int(Qt::AlignVCenter | Qt::AlignLeft),
                     QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rest.width()));
    painter.restore();
}

} // namespace sagascope::ui
