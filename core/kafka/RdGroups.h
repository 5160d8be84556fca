// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"
#include "core/kafka/RdHandle.h"
#include "core/metrics/GroupLook.h"

namespace sagascope::kafka {

/// What a cluster's coordinators say about consumer groups. Blocks; one question at a time per object. describe() only
/// where list() had an answer: an EmbeddedBroker knows neither question, and librdkafka would corrupt memory over it.
///
/// The client is its own, since it has to be left alone when a coordinator does not answer in time: librdkafka (every
/// version up to now) aborts the program when a question to a coordinator timed out by itself before it was sent, and the
/// coordinator is there again. So none ever times out by itself. What is left alone is ended once
/// it was answered, and never where it was not.
class RdGroups
{
public:
    /// The profile outlives this.
    RdGroups(const Profile& profile, std::chrono::milliseconds timeout) : m_profile(profile), m_timeout(timeout) {}
    ~RdGroups();
    RdGroups(const RdGroups&) = delete;
    RdGroups& operator=(const RdGroups&) = delete;

    /// The names of all groups that may be seen.
    [[nodiscard]] base::Result<std::set<std::string>> list();

    /// Phase, assignor and members of each, the groups in parallel. A group that cannot be described says so
    /// itself. After silence half a minute passes without asking.
    void describe(std::span<metrics::GroupReading> groups);

    /// Committed offsets, the groups in parallel: of each reading's samples, and of whatever else it has committed on when
    /// `isEverything`. A reading whose answer is an error becomes Unreadable.
    void fetchCommitted(std::span<metrics::GroupReading> groups, bool isEverything);

private:
    /// A client and the queue of its answers that did not come in time.
    struct Abandoned
    {
        RdClient client;
        RdQueue answers; ///< goes first
        std::size_t awaited = 0;
    };

    /// Ready to ask. An error when there can't be a client.
    [[nodiscard]] base::Result<void> prepare();
    void askMembers(const metrics::GroupReading& group);
    void askOffsets(metrics::GroupReading& group, bool isEverything);
    /// The next answer of several; null when none comes in time, and then no later one will.
    [[nodiscard]] RdEvent nextAnswer();
    void reap();

    const Profile& m_profile;
    std::chrono::milliseconds m_timeout;
    RdClient m_client; ///< null until something is asked, and after a coordinator did not answer
    std::chrono::steady_clock::time_point m_describeAgain; ///< not before
    RdQueue m_answers; ///< after the client, so that it goes first
    std::size_t m_awaited = 0; ///< questions under way
    bool m_isOutdated = false; ///< the client remembers a coordinator that is none any more: another is to be made
    std::vector<Abandoned> m_abandoned;
};

} // namespace sagascope::kafka
