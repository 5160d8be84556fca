// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/GroupLook.h"

namespace sagascope::metrics {

std::vector<LagSample> GroupLook::samples() const
{
    std::vector<LagSample> all;
    for (const GroupReading& group : groups) {
        all.insert(all.end(), group.samples.begin(), group.samples.end());
        if (!group.samples.empty())
            continue;
        LagSample whole;
        whole.group = group.group;
        whole.partition = LagSample::kNoPartition;
        whole.state = group.state;
        whole.at = at;
        all.push_back(std::move(whole));
    }
    return all;
}

} // namespace sagascope::metrics
