// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Components.h"

#include <algorithm>
#include <limits>

namespace sagascope::base {
namespace {

constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();

std::vector<std::vector<std::size_t>> adjacency(std::size_t count, const IndexEdges& edges)
{
    std::vector<std::vector<std::size_t>> next(count);
    for (const auto& [from, to] : edges)
        next[from].push_back(to);
    return next;
}

/// Tarjan's algorithm with a stack of its own.
class Components
{
public:
    Components(std::size_t count, const IndexEdges& edges)
        : m_next(adjacency(count, edges)), m_index(count, kUnseen), m_low(count, 0), m_component(count, kUnseen)
    {
        for (std::size_t node = 0; node < count; ++node) {
            if (m_index[node] == kUnseen)
                visit(node);
        }
    }

    [[nodiscard]] std::vector<std::size_t> take() { return std::move(m_component); }

private:
    struct Frame
    {
        std::size_t node;
        std::size_t child;
    };

    void open(std::size_t node)
    {
        m_index[node] = m_low[node] = m_counter++;
        m_open.push_back(node);
        m_frames.push_back({node, 0});
    }

    void visit(std::size_t root)
    {
        open(root);
        while (!m_frames.empty()) {
            Frame& frame = m_frames.back();
            const std::size_t node = frame.node;
            if (frame.child < m_next[node].size()) {
                const std::size_t child = m_next[node][frame.child++];
                if (m_index[child] == kUnseen)
                    open(child);
                else if (m_component[child] == kUnseen)
                    m_low[node] = std::min(m_low[node], m_index[child]);
                continue;
            }
            m_frames.pop_back();
            if (!m_frames.empty())
                m_low[m_frames.back().node] = std::min(m_low[m_frames.back().node], m_low[node]);
            if (m_low[node] == m_index[node])
                close(node);
        }
    }

    void close(std::size_t root)
    {
        std::size_t node = kUnseen;
        do {
            node = m_open.back();
            m_open.pop_back();
            m_component[node] = m_components;
        } while (node != root);
        ++m_components;
    }

    std::vector<std::vector<std::size_t>> m_next;
    std::vector<std::size_t> m_index;
    std::vector<std::size_t> m_low;
    std::vector<std::size_t> m_component;
    std::vector<std::size_t> m_open;
    std::vector<Frame> m_frames;
    std::size_t m_counter = 0;
    std::size_t m_components = 0;
};

} // namespace

std::vector<std::size_t> components(std::size_t count, const IndexEdges& edges)
{
    return Components(count, edges).take();
}

} // namespace sagascope::base
