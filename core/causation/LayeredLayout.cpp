// SPDX-License-Identifier: GPL-3.0-or-later
// Layers by longest path, order inside a layer by barycentres (Sugiyama, Tagawa, Toda 1981), without dummy nodes:
// a long edge may pass behind a box, which is the price of being quick.
#include "core/causation/LayeredLayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/Components.h"

namespace sagascope::causation {
namespace {

constexpr double kLayerGap = 56;
constexpr double kNodeGap = 22;
constexpr double kBend = 0.45; // how far the control points reach, as a share of the distance
constexpr int kSweeps = 4;

/// Works from left to right; the caller turns the result for a drawing from top to bottom.
class Layers
{
public:
    explicit Layers(const LayoutInput& input) : m_input(input), m_rank(input.nodes.size(), 0), m_slot(input.nodes.size(), 0)
    {
        connect();
        rank();
        for (int sweep = 0; sweep < kSweeps; ++sweep)
            sort(sweep % 2 == 0);
        placeAcross();
        placeAlong();
    }

    LayoutResult result() const
    {
        LayoutResult result;
        result.nodeCentres = m_centres;
        for (const LayoutInput::Edge& edge : m_input.edges) {
            result.edgeSplines.push_back(splineOf(edge));
            result.labelCentres.push_back(middleOf(result.edgeSplines.back()));
        }
        result.width = m_width;
        result.height = m_height;
        return result;
    }

private:
    using Neighbours = std::vector<std::vector<std::size_t>>;

    // An edge that runs back in the order of components and nodes closes a cycle: it does not decide on layers.
    void connect()
    {
        const std::size_t count = m_input.nodes.size();
        base::IndexEdges all;
        for (const LayoutInput::Edge& edge : m_input.edges)
            all.emplace_back(std::size_t(edge.from), std::size_t(edge.to));
        const std::vector<std::size_t> component = base::components(count, all);
        m_order.resize(count);
        std::iota(m_order.begin(), m_order.end(), std::size_t(0));
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](std::size_t a, std::size_t b) { return component[a] > component[b]; });
        m_causes.resize(count);
        m_effects.resize(count);
        for (const auto& [from, to] : all) {
            if (from == to || (component[from] == component[to] && from > to))
                continue;
            m_effects[from].push_back(to);
            m_causes[to].push_back(from);
        }
    }

    void rank()
    {
        std::size_t layers = 0;
        for (const std::size_t node : m_order) {
            for (const std::size_t effect : m_effects[node])
                m_rank[effect] = std::max(m_rank[effect], m_rank[node] + 1);
            layers = std::max(layers, m_rank[node] + 1);
        }
        m_layers.resize(layers);
        for (std::size_t node = 0; node < m_rank.size(); ++node) {
            m_slot[node] = double(m_layers[m_rank[node]].size());
            m_layers[m_rank[node]].push_back(node);
        }
    }

    static double mean(const std::vector<std::size_t>& nodes, const std::vector<double>& of, double otherwise)
    {
        double sum = 0;
        for (const std::size_t node : nodes)
            sum += of[node];
        return nodes.empty() ? otherwise : sum / double(nodes.size());
    }

