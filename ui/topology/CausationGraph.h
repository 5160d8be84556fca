// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saga/Saga.h"
#include "core/store/EventStore.h"
#include "ui/topology/Graph.h"

namespace sagascope::ui {

/// The causes and effects of one saga. Repeats are stacked on the event that they repeat, attempts follow it, and a
/// declared cause that the saga does not hold is a ghost (one per missing id). Pure; any thread.
[[nodiscard]] Graph causationGraph(const saga::Story& story, const store::EventStore::View& events);

} // namespace sagascope::ui
