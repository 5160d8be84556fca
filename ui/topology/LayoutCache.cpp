// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/LayoutCache.h"

#include <algorithm>

namespace sagascope::ui {
namespace {

// Everything that the layout depends on; texts are not among it.
std::string keyOf(const causation::LayoutInput& input)
{
    std::string key(input.isLeftToRight ? "L" : "T");
    const auto add = [&key](auto value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
    add(input.nodes.size());
    for (const auto& node : input.nodes) {
        add(node.width);
        add(node.height);
    }
    for (const auto& edge : input.edges) {
        add(edge.from);
        add(edge.to);
        add(edge.labelWidth);
        add(edge.labelHeight);
    }
    return key;
}

} // namespace

base::Result<LayoutCache::LayoutPtr> LayoutCache::layoutOf(const causation::LayoutInput& input)
{
    std::string key = keyOf(input);
    if (auto known = find(key))
        return known;
    auto drawn = causation::layout(input);
    if (!drawn)
        return drawn.error();
    auto layout = std::make_shared<const causation::LayoutResult>(std::move(*drawn));
    keep(std::move(key), layout);
    return layout;
}

std::size_t LayoutCache::missCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_misses;
}

LayoutCache::LayoutPtr LayoutCache::find(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto& kept) { return kept.first == key; });
    if (found == m_kept.end())
        return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return found->second;
}

void LayoutCache::keep(std::string key, LayoutPtr layout)
{
    const std::lock_guard lock(m_mutex);
    ++m_misses;
    m_kept.emplace_front(std::move(key), std::move(layout));
    if (m_kept.size() > kMost)
        m_kept.pop_back();
}

} // namespace sagascope::ui
