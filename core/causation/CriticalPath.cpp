// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/CriticalPath.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_set>

namespace sagascope::causation {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// The best way to reach a component: how long it took, and the edge that came in last.
struct Reach
{
    base::Duration total{};
    std::size_t edge = kNone;
    base::Timestamp causeTime = base::kNoTime;
    std::size_t hops = 0;

    [[nodiscard]] bool isBetterThan(const Reach& other) const
    {
        return std::tie(total, causeTime, hops) > std::tie(other.total, other.causeTime, other.hops);
    }
};

class PathFinder
{
public:
    PathFinder(const CausalNet& net, const std::vector<std::size_t>& components)
        : m_net(net), m_component(components), m_reach(count(components)), m_out(net.times.size())
    {
        for (std::size_t i = 0; i < net.edges.size(); ++i)
            m_out[net.edges[i].first].push_back(i);
    }

    CriticalPath find()
    {
        reachAll();
        const auto last = std::max_element(m_reach.begin(), m_reach.end(), [](const Reach& a, const Reach& b) {
            return std::tie(a.total, a.hops) < std::tie(b.total, b.hops);
        });
        CriticalPath path;
        if (last == m_reach.end() || last->edge == kNone)
            return path;
        path.total = last->total;
        for (const std::size_t edge : edgesTo(std::size_t(last - m_reach.begin())))
            append(path, edge);
        return path;
    }

private:
    static std::size_t count(const std::vector<std::size_t>& components)
    {
        return components.empty() ? 0 : *std::max_element(components.begin(), components.end()) + 1;
    }

    // Edges run from higher to lower components: counting down, a component is settled before it is left.
    void reachAll()
    {
        std::vector<std::vector<std::size_t>> members(m_reach.size());
        for (std::size_t node = 0; node < m_component.size(); ++node)
            members[m_component[node]].push_back(node);
        for (std::size_t component = members.size(); component-- > 0;)
            for (const std::size_t node : members[component])
                for (const std::size_t edge : m_out[node])
                    offer(edge);
    }

    void offer(std::size_t edge)
    {
        const auto& [from, to] = m_net.edges[edge];
        if (m_component[from] == m_component[to])
            return;
        const Reach& before = m_reach[m_component[from]];
        const Reach now{before.total + stepDuration(m_net.times[from], m_net.times[to]), edge, m_net.times[from],
                        before.hops + 1};
        Reach& known = m_reach[m_component[to]];
        if (known.edge == kNone || now.isBetterThan(known))
            known = now;
    }

    [[nodiscard]] std::vector<std::size_t> edgesTo(std::size_t component) const
    {
        std::vector<std::size_t> edges;
        for (std::size_t edge = m_reach[component].edge; edge != kNone;
             edge = m_reach[m_component[m_net.edges[edge].first]].edge)
            edges.push_back(edge);
        std::reverse(edges.begin(), edges.end());
        return edges;
    }

    void append(CriticalPath& path, std::size_t edge) const
    {
        const auto& [from, to] = m_net.edges[edge];
        if (path.nodes.empty())
            path.nodes.push_back(from);
        else if (path.nodes.back() != from)
            crossCycle(path, from);
        path.edges.push_back(edge);
        path.nodes.push_back(to);
    }

    // The path enters a cycle at one member and leaves it at another: the shortest way between them, by edges.
    void crossCycle(CriticalPath& path, std::size_t to) const
    {
        const std::size_t from = path.nodes.back();
        std::vector<std::pair<std::size_t, std::size_t>> queue{{from, kNone}}; // node, edge that reached it
        std::unordered_set<std::size_t> seen{from}; // only this cycle's members: a path may cross many cycles
        std::vector<std::size_t> cameFrom{kNone};
        for (std::size_t i = 0; i < queue.size() && queue[i].first != to; ++i)
            for (const std::size_t edge : m_out[queue[i].first]) {
                const std::size_t next = m_net.edges[edge].second;
                if (m_component[next] != m_component[from] || !seen.insert(next).second)
                    continue;
                queue.emplace_back(next, edge);
                cameFrom.push_back(i);
            }
        const auto found = std::find_if(queue.begin(), queue.end(), [&](const auto& step) { return step.first == to; });
        const auto firstNew = std::ptrdiff_t(path.edges.size());
        for (auto i = std::size_t(found - queue.begin()); i != kNone && queue[i].second != kNone; i = cameFrom[i])
            path.edges.push_back(queue[i].second);
        std::reverse(path.edges.begin() + firstNew, path.edges.end());
        for (auto i = std::size_t(firstNew); i < path.edges.size(); ++i)
            path.nodes.push_back(m_net.edges[path.edges[i]].second);
    }

    const CausalNet& m_net;
    const std::vector<std::size_t>& m_component;
    std::vector<Reach> m_reach;
    std::vector<std::vector<std::size_t>> m_out;
};

} // namespace

base::Duration stepDuration(base::Timestamp cause, base::Timestamp effect)
{
    if (cause == base::kNoTime || effect == base::kNoTime || effect < cause)
        return base::Duration::zero();
    return effect - cause;
}

CriticalPath criticalPath(const CausalNet& net, const std::vector<std::size_t>& components)
{
    return PathFinder(net, components).find();
}

} // namespace sagascope::causation
