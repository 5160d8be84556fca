// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"

namespace sagascope::app {

/// `sagascope screenshot`: reads the source, then saves a picture of every room and prints the files' names, one a
/// line. Needs a QApplication on a platform that may be offscreen; returns the exit status.
[[nodiscard]] int runScreenshot(const ScreenshotOptions& options);

} // namespace sagascope::app
