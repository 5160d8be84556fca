// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/catalog/DefinitionFolder.h"

namespace sagascope::app {

/// What the program knows as it starts.
struct Knowledge
{
    std::shared_ptr<const catalog::Catalog> catalog;
    std::optional<catalog::DefinitionFolder> folder;    ///< nothing when only the built-in definitions count
    std::vector<catalog::DefinitionFault> faults;       ///< files of the folder that are left out
};

/// The catalog together with the definitions of a folder; an empty path: without any. Bad files are left out.
[[nodiscard]] base::Result<Knowledge> loadKnowledge(const std::filesystem::path& definitions);

/// The same for a folder that was named on the command line, which must be there; an empty text: none. Error NotFound.
[[nodiscard]] base::Result<Knowledge> loadNamedKnowledge(const std::string& definitions);

/// Tells on standard error which files were left out, and why.
void complain(const std::vector<catalog::DefinitionFault>& faults);

/// Where the window keeps a person's definitions, unless the command line names another place.
[[nodiscard]] std::filesystem::path definitionsDirectory();

} // namespace sagascope::app
