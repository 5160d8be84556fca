// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/kafka/Consumer.h"

namespace sagascope::app {

/// `30`, `1.5s`, `500ms`, `5m`, `2h`; a bare number is seconds. Nothing when it is none of these, or negative.
[[nodiscard]] std::optional<std::chrono::milliseconds> readDuration(std::string_view text);

/// `beginning`, `end`, `last:500`, an ISO 8601 time (UTC where it names no zone), or offsets as kafka::readStartOffsets() has them.
[[nodiscard]] std::optional<kafka::StartPoint> readStartPoint(std::string_view text);

/// `1280x800`: width and height between 200 and 10,000.
[[nodiscard]] std::optional<std::pair<int, int>> readSize(std::string_view text);

/// A file's path, which desktops hand over as a `file:` URL, too.
[[nodiscard]] std::string readPath(const std::string& text);

} // namespace sagascope::app
