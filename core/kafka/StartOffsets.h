// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Consumer.h"

namespace sagascope::kafka {

/// Reads `topic[partition]@offset`, several with commas, blanks or lines between. Error InvalidArgument: nothing there, a part
/// that is none of these, or a partition that is named twice; the subject is the part.
[[nodiscard]] base::Result<StartPoint> readStartOffsets(std::string_view text);

/// The same texts, one for each offset.
[[nodiscard]] std::vector<std::string> startOffsetTexts(const StartPoint& start);

} // namespace sagascope::kafka
