// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Lag.h"

#include <array>

namespace sagascope::metrics {

std::string_view groupStateName(GroupState state)
{
    constexpr std::array<std::string_view, 3> kNames{"known", "absent", "unreadable"};
    return kNames[static_cast<std::size_t>(state)];
}

} // namespace sagascope::metrics
