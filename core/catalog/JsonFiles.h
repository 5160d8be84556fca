// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace sagascope::catalog {

/// The `*.json` in a folder, by name. Error Unreadable when the folder can't be listed.
[[nodiscard]] base::Result<std::vector<std::filesystem::path>> jsonFiles(const std::filesystem::path& directory);

/// Error Unreadable when it is no file or can't be read.
[[nodiscard]] base::Result<std::string> readTextFile(const std::filesystem::path& path);

} // namespace sagascope::catalog
