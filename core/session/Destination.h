// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "core/base/Ids.h"
#include "core/base/Time.h"

namespace sagascope::session {

/// Where to go in time: to a moment, and from there by events. Several events of one moment are one step.
struct Destination
{
    static constexpr int kAllSteps = std::numeric_limits<int>::max(); ///< forward to the last event; negated, back to the first

    base::Timestamp moment = base::kNoTime;
    int steps = 0;              ///< so many events onwards from there; back when negative
    base::EventIndex among{};   ///< counts only events of the saga that this one belongs to by now; invalid: all events

    friend bool operator==(const Destination&, const Destination&) = default;
};

} // namespace sagascope::session
