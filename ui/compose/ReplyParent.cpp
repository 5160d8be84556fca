// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ReplyParent.h"

#include "core/store/EventReader.h"

namespace sagascope::ui {

std::optional<ReplyParent> readReplyParent(const session::Snapshot& snapshot, base::EventIndex event)
{
    store::EventReader reader(snapshot.events);
    const event::Event* read = reader.read(event);
    return read != nullptr ? std::optional(ReplyParent{event, compose::ParentEvent::of(*read)}) : std::nullopt;
}

} // namespace sagascope::ui
