// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"

namespace sagascope::app {

/// `sagascope report`: reads the source through a Session, prints the report on standard output, and returns the exit
/// status. Needs a QCoreApplication and no display.
[[nodiscard]] int runReport(const ReportOptions& options);

} // namespace sagascope::app
