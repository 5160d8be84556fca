// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/Time.h"
#include "core/demo/StoryPlan.h"
#include "core/event/RawRecord.h"
#include "core/kafka/Publisher.h"

namespace sagascope::bench {

struct DemoTrafficOptions
{
    std::uint64_t seed = 1;
    double perSecond = 100;     ///< records a second of the traffic's own time
    double platformShare = 0.5; ///< of stories told as the real platform does
};

/// The demo's stories, with the demo's mix, as a cluster would hold them: told on a clock of their own that begins on a fixed
/// day, woven into one another, partitioned as the services do it. Records come one by one in the order of their time, so
/// any number of them needs no memory, and fewer of them are the beginning of more. A pure function of the options.
///
/// The demo has four hundred travellers; here 512 such crowds take turns, so that nobody books every few seconds.
/// One thread.
class DemoTraffic
{
public:
    explicit DemoTraffic(const DemoTrafficOptions& options = {});

    /// The next record; its views live until the next call.
    [[nodiscard]] event::RawRecord next();

private:
    using Turn = std::tuple<base::Timestamp, std::uint64_t, std::size_t>; ///< time, story, position in it

    void tellNextStory();
    [[nodiscard]] std::int32_t partitionOf(const kafka::OutgoingRecord& record);

    std::vector<demo::StoryPlan> m_crowds;
    std::map<std::string, std::int32_t, std::less<>> m_partitions; ///< of each topic
    std::map<std::pair<std::string, std::int32_t>, std::int64_t> m_offsets; ///< the next of each partition
    std::map<Turn, kafka::OutgoingRecord> m_waiting;
    std::uint64_t m_nextStory = 0;
    base::Timestamp m_nextStart;
    kafka::OutgoingRecord m_current;
    std::vector<event::HeaderView> m_headers;
};

} // namespace sagascope::bench
