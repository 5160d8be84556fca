// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/Components.h"
#include "core/base/Time.h"

namespace sagascope::causation {

/// Events by position: when each happened, and what caused what. Any graph may come: several causes, loops, cycles.
struct CausalNet
{
    std::vector<base::Timestamp> times; ///< kNoTime where nobody said
    base::IndexEdges edges;             ///< cause to effect
};

/// The chain of causes that took longest.
struct CriticalPath
{
    std::vector<std::size_t> nodes; ///< from the first cause to the last effect; empty when there is no edge
    std::vector<std::size_t> edges; ///< into CausalNet::edges, one fewer than nodes
    base::Duration total{};         ///< sum of stepDuration() over the edges outside of cycles
};

/// From cause to effect; zero where a time is unknown or a clock puts the effect first.
[[nodiscard]] base::Duration stepDuration(base::Timestamp cause, base::Timestamp effect);

/// The longest path by duration, with each cycle collapsed to one place: it is walked through, and costs nothing. Of
/// causes that make equally long paths the latest counts, since that is the one that its effect waited for.
/// `components` are those of the net's edges (base::components). Linear; pure; any thread.
[[nodiscard]] CriticalPath criticalPath(const CausalNet& net, const std::vector<std::size_t>& components);

} // namespace sagascope::causation
