// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/event/RawRecord.h"

namespace sagascope::bench {

/// Booking sagas as the platform's library sends them: about 420 bytes of value each, ids that never repeat, five
/// headers. With correlation and causation, as the specification asks for, or without, as the platform does it.
enum class Dialect { Specification, Platform };
[[nodiscard]] event::RecordBatch traffic(std::size_t count, Dialect dialect);

} // namespace sagascope::bench
