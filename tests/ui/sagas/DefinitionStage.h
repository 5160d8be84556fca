// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

#include "core/catalog/Catalog.h"
#include "core/catalog/DefinitionFolder.h"
#include "tests/ui/support/Traffic.h"
#include "ui/sagas/definitions/DefinitionKeeper.h"

namespace sagascope::test {

/// Keeps definitions in a folder of the test's own, and hands catalogs to its session.
class FolderKeeper : public ui::DefinitionKeeper
{
public:
    FolderKeeper(const catalog::Catalog& catalog, TrafficSession& traffic)
        : m_folder(m_directory.path().toStdString(), catalog.definitionSchema()), m_traffic(traffic)
    {
    }

    base::Result<void> save(std::string_view text) override
    {
        const auto saved = m_folder.save(text);
        return saved ? base::Result<void>() : saved.error();
    }
    base::Result<void> remove(std::string_view name) override { return m_folder.remove(name); }
    void apply(std::shared_ptr<const catalog::Catalog> catalog) override { m_traffic.setCatalog(std::move(catalog)); }

    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const catalog::SagaDefinition& definition : m_folder.load().definitions)
            names.push_back(definition.name);
        return names;
    }
    [[nodiscard]] const catalog::DefinitionFolder& folder() const { return m_folder; }
    [[nodiscard]] QString path(const char* file) const { return m_directory.filePath(QLatin1String(file)); }

private:
    QTemporaryDir m_directory;
    catalog::DefinitionFolder m_folder;
    TrafficSession& m_traffic;
};

} // namespace sagascope::test
