// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/FanOutPage.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Separator.h"
#include "ui/common/TableDress.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

FanOutPage::FanOutPage(const ViewState& state, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_event(new QLabel),
      m_table(new QTableView),
      m_note(new QLabel),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState)
{
    dressTable(*m_table, m_model);
    m_event->setWordWrap(true);
    m_event->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_event->setContentsMargins(12, 8, 12, 8);
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 8, 12, 8);
    auto* told = new QWidget;
    auto* column = new QVBoxLayout(told);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_event);
    column->addWidget(new Separator);
    column->addWidget(m_table, 1);
    column->addWidget(new Separator);
    column->addWidget(m_note);
    m_stack->addWidget(told);
    m_stack->addWidget(m_empty);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void FanOutPage::setFrame(const ConsumersFramePtr& frame)
{
    const bool isFirst = m_model.columnCount() == 0;
    m_model.setFrame(frame);
    if (isFirst)
        m_table->setColumnWidth(PassageModel::Group, 320);
    tellEvent();
}

void FanOutPage::tellEvent()
{
    const ConsumersFrame* frame = m_model.frame();
    const bool hasEvent = frame && frame->query.event;
    m_stack->setCurrentIndex(hasEvent && m_model.rowCount() > 0 ? 0 : 1);
    if (!hasEvent) {
        m_empty->setTexts(tr("No event is selected"), tr("Select an event in any room: which groups have passed it, and how long after, appears here."));
        return;
    }
    const FollowedEvent& event = *frame->query.event;
    const QString place = tr("%1, partition %2, offset %3")
                              .arg(toQString(event.record.place.topic))
                              .arg(event.record.place.partition)
                              .arg(QLocale().toString(qlonglong(event.record.offset)));
    m_event->setText(event.written == base::kNoTime ? place : tr("%1, written at %2").arg(place, m_state.formatTime(event.written)));
    m_empty->setTexts(tr("No group reads %1").arg(toQString(event.record.place.topic)),
                      tr("Of the groups that are known, none has committed on this topic or holds a partition of it."));
}

void FanOutPage::retranslate()
{
    m_table->setAccessibleName(tr("Groups and the selected event"));
    m_note->setText(tr("Passed means that the group committed beyond the event. When it did is known up to the time between two looks; a group that "
                       "commits rarely passes later than its members read."));
    m_model.retranslate();
    tellEvent();
}

} // namespace sagascope::ui
