// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/Ids.h"

namespace sagascope::session {

/// What was found in the next stretch of a scan.
struct EventScanPart
{
    std::size_t searchedTo = 0;       ///< everything before this one was asked
    std::vector<std::uint32_t> found; ///< events of the stretch, ascending
};

/// Puts one question to all events of a range, on several threads, and hands over what was found from the first event to
/// the last, stretch by stretch, while the rest is still being searched. Stretches are as long as some payload blocks, so that
/// a block is decompressed by one thread, once.
struct EventScan
{
    using Question = std::function<bool(base::EventIndex)>;

    std::size_t from = 0;
    std::size_t end = 0;
    std::function<Question()> makeQuestion; ///< one for each thread, made in it
    /// In order, never twice at a time, in any of the threads; it must not take long.
    std::function<void(EventScanPart)> deliver;
    std::function<bool()> isStopped; ///< asked by all threads every few events; none: it runs to the end
    unsigned threads = 0;            ///< 0: as many as the machine has

    /// Returns when everything was asked and delivered, or it was stopped; then the parts delivered end somewhere. The calling
    /// thread is one of those that ask.
    void run() const;
};

} // namespace sagascope::session
