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

/// Finds the saga with this key, else the newest event with this event id, else the newest saga with an event that carries
/// this identifier or correlation id. `booking:BK-7741` is searched as `BK-7741`. Takes a few milliseconds for an id that few
/// carry, however many events there are, and reads every row for one that is all over them: call it in a worker.
[[nodiscard]] ExactMatch findExact(const session::Snapshot& snapshot, std::string_view text);

} // namespace sagascope::ui
