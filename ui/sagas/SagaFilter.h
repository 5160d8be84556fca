// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/session/QueryMatcher.h"
#include "core/session/Snapshot.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Which sagas the list shows. A plain value; any thread.
struct SagaFilter
{
    std::uint8_t states = 0; ///< one bit per saga::SagaState; none set means all
    std::string search;      ///< in the query language; a text that is no query lets nothing through
    base::Duration zone{0};  ///< ahead of UTC, for times in the search text
    std::optional<TimeWindow> window; ///< sagas that lived at some moment of it

    [[nodiscard]] bool hasState(saga::SagaState state) const
    {
        return states == 0 || (states & (1U << static_cast<unsigned>(state))) != 0;
    }
    [[nodiscard]] bool hasInWindow(const saga::SagaSummary& saga) const
    {
        return !window || (saga.startedAt <= window->to && saga.lastEventAt >= window->from);
    }
    /// Nothing is filtered; the zone alone filters nothing.
    [[nodiscard]] bool isEmpty() const { return states == 0 && search.empty() && !window; }
    friend bool operator==(const SagaFilter&, const SagaFilter&) = default;
};

/// A SagaFilter made ready to ask all sagas of a session. Not thread-safe, see session::QueryMatcher.
class SagaMatcher
{
public:
    SagaMatcher() : SagaMatcher(SagaFilter()) {}
    explicit SagaMatcher(const SagaFilter& filter);

    [[nodiscard]] bool matches(const session::Snapshot& snapshot, base::SagaId saga)
    {
        return m_filter.hasState(snapshot.sagas.saga(saga).state) && matchesAnyState(snapshot, saga);
    }
    /// All but the states: what the chips count.
    [[nodiscard]] bool matchesAnyState(const session::Snapshot& snapshot, base::SagaId saga);
    [[nodiscard]] bool dependsOnClock() const { return m_query.dependsOnClock(); }
    [[nodiscard]] const std::optional<session::QueryError>& error() const { return m_error; }
    [[nodiscard]] session::QueryMatcher& query() { return m_query; }

private:
    SagaFilter m_filter;
    std::optional<session::QueryError> m_error;
    session::QueryMatcher m_query;
};

} // namespace sagascope::ui
