// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// Why the event belongs to the saga, what caused it and what it caused, as rich text with links `event:<index>`.
/// Identifier values are escaped: they come from the wire.
[[nodiscard]] QString evidenceText(const saga::Story& story, base::EventIndex event, const session::Snapshot& snapshot);

} // namespace sagascope::ui
