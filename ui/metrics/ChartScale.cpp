// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/ChartScale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sagascope::ui {
namespace {

double roundStep(double atLeast)
{
    const double power = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= atLeast * (1 - 1e-9) && (factor != 2.5 || power >= 10))
            return factor * power;
    return 10 * power;
}

std::vector<double> powersOfTen(double highest, int most)
{
    const int decades = std::max(1, int(std::ceil(std::log10(std::max(highest, 1.0) + 1) - 1e-9)));
    const int stride = std::max(1, (decades + most - 2) / std::max(1, most - 1));
    std::vector<double> ticks{0};
    for (int decade = 1;; decade += stride) {
        ticks.push_back(std::pow(10.0, decade));
        if (decade >= decades)
            return ticks;
    }
}

} // namespace

ValueScale scaleFor(double lowest, double highest)
{
    constexpr double kFarApart = 40;
    return lowest > 0 && highest / lowest > kFarApart ? ValueScale::Logarithmic : ValueScale::Linear;
}

std::vector<double> valueTicks(double highest, int most, ValueScale scale)
{
    if (!std::isfinite(highest) || highest < 0)
        highest = 0;
    if (scale == ValueScale::Logarithmic)
        return powersOfTen(highest, most);
    const double step = roundStep(std::max(highest, 1.0) / std::max(1, most - 1));
    std::vector<double> ticks;
    for (double tick = 0; ticks.empty() || ticks.back() < highest - step * 1e-9 || ticks.size() < 2; tick += step)
        ticks.push_back(tick);
    return ticks;
}

std::vector<std::int64_t> timeTicks(std::int64_t from, std::int64_t to, int most, std::int64_t utcOffset)
{
    static constexpr std::int64_t kSecond = 1000;
    static constexpr std::int64_t kMinute = 60 * kSecond;
    static constexpr std::int64_t kHour = 60 * kMinute;
    static constexpr std::array kSteps{kSecond, 2 * kSecond, 5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond,
                                       kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
                                       kHour,   2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   24 * kHour};
    std::vector<std::int64_t> ticks;
    if (to <= from || most < 1)
        return ticks;
    const auto fits = [&](std::int64_t step) { return (to - from) / step <= most; };
    const auto found = std::find_if(kSteps.begin(), kSteps.end(), fits);
    std::int64_t step = found != kSteps.end() ? *found : kSteps.back();
    while (!fits(step))
        step *= 2;
    const std::int64_t shifted = from + utcOffset;
    const std::int64_t rest = ((shifted % step) + step) % step;
    for (std::int64_t tick = from + (rest == 0 ? 0 : step - rest); tick <= to; tick += step)
        ticks.push_back(tick);
    return ticks;
}

double scaled(double value, ValueScale scale)
{
    return scale == ValueScale::Linear ? value : std::log10(1 + std::max(value, 0.0));
}

} // namespace sagascope::ui
