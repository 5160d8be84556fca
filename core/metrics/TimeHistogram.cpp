// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/TimeHistogram.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sagascope::metrics {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMostBins = 8192;

/// Widths of bins: each is a whole number of the one before it. The last takes in all of time.
constexpr std::array<base::Duration, 10> kWidths{1ms, 10ms, 100ms, 1s, 10s, 60s, 600s, 3600s, 86'400s, 86'400s * 1000};

/// Widths that bars may have.
constexpr std::array<base::Duration, 34> kSteps{
    1ms,    2ms,    5ms,    10ms,    20ms,    50ms,    100ms,   200ms,   500ms,    1s,       2s,         5s,
    10s,    20s,    30s,    60s,     120s,    300s,    600s,    1200s,   1800s,    3600s,    7200s,      10'800s,
    21'600s, 43'200s, 86'400s, 86'400s * 2, 86'400s * 7, 86'400s * 14, 86'400s * 30, 86'400s * 100, 86'400s * 365, 86'400s * 1000};

/// Broker times are whatever a producer claims; beyond the years 1823 to 2116 arithmetic would soon overflow.
base::Timestamp within(base::Timestamp time)
{
    constexpr base::Duration kFarthest{std::int64_t(1) << 62U};
    return std::clamp(time, base::Timestamp(-kFarthest), base::Timestamp(kFarthest));
}

std::int64_t placeOf(base::Timestamp time, base::Duration width)
{
    const base::Duration since = time.time_since_epoch();
    const std::int64_t place = since / width;
    return since < width * place ? place - 1 : place;
}

void merge(TimeHistogram::Bar& into, const TimeHistogram::Bar& bar)
{
    std::transform(into.counts.begin(), into.counts.end(), bar.counts.begin(), into.counts.begin(), std::plus<>());
    into.marked += bar.marked;
    into.first = std::min(into.first, bar.first); // the invalid one is the greatest
}

} // namespace

std::uint64_t TimeHistogram::Bar::total() const
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
}

void TimeHistogram::add(base::EventIndex event, base::Timestamp time, std::size_t category, bool isMarked)
{
    if (time == base::kNoTime) {
        ++m_timeless;
        return;
    }
    const std::int64_t place = placeOf(within(time), kWidths[m_width]);
    const bool isSamePlace = m_last != m_bins.end() && m_last->first == place;
    if (!isSamePlace)
        m_last = m_bins.try_emplace(place).first;
    Bar& bar = m_last->second;
    ++bar.counts[std::min(category, kCategories - 1)];
    bar.marked += isMarked ? 1 : 0;
    bar.first = std::min(bar.first, event);
    while (!isSamePlace && isTooLong())
        widen();
}

bool TimeHistogram::isTooLong() const
{
    return m_width + 1 < kWidths.size() && m_bins.rbegin()->first - m_bins.begin()->first >= kMostBins;
}

void TimeHistogram::widen()
{
    const base::Duration before = kWidths[m_width++];
    Bins wider;
    for (const auto& [place, bar] : m_bins)
        merge(wider[placeOf(base::Timestamp(before * place), kWidths[m_width])], bar);
    m_bins = std::move(wider);
    m_last = m_bins.end();
}

TimeHistogram::Bars TimeHistogram::bars(std::size_t most) const
{
    Bars result;
    result.timeless = m_timeless;
    if (m_bins.empty() || most == 0)
        return result;
    const base::Duration width = kWidths[m_width];
    const base::Timestamp first(width * m_bins.begin()->first);
    const base::Timestamp last(width * m_bins.rbegin()->first);
    const auto needed = [&](base::Duration step) { return std::size_t(placeOf(last, step) - placeOf(first, step) + 1); };
    const auto fits = [&](base::Duration step) { return step >= width && step % width == base::Duration(0) && needed(step) <= most; };
    const auto chosen = std::find_if(kSteps.begin(), kSteps.end(), fits);
    result.step = chosen != kSteps.end() ? *chosen : kSteps.back();
    result.from = base::Timestamp(result.step * placeOf(first, result.step));
    result.bars.resize(needed(result.step));
    for (const auto& [place, bar] : m_bins)
        merge(result.bars[std::size_t(placeOf(base::Timestamp(width * place), result.step) - placeOf(first, result.step))], bar);
    return result;
}

} // namespace sagascope::metrics
