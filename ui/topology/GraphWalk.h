// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topology/Graph.h"
#include "ui/topology/GraphGeometry.h"

namespace sagascope::ui {

/// Where an arrow key leads in a graph of causes: Left to a cause, Right to an effect (the critical path first, else the
/// nearest), Up and Down to the next node that shares a cause or an effect, else to the next one above or below. -1 when
/// there is nothing that way; `from` -1 starts at the left. Pure.
[[nodiscard]] int walkCauses(const Graph& graph, const GraphGeometry& geometry, int from, Qt::Key direction);

} // namespace sagascope::ui
