// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/TimelineGeometry.h"
#include "ui/sagas/TimelineLanes.h"

namespace sagascope::ui {

/// Draws the edges between marks that are placed, and the waits. Edges that nobody sees are left out, and those that
/// begin at nearly the same place are bundled when there are too many. One use: construct, run.
class TimelineCurves
{
public:
    TimelineCurves(const Timeline& timeline, const TimelineFrame& frame, const TextWidth& textWidth, const TimelineLanes& lanes,
                   TimelineGeometry& result);
    void run();

private:
    void visit(const LinkTrack& track);
    /// Edges that began before the screen and end on it or behind it.
    void visitEarlier(const LinkTrack& track, std::size_t before, double left);
    void add(const LinkTrack& track, std::size_t i, int count);
    void addCurve(int edge, int count);
    void addWait(int edge);
    [[nodiscard]] TimelineCurve curveBetween(int edge, const QPointF& from, const QPointF& to) const;
    [[nodiscard]] TimelineCurve bowBetween(int edge, const QPointF& from, const QPointF& to) const;
    void addWords();
    [[nodiscard]] QRectF roomFor(const TimelineCurve& curve, double width) const;
    [[nodiscard]] QPointF kept(const QPointF& point) const;
    [[nodiscard]] const TimelineInput& input() const { return *m_timeline.input; }
    [[nodiscard]] const TimelineEdge& edgeAt(int edge) const { return input().edges[std::size_t(edge)]; }

    const Timeline& m_timeline;
    const TimelineFrame& m_frame;
    const TextWidth& m_textWidth;
    const TimelineLanes& m_lanes;
    TimelineGeometry& m_result;
    std::size_t m_most; ///< edges of a track that are drawn one by one
};

/// `undoes · after 349 ms`: the words beside a compensation's edge, here because they need room. Translated.
[[nodiscard]] QString wordsOn(const TimelineInput& input, const TimelineEdge& edge);

} // namespace sagascope::ui
