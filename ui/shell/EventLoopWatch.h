// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>

namespace sagascope::ui {

/// Delays of one second, in milliseconds: a count per whole millisecond, and the longest.
class DelayHistogram
{
public:
    void add(double milliseconds);
    void add(const DelayHistogram& other);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] double longest() const { return m_longest; }
    /// The delay that `share` (0..1) of all samples do not exceed, as the upper end of its millisecond.
    [[nodiscard]] double percentile(double share) const;

private:
    static constexpr std::size_t kBuckets = 512; ///< the last one holds everything above
    std::array<std::uint32_t, kBuckets> m_counts{};
    std::uint64_t m_count = 0;
    double m_longest = 0;
};

/// How long the GUI thread keeps events waiting: a timer that should fire every 5 ms tells how late it did. Create it
/// on the GUI thread before the event loop runs. Start-up is not counted: measuring begins with the first tick.
class EventLoopWatch : public QObject
{
    Q_OBJECT

public:
    explicit EventLoopWatch(QObject* parent = nullptr);

    [[nodiscard]] DelayHistogram lastMinute() const;
    [[nodiscard]] double longestEver() const { return m_longestEver; }
    /// One line: `event loop, last 60 s: p50 0 ms, p99 3 ms, longest 17 ms (whole run 31 ms)`.
    [[nodiscard]] QString report() const;
    /// Prints the report to stderr every ten seconds and when this is destroyed.
    void printRegularly();
    ~EventLoopWatch() override;

    static constexpr std::chrono::milliseconds kInterval{5};

private:
    void tick();
    void print() const;
    QTimer m_timer;
    QTimer m_printer;
    QElapsedTimer m_clock;
    qint64 m_lastNs = -1;
    qint64 m_second = -1;
    std::deque<DelayHistogram> m_seconds; ///< the last 60, newest at the back
    double m_longestEver = 0;
    bool m_prints = false;
};

} // namespace sagascope::ui
