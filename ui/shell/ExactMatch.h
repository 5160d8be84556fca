// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/base/Ids.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// What an id names: an event, a saga, or nothing (both invalid).
struct ExactMatch
{
    base::EventIndex event;
    base::SagaId saga;

    [[nodiscard]] bool isFound() const { return event.isValid() || saga.isValid(); }
};

/// Finds the event with this event id, else the newest saga with this key or with an event that carries this
/// identifier or correlation id. `booking:BK-7741` is searched as `BK-7741`. Reads every row: call it in a worker.
[[nodiscard]] ExactMatch findExact(const session::Snapshot& snapshot, std::string_view text);

} // namespace sagascope::ui
