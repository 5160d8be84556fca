// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaDelegate.h"

#include <QLocale>
#include <QPainter>
#include <QTableView>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/common/StateMark.h"
#include "ui/sagas/SagaListModel.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 12;
constexpr int kCellPadding = 8;
constexpr int kMarkWidth = 16;
constexpr int kDurationWidth = 70;
constexpr int kSampleWidth = 18;

void line(QPainter& painter, const QRect& rect, int which, Qt::Alignment alignment, const QFont& font,
          const QColor& colour, const QString& text, Qt::TextElideMode elide = Qt::ElideRight)
{
    const QRect room(rect.left(), rect.top() + (which == 0 ? 4 : 22), rect.width(), 19);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(room, int(alignment) | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, elide, room.width()));
}

void cell(QPainter& painter, const QRect& rect, Qt::Alignment alignment, const QFont& font, const QColor& colour,
          const QString& text, Qt::TextElideMode elide = Qt::ElideRight)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter), QFontMetrics(font).elidedText(text, elide, rect.width()));
}

QString withSign(const QString& sign, const QString& key)
{
    return sign.isEmpty() ? key : sign + QLatin1Char(' ') + key;
}

/// As edges are drawn: solid, lighter, dotted.
QPen evidencePen(identity::Evidence evidence)
{
    const Palette& colours = Theme::current().palette();
    switch (evidence) {
    case identity::Evidence::Declared: return {colours.text, 2};
    case identity::Evidence::Aliased: return {legibleOn(colours.panel, mix(colours.panel, colours.text, 0.4), kGraphicContrast), 2};
    case identity::Evidence::Inferred: break;
    }
    QPen dotted(colours.muted, 2, Qt::DotLine);
    return dotted;
}

} // namespace

SagaDelegate::SagaDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize SagaDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_areCards ? 280 : 100, m_areCards ? kCardHeight : kRowHeight};
}

void SagaDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const SagaListModel*>(index.model());
    if (model == nullptr)
        return;
    const bool isGroup = model->isGroup(index.row());
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    paintBackground(*painter, option, isGroup);
    if (isGroup)
        paintGroup(*painter, option, *model, index.row());
    else if (m_areCards)
        paintCard(*painter, option.rect.adjusted(kPadding, 0, -kPadding, 0), model->summaryAt(index.row()),
                  model->signOf(model->summaryAt(index.row())));
    else
        paintCell(*painter, option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0), *model, index);
    painter->restore();
}

void SagaDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option, bool isGroup) const
{
    const Palette& colours = Theme::current().palette();
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, mix(colours.panel, colours.accent, 0.18));
    else if (option.state.testFlag(QStyle::State_MouseOver) || isGroup)
        painter.fillRect(option.rect, colours.raised);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.grid);
    // Where the keys go to; the list has no frame of its own.
    const bool takesKeys = option.widget != nullptr && option.widget->hasFocus();
    if (takesKeys && option.state.testFlag(QStyle::State_Selected) && option.rect.left() == 0)
        painter.fillRect(QRect(0, option.rect.top(), 3, option.rect.height()), colours.accent);
}

/// One text over all columns: each cell paints its own part of it.
void SagaDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const SagaListModel& model, int row) const
{
    const Theme& theme = Theme::current();
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const int width = view == nullptr ? option.rect.width() : view->viewport()->width();
    const QRect whole(view == nullptr ? option.rect.left() : 0, option.rect.top(), width, option.rect.height());
    const QRect inner = whole.adjusted(kPadding, 0, -kPadding, 0);
    const QString arrow = model.isCollapsed(row) ? QStringLiteral("▸") : QStringLiteral("▾");
    cell(painter, inner, Qt::AlignLeft, painter.font(), theme.palette().muted, arrow);
    const QString count = QLocale().toString(qulonglong(model.groupSize(row)));
    cell(painter, inner, Qt::AlignRight, theme.monospace(), theme.palette().muted, count);
    const int used = QFontMetrics(theme.monospace()).horizontalAdvance(count) + 12;
    QRect room = inner.adjusted(kMarkWidth, 0, -used, 0);
    if (model.order().grouping == SagaGrouping::State) {
        paintStateMark(painter, QPointF(room.left() + 5, room.center().y() + 0.5), 9,
                       static_cast<saga::SagaState>(model.groupAt(row).rank));
        room.setLeft(room.left() + kMarkWidth);
    }
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    cell(painter, room, Qt::AlignLeft, font, theme.palette().text, model.groupLabel(row));
}

