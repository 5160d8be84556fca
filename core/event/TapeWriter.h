// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/event/JsonDocument.h"

namespace sagascope::event {

/// Appends `text` as a JSON string, quotes included.
void appendJsonString(std::string& out, std::string_view text);

/// The scalar at `at` as JSON text; numbers that a double can't hold as they were written.
void appendJsonScalar(std::string& out, const JsonDocument& document, std::size_t at);

/// The value at `at` as compact JSON. Members whose names stand at the (sorted) places in `left` are left out.
[[nodiscard]] std::string writeTape(const JsonDocument& document, std::size_t at,
                                    const std::vector<std::size_t>& left = {});

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string shortestNumber(double number);

} // namespace sagascope::event
