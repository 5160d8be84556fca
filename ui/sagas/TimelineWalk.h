// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/TimelineGeometry.h"

// Ways from one event of a timeline to another, as positions in its input; -1 where a way ends. Pure.
namespace sagascope::ui {

/// The event before (-1) or after (1) in time; from -1 the last or the first.
[[nodiscard]] int nextInTime(const Timeline& timeline, int from, int direction);
/// In the next lane above (-1) or below (1) that has any event, the one nearest in time; from -1 the first of all.
[[nodiscard]] int nearestInLane(const Timeline& timeline, int from, int direction);

struct TimelineSpan
{
    double from = 0; ///< seconds since the saga's start
    double to = 0;
};
/// A few events before and after, so that labels have room.
[[nodiscard]] TimelineSpan neighbourhood(const Timeline& timeline, int position);

/// What the mark's first event repeats, or that event itself.
[[nodiscard]] int originalOf(const Timeline& timeline, const TimelineMark& mark);
/// Whether repeats of `original` lie under the mark.
[[nodiscard]] bool isStackOf(const Timeline& timeline, const TimelineMark& mark, int original);

} // namespace sagascope::ui
