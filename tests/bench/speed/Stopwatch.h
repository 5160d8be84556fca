// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace sagascope::bench {

/// Seconds since it was made: by the wall, of this thread's processor time, and of the whole process's. A plain value.
class Stopwatch
{
public:
    Stopwatch();

    [[nodiscard]] double wall() const;
    [[nodiscard]] double thread() const;  ///< of the thread that asks, which must be the one that made it
    [[nodiscard]] double process() const; ///< all threads, the system's work for them included

private:
    double m_wall;
    double m_thread;
    double m_process;
};

[[nodiscard]] double median(std::vector<double> values);
/// The value that `share` of all do not exceed; 0 of none.
[[nodiscard]] double percentile(std::vector<double> values, double share);

} // namespace sagascope::bench
