// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/base/Result.h"

namespace sagascope::demo {

/// What the simulated platform is asked to do.
struct DemoOptions
{
    std::uint64_t seed = 1;    ///< same seed, same facts: kinds, ids, amounts, outcomes and the order inside each story
    double rate = 50;          ///< records per second, reactions included; 1 … 5,000, kept on average
    double failureRate = 0.15; ///< share of bookings whose payment fails, 0 … 1
    std::optional<std::chrono::milliseconds> duration; ///< from the moment the groups have joined; nothing: endless
    double platformShare = 0.5; ///< share of stories told as the real platform does; the others follow the spec

    /// InvalidArgument, with the member as the subject.
    [[nodiscard]] base::Result<void> check() const;
};

} // namespace sagascope::demo
