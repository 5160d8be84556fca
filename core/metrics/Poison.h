// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/metrics/GroupBoard.h"

namespace sagascope::metrics {

/// Marks partitions that are blocked beside healthy ones. `lastMoves[i]` is when the position on `partitions[i]` was last
/// seen to change (kNoTime: never). A partition is blocked when it is judged stalled, or stopped by silence; beside it is
/// healthy what the same member holds and got on with since. Where that member holds nothing else, or members are not
/// known, any other partition of the group speaks for its consumers. A group that does not get on anywhere is not
/// poisoned: it hangs. Nor is a topic of which fewer partitions do well than badly: its readers are too slow for it.
void markPoisoned(std::span<PartitionStanding> partitions, std::span<const base::Timestamp> lastMoves);

} // namespace sagascope::metrics
