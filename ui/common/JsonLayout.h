// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/compose/JsonText.h"

namespace sagascope::ui {

/// JSON as a person would set it: what fits on a line stands on one, long lists of words are filled line by line,
/// and the members of the whole stand below one another. Ends with a line break.
[[nodiscard]] QString layOutJson(const compose::Json& value, qsizetype width = 56);

} // namespace sagascope::ui
