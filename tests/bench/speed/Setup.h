// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

class QCoreApplication;

namespace sagascope::bench {

/// What a measurement is given on the command line.
struct Setup
{
    std::string what;         ///< which measurement
    std::size_t events = 0;   ///< how many, where it makes or publishes them itself
    int rounds = 3;           ///< of which the median counts
    std::string capture;      ///< made by tests/bench/generate
    std::string values;       ///< the same events' values, a line each, compressed by zstd
    std::string program;      ///< the application
};

/// Nothing when the arguments make no sense; why is on standard error then.
[[nodiscard]] std::optional<Setup> readSetup(const QCoreApplication& application);

/// The machine lacks what the measurement needs.
class Unavailable : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};
inline constexpr int kUnavailable = 77; ///< exit status for it, as test drivers know it

/// Runs one measurement and turns an exception into a line on standard error: 0, or 1 when it could not be made, or
/// kUnavailable.
[[nodiscard]] int run(const Setup& setup, void (*measure)(const Setup&));

} // namespace sagascope::bench
