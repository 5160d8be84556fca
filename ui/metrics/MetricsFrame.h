// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// One line of a chart: values over time, milliseconds since 1970 (UTC). What gives it its colour is named, not the
/// colour itself, so the same curve fits both themes.
struct Curve
{
    enum class Hue { Domain, State, Series };
    struct Point
    {
        std::int64_t time = 0;
        double value = 0;
        friend bool operator==(const Point&, const Point&) = default;
    };

    QString name; ///< stable: the curve is known by it
    Hue hue = Hue::Series;
    QString domain;                                   ///< for Hue::Domain
    saga::SagaState state = saga::SagaState::Running; ///< for Hue::State
    std::vector<Point> points;
};

/// What the Metrics room is asked to show.
struct MetricsQuery
{
    base::Duration span = std::chrono::minutes(5); ///< back from now, unless `window` is given
    std::optional<TimeWindow> window;
    QString topic; ///< throughput of this topic alone; empty: by domain

    friend bool operator==(const MetricsQuery&, const MetricsQuery&) = default;
};

/// Everything that the charts show, computed for one snapshot.
struct MetricsFrame
{
    std::int64_t from = 0; ///< ms, left end of the time axis
    std::int64_t to = 0;   ///< ms, right end
    base::Duration step{};
    std::vector<Curve> throughput; ///< events per second
    std::vector<Curve> sizes;      ///< mean bytes per event
    std::vector<Curve> lag;        ///< messages behind, by group
    std::vector<Curve> outcomes;   ///< sagas ended per step, by state
    std::array<std::uint64_t, saga::kSagaStateCount> sagasByState{};
};

/// Whole steps only: the one still filling would look like a drop. Pure; any thread; costs grow with the sagas and the
/// seconds shown.
[[nodiscard]] MetricsFrame metricsFrame(const session::Snapshot& snapshot, const MetricsQuery& query);

/// About 120 steps for the span, whole seconds that people count in (1, 2, 5, 10, 15, 30 s, minutes, …).
[[nodiscard]] base::Duration stepFor(base::Duration span);

} // namespace sagascope::ui