    void sort(bool byCauses)
    {
        const Neighbours& neighbours = byCauses ? m_causes : m_effects;
        std::vector<double> wish(m_slot.size());
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            auto& layer = m_layers[byCauses ? i : m_layers.size() - 1 - i];
            for (const std::size_t node : layer)
                wish[node] = mean(neighbours[node], m_slot, m_slot[node]);
            std::stable_sort(layer.begin(), layer.end(), [&](std::size_t a, std::size_t b) { return wish[a] < wish[b]; });
            for (std::size_t k = 0; k < layer.size(); ++k)
                m_slot[layer[k]] = double(k) - double(layer.size()) / 2; // from the middle: layers differ in length
        }
    }

    double height(std::size_t node) const { return m_input.nodes[node].height; }

    // As near to the middle of its causes as its neighbours in the layer let it.
    void placeAcross()
    {
        std::vector<double> y(m_slot.size(), 0);
        for (const auto& layer : m_layers) {
            double floor = 0;
            double excess = 0;
            for (std::size_t k = 0; k < layer.size(); ++k) {
                const std::size_t node = layer[k];
                const double wish = mean(m_causes[node], y, k == 0 ? 0 : floor + height(node) / 2);
                y[node] = k == 0 ? wish : std::max(wish, floor + height(node) / 2);
                excess += y[node] - wish;
                floor = y[node] + height(node) / 2 + kNodeGap;
            }
            for (const std::size_t node : layer)
                y[node] -= excess / double(layer.size());
        }
        double top = 0;
        double bottom = 0;
        for (std::size_t node = 0; node < y.size(); ++node) {
            top = std::min(top, y[node] - height(node) / 2);
            bottom = std::max(bottom, y[node] + height(node) / 2);
        }
        m_centres.resize(y.size());
        for (std::size_t node = 0; node < y.size(); ++node)
            m_centres[node].y = y[node] - top;
        m_height = bottom - top;
    }

    void placeAlong()
    {
        std::vector<double> gaps(m_layers.size(), kLayerGap);
        for (const LayoutInput::Edge& edge : m_input.edges)
            if (edge.labelWidth > 0)
                gaps[m_rank[std::size_t(edge.from)]] =
                    std::max(gaps[m_rank[std::size_t(edge.from)]], edge.labelWidth + kLayerGap / 2);
        double x = 0;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            double width = 0;
            for (const std::size_t node : m_layers[i])
                width = std::max(width, m_input.nodes[node].width);
            for (const std::size_t node : m_layers[i])
                m_centres[node].x = x + width / 2;
            m_width = x + width;
            x += width + gaps[i];
        }
    }

    std::vector<Point> splineOf(const LayoutInput::Edge& edge) const
    {
        const auto from = std::size_t(edge.from);
        const auto to = std::size_t(edge.to);
        const Point a{m_centres[from].x + m_input.nodes[from].width / 2, m_centres[from].y};
        const Point b{m_centres[to].x - m_input.nodes[to].width / 2, m_centres[to].y};
        if (m_rank[to] > m_rank[from]) {
            const double reach = (b.x - a.x) * kBend;
            return {a, {a.x + reach, a.y}, {b.x - reach, b.y}, b};
        }
        // Back around both boxes.
        const double dip = std::max(height(from), height(to)) + kNodeGap;
        const double side = kLayerGap * 0.8;
        const double low = std::max(a.y, b.y) + dip * 0.75;
        const Point bottom{(a.x + b.x) / 2, std::min(low, m_height)};
        return {a, {a.x + side, a.y}, {a.x + side, bottom.y}, bottom, {b.x - side, bottom.y}, {b.x - side, b.y}, b};
    }

    static Point middleOf(const std::vector<Point>& spline)
    {
        if (spline.size() > 4)
            return spline[3];
        return {(spline.front().x + spline.back().x) / 2, (spline.front().y + spline.back().y) / 2};
    }

    const LayoutInput& m_input;
    std::vector<std::size_t> m_order; ///< causes before effects
    Neighbours m_causes;              ///< without the edges that run back
    Neighbours m_effects;
    std::vector<std::size_t> m_rank;
    std::vector<double> m_slot; ///< place in the layer, counted from its middle
    std::vector<std::vector<std::size_t>> m_layers;
    std::vector<Point> m_centres;
    double m_width = 0;
    double m_height = 0;
};

LayoutInput turned(LayoutInput input)
{
    for (LayoutInput::Node& node : input.nodes)
        std::swap(node.width, node.height);
    for (LayoutInput::Edge& edge : input.edges)
        std::swap(edge.labelWidth, edge.labelHeight);
    return input;
}

LayoutResult turned(LayoutResult result)
{
    const auto turn = [](Point& point) { std::swap(point.x, point.y); };
    std::for_each(result.nodeCentres.begin(), result.nodeCentres.end(), turn);
    std::for_each(result.labelCentres.begin(), result.labelCentres.end(), turn);
    for (auto& spline : result.edgeSplines)
        std::for_each(spline.begin(), spline.end(), turn);
    std::swap(result.width, result.height);
    return result;
}

} // namespace

LayoutResult layeredLayout(const LayoutInput& input)
{
    if (input.isLeftToRight)
        return Layers(input).result();
    const LayoutInput sideways = turned(input);
    return turned(Layers(sideways).result());
}

} // namespace sagascope::causation
