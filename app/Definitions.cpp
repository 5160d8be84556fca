// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Definitions.h"

#include <system_error>
#include <utility>

#include "app/ConfigDirectory.h"
#include "app/Console.h"

namespace sagascope::app {

base::Result<Knowledge> loadKnowledge(const std::filesystem::path& definitions)
{
    const auto catalog = catalog::Catalog::load();
    if (!catalog)
        return catalog.error();
    Knowledge known{*catalog, std::nullopt, {}};
    if (definitions.empty())
        return known;
    known.folder.emplace(definitions, known.catalog->definitionSchema());
    catalog::DefinitionFolder::Content content = known.folder->load();
    known.catalog = known.catalog->with(std::move(content.definitions));
    known.faults = std::move(content.faults);
    return known;
}

base::Result<Knowledge> loadNamedKnowledge(const std::string& definitions)
{
    std::error_code failure;
    if (!definitions.empty() && !std::filesystem::is_directory(definitions, failure))
        return base::Error{base::ErrorCode::NotFound, definitions, "--definitions names a folder of saga definitions, and there is none"};
    return loadKnowledge(definitions);
}

void complain(const std::vector<catalog::DefinitionFault>& faults)
{
    for (const catalog::DefinitionFault& fault : faults)
        complain("left out: " + fault.text());
}

std::filesystem::path definitionsDirectory()
{
    return configDirectory() / "sagas";
}

} // namespace sagascope::app
