// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace sagascope::catalog {

/// A file of `resources/` as it was when the program was built. The views live for ever.
struct EmbeddedFile
{
    std::string_view path; ///< relative to `resources/`, e.g. "catalog/user.created.json"
    std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedFile> embeddedFiles();

} // namespace sagascope::catalog
