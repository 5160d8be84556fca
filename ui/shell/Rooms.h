// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Every room of the window, in the order of the rail. The caller gives them a parent.
[[nodiscard]] std::vector<Room*> makeRooms(ViewState& state);

} // namespace sagascope::ui
