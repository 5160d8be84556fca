// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "core/metrics/GroupLook.h"

namespace sagascope::test {

/// A look that saw these samples, each group in the state of its first one; members are not known. A sample without a topic
/// stands for a group of which nothing is known.
inline metrics::GroupLookPtr lookOf(const std::vector<metrics::LagSample>& samples, std::uint64_t round = 1)
{
    auto look = std::make_shared<metrics::GroupLook>();
    look->round = round;
    for (const metrics::LagSample& sample : samples) {
        auto& groups = look->groups;
        look->at = std::max(look->at, sample.at);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.group == sample.group; });
        if (group == groups.end()) {
            metrics::GroupReading reading;
            reading.group = sample.group;
            reading.state = sample.state;
            group = groups.insert(groups.end(), std::move(reading));
        }
        if (!sample.topic.empty())
            group->samples.push_back(sample);
    }
    return look;
}

} // namespace sagascope::test
