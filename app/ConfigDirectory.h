// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace sagascope::app {

/// Where what a person set up is kept: SAGASCOPE_CONFIG_DIR where that is set, else `sagascope` in the user's
/// configuration directory. It need not exist.
[[nodiscard]] std::filesystem::path configDirectory();

/// Where captures of running sessions lie: `sessions` in SAGASCOPE_CONFIG_DIR where that is set, else in the user's data
/// directory.
[[nodiscard]] std::filesystem::path sessionsDirectory();
/// The same, made where it was not there and can be.
[[nodiscard]] std::filesystem::path madeSessionsDirectory();

} // namespace sagascope::app
