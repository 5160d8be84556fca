// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "core/base/Result.h"
#include "core/causation/Layout.h"

namespace sagascope::ui {

/// Remembers where Graphviz put things: the same boxes and edges come back at the same places, at no cost. Keeps the
/// last few drawings. Any thread; a miss runs the layout, so not on the GUI thread.
class LayoutCache
{
public:
    using LayoutPtr = std::shared_ptr<const causation::LayoutResult>;

    [[nodiscard]] base::Result<LayoutPtr> layoutOf(const causation::LayoutInput& input);
    [[nodiscard]] std::size_t missCount() const;

private:
    static constexpr std::size_t kMost = 24;

    LayoutPtr find(const std::string& key);
    void keep(std::string key, LayoutPtr layout);

    mutable std::mutex m_mutex;
    std::list<std::pair<std::string, LayoutPtr>> m_kept; ///< used last first
    std::size_t m_misses = 0;
};

} // namespace sagascope::ui
