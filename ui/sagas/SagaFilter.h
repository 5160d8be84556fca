// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Hash.h"
#include "core/session/Snapshot.h"
#include "core/store/TopicPattern.h"
#include "ui/events/SearchQuery.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// A search term made ready: its text in lower case, and the hash of the text as it was typed, for whole ids.
struct SagaTerm
{
    SearchTerm term;
    base::Hash128 hash;

    friend bool operator==(const SagaTerm&, const SagaTerm&) = default;
};

/// Which sagas the list shows. A plain value; any thread.
struct SagaFilter
{
    std::uint8_t states = 0; ///< one bit per saga::SagaState; none set means all
    std::vector<SagaTerm> terms;
    std::optional<TimeWindow> window; ///< sagas that lived at some moment of it

    void setSearch(std::string_view text); ///< what the window's search field holds, see parseSearch()
    [[nodiscard]] bool matches(const session::Snapshot& snapshot, base::SagaId saga) const;
    [[nodiscard]] bool hasState(saga::SagaState state) const
    {
        return states == 0 || (states & (1U << static_cast<unsigned>(state))) != 0;
    }
    friend bool operator==(const SagaFilter&, const SagaFilter&) = default;
};

} // namespace sagascope::ui
