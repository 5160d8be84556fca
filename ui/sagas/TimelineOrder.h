// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "ui/sagas/TimelineInput.h"

namespace sagascope::ui {

/// Where marks stand: where their own clocks put them, or not before their declared causes.
enum class TimelineOrder { Recorded, Causal };

/// Fills in what declared causes say about clocks: `beforeCause`, `causalShift` and `skews`. The shift is the least that
/// puts no effect before its cause; edges that run against the logical order (cycles) move nothing.
void orderByCause(TimelineInput& input);

/// The events of one lane in order of time. The counts run up to, and without, the position.
struct LaneTrack
{
    std::vector<int> positions;
    std::vector<double> seconds;
    std::vector<int> failures;
};

/// Edges of one kind between the same two lanes, by where they begin. `blockEnds`: the latest end of each kBlock edges,
/// so that what began long ago and still goes on is found without looking at everything.
struct LinkTrack
{
    static constexpr std::size_t kBlock = 64;
    TimelineLink link = TimelineLink::Cause;
    int fromLane = 0;
    int toLane = 0;
    std::vector<int> edges;
    std::vector<double> lefts;
    std::vector<double> rights;
    std::vector<double> blockEnds;
};

/// A saga's events sorted for drawing any part of it at a cost that grows with what is on screen. Immutable, any thread.
/// Seconds count from TimelineInput::start.
struct Timeline
{
    std::shared_ptr<const TimelineInput> input;
    TimelineOrder order = TimelineOrder::Recorded;
    std::vector<double> seconds;  ///< per event
    std::vector<int> byTime;      ///< positions
    std::vector<double> sorted;   ///< the seconds of `byTime`
    std::vector<int> ranks;       ///< place of each event in `byTime`
    std::vector<LaneTrack> lanes;
    std::vector<LinkTrack> links;
    std::unordered_map<base::EventIndex, int> positions;
    double end = 0; ///< of the last event

    [[nodiscard]] int positionOf(base::EventIndex event) const;
    [[nodiscard]] double secondsUntil(base::Timestamp time) const;
};
using TimelinePtr = std::shared_ptr<const Timeline>;

[[nodiscard]] TimelinePtr makeTimeline(std::shared_ptr<const TimelineInput> input, TimelineOrder order);

} // namespace sagascope::ui
