// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/LagHistory.h"

#include <algorithm>

namespace sagascope::metrics {
namespace {

/// Halves the points, keeping the higher of each pair: a peak is what people look for, so it must survive.
void thin(std::vector<LagPoint>& points)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2)
        points[kept++] = points[i].lag >= points[i + 1].lag ? points[i] : points[i + 1];
    if (points.size() % 2 == 1)
        points[kept++] = points.back();
    points.resize(kept);
}

void insertByTime(std::vector<LagPoint>& points, LagPoint point)
{
    const auto at = std::upper_bound(points.begin(), points.end(), point.at,
                                     [](base::Timestamp time, const LagPoint& p) { return time < p.at; });
    points.insert(at, point);
}

} // namespace

void LagHistory::record(const std::vector<LagSample>& samples, base::Timestamp at)
{
    std::map<std::string, std::int64_t> sums;
    for (const LagSample& sample : samples) {
        // A partition without a committed offset has no lag: zero would claim that the group is up to date.
        if (const auto lag = sample.lag())
            sums[sample.group] += *lag;
    }
    for (const auto& [group, lag] : sums) {
        auto& points = m_byGroup[group];
        insertByTime(points, {at, lag});
        if (points.size() > kMaxPoints)
            thin(points);
    }
    if (!sums.empty())
        m_view.reset();
}

LagHistory::View LagHistory::view() const
{
    if (!m_view)
        m_view = std::make_shared<const std::map<std::string, std::vector<LagPoint>>>(m_byGroup);
    return {m_view};
}

} // namespace sagascope::metrics
