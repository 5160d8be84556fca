// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "app/Options.h"
#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/kafka/Profile.h"
#include "core/session/EventSource.h"
#include "core/session/PublishedRecords.h"

namespace sagascope::app {

struct OpenedSource
{
    std::shared_ptr<void> keepAlive; ///< what the cluster runs on (the demo); release it after all its clients
    std::unique_ptr<session::EventSource> source;
    std::optional<kafka::Profile> profile; ///< the cluster; none for a file
};

/// The profile of a cluster that is known by its hosts only: watches the groups that the catalog declares.
[[nodiscard]] kafka::Profile profileFor(const std::string& bootstrap, const catalog::Catalog& catalog);

/// Opens what the command line names. Does not wait for brokers, but the demo's own broker is started (well under a
/// second). A saved profile's secrets are waited for with an event loop. Errors: NotFound (file, profile or secret),
/// Unreadable, InvalidArgument.
[[nodiscard]] base::Result<OpenedSource> openSource(const SourceOptions& options, const catalog::Catalog& catalog,
                                                    const session::PublishedRecords& published = {});

} // namespace sagascope::app
