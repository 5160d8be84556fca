// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Colour.h"

#include <algorithm>
#include <cmath>

namespace sagascope::ui {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF())) +
           0.0722 * linear(double(colour.blueF()));
}

} // namespace

QColor mix(const QColor& under, const QColor& over, double share)
{
    const auto blend = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {blend(under.red(), over.red()), blend(under.green(), over.green()), blend(under.blue(), over.blue())};
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05);
}

QColor legibleOn(const QColor& background, const QColor& colour, double ratio)
{
    const QColor target = luminance(background) < 0.2 ? QColor(Qt::white) : QColor(Qt::black);
    for (int step = 0; step < 20; ++step) {
        const QColor candidate = mix(colour, target, step * 0.05);
        if (contrastRatio(candidate, background) >= ratio)
            return candidate;
    }
    return target;
}

} // namespace sagascope::ui
