// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/session/Snapshot.h"
#include "core/store/TopicPattern.h"
#include "ui/events/SearchQuery.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Which sagas the list shows. A plain value; any thread.
struct SagaFilter
{
    std::uint8_t states = 0; ///< one bit per saga::SagaState; none set means all
    std::vector<SearchTerm> terms;
    std::optional<TimeWindow> window; ///< sagas that lived at some moment of it

    [[nodiscard]] bool matches(const session::Snapshot& snapshot, base::SagaId saga) const;
    [[nodiscard]] bool hasState(saga::SagaState state) const
    {
        return states == 0 || (states & (1U << static_cast<unsigned>(state))) != 0;
    }
    friend bool operator==(const SagaFilter&, const SagaFilter&) = default;
};

} // namespace sagascope::ui
