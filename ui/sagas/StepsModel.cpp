// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/StepsModel.h"

#include <QLocale>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/common/StateMark.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kLane = 9;
constexpr int kBarWidth = 36;

QPixmap mark(const StepRow& row)
{
    constexpr qreal kRatio = 2;
    QPixmap pixmap(QSize(14, 14) * kRatio);
    pixmap.setDevicePixelRatio(kRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintRowMark(painter, QPointF(7, 7), row);
    return pixmap;
}

QString shortService(QString service)
{
    return service.replace(QStringLiteral("-service"), QString());
}

QString percent(double share)
{
    const double value = share * 100;
    if (value > 0 && value < 0.1)
        return QStringLiteral("< ") + QLocale().toString(0.1, 'f', 1) + QStringLiteral(" %");
    return QLocale().toString(value, 'f', value < 10 && value > 0 ? 1 : 0) + QStringLiteral(" %");
}

QString sinceText(base::Duration duration)
{
    return duration > base::Duration::zero() ? QStringLiteral("+") + durationText(duration) : durationText(duration);
}

} // namespace

void paintRowMark(QPainter& painter, const QPointF& centre, const StepRow& row)
{
    if (!row.isSideEffect)
        return paintStepMark(painter, centre, 9, row.status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().palette().muted);
    painter.drawEllipse(centre, 2.2, 2.2);
    painter.restore();
}

void StepsModel::setSheet(StepsSheet sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    endResetModel();
}

void StepsModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int StepsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_sheet.rows.size());
}

int StepsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString StepsModel::whenText(const StepRow& row) const
{
    if (row.events.empty())
        return stepStatusLabel(row.status);
    const QString when = row.sinceStart ? sinceText(*row.sinceStart) : QStringLiteral("–");
    return row.events.size() > 1 ? QStringLiteral("×%1  %2").arg(QLocale().toString(qulonglong(row.events.size())), when) : when;
}

QString StepsModel::undoText(int row) const
{
    for (const StepPair& pair : m_sheet.pairs) {
        if (pair.by == row && !pair.isInOrder)
            return tr("too early");
    }
    return m_sheet.rows[std::size_t(row)].isLeft ? tr("never undone") : QString();
}

QString StepsModel::undoSentence(int row) const
{
    for (const StepPair& pair : m_sheet.pairs) {
        const QString undone = m_sheet.rows[std::size_t(pair.undone)].type;
        if (pair.by == row)
            return pair.isInOrder ? tr("undoes %1").arg(undone) : tr("undoes %1, before what came after that was undone").arg(undone);
        if (pair.undone == row)
            return tr("undone by %1").arg(m_sheet.rows[std::size_t(pair.by)].type);
    }
    return undoText(row);
}

QString StepsModel::text(int row, int column) const
{
    const StepRow& step = m_sheet.rows[std::size_t(row)];
    switch (column) {
    case Step: return step.isCurrent ? QStringLiteral("▸ ") + step.type : step.type;
    case Service: return shortService(step.service);
    case At: return whenText(step);
    case After:
        if (!step.waited)
            return {};
        return step.isAwaited ? tr("%1 since %2").arg(durationText(*step.waited), step.after)
                              : tr("%1 after %2").arg(durationText(*step.waited), step.after);
    case Limit: return step.limitUsed ? percent(*step.limitUsed) : QString();
    case Undo: return undoText(row);
    default:
        return step.others ? tr("%1 of %2").arg(percent(step.others->standing.quicker), QLocale().toString(qulonglong(step.others->standing.others)))
                           : QString();
    }
}

QString StepsModel::tip(int row, int column) const
{
    const StepRow& step = m_sheet.rows[std::size_t(row)];
    if (column == Others && step.others)
        return tr("Slower than %1 of %2 other sagas from %3 to %4. They usually take %5, and 95 % of them at most %6.")
            .arg(percent(step.others->standing.quicker), QLocale().toString(qulonglong(step.others->standing.others)), step.others->from, step.type, durationText(step.others->median), durationText(step.others->p95));
    if (column == Limit && step.limitUsed)
        return step.isAwaited ? tr("Expected within %1 of %2; the time is running.").arg(durationText(step.limit), step.after)
                              : tr("Expected within %1 of %2.").arg(durationText(step.limit), step.after);
    if (column == Undo)
        return undoSentence(row);
    if (step.isSideEffect)
        return tr("%1 · no step of the definition").arg(step.type);
    QString tip = QStringLiteral("%1 · %2 · %3").arg(step.name, step.type, stepStatusLabel(step.status));
    if (step.isCurrent)
        tip += u'\n' + tr("The saga is at this step.");
    return tip;
}

