// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaFilter.h"

namespace sagascope::ui {

SagaMatcher::SagaMatcher(const SagaFilter& filter) : m_filter(filter)
{
    const session::ParsedQuery parsed = session::parseQuery(filter.search);
    m_error = parsed.error;
    m_query = session::QueryMatcher(parsed.query, filter.zone);
}

bool SagaMatcher::matchesAnyState(const session::Snapshot& snapshot, base::SagaId id)
{
    const saga::SagaSummary& saga = snapshot.sagas.saga(id);
    return saga.isAlive && !m_error && m_filter.hasInWindow(saga) && m_query.matches(snapshot, id);
}

} // namespace sagascope::ui
