// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/LanesPage.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Separator.h"
#include "ui/common/TableDress.h"
#include "ui/consumers/VerdictText.h"
#include "ui/state/ViewState.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

std::vector<LaneModel::Bar> LaneModel::barsAt(int row) const
{
    std::vector<Bar> bars;
    const auto from = frame()->lanesFrom;
    const auto whole = double((frame()->board->look->at - from).count());
    if (whole <= 0)
        return bars;
    for (const metrics::OwnerSpan& span : at(row).trail->owners) {
        const auto end = span.to == base::kNoTime ? frame()->board->look->at : span.to;
        bars.push_back({double((span.from - from).count()) / whole, double((end - from).count()) / whole, memberName(span.member),
                        toQString(span.member.id)});
    }
    return bars;
}

QStringList LaneModel::keysOf(const ConsumersFrame& frame) const
{
    QStringList keys;
    for (const auto* lane : frame.lanes)
        keys << placeKey(lane->sample.topic, lane->sample.partition);
    return keys;
}

QStringList LaneModel::columnsOf(const ConsumersFrame& frame) const
{
    const bool isKnown = frame.lanesFrom != base::kNoTime;
    return {tr("Partition"), tr("Held by"),
            isKnown ? tr("%1 to %2").arg(m_state.formatTime(frame.lanesFrom), m_state.formatTime(frame.board->look->at)) : QString()};
}

QString LaneModel::text(int row, int column) const
{
    const metrics::PartitionStanding& lane = at(row);
    const auto& owners = lane.trail->owners;
    switch (column) {
    case Partition: return shortTopic(lane.sample.topic) + QLatin1Char(' ') + QString::number(lane.sample.partition);
    case Now: return owners.empty() || owners.back().to != base::kNoTime ? tr("nobody") : memberName(owners.back().member);
    default: break;
    }
    QStringList spans;
    for (const metrics::OwnerSpan& span : owners) {
        const QString from = m_state.formatTime(span.from);
        spans << (span.to == base::kNoTime ? tr("%1 since %2").arg(memberName(span.member), from)
                                           : tr("%1 from %2 to %3").arg(memberName(span.member), from, m_state.formatTime(span.to)));
    }
    return spans.join(QLatin1Char('\n'));
}

void LaneDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const LaneModel*>(index.model());
    if (model == nullptr)
        return;
    const Theme& theme = Theme::current();
    const Palette& colours = theme.palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, mix(colours.panel, colours.accent, 0.18));
    const QRectF room = QRectF(option.rect).adjusted(8, 4, -8, -4);
    painter->fillRect(QRectF(room.left(), room.center().y(), room.width(), 1), colours.grid);
    painter->setFont(theme.small());
    for (const LaneModel::Bar& bar : model->barsAt(index.row())) {
        const QRectF rect(room.left() + bar.from * room.width(), room.top(), std::max(2.0, (bar.to - bar.from) * room.width()), room.height());
        const QColor ground = mix(colours.panel, theme.domainColor(bar.id), 0.35);
        painter->setPen(QPen(theme.domainColor(bar.id), 1));
        painter->setBrush(ground);
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const QString name = painter->fontMetrics().elidedText(bar.member, Qt::ElideRight, int(rect.width()) - 10);
        painter->setPen(legibleOn(ground, colours.text, kTextContrast));
        painter->drawText(rect.adjusted(5, 0, -5, 0), int(Qt::AlignLeft | Qt::AlignVCenter), rect.width() > 24 ? name : QString());
    }
    painter->restore();
}

LanesPage::LanesPage(const ViewState& state, QWidget* parent)
    : QWidget(parent), m_model(state), m_table(new QTableView), m_note(new QLabel), m_stack(new QStackedWidget), m_empty(new EmptyState)
{
    dressTable(*m_table, m_model);
    m_table->setItemDelegateForColumn(LaneModel::Lane, new LaneDelegate(m_table));
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 8, 12, 8);
    auto* lanes = new QWidget;
    auto* column = new QVBoxLayout(lanes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(new Separator);
    column->addWidget(m_note);
    m_stack->addWidget(lanes);
    m_stack->addWidget(m_empty);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void LanesPage::setFrame(const ConsumersFramePtr& frame)
{
    const int row = m_model.rowOf(m_model.keyAt(m_table->currentIndex().row()));
    const bool isFirst = m_model.columnCount() == 0;
    m_model.setFrame(frame);
    if (isFirst) {
        m_table->setColumnWidth(LaneModel::Partition, 230);
        m_table->setColumnWidth(LaneModel::Now, 150);
    }
    if (!m_table->currentIndex().isValid() && row >= 0)
        m_table->selectRow(row);
    showEmpty();
}

void LanesPage::showEmpty()
{
    const ConsumersFrame* frame = m_model.frame();
    m_stack->setCurrentIndex(frame && frame->lanesFrom != base::kNoTime ? 0 : 1);
    const QString presence = frame && frame->chosen ? presenceSentence(*frame->chosen->reading) : QString();
    m_empty->setTexts(tr("Nobody was seen holding a partition"),
                      presence.isEmpty() ? tr("Which member holds which partition appears here while the group has members.") : presence);
}

void LanesPage::retranslate()
{
    m_table->setAccessibleName(tr("Who held each partition"));
    m_note->setText(tr("As seen from look to look: a change that was undone between two looks is not seen, and which generation of the group it "
                       "was cannot be read."));
    m_model.retranslate();
    showEmpty();
}

} // namespace sagascope::ui
