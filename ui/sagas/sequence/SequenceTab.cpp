// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequenceTab.h"

#include <QEvent>
#include <QToolButton>

#include <utility>

#include "ui/common/TightLayout.h"
#include "ui/sagas/sequence/SequenceView.h"

namespace sagascope::ui {

SequenceTab::SequenceTab(ViewState& state, QWidget* parent)
    : SagaView(parent), m_sequence(new SequenceView(state)), m_fit(new QToolButton(this)),
      m_preparation([this](Prepared prepared) {
          m_sequence->setPlan(std::move(prepared.plan), prepared.saga == std::exchange(m_shown, prepared.saga));
      })
{
    auto* column = tightColumn(this);
    column->addWidget(m_sequence);
    setFocusProxy(m_sequence);
    connect(m_fit, &QToolButton::clicked, m_sequence, &SequenceView::fit);
    retranslate();
}

void SequenceTab::setSaga(ToldSagaPtr told, bool isSame)
{
    m_preparation.start(
        [told = std::move(told), opened = isSame ? m_sequence->opened() : std::set<int>()](StopToken) {
            auto input = std::make_shared<const SequenceInput>(sequenceInput(told->story, *told->snapshot));
            return Prepared{told->saga, planSequence(std::move(input), opened)};
        },
        isSame ? LatestWins<Prepared>::Running::Keep : LatestWins<Prepared>::Running::Discard);
}

bool SequenceTab::isSettled() const
{
    return !m_preparation.isBusy() && m_sequence->isSettled();
}

PictureSource SequenceTab::picture() const
{
    return m_sequence->picture();
}

void SequenceTab::changeEvent(QEvent* event)
{
    SagaView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SequenceTab::retranslate()
{
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Fit the width (0). Zoom with Ctrl and the wheel or + and −."));
}

} // namespace sagascope::ui
