// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Cluster.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// Which offsets of which partitions the options mean on a given cluster: the one place that says so, for reading as for
/// an estimate of it. Not thread-safe by itself; it has no state but its options.
class ReadingWindow
{
public:
    /// What a cluster tells of one partition; Error where it did not.
    struct Offsets
    {
        base::Result<std::int64_t> low;
        base::Result<std::int64_t> end;
        base::Result<std::int64_t> from;  ///< StartPoint::Kind::Time
        base::Result<std::int64_t> until; ///< ConsumerOptions::until

        [[nodiscard]] bool areKnown() const { return low && end && from && until; }
    };

    /// An embedded broker cannot look up times: then they bound nothing here, and records are to be judged one by one.
    ReadingWindow(ConsumerOptions options, bool isEmbedded) : m_options(std::move(options)), m_isEmbedded(isEmbedded) {}

    /// The options name a time, and the cluster cannot look it up.
    [[nodiscard]] bool isTimeIgnored() const;
    /// Given offsets leave out what they do not name, and the search for a key the partitions that it cannot lie in.
    [[nodiscard]] bool isWanted(const TopicInfo& topic, std::int32_t partition) const;
    /// In the order of `partitions`. Blocks, up to `timeout` for each of at most four questions; `between` is called after each.
    [[nodiscard]] std::vector<Offsets> ask(rd_kafka_t* client, std::span<const TopicPartition> partitions,
                                           std::chrono::milliseconds timeout, const std::function<void()>& between) const;
    /// `offsets` are known. A partition that appeared later is read from where it begins, unless a time says otherwise.
    [[nodiscard]] std::int64_t startOf(const TopicPartition& partition, const Offsets& offsets, bool isLater) const;
    /// Where reading stops if it is to stop at what lies there now.
    [[nodiscard]] static std::int64_t endOf(const Offsets& offsets);

private:
    ConsumerOptions m_options;
    bool m_isEmbedded;
};

} // namespace sagascope::kafka
