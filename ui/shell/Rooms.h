// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::ui {

class DefinitionKeeper;

/// Every room of the window, in the order of the rail. The caller gives them a parent. Without a catalog, Compose waits
/// for the one of the first session; without a keeper no definition can be saved.
[[nodiscard]] std::vector<Room*> makeRooms(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog,
                                           DefinitionKeeper* keeper = nullptr);

} // namespace sagascope::ui
