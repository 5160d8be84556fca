// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "core/base/Result.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/Profile.h"

namespace sagascope::kafka {

/// What lies in a gap for a reader who sees uncommitted records too.
struct GapContents
{
    std::int64_t aborted = 0; ///< records that are there, of transactions that were aborted
    std::int64_t absent = 0;  ///< offsets with nothing to read: a transaction's marker, or compacted away; Kafka tells no more
    std::int64_t gone = 0;    ///< offsets that retention has removed since
};

struct GapOptions
{
    std::chrono::milliseconds timeout{10'000};
    std::function<bool()> isStopped{};
};

/// Reads a gap once more, as a second client. Joins no group, commits nothing. Any thread; blocks up to `timeout`.
/// Errors: TimedOut (subject: the partition) when the cluster did not hand over all of it in time or it was stopped;
/// otherwise as Consumer::open().
[[nodiscard]] base::Result<GapContents> readGap(const Profile& profile, const OffsetGap& gap, const GapOptions& options = {});

} // namespace sagascope::kafka
