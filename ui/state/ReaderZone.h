// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// How far the zone in which times are shown is ahead of UTC, at the moment that the snapshot speaks of.
[[nodiscard]] base::Duration readerZone(const ViewState& state);

} // namespace sagascope::ui