QColor StepsModel::colour(int row, int column) const
{
    const StepRow& step = m_sheet.rows[std::size_t(row)];
    const Palette& colours = Theme::current().palette();
    if (column == Step)
        return step.isCurrent ? colours.accent : step.events.empty() || step.isSideEffect ? colours.muted : colours.text;
    if (column == Limit && step.limitUsed)
        return *step.limitUsed >= 1 ? colours.danger : *step.limitUsed >= 0.8 ? colours.warning : colours.muted;
    if (column == Undo) {
        const bool isEarly = std::any_of(m_sheet.pairs.begin(), m_sheet.pairs.end(), [row](const StepPair& pair) { return pair.by == row && !pair.isInOrder; });
        return step.isLeft ? colours.danger : isEarly ? colours.warning : colours.muted;
    }
    if (column == Others && step.others && step.others->standing.quicker >= 0.95)
        return colours.warning;
    return colours.muted;
}

QVariant StepsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isNumber = index.column() == At || index.column() == Limit;
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::DecorationRole: return index.column() == Step ? mark(m_sheet.rows[std::size_t(index.row())]) : QVariant();
    case Qt::ForegroundRole: return colour(index.row(), index.column());
    case Qt::FontRole: return isNumber ? Theme::current().monospace() : QVariant();
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (index.column() == At ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole: return tip(index.row(), index.column());
    case Qt::AccessibleTextRole: {
        const QString value = index.column() == Undo ? undoSentence(index.row()) : text(index.row(), index.column());
        if (index.column() == Step)
            return QStringLiteral("%1, %2").arg(value, stepStatusLabel(m_sheet.rows[std::size_t(index.row())].status));
        return value.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), value);
    }
    default: return {};
    }
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == At ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step: return tr("Step");
    case Service: return tr("Service");
    case At: return tr("When");
    case After: return tr("Waited");
    case Limit: return tr("Limit used");
    case Undo: return tr("Undoes");
    default: return tr("Slower than");
    }
}

int StepsDelegate::bracketWidth(const StepsSheet& sheet)
{
    return sheet.laneCount == 0 ? 0 : sheet.laneCount * kLane + 10;
}

QSize StepsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const StepsSheet& sheet = static_cast<const StepsModel*>(index.model())->sheet();
    if (index.column() == StepsModel::Undo)
        size.rwidth() += bracketWidth(sheet);
    if (index.column() == StepsModel::Limit && sheet.rows[std::size_t(index.row())].limitUsed)
        size.rwidth() += kBarWidth + 8;
    return size;
}

void StepsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const StepsSheet& sheet = static_cast<const StepsModel*>(index.model())->sheet();
    const StepRow& row = sheet.rows[std::size_t(index.row())];
    const bool isLimit = index.column() == StepsModel::Limit && row.limitUsed;
    const int room = isLimit ? kBarWidth + 8 : index.column() == StepsModel::Undo ? bracketWidth(sheet) : 0;
    if (room == 0)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem rest = option;
    initStyleOption(&rest, index);
    // The background belongs to the whole cell, the text beside what is drawn.
    QStyleOptionViewItem blank = rest;
    blank.text.clear();
    const QStyle* style = rest.widget ? rest.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &blank, painter, rest.widget);
    rest.rect.adjust(room, 0, 0, 0);
    rest.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
    rest.backgroundBrush = {};
    style->drawControl(QStyle::CE_ItemViewItem, &rest, painter, rest.widget);
    painter->save();
    const QRectF cell(option.rect.left() + 4, option.rect.top(), room - 4, option.rect.height());
    if (isLimit)
        paintLimit(*painter, cell, row);
    else
        paintBrackets(*painter, cell, sheet, index.row());
    painter->restore();
}

void StepsDelegate::paintLimit(QPainter& painter, const QRectF& cell, const StepRow& row)
{
    const Palette& colours = Theme::current().palette();
    const QRectF bar(cell.left(), cell.center().y() - 3, kBarWidth, 6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(bar, 3, 3);
    painter.setBrush(*row.limitUsed >= 1 ? colours.danger : *row.limitUsed >= 0.8 ? colours.warning : colours.accent);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(2.0, bar.width() * std::min(1.0, *row.limitUsed)), bar.height())), 3, 3);
}

// As a commit graph: each row draws its part of every bracket that passes it; the tip points at what is undone.
void StepsDelegate::paintBrackets(QPainter& painter, const QRectF& cell, const StepsSheet& sheet, int row)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double right = cell.left() + sheet.laneCount * kLane + 2;
    const double middle = cell.center().y();
    for (const StepPair& pair : sheet.pairs) {
        const int top = std::min(pair.undone, pair.by);
        const int bottom = std::max(pair.undone, pair.by);
        if (row < top || row > bottom)
            continue;
        const QColor colour = pair.isInOrder ? Theme::current().stateColor(saga::SagaState::Compensated) : Theme::current().palette().danger;
        const double x = right - kLane * (pair.lane + 1);
        painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawLine(QPointF(x, row == top ? middle : cell.top()), QPointF(x, row == bottom ? middle : cell.bottom() + 1));
        if (row == top || row == bottom)
            painter.drawLine(QPointF(x, middle), QPointF(right, middle));
        if (row != pair.undone)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF{{right + 4, middle}, {right - 1, middle - 3.5}, {right - 1, middle + 3.5}});
    }
}

} // namespace sagascope::ui
