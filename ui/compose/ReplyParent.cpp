// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ReplyParent.h"

#include "core/event/Decoder.h"

namespace sagascope::ui {

std::optional<ReplyParent> readReplyParent(const session::Snapshot& snapshot, base::EventIndex event)
{
    if (!event.isValid() || event.value >= snapshot.events.size())
        return std::nullopt;
    const auto batch = snapshot.events.record(event);
    if (!batch || batch->isEmpty())
        return std::nullopt;
    event::Decoder decoder;
    const event::Decoded decoded = decoder.decode(batch->records().front());
    const auto* read = std::get_if<event::Event>(&decoded);
    return read != nullptr ? std::optional(ReplyParent{event, compose::ParentEvent::of(*read)}) : std::nullopt;
}

} // namespace sagascope::ui
