// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed/Verdict.h"

#include <cmath>
#include <cstdio>
#include <string>

namespace sagascope::bench {
namespace {

/// Three significant digits, whole from a hundred on, never with an exponent.
std::string numberText(double value)
{
    const double size = std::abs(value);
    char text[64];
    std::snprintf(text, sizeof text, size >= 100 || size == 0 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    return text;
}

void print(std::string_view name, double value, std::string_view unit, const std::string& goal, const char* verdict)
{
    const std::string line = std::string(name) + ' ' + numberText(value) + ' ' + std::string(unit) + ' ' + goal + ' ' + verdict;
    std::puts(line.c_str());
    std::fflush(stdout);
}

} // namespace

void tell(std::string_view name, double value, std::string_view unit)
{
    print(name, value, unit, "-", "-");
}

void tellAtLeast(std::string_view name, double value, std::string_view unit, double goal)
{
    print(name, value, unit, ">=" + numberText(goal), value >= goal ? "ok" : "short");
}

void tellAtMost(std::string_view name, double value, std::string_view unit, double goal)
{
    print(name, value, unit, "<=" + numberText(goal), value <= goal ? "ok" : "short");
}

} // namespace sagascope::bench
