// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/session/Snapshot.h"

namespace sagascope::app {

/// `sagascope report --export-events`: writes the snapshot's events that match and returns the exit status. Interrupted or failed it
/// leaves no file.
[[nodiscard]] int runExport(const session::SnapshotPtr& snapshot, const ExportOptions& options, bool isQuiet);

} // namespace sagascope::app
