// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "core/base/Time.h"
#include "core/kafka/RdHandle.h"
#include "core/metrics/GroupLook.h"

namespace sagascope::kafka {

/// Fetches single records for the sake of their time and size: the first one at or after an offset, since transaction markers and
/// compaction leave holes. Its client reads through the simple interface (no group, no commit), is told of partition ends,
/// does not reset offsets by itself, and should fetch little at once. One thread.
class RecordProbe
{
public:
    struct Found
    {
        bool isNothingThere = false; ///< nothing but markers and holes up to the end
        base::Timestamp time = base::kNoTime;
        std::size_t bytes = 0; ///< as event::RawRecord::size() has it
    };

    explicit RecordProbe(rd_kafka_t* client) : m_client(client) {}

    /// What the partitions that answered in time, and before it was stopped, hold there. Blocks.
    [[nodiscard]] std::map<metrics::RecordPlace, Found> look(std::span<const metrics::RecordPlace> places,
                                                             std::chrono::milliseconds timeout,
                                                             const std::function<bool()>& isStopped = {});

private:
    using Answers = std::map<metrics::RecordPlace, Found>;
    using Wave = std::map<metrics::Place, std::int64_t>;

    /// Until when, and whether anybody still waits.
    struct Patience
    {
        std::chrono::steady_clock::time_point deadline;
        const std::function<bool()>& isStopped;

        [[nodiscard]] bool isOver() const;
        [[nodiscard]] std::chrono::milliseconds nextWait() const;
    };

    void lookOnce(const Wave& wave, const Patience& patience, Answers& answers);
    [[nodiscard]] rd_kafka_topic_t* topicNamed(const std::string& name);

    rd_kafka_t* m_client;
    std::map<std::string, RdTopic> m_topics;
};

} // namespace sagascope::kafka
