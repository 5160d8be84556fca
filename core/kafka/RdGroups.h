// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/RdHandle.h"
#include "core/metrics/GroupLook.h"

namespace sagascope::kafka {

/// What a cluster's coordinators say about consumer groups. Blocks; one question at a time per object. Never for an
/// EmbeddedBroker but for committed(): it does not answer, and the client would hang on it for good.
class RdGroups
{
public:
    RdGroups(rd_kafka_t* client, std::chrono::milliseconds timeout);

    /// The names of all groups that may be seen.
    [[nodiscard]] base::Result<std::set<std::string>> list();

    /// Phase, assignor and members of each, in one request per coordinator. A group that cannot be described says so
    /// itself.
    void describe(std::span<metrics::GroupReading> groups);

    /// Committed offsets, the groups in parallel: of each reading's samples, and of whatever else it has committed on when
    /// `isEverything`. A reading whose answer is an error becomes Unreadable.
    void fetchCommitted(std::span<metrics::GroupReading> groups, bool isEverything);

private:
    [[nodiscard]] rd_kafka_queue_t* freshQueue();
    void ask(metrics::GroupReading& group, bool isEverything);

    rd_kafka_t* m_client;
    std::chrono::milliseconds m_timeout;
    RdQueue m_answers;
};

} // namespace sagascope::kafka
