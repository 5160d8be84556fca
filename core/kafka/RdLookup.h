// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Cluster.h"
#include "core/kafka/RdHandle.h"
#include "core/kafka/TopicPartition.h"

namespace sagascope::kafka {

/// Brokers and all topics that may be seen. Asks for all at once: asking for a topic by name may create it. Blocks.
[[nodiscard]] base::Result<ClusterInfo> describeCluster(rd_kafka_t* client, const std::string& bootstrap,
                                                        std::chrono::milliseconds timeout);

/// The questions that ListOffsets answers besides a time in ms.
inline constexpr std::int64_t kLowOffset = RD_KAFKA_OFFSET_BEGINNING;
inline constexpr std::int64_t kEndOffset = RD_KAFKA_OFFSET_END; ///< the stable end for a read_committed client

/// The offset of each partition at `when` (ms since 1970, kLowOffset or kEndOffset), in the order asked, in one request
/// per leader. For a time that is later than every record: kEndOffset. Blocks.
[[nodiscard]] std::vector<base::Result<std::int64_t>> offsetsAt(rd_kafka_t* client,
                                                                std::span<const TopicPartition> partitions,
                                                                std::int64_t when, std::chrono::milliseconds timeout);

} // namespace sagascope::kafka
