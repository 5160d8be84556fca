// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

#include "core/compose/RecordPreview.h"
#include "ui/compose/PublishTarget.h"

namespace sagascope::ui {

/// Name of a profile's cluster as a person knows it.
[[nodiscard]] QString clusterName(const kafka::Profile& profile);

/// Why `record` cannot be published to `target` now, and what to do, in words; empty when it can. `reason` counts
/// without a target; `isReadable`: every field of the form holds a value. GUI thread.
[[nodiscard]] QString publishObstacle(const std::optional<PublishTarget>& target, NoTarget reason, bool isReadable,
                                      const compose::RecordPreview& record);

} // namespace sagascope::ui
