// SPDX-License-Identifier: GPL-3.0-or-later
// Seen from outside: the program is started, and the screen is looked at until something else is on it than before.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QScreen>
#include <QTemporaryDir>

#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/Stopwatch.h"
#include "tests/bench/speed/Verdict.h"

namespace sagascope::bench {
namespace {

using namespace std::chrono_literals;

constexpr double kPatience = 300; // seconds; a crowded machine is slow, not broken

/// A part of the screen that any window of the program covers, as far as the window's own paint goes.
QImage look()
{
    return QGuiApplication::primaryScreen()->grabWindow(0, 64, 64, 512, 256).toImage();
}

pid_t start(const Setup& setup, const QString& home)
{
    const pid_t child = fork();
    if (child != 0)
        return child;
    setenv("XDG_CONFIG_HOME", qPrintable(home), 1);
    setenv("XDG_CACHE_HOME", qPrintable(home), 1);
    setenv("SAGASCOPE_CONFIG_DIR", qPrintable(home), 1);
    execl(setup.program.c_str(), setup.program.c_str(), "--import", setup.capture.c_str(), static_cast<char*>(nullptr));
    _exit(127);
}

void end(pid_t child)
{
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

double secondsUntilPainted(const Setup& setup, const QImage& empty)
{
    const QTemporaryDir home;
    const Stopwatch watch;
    const pid_t child = start(setup, home.path());
    while (look() == empty) {
        if (waitpid(child, nullptr, WNOHANG) == child)
            throw std::runtime_error(setup.program + " ended before it showed anything");
        if (watch.wall() > kPatience) {
            end(child);
            throw std::runtime_error(setup.program + " showed nothing for five minutes");
        }
        std::this_thread::sleep_for(1ms);
    }
    const double seconds = watch.wall();
    end(child);
    while (look() != empty) // the server takes the window away
        std::this_thread::sleep_for(20ms);
    return seconds;
}

} // namespace

void measureStart(const Setup& setup)
{
    constexpr int kStarts = 3; // a round
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        throw Unavailable("only an X server's screen can be looked at from outside: run it with xvfb-run");
    const QImage empty = look();
    (void)secondsUntilPainted(setup, empty); // files are in the cache from here on
    std::vector<double> starts;
    for (int i = 0; i < setup.rounds * kStarts; ++i)
        starts.push_back(secondsUntilPainted(setup, empty) * 1e3);
    tell("start.slowest", percentile(starts, 1), "ms");
    tellAtMost("start.first-frame", median(starts), "ms", 400);
}

} // namespace sagascope::bench
