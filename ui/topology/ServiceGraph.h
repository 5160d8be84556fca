// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>

#include "core/causation/ServiceMap.h"
#include "ui/topology/Graph.h"

namespace sagascope::ui {

/// Events per second of each topic, at the moment shown.
using TopicRates = std::map<std::string, double, std::less<>>;

/// Who publishes what to whom. Each observed topic between two services is an edge; topics that nobody is known to
/// consume are gathered into one edge per publisher; retry and dead-letter queues are nodes of their own. A topic's
/// rate is shared among its publishers by what they published. Pure; any thread.
[[nodiscard]] Graph serviceGraph(std::span<const causation::ServiceEdge> edges, const TopicRates& rates,
                                 bool showsNeverSeen);

} // namespace sagascope::ui
