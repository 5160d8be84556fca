// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/kafka/Publisher.h"
#include "core/session/KafkaSource.h"
#include "core/session/Session.h"
#include "core/session/Snapshot.h"

namespace sagascope::integration {

/// One event of JSON, with an id that tells it from all others of its test.
[[nodiscard]] std::string eventNumber(int number);

/// What the broker said of one event.
struct Acknowledged
{
    int number = 0;
    kafka::Delivery delivery;
};

/// A Session on a cluster, as the window has one. Use it on one thread.
class Following
{
public:
    explicit Following(const kafka::Profile& profile, session::KafkaSourceOptions options = {});

    [[nodiscard]] session::Session& session() { return *m_session; }
    [[nodiscard]] session::SnapshotPtr snapshot() const { return m_session->snapshot(); }

    using Condition = std::function<bool(const session::Snapshot&)>;
    /// Waits until it holds. How long that took; nothing when it did not come true in a minute and a half, long after
    /// anybody would have given up.
    [[nodiscard]] std::optional<std::chrono::milliseconds> await(const Condition& condition) const;
    [[nodiscard]] bool awaitEvents(std::uint64_t count) const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> awaitState(session::ConnectionState state) const;

private:
    std::unique_ptr<session::Session> m_session;
};

/// What is wrong with the events of a session, a line each, at most ten: an event with a number below `count` that is
/// not there exactly once, or a record that came twice.
[[nodiscard]] std::vector<std::string> differences(const session::Snapshot& snapshot, int count);

/// The same for acknowledged events, which must be there once, by their id and at the coordinates that the broker told.
[[nodiscard]] std::vector<std::string> differences(const session::Snapshot& snapshot,
                                                   const std::vector<Acknowledged>& acknowledged);

} // namespace sagascope::integration
