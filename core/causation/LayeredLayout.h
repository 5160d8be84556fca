// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causation/Layout.h"

namespace sagascope::causation {

/// A layered layout of our own for graphs that take Graphviz too long: causes before effects, few crossings, done in
/// time that grows with nodes and edges alone (some milliseconds for thousands). Cycles are drawn with one edge running
/// back. The input must be valid, as `layout` checks it. Pure; any thread.
[[nodiscard]] LayoutResult layeredLayout(const LayoutInput& input);

} // namespace sagascope::causation
