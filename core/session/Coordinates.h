// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace sagascope::session {

/// Where a record lies on the cluster. A plain value.
struct Coordinates
{
    std::string topic;
    std::int32_t partition = 0;
    std::int64_t offset = 0;

    friend auto operator<=>(const Coordinates&, const Coordinates&) = default;
};

} // namespace sagascope::session
