// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rooms.h"

#include "ui/events/EventsRoom.h"
#include "ui/sagas/SagasRoom.h"
#include "ui/topology/TopologyRoom.h"

namespace sagascope::ui {

std::vector<Room*> makeRooms(ViewState& state)
{
    return {new SagasRoom(state), new EventsRoom(state), new TopologyRoom(state)};
}

} // namespace sagascope::ui
