// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>

#include <random>
#include <utility>
#include <vector>

#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/SpeedWindow.h"
#include "tests/bench/speed/Stopwatch.h"
#include "tests/bench/speed/Verdict.h"

namespace sagascope::bench {
namespace {

/// Whether a widget was painted since it was asked last.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget& widget) { widget.installEventFilter(this); }
    [[nodiscard]] bool take() { return std::exchange(m_isPainted, false); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_isPainted = false;
};

/// Milliseconds of frames: from the scroll bar's new value until the picture has been handed to the screen.
class Frames
{
public:
    Frames(QScrollBar& bar, PaintWatch& painted) : m_bar(bar), m_painted(painted) {}

    /// At an end it turns round; a value that moves nothing is no frame.
    void scrollBy(int rows)
    {
        m_direction = m_bar.value() + m_direction * rows > m_bar.maximum()   ? -1
                      : m_bar.value() + m_direction * rows < m_bar.minimum() ? 1
                                                                             : m_direction;
        scrollTo(m_bar.value() + m_direction * rows);
    }
    void scrollTo(int value)
    {
        const int before = m_bar.value();
        (void)m_painted.take();
        const Stopwatch watch;
        m_bar.setValue(value);
        while (m_bar.value() != before && !m_painted.take())
            QCoreApplication::processEvents();
        if (m_bar.value() != before)
            m_taken.push_back(watch.wall() * 1e3);
    }
    [[nodiscard]] std::vector<double> take() { return std::exchange(m_taken, {}); }

private:
    QScrollBar& m_bar;
    PaintWatch& m_painted;
    std::vector<double> m_taken;
    int m_direction = 1;
};

} // namespace

void measureReopening(const Setup& setup)
{
    std::vector<double> first;
    std::vector<double> whole;
    std::size_t events = 0;
    for (int round = 0; round < setup.rounds; ++round) {
        SpeedWindow window;
        waitUntil([&] { return window.window().isSettled(); });
        PaintWatch painted(*window.events().viewport());
        const Stopwatch watch;
        window.open(setup.capture);
        waitUntil([&] { return painted.take() && window.events().model()->rowCount() > 0; });
        first.push_back(watch.wall());
        waitUntil([&] { return window.isComplete(); });
        whole.push_back(watch.wall());
        events = window.window().state().live()->events.size();
    }
    tell("reopen.events", double(events), "events");
    tellAtMost("reopen.first-rows", median(first), "s", 1);
    tellAtMost("reopen.whole", median(whole), "s", 10);
}

void measureScrolling(const Setup& setup)
{
    constexpr int kRowsPerWheel = 3;
    const int count = 100 * setup.rounds; // frames of each kind
    SpeedWindow window;
    window.open(setup.capture);
    waitUntil([&] { return window.isComplete(); });
    window.events().setFollowing(false);
    QScrollBar& bar = *window.events().verticalScrollBar();
    PaintWatch painted(*window.events().viewport());
    bar.setValue(bar.maximum() / 2);
    waitUntil([&] { return painted.take(); });

    Frames frames(bar, painted);
    for (int i = 0; i < count; ++i)
        frames.scrollBy(kRowsPerWheel);
    const std::vector<double> wheel = frames.take();
    for (int i = 0; i < count; ++i)
        frames.scrollBy(bar.pageStep());
    const std::vector<double> pages = frames.take();
    std::mt19937 random(1);
    for (int i = 0; i < count; ++i)
        frames.scrollTo(int(random() % unsigned(std::max(1, bar.maximum()))));
    const std::vector<double> jumps = frames.take();
    std::vector<double> all = wheel;
    all.insert(all.end(), pages.begin(), pages.end());
    all.insert(all.end(), jumps.begin(), jumps.end());
    tell("scroll.rows", double(window.events().model()->rowCount()), "rows");
    tell("scroll.wheel-p99", percentile(wheel, 0.99), "ms");
    tell("scroll.page-p99", percentile(pages, 0.99), "ms");
    tell("scroll.jump-p99", percentile(jumps, 0.99), "ms");
    tell("scroll.p50", percentile(all, 0.5), "ms");
    tellAtMost("scroll.p99", percentile(all, 0.99), "ms", 16);
}

} // namespace sagascope::bench
