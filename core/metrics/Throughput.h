// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/PersistentVector.h"
#include "core/base/Time.h"

namespace sagascope::metrics {

struct Bucket
{
    base::Timestamp start;
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
};

/// Events and bytes per second of broker time and topic. The ingest thread records; views are immutable and any
/// thread may read them. Arrival order does not matter. Memory: per second that had traffic, not per event.
/// Events without a broker time stand in no second: series() leaves them out, total() counts them.
class Throughput
{
public:
    class View
    {
    public:
        /// Sums per `step` from floor(from) to `to`, empty steps included; all topics when none is named. A step is
        /// whole seconds, and grows where more than 20,000 of them would be needed.
        [[nodiscard]] std::vector<Bucket> series(std::optional<base::TopicId> topic, base::Timestamp from,
                                                 base::Timestamp to, base::Duration step) const;
        [[nodiscard]] Bucket total(base::TopicId topic) const; ///< `start` is the topic's first event
        [[nodiscard]] base::Timestamp first() const;           ///< kNoTime when nothing was recorded
        [[nodiscard]] base::Timestamp last() const;

    private:
        friend class Throughput;
        struct Impl;
        std::shared_ptr<const Impl> m_impl;
    };

    Throughput();
    ~Throughput();
    void record(base::TopicId topic, base::Timestamp brokerTime, std::uint32_t bytes);
    [[nodiscard]] View view() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::metrics
