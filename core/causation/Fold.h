// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/Components.h"

namespace sagascope::causation {

enum class FoldLevel : std::uint8_t {
    None,     ///< every node stands for itself
    Siblings, ///< nodes of one kind with the same causes stand together
    Kinds,    ///< nodes of one kind stand together, whatever caused them
};

struct FoldInput
{
    std::vector<std::uint32_t> kinds; ///< per node: what it is; only nodes of one kind are ever folded
    base::IndexEdges edges;           ///< cause to effect
    std::vector<bool> isKept;         ///< per node: stays itself as long as that is possible
};

struct Fold
{
    FoldLevel level = FoldLevel::None;
    std::vector<std::size_t> groupOf; ///< per node; groups are numbered by their first members
    std::size_t groupCount = 0;
};

/// Makes a graph small enough to be drawn: folds as little as brings it down to `most` groups, and everything beyond
/// the first `most` kinds into the last group when even kinds are too many. Nodes on cycles stay themselves until kinds
/// fold. `components` are those of the edges (base::components). Linear but for the sets of causes; pure; any thread.
[[nodiscard]] Fold fold(const FoldInput& input, const std::vector<std::size_t>& components, std::size_t most);

} // namespace sagascope::causation
