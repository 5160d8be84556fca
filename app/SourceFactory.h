// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "app/Options.h"
#include "core/base/Result.h"
#include "core/capture/CaptureAnnex.h"
#include "core/capture/CaptureWriter.h"
#include "core/catalog/Catalog.h"
#include "core/kafka/Profile.h"
#include "core/profile/ClusterProfile.h"
#include "core/session/EventSource.h"
#include "core/session/PublishedRecords.h"

namespace sagascope::app {

struct OpenedSource
{
    std::shared_ptr<void> keepAlive; ///< what the cluster runs on (the demo); release it after all its clients
    std::unique_ptr<session::EventSource> source;
    std::optional<kafka::Profile> profile; ///< the cluster; none for a file
    std::shared_ptr<capture::CaptureWriter> capture{}; ///< for SessionOptions; null where none is written
    bool isCaptureTemporary = false; ///< for SessionOptions, as is this
    std::size_t cacheBytes = store::defaultCacheBytes();
    std::string captureRead{};     ///< the file that is read, where it is a capture
    capture::CaptureAnnex annex{}; ///< what it holds besides records
};

using CatalogPtr = std::shared_ptr<const catalog::Catalog>;

/// The source, or of it whole sagas of one traveller in so many.
[[nodiscard]] std::unique_ptr<session::EventSource> sampled(std::unique_ptr<session::EventSource> source,
                                                            const CatalogPtr& catalog, std::uint32_t oneIn);

/// What is read of a cluster: as the options say, or else `otherwise`.
[[nodiscard]] profile::Scope scopeOf(const SourceOptions& options, profile::Scope otherwise);

/// A cluster, and what is read of it.
struct ClusterChoice
{
    kafka::Profile profile; ///< with its secrets
    profile::Scope scope;
};

/// The cluster that the command line names, by its hosts or a saved profile. Errors as openSource().
[[nodiscard]] base::Result<ClusterChoice> chooseCluster(const SourceOptions& options, const catalog::Catalog& catalog);

/// The profile of a cluster that is known by its hosts only: watches the groups that the catalog declares.
[[nodiscard]] kafka::Profile profileFor(const std::string& bootstrap, const catalog::Catalog& catalog);

/// The source with a new capture to write to; without a name, as it is. InvalidArgument when the file is there already,
/// ReadOnly or Unreadable when it cannot be made.
[[nodiscard]] base::Result<OpenedSource> withCapture(base::Result<OpenedSource> opened, const std::string& file);

/// Opens what the command line names. Does not wait for brokers, but the demo's own broker is started (well under a
/// second). A saved profile's secrets are waited for with an event loop. Errors: NotFound (file, profile or secret),
/// Unreadable, InvalidArgument.
[[nodiscard]] base::Result<OpenedSource> openSource(const SourceOptions& options, const CatalogPtr& catalog,
                                                    const session::PublishedRecords& published = {});

} // namespace sagascope::app
