// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "ui/sagas/TimelineGeometry.h"

namespace sagascope::ui {

/// Finds a row for each mark of one lane so that neither marks nor labels touch. Marks come in order of x.
class LaneRows
{
public:
    struct Place
    {
        int row = 0;
        bool hasLabel = false;
        int onto = -1;         ///< the draft that stands there already: no row had room even for the mark alone
        double freeFrom = 0;   ///< where the row's earlier label ends
    };

    explicit LaneRows(bool isCompact) : m_isCompact(isCompact) {}
    /// `draft` is remembered for later marks that find no room.
    Place take(double x, double labelWidth, int maxRows, int draft);
    [[nodiscard]] int count() const { return std::max(1, int(m_rows.size())); }

private:
    struct Row
    {
        double labelEnd = -1e12;
        double markEnd = -1e12;
        int last = -1;
    };
    Place occupy(std::size_t row, double x, double labelWidth, bool hasLabel, int draft);

    std::vector<Row> m_rows;
    bool m_isCompact;
};

/// Puts marks, bars, ghosts and phases into their lanes. One use: construct, run.
class TimelineLanes
{
public:
    TimelineLanes(const Timeline& timeline, const TimelineFrame& frame, const TextWidth& textWidth, TimelineGeometry& result);
    void run();

    /// The mark that shows an event; -1 when it is off screen or inside of a bar.
    [[nodiscard]] int markOf(int event) const;
    /// Where the event is or would be.
    [[nodiscard]] QPointF placeOf(int event) const;
    /// Where an earlier label in the mark's row ends.
    [[nodiscard]] double freeFrom(int mark) const { return m_drafts[std::size_t(mark)].freeFrom; }

private:
    /// A mark or ghost before its lane's height is known: `row` counts inside the lane.
    struct Draft
    {
        TimelineMark mark;
        int row = 0;
        bool hasLabel = false;
        double labelWidth = 0;
        double freeFrom = 0;
        int ghost = -1;
    };

    void chooseLanes();
    void draftLane(int lane);
    void draftMark(int position);
    void countLane(int lane, std::size_t from, std::size_t to);
    void draftGhosts();
    void placeLanes();
    void spreadLanes();
    void placeMarks();
    void placeBars();
    void placeGhosts();
    void placePhases();
    [[nodiscard]] double ghostX(double width) const;
    [[nodiscard]] int stackFor(const TimelineEvent& self, double x) const;
    [[nodiscard]] double widthOf(int label);
    [[nodiscard]] double badgeWidth(const TimelineEvent& event) const;
    [[nodiscard]] double rowY(int lane, int row) const;
    [[nodiscard]] QRectF labelRect(const QPointF& centre, double width) const;
    [[nodiscard]] double xOf(int event) const;
    [[nodiscard]] const TimelineInput& input() const { return *m_timeline.input; }

    const Timeline& m_timeline;
    const TimelineFrame& m_frame;
    const TextWidth& m_textWidth;
    TimelineGeometry& m_result;
    std::vector<LaneRows> m_rows;
    std::vector<bool> m_isCulled;
    int m_culledRows = 1;
    std::vector<Draft> m_drafts;
    std::vector<Draft> m_ghosts;
    std::unordered_map<int, int> m_markOf;
    std::vector<double> m_widths; ///< of labels; negative until measured
};

} // namespace sagascope::ui
