// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/compose/JsonText.h"
#include "core/event/Event.h"

namespace sagascope::compose {

/// The event that a reply answers: what a draft takes over from it. A copy, so it outlives the decoder.
struct ParentEvent
{
    std::string eventId;
    std::string eventType;
    std::string correlationId; ///< empty when it carries none
    Json body;                 ///< `{"payload": …, "metadata": …}`: what identifier pointers are resolved against

    /// Of a dead-letter wrapper: its own id, with type and body of the event inside.
    static ParentEvent of(const event::Event& event);
};

} // namespace sagascope::compose
