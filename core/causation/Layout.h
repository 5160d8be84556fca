// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Result.h"

namespace sagascope::causation {

/// A graph to lay out: sizes in pixels, edges as index pairs.
struct LayoutInput
{
    struct Node
    {
        std::string name;
        double width = 0;
        double height = 0;
    };
    struct Edge
    {
        int from = 0;
        int to = 0;
        std::string label; ///< only its size matters
        double labelWidth = 0;
        double labelHeight = 0;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    bool isLeftToRight = true;
};

struct Point
{
    double x = 0;
    double y = 0;
};

/// Pixel coordinates, y down, origin top left of the whole drawing.
struct LayoutResult
{
    std::vector<Point> nodeCentres;
    std::vector<std::vector<Point>> edgeSplines; ///< 1 + 3n Bézier control points, from tail to head
    std::vector<Point> labelCentres;
    double width = 0;
    double height = 0;
};

inline constexpr std::size_t kMaxDotNodes = 300; ///< its time grows fast above, and it cannot be cancelled
inline constexpr std::size_t kMaxDotEdges = 600;
inline constexpr std::size_t kMaxLayoutNodes = 2000;
inline constexpr std::size_t kMaxLayoutEdges = 20'000;

/// Graphviz `dot`, in process, and for graphs beyond its limits the quick layout of our own (see LayeredLayout.h).
/// Graphviz keeps global state: calls are serialised by a mutex inside, so call it from a worker, never from the GUI
/// thread. Graphs that nobody could read are refused (TooLarge). Sizes that are no positive numbers and edges to missing
/// nodes are InvalidArgument.
[[nodiscard]] base::Result<LayoutResult> layout(const LayoutInput& input);

} // namespace sagascope::causation
