// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/Result.h"
#include "core/capture/CaptureAnnex.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/Profile.h"
#include "core/session/PublishedRecords.h"
#include "core/profile/ClusterProfile.h"
#include "ui/connect/ProfileShelf.h"

namespace sagascope::catalog {
class Catalog;
}
namespace sagascope::kafka {
class Publisher;
}
namespace sagascope::session {
class Session;
}

namespace sagascope::ui {

/// A cluster to read from.
struct KafkaRequest
{
    kafka::Profile profile;
    profile::Scope scope{};
};

/// A capture, or a file of JSON lines as `kcat -J` prints them.
struct FileRequest
{
    std::string path;
    std::uint32_t oneIn = 1; ///< whole sagas of one traveller in so many
    bool isReadOnly = false; ///< nothing is ever written into it: it came by a double click
};

/// The embedded broker with the simulated services.
struct DemoRequest
{
    std::uint64_t seed = 7;
    double eventsPerSecond = 200;
    double failureRate = 0.2;
    std::optional<std::chrono::milliseconds> duration; ///< nothing: until stopped
    double platformShare = 0.5; ///< of stories told as the real platform does; the others follow the spec
};

using SourceRequest = std::variant<KafkaRequest, FileRequest, DemoRequest>;

/// A session that runs. `publisher` is null where there is no cluster (a file) or the profile is read-only.
/// `keepAlive` holds what must outlive both (the embedded broker, the demo's services) and is released after them.
struct StartedSession
{
    std::shared_ptr<void> keepAlive;
    std::shared_ptr<session::Session> session;
    std::shared_ptr<kafka::Publisher> publisher;
    session::PublishedRecords published;   ///< publish through it, so that what comes back is shown as "yours"
    std::optional<kafka::Profile> profile; ///< the cluster; none for a file
    std::string capture{};                 ///< the file that is read, where it is a capture
    bool isCaptureReadOnly = false;        ///< nothing is ever written into it
    capture::CaptureAnnex annex{};         ///< what it holds besides records
};

/// Starts sessions, and keeps a person's saga definitions and clusters: the window asks, the composition root answers. It is called on the GUI thread and must not block
/// it: whatever takes time (reaching brokers, reading metadata, starting the demo) is awaited. `StartedSession::session`
/// is created on the GUI thread, as Session wants.
class SessionHost
{
public:
    virtual ~SessionHost() = default;
    [[nodiscard]] virtual QCoro::Task<base::Result<StartedSession>> start(SourceRequest request) = 0;
    /// What the sessions will know, so that the window can use it before the first one; null: it comes with that.
    [[nodiscard]] virtual std::shared_ptr<const catalog::Catalog> catalog() const { return nullptr; }
    /// Sessions that start from now on know this one. It was made from catalog() with a person's definitions.
    virtual void setCatalog(std::shared_ptr<const catalog::Catalog> /*catalog*/) {}
    /// Keeps a saga definition beyond this run, under the name that its text gives.
    [[nodiscard]] virtual base::Result<void> saveDefinition(std::string_view text);
    /// Forgets one that was kept.
    [[nodiscard]] virtual base::Result<void> removeDefinition(std::string_view name);
    /// A person's clusters.
    [[nodiscard]] virtual ProfileShelf& profiles() { return m_profiles; }

private:
    ProfileShelf m_profiles; ///< for this run
};

inline base::Result<void> SessionHost::saveDefinition(std::string_view /*text*/)
{
    return base::Error{base::ErrorCode::Unsupported, {}, "definitions are not kept here"};
}

inline base::Result<void> SessionHost::removeDefinition(std::string_view /*name*/)
{
    return base::Error{base::ErrorCode::Unsupported, {}, "definitions are not kept here"};
}

} // namespace sagascope::ui
