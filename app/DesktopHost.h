// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/DesktopShelf.h"
#include "app/SessionFolder.h"
#include "app/SourceFactory.h"
#include "core/catalog/Catalog.h"
#include "core/catalog/DefinitionFolder.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::app {

/// Starts sessions for the window, and keeps definitions in their folder. What may take time (starting the demo, reaching brokers) runs on a pool thread.
/// GUI thread; must outlive the window.
class DesktopHost : public ui::SessionHost
{
public:
    /// Without a folder no definition is kept.
    explicit DesktopHost(std::shared_ptr<const catalog::Catalog> catalog,
                         std::optional<catalog::DefinitionFolder> folder = std::nullopt);
    /// Sessions that nobody captures keep their records there instead of in memory.
    void keepSessionsIn(SessionFolder folder) { m_sessions = std::move(folder); }
    [[nodiscard]] QCoro::Task<base::Result<ui::StartedSession>> start(ui::SourceRequest request) override;
    [[nodiscard]] std::shared_ptr<const catalog::Catalog> catalog() const override { return m_catalog; }
    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog) override { m_catalog = std::move(catalog); }
    [[nodiscard]] base::Result<void> saveDefinition(std::string_view text) override;
    [[nodiscard]] base::Result<void> removeDefinition(std::string_view name) override;
    /// The next session writes a capture there.
    void captureTo(std::string file) { m_captureFile = std::move(file); }
    /// Most memory for records that were read again, of each session from now on.
    void setCacheBytes(std::size_t bytes) { m_cacheBytes = bytes; }
    [[nodiscard]] DesktopShelf& profiles() override { return m_shelf; }

private:
    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::optional<catalog::DefinitionFolder> m_folder;
    std::optional<SessionFolder> m_sessions;
    DesktopShelf m_shelf;
    std::size_t m_cacheBytes = store::defaultCacheBytes();
    std::string m_captureFile; ///< of the next session; empty: none
};

/// A session on an opened source, with a publisher where its cluster may be written to.
[[nodiscard]] ui::StartedSession startSession(OpenedSource opened, const session::PublishedRecords& published,
                                              const std::shared_ptr<const catalog::Catalog>& catalog);

} // namespace sagascope::app
