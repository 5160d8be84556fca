// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed/Stopwatch.h"

#include <algorithm>
#include <ctime>

namespace sagascope::bench {
namespace {

double secondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

} // namespace

Stopwatch::Stopwatch()
    : m_wall(secondsOf(CLOCK_MONOTONIC)), m_thread(secondsOf(CLOCK_THREAD_CPUTIME_ID)),
      m_process(secondsOf(CLOCK_PROCESS_CPUTIME_ID))
{
}

double Stopwatch::wall() const
{
    return secondsOf(CLOCK_MONOTONIC) - m_wall;
}

double Stopwatch::thread() const
{
    return secondsOf(CLOCK_THREAD_CPUTIME_ID) - m_thread;
}

double Stopwatch::process() const
{
    return secondsOf(CLOCK_PROCESS_CPUTIME_ID) - m_process;
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(share * double(values.size()));
    return values[std::min(at, values.size() - 1)];
}

} // namespace sagascope::bench
