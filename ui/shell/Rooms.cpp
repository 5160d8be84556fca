// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rooms.h"

#include <utility>

#include "ui/compose/ComposeRoom.h"
#include "ui/consumers/ConsumersRoom.h"
#include "ui/events/EventsRoom.h"
#include "ui/metrics/MetricsRoom.h"
#include "ui/sagas/SagasRoom.h"
#include "ui/topology/TopologyRoom.h"

namespace sagascope::ui {

std::vector<Room*> makeRooms(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog, DefinitionKeeper* keeper)
{
    return {new SagasRoom(state, catalog, keeper), new EventsRoom(state), new TopologyRoom(state), new MetricsRoom(state),
            new ConsumersRoom(state), new ComposeRoom(state, std::move(catalog))};
}

} // namespace sagascope::ui
