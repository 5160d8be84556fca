// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstddef>

namespace sagascope::ui {

/// How long a view took for its latest frames, measured by the view itself. GUI thread.
class FrameTimes
{
public:
    /// Adds the time from construction to destruction.
    class Frame
    {
    public:
        explicit Frame(FrameTimes& times) : m_times(times) { m_clock.start(); }
        ~Frame() { m_times.add(double(m_clock.nsecsElapsed()) / 1e6); }
        Frame(const Frame&) = delete;
        Frame& operator=(const Frame&) = delete;

    private:
        FrameTimes& m_times;
        QElapsedTimer m_clock;
    };

    void add(double milliseconds) { m_times[m_count++ % m_times.size()] = milliseconds; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] double latest() const { return m_count == 0 ? 0 : m_times[(m_count - 1) % m_times.size()]; }
    /// Of the frames that are remembered.
    [[nodiscard]] double longest() const
    {
        return *std::max_element(m_times.begin(), m_times.begin() + std::ptrdiff_t(std::min(m_count, m_times.size())) + (m_count == 0 ? 1 : 0));
    }

private:
    std::array<double, 120> m_times{};
    std::size_t m_count = 0;
};

} // namespace sagascope::ui
