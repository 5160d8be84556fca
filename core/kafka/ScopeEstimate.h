// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/Profile.h"

namespace sagascope::kafka {

/// What lies of one topic in the chosen window.
struct TopicEstimate
{
    std::string topic;
    int partitions = 0;       ///< that would be read
    std::int64_t records = 0; ///< exact in offsets; fewer records where transactions left markers, or compaction holes
    int probed = 0;           ///< records that were fetched to learn their size
    std::uint64_t probedBytes = 0; ///< of their keys, values and headers, before compression
};

/// How much reading would bring, without having read it: offsets are asked for, sizes are taken from a few records.
struct ScopeEstimate
{
    std::vector<TopicEstimate> topics{}; ///< that match, by name, empty ones too
    int partitionsUnanswered = 0; ///< nobody leads them, or we may not ask: not in the figures
    bool isTimeIgnored = false;   ///< the cluster cannot look up times: all of it is counted, whatever the window says

    [[nodiscard]] std::int64_t records() const;
    [[nodiscard]] int partitions() const;
    [[nodiscard]] int probed() const;
    /// Each topic's records at the mean size of its own probes, or of all of them where it has none. Nothing where there are
    /// records and not one could be looked at.
    [[nodiscard]] std::optional<std::uint64_t> bytes() const;
};

struct EstimateOptions
{
    std::chrono::milliseconds timeout{6'000}; ///< for each question, and for all the probes of a round
    int probesPerTopic = 8;                   ///< fewer where there are so many topics that all of them would take too long
    std::function<void(int done, int of)> onProgress{}; ///< steps; on the calling thread
    std::function<bool()> isStopped{};
};

/// Estimates what a Consumer with these options would read if it were to stop at the ends of this moment. For a search by
/// key these are the records of its partitions, since what else lies in them is not known before.
///
/// Joins no group, commits nothing, creates no topic. Any thread; blocks, and finds out between two questions that it was
/// stopped. Errors: Cancelled; otherwise as Cluster::open() and Cluster::describe().
[[nodiscard]] base::Result<ScopeEstimate> estimateScope(const Profile& profile, const ConsumerOptions& consumer,
                                                        const EstimateOptions& options = {});

} // namespace sagascope::kafka
