// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Distribution.h"

#include <algorithm>
#include <cmath>

namespace sagascope::saga {

void Distribution::seal()
{
    std::sort(m_samples.begin(), m_samples.end());
}

base::Duration Distribution::quantile(double share) const
{
    if (m_samples.empty())
        return base::Duration::zero();
    // 0.95 * 20 must be the 19th, although neither number is exact in binary.
    constexpr double kRounding = 1e-9;
    const double rank = std::ceil(share * double(m_samples.size()) - kRounding);
    const auto last = double(m_samples.size());
    return m_samples[static_cast<std::size_t>(std::clamp(rank, 1.0, last)) - 1];
}

Standing Distribution::standingOf(base::Duration sample) const
{
    if (m_samples.size() < 2)
        return {};
    const auto below = std::lower_bound(m_samples.begin(), m_samples.end(), sample) - m_samples.begin();
    const std::size_t others = m_samples.size() - 1;
    return {double(below) / double(others), others};
}

} // namespace sagascope::saga
