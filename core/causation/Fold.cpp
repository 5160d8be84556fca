// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/Fold.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace sagascope::causation {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// Groups in the order of their first members, whatever the classes were called.
Fold numbered(FoldLevel level, const std::vector<std::size_t>& classOf)
{
    Fold fold{level, std::vector<std::size_t>(classOf.size()), 0};
    std::unordered_map<std::size_t, std::size_t> groups;
    for (std::size_t node = 0; node < classOf.size(); ++node)
        fold.groupOf[node] = groups.try_emplace(classOf[node], groups.size()).first->second;
    fold.groupCount = groups.size();
    return fold;
}

Fold unfolded(std::size_t count)
{
    Fold fold{FoldLevel::None, std::vector<std::size_t>(count), count};
    std::iota(fold.groupOf.begin(), fold.groupOf.end(), std::size_t(0));
    return fold;
}

// From causes to effects: a node's class is its kind together with its causes' classes.
Fold foldSiblings(const FoldInput& input, const std::vector<std::size_t>& components)
{
    const std::size_t count = input.kinds.size();
    std::vector<std::vector<std::size_t>> causes(count);
    for (const auto& [from, to] : input.edges)
        causes[to].push_back(from);
    std::vector<std::size_t> sizes(count, 0);
    for (const std::size_t component : components)
        ++sizes[component];
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return components[a] > components[b]; });

    std::vector<std::size_t> classOf(count, kNone);
    std::map<std::vector<std::size_t>, std::size_t> classes;
    std::size_t next = 0;
    for (const std::size_t node : order) {
        if (input.isKept[node] || sizes[components[node]] > 1) {
            classOf[node] = next++;
            continue;
        }
        std::vector<std::size_t> key;
        for (const std::size_t cause : causes[node])
            if (cause != node)
                key.push_back(classOf[cause]);
        std::sort(key.begin(), key.end());
        key.erase(std::unique(key.begin(), key.end()), key.end());
        key.push_back(input.kinds[node]);
        const auto [known, isNew] = classes.try_emplace(std::move(key), next);
        next += isNew ? 1 : 0;
        classOf[node] = known->second;
    }
    return numbered(FoldLevel::Siblings, classOf);
}

Fold foldKinds(const FoldInput& input, std::size_t most)
{
    Fold fold = numbered(FoldLevel::Kinds, {input.kinds.begin(), input.kinds.end()});
    if (fold.groupCount <= most || most == 0)
        return fold;
    for (std::size_t& group : fold.groupOf)
        group = std::min(group, most - 1);
    fold.groupCount = most;
    return fold;
}

} // namespace

Fold fold(const FoldInput& input, const std::vector<std::size_t>& components, std::size_t most)
{
    if (input.kinds.size() <= most)
        return unfolded(input.kinds.size());
    Fold siblings = foldSiblings(input, components);
    return siblings.groupCount <= most ? siblings : foldKinds(input, most);
}

} // namespace sagascope::causation
