// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/demo/Story.h"

namespace sagascope::demo {

/// What the demo did, told by itself: the truth that an observer's reconstruction can be held against.
struct DemoReport
{
    std::uint64_t storiesStarted = 0;
    std::uint64_t storiesTold = 0;                 ///< to their end
    std::uint64_t storiesAbandoned = 0;            ///< a record was refused, or nothing moved any more
    std::map<std::string, std::uint64_t> produced; ///< acknowledged records per topic
    std::vector<Story> stories; ///< those started, by index; told anew from the seed, so long runs make a long list

    [[nodiscard]] std::uint64_t records() const
    {
        std::uint64_t sum = 0;
        for (const auto& [topic, count] : produced)
            sum += count;
        return sum;
    }
};

} // namespace sagascope::demo
