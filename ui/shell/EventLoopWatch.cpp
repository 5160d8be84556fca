// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/EventLoopWatch.h"

#include <algorithm>
#include <cstdio>

namespace sagascope::ui {
namespace {

constexpr std::size_t kSeconds = 60;
constexpr std::chrono::seconds kPrintInterval{10};

} // namespace

void DelayHistogram::add(double milliseconds)
{
    const double delay = std::max(0.0, milliseconds);
    ++m_counts[std::min(kBuckets - 1, static_cast<std::size_t>(delay))];
    ++m_count;
    m_longest = std::max(m_longest, delay);
}

void DelayHistogram::add(const DelayHistogram& other)
{
    for (std::size_t i = 0; i < kBuckets; ++i)
        m_counts[i] += other.m_counts[i];
    m_count += other.m_count;
    m_longest = std::max(m_longest, other.m_longest);
}

double DelayHistogram::percentile(double share) const
{
    const double wanted = share * double(m_count);
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i + 1 < kBuckets; ++i) {
        seen += m_counts[i];
        if (m_count > 0 && double(seen) >= wanted)
            return std::min(double(i + 1), m_longest);
    }
    return m_longest;
}

EventLoopWatch::EventLoopWatch(QObject* parent) : QObject(parent)
{
    m_clock.start();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &EventLoopWatch::tick);
    m_timer.start();
    m_printer.setInterval(kPrintInterval);
    connect(&m_printer, &QTimer::timeout, this, &EventLoopWatch::print);
}

EventLoopWatch::~EventLoopWatch()
{
    if (m_prints)
        print();
}

void EventLoopWatch::tick()
{
    const qint64 now = m_clock.nsecsElapsed();
    if (m_lastNs < 0) {
        m_lastNs = now;
        return;
    }
    const double late = double(now - m_lastNs) / 1e6 - double(kInterval.count());
    m_lastNs = now;
    if (const qint64 second = now / 1'000'000'000; second != m_second) {
        m_second = second;
        m_seconds.emplace_back();
        if (m_seconds.size() > kSeconds)
            m_seconds.pop_front();
    }
    m_seconds.back().add(late);
    m_longestEver = std::max(m_longestEver, late);
}

DelayHistogram EventLoopWatch::lastMinute() const
{
    DelayHistogram sum;
    for (const DelayHistogram& second : m_seconds)
        sum.add(second);
    return sum;
}

QString EventLoopWatch::report() const
{
    const DelayHistogram minute = lastMinute();
    return QStringLiteral("event loop, last %1 s: %2 samples, p50 %3 ms, p95 %4 ms, p99 %5 ms, longest %6 ms (whole run %7 ms)")
        .arg(m_seconds.size())
        .arg(minute.count())
        .arg(minute.percentile(0.5), 0, 'f', 0)
        .arg(minute.percentile(0.95), 0, 'f', 0)
        .arg(minute.percentile(0.99), 0, 'f', 0)
        .arg(minute.longest(), 0, 'f', 1)
        .arg(m_longestEver, 0, 'f', 1);
}

void EventLoopWatch::printRegularly()
{
    m_prints = true;
    m_printer.start();
}

void EventLoopWatch::print() const
{
    std::fprintf(stderr, "%s\n", qPrintable(report()));
}

} // namespace sagascope::ui
