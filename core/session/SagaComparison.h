// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/WhatIf.h"

namespace sagascope::session {

/// Fills in everything of `result` that compares `before` with `result.changed`: two tellings of the same records.
void compareSagas(const Snapshot& before, WhatIf& result);

} // namespace sagascope::session
