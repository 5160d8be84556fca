// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace sagascope::base {

/// Edges of a directed graph whose nodes are 0 … count-1.
using IndexEdges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Per node the component of mutually reachable nodes that it lies in; a component of two or more is a cycle. Numbered
/// so that every edge between two components runs from the higher to the lower number: counting down is a topological
/// order. Linear in nodes and edges, without recursion: a hostile chain cannot overflow the stack. Any thread.
[[nodiscard]] std::vector<std::size_t> components(std::size_t count, const IndexEdges& edges);

} // namespace sagascope::base
