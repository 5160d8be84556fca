// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/saga/Variants.h"
#include "ui/topology/Graph.h"

namespace sagascope::ui {

/// Steps as boxes and "directly after" as edges, labelled with how many sagas went that way and their median wait.
struct FlowGraph
{
    Graph graph;
    std::vector<QString> notes; ///< by edge: everything known about it, in one line
    std::size_t leftOut = 0;    ///< rarer transitions beyond what a person can read
};

/// Where sagas begin and where ended ones stopped are boxes of their own. Pure; any thread.
[[nodiscard]] FlowGraph flowGraph(const saga::DefinitionPopulation& population);

} // namespace sagascope::ui
