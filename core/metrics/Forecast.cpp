// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Forecast.h"

#include <algorithm>

namespace sagascope::metrics {
namespace {

using Window = std::span<const PartitionLook>;
using Seconds = std::chrono::duration<double>;

/// Longer than this nobody plans for; it also keeps the arithmetic within 64 bits.
constexpr Seconds kLongest = std::chrono::hours(24 * 365);
/// As often as this the two halves of a window may differ in what they foretell and still agree.
constexpr double kAgreement = 2;

std::optional<base::Duration> toDuration(Seconds seconds)
{
    if (seconds > kLongest)
        return std::nullopt;
    return std::chrono::duration_cast<base::Duration>(seconds);
}

std::optional<Seconds> drainOf(Window window)
{
    const auto rates = ratesOf(window);
    if (!rates || rates->out <= rates->in)
        return std::nullopt;
    return Seconds(double(window.back().lag()) / (rates->out - rates->in));
}

bool isSteady(Window window, Seconds whole)
{
    if (window.size() < 2 * kEnoughLooks)
        return false;
    const std::size_t half = window.size() / 2;
    for (const Window part : {window.first(half), window.subspan(half)}) {
        const auto rates = ratesOf(part);
        const double shrinking = rates ? rates->out - rates->in : 0;
        if (shrinking <= 0)
            return false;
        const double ratio = double(window.back().lag()) / shrinking / whole.count();
        if (ratio > kAgreement || ratio < 1 / kAgreement)
            return false;
    }
    return true;
}

/// The oldest unread record grows older by so much a second; it is lost when it is as old as the topic keeps records.
std::optional<base::Duration> lossOf(Window window, base::Duration retention)
{
    const auto hasAge = [](const PartitionLook& look) { return look.lagMs.has_value(); };
    const auto first = std::find_if(window.begin(), window.end(), hasAge);
    if (first == window.end() || !window.back().lagMs)
        return std::nullopt;
    const std::chrono::milliseconds age(*window.back().lagMs);
    const double time = Seconds(window.back().at - first->at).count();
    const double growth = time > 0 ? (double(*window.back().lagMs - *first->lagMs) / 1e3) / time : 0;
    if (growth <= 0)
        return std::nullopt;
    return toDuration(std::max(Seconds(0), Seconds(retention - age)) / growth);
}

} // namespace

std::optional<Rates> ratesOf(Window window)
{
    const auto first =
        std::find_if(window.begin(), window.end(), [](const PartitionLook& look) { return look.position.has_value(); });
    if (first == window.end() || !window.back().position)
        return std::nullopt;
    const double seconds = Seconds(window.back().at - first->at).count();
    if (seconds <= 0)
        return std::nullopt;
    return Rates{double(window.back().end - first->end) / seconds,
                 double(*window.back().position - *first->position) / seconds};
}

Forecast foretell(Window window, std::optional<base::Duration> retention, std::int64_t low)
{
    Forecast forecast;
    if (window.empty() || !window.back().position)
        return forecast;
    const PartitionLook& last = window.back();
    forecast.lost = std::max<std::int64_t>(0, low - *last.position);
    if (last.lag() == 0) {
        forecast.course = Forecast::Course::CaughtUp;
        return forecast;
    }
    if (std::any_of(window.begin(), window.end(), [](const auto& look) { return look.position && look.lag() == 0; })) {
        forecast.course = Forecast::Course::KeepsUp;
        return forecast;
    }
    if (retention)
        forecast.loss = lossOf(window, *retention);
    if (window.size() < kEnoughLooks)
        return forecast;
    const auto drain = drainOf(window);
    forecast.drain = drain ? toDuration(*drain) : std::nullopt;
    forecast.course = forecast.drain ? Forecast::Course::Drains : Forecast::Course::NotShrinking;
    forecast.isSteady = forecast.drain && isSteady(window, *drain);
    return forecast;
}

} // namespace sagascope::metrics
