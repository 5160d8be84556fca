// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/CaptureWriter.h"

namespace sagascope::app {

/// The captures of sessions that nobody has saved: one file a session, so that memory need not hold what was read. It goes
/// when the last that reads from it is gone; one whose program was killed stays, and can be found again.
///
/// GUI thread and pool threads, one at a time.
class SessionFolder
{
public:
    explicit SessionFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// A new capture, in a folder that is made where there is none. Errors as CaptureWriter::create().
    [[nodiscard]] base::Result<std::shared_ptr<capture::CaptureWriter>> create() const;
    /// Captures of programs that did not come to their end, the latest first. Those of programs that run are not among them.
    [[nodiscard]] std::vector<std::filesystem::path> leftBehind() const;

private:
    std::filesystem::path m_folder;
};

/// Removes a capture that was left behind, with what lies beside it.
void removeLeftBehind(const std::filesystem::path& capture);

} // namespace sagascope::app
