// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineTab.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

#include "ui/sagas/TimelineView.h"

namespace sagascope::ui {

TimelineTab::TimelineTab(ViewState& state, QWidget* parent)
    : SagaView(parent), m_timeline(new TimelineView(state)), m_fit(new QToolButton(this)),
      m_preparation([this](Prepared prepared) {
          m_timeline->setInput(std::move(prepared.input), prepared.saga == std::exchange(m_shown, prepared.saga));
      })
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_timeline);
    setFocusProxy(m_timeline);
    connect(m_fit, &QToolButton::clicked, m_timeline, &TimelineView::fit);
    retranslate();
}

void TimelineTab::setSaga(ToldSagaPtr told, bool isSame)
{
    m_preparation.start(
        [told = std::move(told)](StopToken) {
            return Prepared{told->saga, timelineInput(told->story, *told->snapshot)};
        },
        isSame ? LatestWins<Prepared>::Running::Keep : LatestWins<Prepared>::Running::Discard);
}

void TimelineTab::changeEvent(QEvent* event)
{
    SagaView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelineTab::retranslate()
{
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show the whole saga (0). Zoom with the wheel or + and −."));
}

} // namespace sagascope::ui
