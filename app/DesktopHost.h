// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/SourceFactory.h"
#include "core/catalog/Catalog.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::app {

/// Starts sessions for the window. What may take time (starting the demo, reaching brokers) runs on a pool thread.
/// GUI thread; must outlive the window.
class DesktopHost : public ui::SessionHost
{
public:
    explicit DesktopHost(std::shared_ptr<const catalog::Catalog> catalog);
    [[nodiscard]] QCoro::Task<base::Result<ui::StartedSession>> start(ui::SourceRequest request) override;

private:
    std::shared_ptr<const catalog::Catalog> m_catalog;
};

/// A session on an opened source, with a publisher where its cluster may be written to.
[[nodiscard]] ui::StartedSession startSession(OpenedSource opened, const session::PublishedRecords& published,
                                              const std::shared_ptr<const catalog::Catalog>& catalog);

} // namespace sagascope::app
