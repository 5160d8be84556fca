// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sagascope::bench {

/// One line on standard output for each figure: `name value unit goal ok|short`. Names are dotted, units have no blanks; a
/// figure without a goal has `-` in the last two places. One thread.
void tell(std::string_view name, double value, std::string_view unit);
void tellAtLeast(std::string_view name, double value, std::string_view unit, double goal);
void tellAtMost(std::string_view name, double value, std::string_view unit, double goal);

} // namespace sagascope::bench
