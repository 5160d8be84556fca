// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Time.h"
#include "core/metrics/Lag.h"

namespace sagascope::metrics {

struct LagPoint
{
    base::Timestamp at;
    std::int64_t lag = 0; ///< messages behind, summed over the group's partitions
};

/// Lag per group over time, thinned to a bounded number of points. One writer; views are immutable.
class LagHistory
{
public:
    struct View
    {
        std::shared_ptr<const std::map<std::string, std::vector<LagPoint>>> byGroup;
    };

    void record(const std::vector<LagSample>& samples, base::Timestamp at);
    [[nodiscard]] View view() const;

private:
    static constexpr std::size_t kMaxPoints = 3600;
    std::map<std::string, std::vector<LagPoint>> m_byGroup;
    mutable std::shared_ptr<const std::map<std::string, std::vector<LagPoint>>> m_view;
};

} // namespace sagascope::metrics
