// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventRowDelegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include "ui/common/SeverityMark.h"
#include "ui/events/EventTableModel.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kDot = 7;

void drawDot(QPainter* painter, const QPointF& centre, const QColor& colour)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawEllipse(centre, kDot / 2.0, kDot / 2.0);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

EventRowDelegate::EventRowDelegate(QObject* parent) : QStyledItemDelegate(parent)
{
    readTheme();
    connect(&Theme::current(), &Theme::changed, this, &EventRowDelegate::readTheme);
}

void EventRowDelegate::readTheme()
{
    m_text.setFonts(QApplication::font(), Theme::current().monospace());
    m_small = Theme::current().small();
}

QSize EventRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, kRowHeight};
}

void EventRowDelegate::paintBackground(QPainter* painter, const QStyleOptionViewItem& option, int rule, int colour) const
{
    const Palette& colours = Theme::current().palette();
    const bool isLit = m_pointer && option.rect.top() <= *m_pointer && *m_pointer <= option.rect.bottom();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, mix(colours.panel, colours.accent, 0.18));
    else if (rule >= 0)
        painter->fillRect(option.rect, mix(highlightTint(colours, colour), colours.text, isLit ? 0.06 : 0));
    else if (isLit)
        painter->fillRect(option.rect, mix(colours.raised, colours.text, 0.06)); // as the style sheet's @hover
    painter->setPen(colours.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void EventRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int column = index.column();
    const QVariant highlight = index.data(EventTableModel::HighlightRole);
    const int rule = highlight.isNull() ? -1 : highlight.toInt();
    const int colour = rule < 0 ? 0 : static_cast<const EventTableModel*>(index.model())->highlights()[std::size_t(rule)].colour;
    paintBackground(painter, option, rule, colour);
    const Palette& colours = Theme::current().palette();
    QRect cell = option.rect.adjusted(kPadding, 0, -kPadding, -1);
    if (m_hasDigits && isFirst(option, column)) {
        if (rule >= 0)
            paintDigit(painter, option.rect, rule, colour);
        cell.setLeft(cell.left() + kDigit);
    }
    switch (column) {
    case EventTableModel::Topic:
        return paintTopic(painter, cell, index);
    case EventTableModel::Saga:
        return paintSaga(painter, cell, index);
    case EventTableModel::Findings:
        return paintFindings(painter, cell, index);
    case EventTableModel::Marks:
        return paintMarks(painter, cell, index);
    default:
        break;
    }
    const bool isWord = column == EventTableModel::Type || column == EventTableModel::Source;
    const bool isMuted = column == EventTableModel::Partition || column == EventTableModel::Offset ||
                         column == EventTableModel::Source || column == EventTableModel::Size ||
                         column == EventTableModel::Delay || column == EventTableModel::Lateness;
    painter->setPen(isMuted ? colours.muted : colours.text);
    const QString text = index.data().toString();
    if (isWord)
        m_text.drawWords(painter, cell, text);
    else
        m_text.drawMonospace(painter, cell, text, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask);
}

bool EventRowDelegate::isFirst(const QStyleOptionViewItem& option, int column) const
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const QHeaderView* header = table != nullptr ? table->horizontalHeader() : nullptr;
    for (int place = 0; header != nullptr && place < header->count(); ++place)
        if (const int first = header->logicalIndex(place); !header->isSectionHidden(first))
            return first == column;
    return false;
}

// The digit says in print and to every eye which rule it is; the colour only says it faster.
void EventRowDelegate::paintDigit(QPainter* painter, const QRect& row, int rule, int colour) const
{
    const QRectF tag(row.left() + 3, row.center().y() - 7, kDigit, 15);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(highlightColour(colour));
    painter->drawRoundedRect(tag, 3, 3);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(m_small);
    painter->setPen(highlightInk(colour));
    painter->drawText(tag, Qt::AlignCenter, QString::number(rule + 1));
}

// The prefix is the same on every topic: it stays readable and out of the way.
void EventRowDelegate::paintTopic(QPainter* painter, const QRect& cell, const QModelIndex& index) const
{
    static const QString kPrefix = QStringLiteral("dreamscape.");
    const Palette& colours = Theme::current().palette();
    drawDot(painter, {cell.left() + kDot / 2.0, cell.center().y() + 0.5},
            Theme::current().domainColor(index.data(EventTableModel::DomainRole).toString()));
    QRect rest = cell.adjusted(kDot + 6, 0, 0, 0);
    QString topic = index.data().toString();
    if (topic.startsWith(kPrefix)) {
        painter->setPen(colours.muted);
        rest.setLeft(rest.left() + int(std::ceil(m_text.drawWords(painter, rest, kPrefix))));
        topic = topic.mid(kPrefix.size());
    }
    painter->setPen(colours.text);
    m_text.drawWords(painter, rest, topic);
}

void EventRowDelegate::paintSaga(QPainter* painter, const QRect& cell, const QModelIndex& index) const
{
    const QVariant state = index.data(EventTableModel::StateRole);
    if (!state.isValid())
        return;
    drawDot(painter, {cell.left() + kDot / 2.0, cell.center().y() + 0.5},
            Theme::current().stateColor(saga::SagaState(state.toInt())));
    painter->setPen(Theme::current().palette().text);
    m_text.drawMonospace(painter, cell.adjusted(kDot + 6, 0, 0, 0), index.data().toString(), Qt::AlignLeft);
}

void EventRowDelegate::paintFindings(QPainter* painter, const QRect& cell, const QModelIndex& index) const
{
    const QVariant severity = index.data(EventTableModel::SeverityRole);
    if (!severity.isValid())
        return;
    const auto level = base::Severity(severity.toInt());
    painter->setPen(Theme::current().palette().text);
    const QString count = index.data().toString();
    m_text.drawMonospace(painter, cell, count, Qt::AlignRight);
    const double x = cell.right() - m_text.monospaceWidth(count) - 10;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(severityShape(level, {x, cell.center().y() + 0.5}), Theme::current().severityColor(level));
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void EventRowDelegate::paintMarks(QPainter* painter, const QRect& cell, const QModelIndex& index) const
{
    const QStringList words = index.data(EventTableModel::MarksRole).toStringList();
    if (words.isEmpty())
        return;
    const Palette& colours = Theme::current().palette();
    painter->setFont(m_small);
    painter->setRenderHint(QPainter::Antialiasing);
    int x = cell.left();
    for (const QString& word : words) {
        const int width = painter->fontMetrics().horizontalAdvance(word) + 10;
        if (x + width > cell.right())
            break;
        const QRectF tag(x + 0.5, cell.center().y() - 7.5, width, 16);
        painter->setPen(colours.line);
        painter->setBrush(colours.raised);
        painter->drawRoundedRect(tag, 4, 4);
        painter->setPen(colours.text);
        painter->drawText(tag, Qt::AlignCenter, word);
        x += width + 4;
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace sagascope::ui
