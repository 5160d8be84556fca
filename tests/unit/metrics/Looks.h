// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "core/metrics/Verdict.h"

namespace sagascope::metrics {

inline const base::Timestamp kLooksBegin = base::parseIso8601("2026-11-23T10:00:00Z")->time;

/// A history as text, one look every two seconds: `position/end`, with `-` as position before the first commit. `x12` behind
/// a look repeats it so often. The last letter says who holds the partition: `r` a member, `n` nobody; without, members are
/// not known.
inline std::vector<PartitionLook> looks(const std::string& text)
{
    std::vector<PartitionLook> window;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        int times = 1;
        if (word.front() == 'x') {
            times = std::atoi(word.c_str() + 1) - 1;
            for (int i = 0; i < times; ++i) {
                window.push_back(window.back());
                window.back().at += std::chrono::seconds(2);
            }
            continue;
        }
        PartitionLook look;
        look.at = window.empty() ? kLooksBegin : window.back().at + std::chrono::seconds(2);
        if (word.back() == 'r' || word.back() == 'n')
            look.hasReader = word.back() == 'r';
        const auto slash = word.find('/');
        if (word.front() != '-')
            look.position = std::atoll(word.c_str());
        look.end = std::atoll(word.c_str() + slash + 1);
        window.push_back(look);
    }
    return window;
}

} // namespace sagascope::metrics
