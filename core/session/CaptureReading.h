// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/base/Result.h"
#include "core/session/Snapshot.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

/// Reads a whole capture or file of JSON lines the way every source is read, and gives what a session would show at its end.
/// Blocks until then: call it from a worker. `showRecords` is told now and then how many records were read; when
/// `shouldStop` says so, the snapshot holds what was read so far. Errors: NotFound, Unreadable.
[[nodiscard]] base::Result<SnapshotPtr> readCapture(const std::filesystem::path& file,
                                                    std::shared_ptr<const catalog::Catalog> catalog,
                                                    const std::function<bool()>& shouldStop = {},
                                                    const std::function<void(std::uint64_t)>& showRecords = {});

} // namespace sagascope::session
