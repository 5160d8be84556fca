// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/Time.h"

namespace sagascope::saga {

/// Below this many samples no statistic is worth a sentence.
inline constexpr std::size_t kEnoughSamples = 20;

/// Where one value stands among those of the others.
struct Standing
{
    double quicker = 0;      ///< share of the others that took less time, 0 to 1
    std::size_t others = 0;  ///< how many there are; don't speak below kEnoughSamples
};

/// How long something took, over many sagas. Exact: every sample is kept, sorted, so quantiles are real samples
/// (nearest rank: the smallest one that at least this share of all does not exceed; Hyndman and Fan 1996, type 1).
/// A plain value: add(), then seal(), then ask; sealed ones may be read by any thread.
class Distribution
{
public:
    void add(base::Duration sample) { m_samples.push_back(sample); }
    void seal(); ///< sorts; call once, after the last add()

    [[nodiscard]] std::size_t count() const { return m_samples.size(); }
    [[nodiscard]] bool isEmpty() const { return m_samples.empty(); }
    [[nodiscard]] bool isEnough() const { return count() >= kEnoughSamples; }
    /// `share` from 0 to 1; zero time when there are no samples.
    [[nodiscard]] base::Duration quantile(double share) const;
    [[nodiscard]] base::Duration median() const { return quantile(0.50); }
    [[nodiscard]] base::Duration p95() const { return quantile(0.95); }
    [[nodiscard]] base::Duration p99() const { return quantile(0.99); }
    /// Of a sample that is itself among them.
    [[nodiscard]] Standing standingOf(base::Duration sample) const;

private:
    std::vector<base::Duration> m_samples;
};

} // namespace sagascope::saga
