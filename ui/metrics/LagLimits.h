// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sagascope::ui {

/// Messages behind at which the platform's own alert rules warn, and at which they call for help.
inline constexpr std::int64_t kLagWarning = 1'000;
inline constexpr std::int64_t kLagCritical = 10'000;

} // namespace sagascope::ui
