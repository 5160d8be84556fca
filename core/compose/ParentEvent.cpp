// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/ParentEvent.h"

namespace sagascope::compose {

ParentEvent ParentEvent::of(const event::Event& event)
{
    ParentEvent parent;
    parent.eventId = event.eventId.text;
    parent.eventType = event.eventType.text;
    parent.correlationId = event.correlationId.text;
    parent.body = Json::object();
    if (event.payload.isValid())
        parent.body["payload"] = fromJsonText(event.payload.serialise()).value_or(Json());
    if (event.metadata.isValid())
        parent.body["metadata"] = fromJsonText(event.metadata.serialise()).value_or(Json());
    return parent;
}

} // namespace sagascope::compose
