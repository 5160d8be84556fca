// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/catalog/Catalog.h"

namespace sagascope::app {

/// `sagascope report --estimate`: prints on standard output how much a report with these options would read, and returns
/// the exit status. Needs a QCoreApplication and no display.
[[nodiscard]] int runEstimate(const ReportOptions& options, const catalog::Catalog& catalog);

} // namespace sagascope::app
