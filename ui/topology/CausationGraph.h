// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/causation/Fold.h"
#include "core/causation/Layout.h"
#include "core/saga/Saga.h"
#include "core/store/EventStore.h"
#include "ui/topology/Graph.h"

namespace sagascope::ui {

/// What a causation graph shows, in numbers.
struct CausationSummary
{
    std::size_t events = 0;        ///< of the saga, copies too
    std::size_t criticalSteps = 0; ///< edges of the critical path
    base::Duration critical{};     ///< how long it took
    std::size_t missing = 0;       ///< declared causes that nobody saw
    std::size_t cycles = 0;
    causation::FoldLevel fold = causation::FoldLevel::None;
};

struct CausationGraph
{
    Graph graph;
    CausationSummary summary;
};

/// The causes and effects of one saga. Repeats are stacked on the event that they repeat, attempts follow it, and a
/// declared cause that the saga does not hold is a ghost (one per missing id). The path that took longest is marked with
/// its durations, cycles are marked, and what would be more than `most` nodes is folded. Pure; any thread; linear.
[[nodiscard]] CausationGraph causationGraph(const saga::Story& story, const store::EventStore::View& events,
                                            std::size_t most = causation::kMaxDotNodes);

} // namespace sagascope::ui