void SagaDelegate::paintCell(QPainter& painter, const QRect& rect, const SagaListModel& model, const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    const saga::SagaSummary& saga = model.summaryAt(index.row());
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (static_cast<SagaColumn>(index.column())) {
    case SagaColumn::Definition: return cell(painter, rect, Qt::AlignLeft, painter.font(), colours.muted, text);
    case SagaColumn::Key: return cell(painter, rect, Qt::AlignLeft, theme.monospace(), colours.text, withSign(model.signOf(saga), text), Qt::ElideMiddle);
    case SagaColumn::State:
        paintStateMark(painter, QPointF(rect.left() + 5, rect.center().y() + 0.5), 9, saga.state);
        return cell(painter, rect.adjusted(kMarkWidth, 0, 0, 0), Qt::AlignLeft, painter.font(),
                    theme.stateColor(saga.state), text);
    case SagaColumn::Started:
    case SagaColumn::LastEvent: return cell(painter, rect, Qt::AlignLeft, theme.monospace(), colours.muted, text);
    case SagaColumn::Duration:
    case SagaColumn::Events: return cell(painter, rect, Qt::AlignRight, theme.monospace(), colours.text, text);
    case SagaColumn::Evidence: return paintEvidence(painter, rect, saga);
    case SagaColumn::Findings:
        if (saga.worstFinding && !text.isEmpty())
            cell(painter, rect, Qt::AlignLeft, painter.font(), theme.severityColor(*saga.worstFinding), QStringLiteral("⚑ ") + text);
        return;
    }
}

void SagaDelegate::paintEvidence(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const
{
    painter.setPen(evidencePen(saga.weakestEvidence));
    const int middle = rect.center().y() + 1;
    painter.drawLine(rect.left(), middle, rect.left() + kSampleWidth, middle);
    cell(painter, rect.adjusted(kSampleWidth + 6, 0, 0, 0), Qt::AlignLeft, painter.font(), Theme::current().palette().muted,
         evidenceLabel(saga.weakestEvidence));
}

void SagaDelegate::paintCard(QPainter& painter, const QRect& inner, const saga::SagaSummary& saga, const QString& sign) const
{
    paintStateMark(painter, QPointF(inner.left() + 5, inner.top() + 14), 9, saga.state);
    const QRect lines = inner.adjusted(kMarkWidth, 0, 0, 0);
    paintFirstLine(painter, lines, saga, sign);
    paintSecondLine(painter, lines, saga);
}

/// Which saga: key, definition, how well it holds together, how long it took.
void SagaDelegate::paintFirstLine(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga, const QString& sign) const
{
    const Theme& theme = Theme::current();
    const QFont plain = painter.font();
    line(painter, rect, 0, Qt::AlignRight, theme.monospace(), theme.palette().text, durationText(session::durationOf(saga)));
    const QRect room = rect.adjusted(0, 0, -kDurationWidth - kSampleWidth - 12, 0);
    const int key = room.width() * 48 / 100;
    line(painter, QRect(room.left(), room.top(), key, room.height()), 0, Qt::AlignLeft, theme.monospace(), theme.palette().text,
         withSign(sign, toQString(saga.key)), Qt::ElideMiddle);
    const QString definition = saga.definition == nullptr ? tr("no definition") : toQString(saga.definition->name);
    line(painter, room.adjusted(key + 8, 0, 0, 0), 0, Qt::AlignLeft, plain, theme.palette().muted, definition);
    painter.setPen(evidencePen(saga.weakestEvidence));
    painter.drawLine(room.right() + 8, rect.top() + 14, room.right() + 8 + kSampleWidth, rect.top() + 14);
}

/// What became of it: state, what went wrong or came last, findings, number of events.
void SagaDelegate::paintSecondLine(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const
{
    const Theme& theme = Theme::current();
    const QFontMetrics metrics(theme.small());
    const QString count = tr("%n event(s)", nullptr, saga.events ? int(saga.events->size()) : 0);
    line(painter, rect, 1, Qt::AlignRight, theme.small(), theme.palette().muted, count);
    QRect room = rect.adjusted(0, 0, -metrics.horizontalAdvance(count) - 8, 0);
    if (saga.findingCount > 0 && saga.worstFinding) {
        const QString findings = QStringLiteral("⚑%1").arg(saga.findingCount);
        line(painter, room, 1, Qt::AlignRight, theme.small(), theme.severityColor(*saga.worstFinding), findings);
        room.adjust(0, 0, -metrics.horizontalAdvance(findings) - 8, 0);
    }
    const QString state = stateLabel(saga.state);
    line(painter, room, 1, Qt::AlignLeft, theme.small(), theme.stateColor(saga.state), state);
    const QString gist = SagaListModel::gist(saga);
    if (!gist.isEmpty())
        line(painter, room.adjusted(metrics.horizontalAdvance(state + QLatin1Char(' ')), 0, 0, 0), 1, Qt::AlignLeft, theme.small(),
             tellingRule(saga.rules) ? theme.palette().text : theme.palette().muted, QStringLiteral("· ") + gist);
}

} // namespace sagascope::ui
