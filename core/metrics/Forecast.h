// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "core/metrics/Verdict.h"

namespace sagascope::metrics {

/// Records per second over a window of looks.
struct Rates
{
    double in = 0;  ///< written to the partition
    double out = 0; ///< committed by the group
};

/// Nothing before two looks with a position lie some time apart.
[[nodiscard]] std::optional<Rates> ratesOf(std::span<const PartitionLook> window);

/// What becomes of a lag if things go on as they do.
struct Forecast
{
    enum class Course : std::uint8_t {
        Unknown,      ///< not watched for long enough
        CaughtUp,     ///< nothing to drain
        KeepsUp,      ///< at the end again and again; what is unread has just come
        Drains,       ///< at the end after `drain`
        NotShrinking, ///< no end in sight
    };

    Course course = Course::Unknown;
    std::optional<base::Duration> drain;
    /// The older and the newer half of the window foretell the same within a factor of two.
    bool isSteady = false;
    /// Until retention removes the oldest unread record before the group gets to it; nothing: it does not, or cannot be known.
    std::optional<base::Duration> loss;
    std::int64_t lost = 0; ///< records that retention has removed unread already, at least
};

/// `retention`: how long the topic keeps a record; `low`: the oldest offset that it holds.
[[nodiscard]] Forecast foretell(std::span<const PartitionLook> window, std::optional<base::Duration> retention,
                                std::int64_t low);

} // namespace sagascope::metrics
