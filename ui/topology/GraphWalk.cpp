// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphWalk.h"

#include <cmath>
#include <limits>
#include <vector>

namespace sagascope::ui {
namespace {

class CauseWalk
{
public:
    CauseWalk(const Graph& graph, const GraphGeometry& geometry, int from)
        : m_graph(graph), m_geometry(geometry), m_from(from)
    {
    }

    int along(bool isForward) const
    {
        int best = -1;
        double least = std::numeric_limits<double>::max();
        for (const GraphEdge& edge : m_graph.edges) {
            const int here = isForward ? edge.from : edge.to;
            const int there = isForward ? edge.to : edge.from;
            if (here != m_from || there == m_from)
                continue;
            const double cost = edge.isCritical ? -1 : std::abs(y(there) - y(m_from));
            if (cost < least) {
                least = cost;
                best = there;
            }
        }
        return best;
    }

    int aside(Qt::Key direction) const
    {
        const double sign = direction == Qt::Key_Up ? -1 : 1;
        const std::vector<bool> isSibling = siblings();
        int best = -1;
        double least = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < isSibling.size(); ++i) {
            const double ahead = sign * (y(int(i)) - y(m_from));
            if (isSibling[i] && ahead > 0 && ahead < least) {
                least = ahead;
                best = int(i);
            }
        }
        return best >= 0 ? best : m_geometry.neighbour(m_from, direction);
    }

private:
    double y(int node) const { return m_geometry.nodes[std::size_t(node)].center().y(); }

    std::vector<bool> siblings() const
    {
        std::vector<bool> isCause(m_graph.nodes.size());
        std::vector<bool> isEffect(m_graph.nodes.size());
        for (const GraphEdge& edge : m_graph.edges) {
            if (edge.to == m_from)
                isCause[std::size_t(edge.from)] = true;
            if (edge.from == m_from)
                isEffect[std::size_t(edge.to)] = true;
        }
        std::vector<bool> isSibling(m_graph.nodes.size());
        for (const GraphEdge& edge : m_graph.edges) {
            if (isCause[std::size_t(edge.from)])
                isSibling[std::size_t(edge.to)] = true;
            if (isEffect[std::size_t(edge.to)])
                isSibling[std::size_t(edge.from)] = true;
        }
        isSibling[std::size_t(m_from)] = false;
        return isSibling;
    }

    const Graph& m_graph;
    const GraphGeometry& m_geometry;
    int m_from;
};

} // namespace

int walkCauses(const Graph& graph, const GraphGeometry& geometry, int from, Qt::Key direction)
{
    if (from < 0)
        return geometry.neighbour(-1, direction);
    const CauseWalk walk(graph, geometry, from);
    if (direction == Qt::Key_Left || direction == Qt::Key_Right)
        return walk.along(direction == Qt::Key_Right);
    return walk.aside(direction);
}

} // namespace sagascope::ui
