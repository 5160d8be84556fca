// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// Why the event belongs to the saga (a score part by part), what else the saga may be one with, what caused the event
/// and what it caused, as rich text with links `event:<index>` and `saga:<slot>`.
/// Identifier values are escaped: they come from the wire.
[[nodiscard]] QString evidenceText(const saga::Story& story, base::EventIndex event, const session::Snapshot& snapshot);

} // namespace sagascope::ui
