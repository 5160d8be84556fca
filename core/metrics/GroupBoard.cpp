// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/GroupBoard.h"

#include <algorithm>
#include <tuple>

namespace sagascope::metrics {

const PartitionStanding* GroupStanding::find(const Place& place) const
{
    const auto found = std::lower_bound(partitions.begin(), partitions.end(), place, [](const auto& standing, const Place& wanted) {
        return std::tie(standing.sample.topic, standing.sample.partition) < std::tie(wanted.topic, wanted.partition);
    });
    if (found == partitions.end() || found->sample.topic != place.topic || found->sample.partition != place.partition)
        return nullptr;
    return &*found;
}

const GroupStanding* GroupBoard::find(std::string_view group) const
{
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto& standing) { return standing.reading->group == group; });
    return found == groups.end() ? nullptr : &*found;
}

} // namespace sagascope::metrics
