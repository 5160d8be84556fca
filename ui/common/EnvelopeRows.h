// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/common/EventReading.h"
#include "ui/common/KeyValueList.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The envelope as a person reads it: the nine members in the order of the specification, each with what is to be said of it, then what else
/// names the event, its key. Links: `cause`, `findings`. GUI thread.
[[nodiscard]] std::vector<KeyValue> envelopeRows(const EventReading& reading, const ViewState& state);

} // namespace sagascope::ui
