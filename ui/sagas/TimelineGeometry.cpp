// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace sagascope::ui {
namespace {

using G = TimelineGeometry;
constexpr double kLabelHeight = 15;
constexpr double kLabelGap = 10;
constexpr double kStackDistance = 24; ///< repeats nearer than this lie on their original
constexpr double kGhostGap = 56;
constexpr double kRightMargin = 24;

/// Finds a row for each mark of one lane so that neither marks nor labels touch. Marks come in order of x.
class LaneRows
{
public:
    struct Place
    {
        int row = 0;
        bool hasLabel = false;
        bool isOverlap = false; ///< no row had room even for the mark alone
    };

    Place take(double x, double labelWidth)
    {
        for (std::size_t row = 0; row < std::size_t(G::kMaxRows); ++row) {
            if (row >= m_rows.size())
                m_rows.push_back({});
            if (x - G::kRadius >= m_rows[row].labelEnd)
                return occupy(row, x, labelWidth, true);
        }
        const auto freest = std::min_element(m_rows.begin(), m_rows.end(),
                                             [](const Row& a, const Row& b) { return a.markEnd < b.markEnd; });
        const auto row = std::size_t(freest - m_rows.begin());
        if (x - G::kRadius < freest->markEnd)
            return {int(row), false, true};
        return occupy(row, x, labelWidth, false);
    }

    [[nodiscard]] int count() const { return std::max(1, int(m_rows.size())); }

private:
    struct Row
    {
        double labelEnd = -1e12;
        double markEnd = -1e12;
    };

    Place occupy(std::size_t row, double x, double labelWidth, bool hasLabel)
    {
        m_rows[row].markEnd = x + G::kRadius + 2;
        if (hasLabel)
            m_rows[row].labelEnd = std::max(x - G::kRadius + labelWidth + kLabelGap, m_rows[row].markEnd);
        return {int(row), hasLabel, false};
    }

    std::vector<Row> m_rows;
};

/// A mark before its lane's place is known: `row` counts inside the lane.
struct Draft
{
    TimelineMark mark;
    int row = 0;
    bool hasLabel = false;
    double labelWidth = 0;
};

class Layouter
{
public:
    Layouter(const TimelineInput& input, const TimelineScale& scale, QSizeF size, const TextWidth& textWidth)
        : m_input(input), m_scale(scale), m_size(size), m_textWidth(textWidth), m_rows(input.lanes.size())
    {
    }

    TimelineGeometry run()
    {
        m_markOf.assign(m_input.events.size(), -1);
        m_result.ticks = ticks(m_scale, G::kLaneNameWidth, m_size.width(), 90);
        draftMarks();
        draftGhosts();
        placeLanes();
        placeMarks();
        placeGhosts();
        placeWaits();
        placeCurves();
        return std::move(m_result);
    }

private:
    [[nodiscard]] double xOf(base::Timestamp time) const
    {
        const bool isKnown = time != base::kNoTime && m_input.start != base::kNoTime;
        return m_scale.xOf(isKnown ? time - m_input.start : base::Duration::zero());
    }

    [[nodiscard]] int laneIndex(const QString& name) const
    {
        const auto found = std::find_if(m_input.lanes.begin(), m_input.lanes.end(),
                                        [&](const TimelineLane& lane) { return lane.name == name; });
        return found == m_input.lanes.end() ? 0 : int(found - m_input.lanes.begin());
    }

    void draftMarks()
    {
        std::vector<int> byTime(m_input.events.size());
        std::iota(byTime.begin(), byTime.end(), 0);
        std::stable_sort(byTime.begin(), byTime.end(), [&](int a, int b) { return event(a).time < event(b).time; });
        for (const int position : byTime)
            draftMark(position);
    }

    void draftMark(int position)
    {
        const TimelineEvent& self = event(position);
        const double x = xOf(self.time);
        const int lane = laneIndex(self.lane);
        if (const int onto = stackFor(self, x, lane); onto >= 0) {
            join(position, onto);
            return;
        }
        const double width = m_textWidth(self.label);
        const LaneRows::Place place = m_rows[std::size_t(lane)].take(x, width);
        if (place.isOverlap) {
            join(position, lastDraftIn(lane, place.row));
            return;
        }
        m_markOf[std::size_t(position)] = int(m_drafts.size());
        m_drafts.push_back({{{x, 0}, {position}, self.label, {}, lane}, place.row, place.hasLabel, width});
    }

    /// The mark that a repeat lies on: its original's, when that is near and in the same lane.
    [[nodiscard]] int stackFor(const TimelineEvent& self, double x, int lane) const
    {
        if (self.repeatOf < 0)
            return -1;
        const int onto = m_markOf[std::size_t(self.repeatOf)];
        if (onto < 0)
            return -1;
        const TimelineMark& mark = m_drafts[std::size_t(onto)].mark;
        return mark.lane == lane && std::abs(mark.centre.x() - x) < kStackDistance ? onto : -1;
    }

