// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"

namespace sagascope::metrics {

/// Counts of events over time, by category, in bins whose width follows the stretch of time: from a millisecond up, so that there
/// are never more than some thousand bins however many events come. The order of arrival does not matter for the counts. One thread.
class TimeHistogram
{
public:
    static constexpr std::size_t kCategories = 12; ///< what comes beyond counts to the last
    using Counts = std::array<std::uint32_t, kCategories>;

    struct Bar
    {
        Counts counts{};
        std::uint32_t marked = 0; ///< of all
        base::EventIndex first;   ///< the one that was added first; invalid where there is none

        [[nodiscard]] std::uint64_t total() const;
        friend bool operator==(const Bar&, const Bar&) = default;
    };
    /// Bars of equal width without a gap, the first and the last of them not empty.
    struct Bars
    {
        base::Timestamp from = base::kNoTime; ///< a whole number of steps since the epoch
        base::Duration step{0};
        std::vector<Bar> bars;
        std::uint64_t timeless = 0; ///< events without a time, which stand nowhere

        [[nodiscard]] bool isEmpty() const { return bars.empty(); }
        [[nodiscard]] base::Timestamp to() const { return from + step * static_cast<std::int64_t>(bars.size()); }
    };

    void add(base::EventIndex event, base::Timestamp time, std::size_t category, bool isMarked);
    /// At most so many bars (a hundred for times that lie centuries apart), of a width that people count in: 1, 2, 5, 10, … ms, s, 1, 2, 5, 10, 30 min, hours, days.
    [[nodiscard]] Bars bars(std::size_t most) const;

private:
    /// Places of bins: time since the epoch in widths, rounded down.
    using Bins = std::map<std::int64_t, Bar>;

    void widen();
    [[nodiscard]] bool isTooLong() const;

    Bins m_bins;
    Bins::iterator m_last = m_bins.end(); ///< most events fall where the one before them fell
    std::size_t m_width = 0;              ///< which of the widths
    std::uint64_t m_timeless = 0;
};

} // namespace sagascope::metrics
