// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include "core/causation/CriticalPath.h"
#include "core/causation/Fold.h"
#include "core/causation/LayeredLayout.h"

namespace sagascope {
namespace {

/// A tree of causes with `fan` effects each, as events of one saga: their times grow with their positions.
base::IndexEdges treeOf(std::size_t count, std::size_t fan)
{
    base::IndexEdges edges;
    for (std::size_t i = 1; i < count; ++i)
        edges.emplace_back((i - 1) / fan, i);
    return edges;
}

/// What opening the causes of a large saga costs before anything is drawn: cycles, critical path, folding.
void BM_PathAndFold(benchmark::State& state)
{
    const auto count = std::size_t(state.range(0));
    causation::CausalNet net;
    causation::FoldInput input;
    net.edges = input.edges = treeOf(count, 3);
    for (std::size_t i = 0; i < count; ++i) {
        net.times.push_back(base::Timestamp(std::chrono::milliseconds(i)));
        input.kinds.push_back(std::uint32_t(i % 7));
    }
    for (auto _ : state) {
        const auto components = base::components(count, net.edges);
        const auto path = causation::criticalPath(net, components);
        input.isKept.assign(count, false);
        for (const std::size_t node : path.nodes)
            input.isKept[node] = true;
        benchmark::DoNotOptimize(causation::fold(input, components, causation::kMaxDotNodes));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_PathAndFold)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// The same, with a second cause for each event: far harder to draw without crossings.
base::IndexEdges tangleOf(std::size_t count)
{
    base::IndexEdges edges = treeOf(count, 3);
    for (std::size_t i = 2; i < count; ++i)
        edges.emplace_back((i * 7919) % (i - 1), i);
    return edges;
}

void BM_LayoutTangle(benchmark::State& state)
{
    causation::LayoutInput input;
    for (std::int64_t i = 0; i < state.range(0); ++i)
        input.nodes.push_back({"event", 180, 48});
    for (const auto& [from, to] : tangleOf(input.nodes.size()))
        input.edges.push_back({int(from), int(to), {}, 0, 0});
    for (auto _ : state)
        benchmark::DoNotOptimize(causation::layout(input));
}
BENCHMARK(BM_LayoutTangle)->Arg(30)->Arg(100)->Arg(200)->Arg(300)->Arg(301)->Arg(2000)->Unit(benchmark::kMillisecond);

/// Graphviz up to kMaxDotNodes, the layout of our own above.
void BM_Layout(benchmark::State& state)
{
    causation::LayoutInput input;
    for (std::int64_t i = 0; i < state.range(0); ++i)
        input.nodes.push_back({"event", 180, 48});
    for (const auto& [from, to] : treeOf(input.nodes.size(), 3))
        input.edges.push_back({int(from), int(to), {}, 0, 0});
    for (auto _ : state)
        benchmark::DoNotOptimize(causation::layout(input));
}
BENCHMARK(BM_Layout)->Arg(30)->Arg(300)->Arg(301)->Arg(2000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sagascope