    [[nodiscard]] int lastDraftIn(int lane, int row) const
    {
        for (std::size_t i = m_drafts.size(); i-- > 0;)
            if (m_drafts[i].mark.lane == lane && m_drafts[i].row == row)
                return int(i);
        return 0;
    }

    void join(int position, int onto)
    {
        m_drafts[std::size_t(onto)].mark.events.push_back(position);
        m_markOf[std::size_t(position)] = onto;
    }

    void draftGhosts()
    {
        double x = xOf(std::max(m_input.end, m_input.waitingUntil)) + kGhostGap;
        for (const TimelineGhost& ghost : m_input.ghosts) {
            const double width = m_textWidth(ghost.label);
            const int lane = laneIndex(ghost.lane);
            const LaneRows::Place place = m_rows[std::size_t(lane)].take(x, width);
            m_ghostRows.push_back({{{x, 0}, {}, ghost.label, {}, lane}, place.row, true, width});
        }
    }

    void placeLanes()
    {
        double y = G::kAxisHeight;
        for (std::size_t i = 0; i < m_input.lanes.size(); ++i) {
            const double height = 2 * G::kLanePadding + m_rows[i].count() * G::kRowHeight;
            m_result.lanes.push_back({m_input.lanes[i].name, m_input.lanes[i].domain, {0, y, m_size.width(), height}});
            y += height;
        }
        m_result.height = y;
        spreadLanes();
    }

    /// Room that is left goes to the lanes, up to a calm height, as the names then breathe.
    void spreadLanes()
    {
        if (m_result.lanes.empty())
            return;
        const double spare = (m_size.height() - m_result.height) / double(m_result.lanes.size());
        const double extra = std::clamp(spare, 0.0, 14.0);
        double shift = 0;
        for (TimelineLaneBox& lane : m_result.lanes) {
            lane.rect = QRectF(0, lane.rect.top() + shift, lane.rect.width(), lane.rect.height() + extra);
            shift += extra;
        }
        m_result.height += shift;
    }

    [[nodiscard]] double rowY(int lane, int row) const
    {
        const QRectF& box = m_result.lanes[std::size_t(lane)].rect;
        const double used = m_rows[std::size_t(lane)].count() * G::kRowHeight;
        return box.top() + (box.height() - used) / 2 + row * G::kRowHeight + G::kRowHeight - 2 - G::kRadius;
    }

    static QRectF labelRect(const QPointF& centre, double width)
    {
        return {centre.x() - G::kRadius, centre.y() - G::kRadius - kLabelHeight - 1, width + 2, kLabelHeight};
    }

    void placeMarks()
    {
        for (Draft& draft : m_drafts) {
            draft.mark.centre.setY(rowY(draft.mark.lane, draft.row));
            if (draft.hasLabel)
                draft.mark.labelRect = labelRect(draft.mark.centre, draft.labelWidth);
            m_result.marks.push_back(draft.mark);
        }
    }

    void placeGhosts()
    {
        for (const Draft& draft : m_ghostRows) {
            const QPointF centre(draft.mark.centre.x(), rowY(draft.mark.lane, draft.row));
            m_result.ghosts.push_back({centre, draft.mark.label, labelRect(centre, draft.labelWidth)});
        }
    }

    void placeWaits()
    {
        if (m_input.waitingUntil == base::kNoTime || m_result.marks.empty())
            return;
        const auto last = std::max_element(m_result.marks.begin(), m_result.marks.end(), [](const auto& a, const auto& b) {
            return a.centre.x() < b.centre.x();
        });
        const double until = xOf(m_input.waitingUntil);
        if (until > last->centre.x() + G::kRadius)
            m_result.waits.push_back(QRectF(last->centre.x(), last->centre.y() - 5, until - last->centre.x(), 10));
    }

    void placeCurves()
    {
        for (std::size_t i = 0; i < m_input.edges.size(); ++i) {
            const TimelineEdge& edge = m_input.edges[i];
            const int from = m_markOf[std::size_t(edge.from)];
            const int to = m_markOf[std::size_t(edge.to)];
            if (from != to)
                m_result.curves.push_back(curve(int(i), m_result.marks[std::size_t(from)].centre,
                                                m_result.marks[std::size_t(to)].centre));
        }
    }

