// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "core/kafka/Profile.h"
#include "core/session/PublishedRecords.h"

namespace sagascope::kafka {
class Publisher;
}

namespace sagascope::ui {

/// Where a room may publish to: the cluster of the running session. A plain value; the session owns the publisher, so
/// that holding a target keeps nothing alive.
struct PublishTarget
{
    kafka::Profile profile; ///< its name is shown; read-only and embedded matter
    std::weak_ptr<kafka::Publisher> publisher; ///< empty when the profile is read-only
    session::PublishedRecords published;
};

/// Why there is no target at all.
enum class NoTarget {
    NoSession,
    File, ///< the session reads a file
};

} // namespace sagascope::ui
