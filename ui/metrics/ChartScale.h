// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace sagascope::ui {

enum class ValueScale {
    Linear,
    Logarithmic, ///< log10(1 + value): zero has a place, and 10, 1,000 and 100,000 are seen side by side
};

/// Logarithmic once the values lie so far apart that a linear axis would flatten the small ones.
[[nodiscard]] ValueScale scaleFor(double lowest, double highest);

/// Round values from 0 to at least `highest`, at most about `most` of them (1-2-5 steps; powers of ten when
/// logarithmic). The last one is the top of the axis. Pure.
[[nodiscard]] std::vector<double> valueTicks(double highest, int most, ValueScale scale);

/// Round moments (5 s, 1 min, 15 min, …) within [from, to], in milliseconds; `utcOffset` makes them round on the
/// clock that people see. Pure.
[[nodiscard]] std::vector<std::int64_t> timeTicks(std::int64_t from, std::int64_t to, int most, std::int64_t utcOffset);

/// Where a value is drawn on the axis that Qt Charts sees.
[[nodiscard]] double scaled(double value, ValueScale scale);

} // namespace sagascope::ui