    [[nodiscard]] TimelineCurve curve(int position, const QPointF& from, const QPointF& to) const
    {
        const TimelineEdge& edge = m_input.edges[std::size_t(position)];
        TimelineCurve curve;
        curve.edge = position;
        const double gap = G::kRadius + 2;
        const bool isForward = to.x() >= from.x();
        curve.isBar = from.y() == to.y() && isForward;
        curve.from = from + QPointF(gap, 0);
        curve.to = to - QPointF(gap, 0);
        const double reach = std::max(20.0, std::abs(to.x() - from.x()) * 0.5);
        curve.control1 = curve.from + QPointF(curve.isBar ? 0 : reach, 0);
        curve.control2 = curve.to - QPointF(curve.isBar ? 0 : reach, 0);
        curve.duration = event(edge.to).time - event(edge.from).time;
        if (edge.isCompensation)
            curve.labelRect = compensationLabel(curve);
        return curve;
    }

    /// Beside the middle of the curve, unless a mark's label is there already.
    [[nodiscard]] QRectF compensationLabel(const TimelineCurve& curve) const
    {
        constexpr double kWidth = 150;
        const QPointF middle = (curve.from + 3 * curve.control1 + 3 * curve.control2 + curve.to) / 8;
        for (const QPointF offset : {QPointF(10, -8), QPointF(10, 8), QPointF(-kWidth - 10, -8), QPointF(-kWidth - 10, 8)}) {
            const QRectF rect(middle.x() + offset.x(), middle.y() + offset.y() - kLabelHeight / 2, kWidth, kLabelHeight);
            const auto touches = [&](const TimelineMark& mark) {
                return mark.labelRect.intersects(rect) || rect.contains(mark.centre);
            };
            if (std::none_of(m_result.marks.begin(), m_result.marks.end(), touches))
                return rect;
        }
        return {};
    }

    [[nodiscard]] const TimelineEvent& event(int position) const { return m_input.events[std::size_t(position)]; }

    const TimelineInput& m_input;
    const TimelineScale& m_scale;
    QSizeF m_size;
    const TextWidth& m_textWidth;
    std::vector<LaneRows> m_rows;
    std::vector<Draft> m_drafts;
    std::vector<Draft> m_ghostRows;
    std::vector<int> m_markOf;
    TimelineGeometry m_result;
};

} // namespace

TimelineScale TimelineScale::zoomedAt(double x, double factor) const
{
    constexpr double kLeast = 1e-4;
    constexpr double kMost = 1e6;
    const double scaled = std::clamp(pixelsPerSecond * factor, kLeast, kMost);
    return {scaled, x - (x - origin) * scaled / pixelsPerSecond};
}

int TimelineGeometry::markAt(const QPointF& point) const
{
    int nearest = -1;
    double best = kRadius + 5;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double distance = QLineF(point, marks[i].centre).length();
        const bool isOnLabel = marks[i].labelRect.contains(point);
        if (distance < best || (isOnLabel && nearest < 0)) {
            nearest = int(i);
            best = std::min(best, distance);
        }
    }
    return nearest;
}

int TimelineGeometry::markOf(int event) const
{
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (std::find(marks[i].events.begin(), marks[i].events.end(), event) != marks[i].events.end())
            return int(i);
    return -1;
}

TimelineScale fittingScale(const TimelineInput& input, double width, const TextWidth& textWidth)
{
    double right = kRightMargin;
    for (const TimelineEvent& event : input.events)
        if (event.time == input.end)
            right = std::max(right, textWidth(event.label) + kRightMargin);
    for (const TimelineGhost& ghost : input.ghosts)
        right = std::max(right, kGhostGap + textWidth(ghost.label) + kRightMargin);
    const base::Timestamp end = std::max(input.end, input.waitingUntil);
    const bool isKnown = input.start != base::kNoTime && end > input.start;
    const double seconds = isKnown ? std::chrono::duration<double>(end - input.start).count() : 0.001;
    const double left = G::kLaneNameWidth + 24;
    return {std::max(40.0, width - left - right) / seconds, left};
}

TimelineGeometry layOut(const TimelineInput& input, const TimelineScale& scale, QSizeF size, const TextWidth& textWidth)
{
    return Layouter(input, scale, size, textWidth).run();
}

std::vector<TimelineTick> ticks(const TimelineScale& scale, double left, double right, double minimum)
{
    const double least = minimum / scale.pixelsPerSecond;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least) {
            step = factor * power;
            break;
        }
    std::vector<TimelineTick> result;
    const double first = std::ceil((left - scale.origin) / scale.pixelsPerSecond / step);
    for (double n = first; scale.origin + n * step * scale.pixelsPerSecond <= right; ++n) {
        const std::chrono::duration<double> seconds(n * step);
        if (n >= 0)
            result.push_back({scale.origin + seconds.count() * scale.pixelsPerSecond,
                              std::chrono::round<base::Duration>(seconds)});
    }
    return result;
}

} // namespace sagascope::ui
