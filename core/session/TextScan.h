// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/session/QueryText.h"
#include "core/store/BlockValues.h"

namespace sagascope::session {

/// For each record of a block, in order, whether it has a value that the pattern matches. What every match must hold is looked
/// for in all values at once; only values where it stands are compared, and where it does not occur nothing else is read: the
/// answers end behind the last value that matches. Any thread.
[[nodiscard]] std::vector<bool> valuesMatching(const TextPattern& pattern, store::BlockValues values);

} // namespace sagascope::session
