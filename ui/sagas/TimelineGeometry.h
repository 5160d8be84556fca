// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <set>
#include <vector>

#include "ui/sagas/TimelineScale.h"

namespace sagascope::ui {

struct TimelineLaneBox
{
    QRectF rect; ///< whole width of the widget
    bool isCompact = false;
    bool isDense = false; ///< too much on screen for single marks: bars say how much
};

/// One or more events drawn as one mark: repeats lie on their original, and what would overlap becomes a stack.
struct TimelineMark
{
    QPointF centre;
    std::vector<int> events; ///< positions in the input; the first names the mark
    QRectF labelRect;        ///< empty when there was no room
    int lane = 0;
    double recordedX = 0;    ///< where its own clock puts it; differs from the centre in causal order
    bool isExpanded = false; ///< its repeats stand beside it
};

/// How many events fall into a few pixels of a lane.
struct TimelineBar
{
    QRectF rect;
    int lane = 0;
    int first = 0; ///< position in the input
    int count = 0;
    int failures = 0;
};

struct TimelineCurve
{
    int edge = 0;  ///< position in TimelineInput::edges
    int count = 1; ///< edges that begin so near to one another that one stands for them
    QPointF from, control1, control2, to;
    QRectF labelRect; ///< where there was room for words

    [[nodiscard]] QPointF at(double t) const; ///< 0..1
};

/// The time that a step took, in the lane of the step.
struct TimelineWaitBar
{
    int edge = 0;
    int lane = 0;
    QRectF rect;
    QRectF labelRect; ///< empty when there was no room for the duration
    base::Duration duration{};
};

struct TimelineGhostMark
{
    int ghost = 0;
    QPointF centre;
    QRectF labelRect;
    QRectF wait;       ///< since when it is awaited; empty when it is not
    QPointF undoes;    ///< the event that a missing compensation leaves in force; null when none is on screen
};

struct TimelinePhaseBar
{
    int phase = 0;
    QRectF rect;
};

/// Everything on screen with its coordinates; painting only replays it. Nothing here that is off screen, except in
/// lanes so short that keeping them whole keeps them still while panning.
struct TimelineGeometry
{
    std::vector<TimelineLaneBox> lanes;
    std::vector<TimelineTick> ticks;
    std::vector<TimelineMark> marks;
    std::vector<TimelineBar> bars;
    std::vector<TimelineCurve> curves;
    std::vector<TimelineWaitBar> waits;
    std::vector<TimelineGhostMark> ghosts;
    std::vector<TimelinePhaseBar> phases;
    TimelineScale scale;
    double height = 0; ///< of axis and lanes together

    // Positions in the lists, or -1.
    [[nodiscard]] int markAt(const QPointF& point) const;
    [[nodiscard]] int markOf(int event) const;
    [[nodiscard]] int barAt(const QPointF& point) const;
    [[nodiscard]] int curveAt(const QPointF& point) const;
    [[nodiscard]] int waitAt(const QPointF& point) const;
    [[nodiscard]] int ghostAt(const QPointF& point) const;
    [[nodiscard]] int laneAt(double y) const;

    static constexpr double kLaneNameWidth = 150;
    static constexpr double kAxisHeight = 30;
    static constexpr double kRowHeight = 34;
    static constexpr double kLanePadding = 10;
    static constexpr double kCompactHeight = 26;
    static constexpr double kRadius = 6;
    static constexpr double kLabelHeight = 15;
    static constexpr double kGhostGap = 56;
    static constexpr double kBucket = 4;     ///< pixels that one bar stands for
    static constexpr int kMaxRows = 5;
    static constexpr int kMaxMarks = 300;    ///< of a lane on screen; more become bars
    static constexpr int kMaxCurves = 600;   ///< on screen; more are bundled
    static constexpr int kManyLanes = 12;    ///< more are compact until opened
};

/// What a person has set: where they look and what they have opened.
struct TimelineFrame
{
    TimelineScale scale;
    QSizeF size;
    std::set<int> expanded; ///< originals whose repeats stand beside them
    std::set<int> toggled;  ///< lanes that are open although there are many, or compact although there are few
};

/// Costs grow with what is on screen, not with the saga. Any thread.
[[nodiscard]] TimelineGeometry layOut(const Timeline& timeline, const TimelineFrame& frame, const TextWidth& textWidth);

} // namespace sagascope::ui
