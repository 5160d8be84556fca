// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"

namespace sagascope::app {

/// `sagascope`: the window. Needs a QApplication; returns the exit status when the last window is closed.
[[nodiscard]] int runWindow(const WindowOptions& options);

} // namespace sagascope::app
