// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "core/kafka/ConnectionCheck.h"
#include "core/kafka/HostMap.h"

namespace sagascope::kafka {

/// What became of one TCP connection. `stage` is Resolve when the name was the trouble, else Connect.
struct ProbeResult
{
    CheckStage stage = CheckStage::Connect;
    CheckFault fault = CheckFault::None;
    std::string detail; ///< in the words of the system
};

/// Resolves and connects, then hangs up. Any thread; blocks up to `timeout`.
[[nodiscard]] ProbeResult probe(const HostPort& place, std::chrono::milliseconds timeout);

} // namespace sagascope::kafka
