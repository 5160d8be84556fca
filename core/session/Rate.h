// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace sagascope::session {

/// Something per second of wall time, over about the last seconds. One thread.
class Rate
{
public:
    using Steady = std::chrono::steady_clock;

    explicit Rate(std::chrono::seconds window = std::chrono::seconds(2)) : m_window(window) {}

    /// `total` is the count so far; it never shrinks. Zero until two moments are known.
    double add(std::uint64_t total, Steady::time_point now)
    {
        m_points.push_back({now, total});
        while (m_points.size() > 2 && now - m_points[1].at >= m_window)
            m_points.pop_front();
        const double seconds = std::chrono::duration<double>(now - m_points.front().at).count();
        return seconds > 0 ? double(total - m_points.front().total) / seconds : 0.0;
    }

private:
    struct Point
    {
        Steady::time_point at;
        std::uint64_t total;
    };
    std::chrono::seconds m_window;
    std::deque<Point> m_points;
};

} // namespace sagascope::session
