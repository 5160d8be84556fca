// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/NotBegunYet.h"

#include <QEvent>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {
namespace {

/// The window's clock goes by broker times, so it is theirs that the beginning is sought in.
base::Timestamp beginningOf(const saga::SagaSummary& saga, const session::Snapshot& snapshot)
{
    base::Timestamp first = base::kNoTime;
    for (const base::EventIndex event : *saga.events) {
        const base::Timestamp time = snapshot.events.row(event).brokerTime;
        if (time != base::kNoTime && (first == base::kNoTime || time < first))
            first = time;
    }
    return first;
}

} // namespace

NotBegunYet::NotBegunYet(ViewState& state, QWidget* parent) : EmptyState({}, {}, parent), m_state(state)
{
    connect(&m_state, &ViewState::timeFormatChanged, this, &NotBegunYet::retranslate);
}

bool NotBegunYet::look()
{
    m_key.clear();
    const base::EventIndex member = m_state.eventOfChosenSaga();
    if (!m_state.snapshot()->asOf || m_state.selectedSaga().isValid() || !member.isValid())
        return false;
    const base::SagaId saga = m_state.live()->sagas.sagaOf(member);
    if (!saga.isValid())
        return false;
    const saga::SagaSummary& summary = m_state.live()->sagas.saga(saga);
    m_key = toQString(summary.key);
    m_beginning = beginningOf(summary, *m_state.live());
    retranslate();
    return true;
}

void NotBegunYet::changeEvent(QEvent* event)
{
    EmptyState::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NotBegunYet::retranslate()
{
    clearActions();
    if (m_key.isEmpty())
        return;
    setTexts(tr("%1 has not begun yet").arg(shortId(m_key)),
             tr("The window looks at an earlier moment. This saga begins at %1.").arg(m_state.formatDateTime(m_beginning)));
    addAction(tr("Go to its beginning"), [this] { m_state.setAsOf(m_beginning); });
}

} // namespace sagascope::ui
