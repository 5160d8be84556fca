// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/Result.h"

namespace sagascope::capture {

/// How writing a capture goes.
struct CaptureStatus
{
    std::string path;
    std::uint64_t accepted = 0;  ///< records handed over
    std::uint64_t committed = 0; ///< … and those of them that are on the disk
    std::uint64_t missed = 0;    ///< records that will not be in it: the storage failed, or was too slow, for too long
    std::uint64_t bytes = 0;     ///< of committed records, compressed
    std::optional<base::Error> problem; ///< what the storage says now; nothing when it works (again)
};

} // namespace sagascope::capture
