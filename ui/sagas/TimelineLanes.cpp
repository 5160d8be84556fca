// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineLanes.h"

#include <algorithm>
#include <cmath>

#include "ui/sagas/TimelineText.h"

namespace sagascope::ui {
namespace {

using G = TimelineGeometry;
constexpr double kLabelGap = 10;
constexpr double kStackDistance = 24; ///< repeats nearer than this lie on their original
constexpr double kBeside = 320;       ///< a label reaches at most so far into the screen
constexpr std::size_t kRun = 64;      ///< rows are found from a fixed place, so that they stay while panning
constexpr int kCulledRows = 2;        ///< always the same, so that lanes keep their height while panning
constexpr int kExpandedRows = 24;
constexpr double kGhostStep = 8;
constexpr double kBadgeGap = 4;

} // namespace

LaneRows::Place LaneRows::take(double x, double labelWidth, int maxRows, int draft)
{
    if (!m_isCompact)
        for (std::size_t row = 0; row < std::size_t(maxRows); ++row) {
            if (row >= m_rows.size())
                m_rows.push_back({});
            if (x - G::kRadius >= m_rows[row].labelEnd)
                return occupy(row, x, labelWidth, true, draft);
        }
    if (m_rows.empty())
        m_rows.push_back({});
    const auto freest = std::min_element(m_rows.begin(), m_rows.end(),
                                         [](const Row& a, const Row& b) { return a.markEnd < b.markEnd; });
    if (x - G::kRadius < freest->markEnd && freest->last >= 0)
        return {int(freest - m_rows.begin()), false, freest->last, freest->labelEnd};
    return occupy(std::size_t(freest - m_rows.begin()), x, labelWidth, false, draft);
}

LaneRows::Place LaneRows::occupy(std::size_t row, double x, double labelWidth, bool hasLabel, int draft)
{
    Row& taken = m_rows[row];
    const double freeFrom = taken.labelEnd;
    taken.markEnd = x + G::kRadius + 2;
    taken.last = draft;
    taken.labelEnd = std::max(taken.markEnd, hasLabel ? x - G::kRadius + labelWidth + kLabelGap : taken.labelEnd);
    return {int(row), hasLabel, -1, freeFrom};
}

TimelineLanes::TimelineLanes(const Timeline& timeline, const TimelineFrame& frame, const TextWidth& textWidth,
                             TimelineGeometry& result)
    : m_timeline(timeline), m_frame(frame), m_textWidth(textWidth), m_result(result),
      m_widths(timeline.input->labels.size(), -1)
{
}

void TimelineLanes::run()
{
    chooseLanes();
    for (int lane = 0; lane < int(m_result.lanes.size()); ++lane)
        draftLane(lane);
    draftGhosts();
    placeLanes();
    placeMarks();
    placeBars();
    placeGhosts();
    placePhases();
}

void TimelineLanes::chooseLanes()
{
    const std::size_t count = m_timeline.lanes.size();
    const bool isMany = count > std::size_t(G::kManyLanes);
    m_result.lanes.resize(count);
    const double room = m_frame.size.height() - G::kAxisHeight;
    m_culledRows = double(count) * (2 * G::kLanePadding + kCulledRows * G::kRowHeight) > room ? 1 : kCulledRows;
    for (std::size_t i = 0; i < count; ++i) {
        m_result.lanes[i].isCompact = isMany != m_frame.toggled.contains(int(i));
        m_rows.emplace_back(m_result.lanes[i].isCompact);
        m_isCulled.push_back(m_timeline.lanes[i].positions.size() > std::size_t(G::kMaxMarks));
    }
}

void TimelineLanes::draftLane(int lane)
{
    const LaneTrack& track = m_timeline.lanes[std::size_t(lane)];
    std::size_t from = 0;
    std::size_t to = track.positions.size();
    if (m_isCulled[std::size_t(lane)]) {
        const auto first = std::lower_bound(track.seconds.begin(), track.seconds.end(), m_frame.scale.secondsAt(G::kLaneNameWidth));
        const auto last = std::upper_bound(first, track.seconds.end(), m_frame.scale.secondsAt(m_frame.size.width()));
        from = std::size_t(first - track.seconds.begin());
        to = std::size_t(last - track.seconds.begin());
        if (to - from > std::size_t(G::kMaxMarks))
            return countLane(lane, from, to);
        from = from < kRun ? 0 : (from / kRun - 1) * kRun;
        to = std::min(to + 1, track.positions.size());
    }
    for (std::size_t i = from; i < to; ++i)
        draftMark(track.positions[i]);
}

double TimelineLanes::widthOf(int label)
{
    double& width = m_widths[std::size_t(label)];
    if (width < 0)
        width = m_textWidth(input().labels[std::size_t(label)]);
    return width;
}

/// What a badge of words beside the mark takes, from the label's left: the next name must not run into it.
double TimelineLanes::badgeWidth(const TimelineEvent& event) const
{
    const QString badge = TimelineText::skewBadge(event, m_timeline.order);
    return badge.isEmpty() ? 0 : 2 * G::kRadius + kBadgeGap + m_textWidth(badge);
}

double TimelineLanes::xOf(int event) const
{
    return m_frame.scale.xOf(m_timeline.seconds[std::size_t(event)]);
}

void TimelineLanes::draftMark(int position)
{
    const TimelineEvent& self = input().eventAt(position);
    const double x = xOf(position);
    int onto = stackFor(self, x);
    if (onto < 0) {
        const bool isCulled = m_isCulled[std::size_t(self.lane)];
        const bool isBeside = self.repeatOf >= 0 && m_frame.expanded.contains(self.repeatOf);
        const int rows = isBeside ? kExpandedRows : isCulled ? m_culledRows : G::kMaxRows;
        const double width = widthOf(self.label);
        const auto place = m_rows[std::size_t(self.lane)].take(x, std::max(width, badgeWidth(self)), rows, int(m_drafts.size()));
        if (place.onto < 0) {
            const double recorded = self.time == base::kNoTime ? x : m_frame.scale.xOf(m_timeline.secondsUntil(self.time));
            m_markOf[position] = int(m_drafts.size());
            m_drafts.push_back({{{x, 0}, {position}, {}, self.lane, recorded, m_frame.expanded.contains(position)},
                                place.row, place.hasLabel, width, place.freeFrom, -1});
            return;
        }
        onto = place.onto;
    }
    m_drafts[std::size_t(onto)].mark.events.push_back(position);
    m_markOf[position] = onto;
}

int TimelineLanes::stackFor(const TimelineEvent& self, double x) const
{
    if (self.repeatOf < 0 || m_frame.expanded.contains(self.repeatOf))
        return -1;
    const int onto = markOf(self.repeatOf);
    if (onto < 0)
        return -1;
    const TimelineMark& mark = m_drafts[std::size_t(onto)].mark;
    return mark.lane == self.lane && std::abs(mark.centre.x() - x) < kStackDistance ? onto : -1;
}

/// Buckets hang on the saga's start and not on the screen's edge, so that they do not flicker while panning.
void TimelineLanes::countLane(int lane, std::size_t from, std::size_t to)
{
    const LaneTrack& track = m_timeline.lanes[std::size_t(lane)];
    const double bucketSeconds = G::kBucket / m_frame.scale.pixelsPerSecond;
    m_result.lanes[std::size_t(lane)].isDense = true;
    for (std::size_t i = from; i < to;) {
        const double bucket = std::floor(track.seconds[i] / bucketSeconds);
        const auto begin = track.seconds.begin() + std::ptrdiff_t(i);
        const auto last = std::lower_bound(begin + 1, track.seconds.begin() + std::ptrdiff_t(to), (bucket + 1) * bucketSeconds);
        const auto next = std::size_t(last - track.seconds.begin());
        m_result.bars.push_back({QRectF(m_frame.scale.xOf(bucket * bucketSeconds), 0, G::kBucket - 1, 0), lane, track.positions[i],
                                 int(next - i), track.failures[next] - track.failures[i]});
        i = next;
    }
}

/// Behind the end, or where the wait has come to; at the edge of the screen when that is further.
double TimelineLanes::ghostX(double width) const
{
    const double last = m_frame.scale.xOf(m_timeline.end);
    double x = last + G::kGhostGap;
    if (input().waitingUntil != base::kNoTime)
        x = std::max(x, m_frame.scale.xOf(m_timeline.secondsUntil(input().waitingUntil)));
    const double edge = m_frame.size.width() - width - 16;
    return x > edge && last < edge - 40 ? edge : x;
}

void TimelineLanes::draftGhosts()
{
    double x = 0;
    for (int i = 0; i < int(input().ghosts.size()); ++i) {
        const TimelineGhost& ghost = input().ghosts[std::size_t(i)];
        const double width = widthOf(ghost.label);
        x = std::max(x + kGhostStep, ghostX(width));
        const auto place = m_rows[std::size_t(ghost.lane)].take(x, width, G::kMaxRows, -1);
        m_ghosts.push_back({{{x, 0}, {}, {}, ghost.lane, x, false}, place.row, true, width, 0, i});
    }
}

void TimelineLanes::placeLanes()
{
    double y = G::kAxisHeight;
    for (std::size_t i = 0; i < m_result.lanes.size(); ++i) {
        const int rows = m_isCulled[i] ? std::max(m_culledRows, m_rows[i].count()) : m_rows[i].count();
        const double height = m_result.lanes[i].isCompact ? G::kCompactHeight : 2 * G::kLanePadding + rows * G::kRowHeight;
        m_result.lanes[i].rect = {0, y, m_frame.size.width(), height};
        y += height;
    }
    m_result.height = y;
    spreadLanes();
}

/// Room that is left goes to the lanes, up to a calm height, as the names then breathe.
void TimelineLanes::spreadLanes()
{
    if (m_result.lanes.empty())
        return;
    const double spare = (m_frame.size.height() - m_result.height) / double(m_result.lanes.size());
    const double extra = std::clamp(spare, 0.0, 14.0);
    double shift = 0;
    for (TimelineLaneBox& lane : m_result.lanes) {
        lane.rect = QRectF(0, lane.rect.top() + shift, lane.rect.width(), lane.rect.height() + extra);
        shift += extra;
    }
    m_result.height += shift;
}

double TimelineLanes::rowY(int lane, int row) const
{
    const TimelineLaneBox& box = m_result.lanes[std::size_t(lane)];
    if (box.isCompact)
        return box.rect.center().y();
    const double used = m_rows[std::size_t(lane)].count() * G::kRowHeight;
    return box.rect.top() + (box.rect.height() - used) / 2 + row * G::kRowHeight + G::kRowHeight - 2 - G::kRadius;
}

QRectF TimelineLanes::labelRect(const QPointF& centre, double width) const
{
    return {centre.x() - G::kRadius, centre.y() - G::kRadius - G::kLabelHeight - 1, width + 2, G::kLabelHeight};
}

void TimelineLanes::placeMarks()
{
    m_result.marks.reserve(m_drafts.size());
    for (const Draft& draft : m_drafts) {
        TimelineMark mark = draft.mark;
        mark.centre.setY(rowY(mark.lane, draft.row));
        if (draft.hasLabel)
            mark.labelRect = labelRect(mark.centre, draft.labelWidth);
        m_result.marks.push_back(std::move(mark));
    }
}

/// Heights grow with the logarithm: one event is still to be seen beside a thousand.
void TimelineLanes::placeBars()
{
    int most = 1;
    for (const TimelineBar& bar : m_result.bars)
        most = std::max(most, bar.count);
    for (TimelineBar& bar : m_result.bars) {
        const QRectF& lane = m_result.lanes[std::size_t(bar.lane)].rect;
        const double share = std::log2(1.0 + bar.count) / std::log2(1.0 + most);
        const double height = std::max(3.0, share * (lane.height() - G::kLanePadding));
        bar.rect.setTop(lane.center().y() - height / 2);
        bar.rect.setHeight(height);
    }
}

void TimelineLanes::placeGhosts()
{
    for (const Draft& draft : m_ghosts) {
        const TimelineGhost& ghost = input().ghosts[std::size_t(draft.ghost)];
        const QPointF centre(draft.mark.centre.x(), rowY(ghost.lane, draft.row));
        TimelineGhostMark placed{draft.ghost, centre, labelRect(centre, draft.labelWidth), {}, {}};
        if (ghost.since != base::kNoTime) {
            const double since = std::max(m_frame.scale.xOf(m_timeline.secondsUntil(ghost.since)), -kBeside);
            if (centre.x() - since > 2 * G::kRadius)
                placed.wait = QRectF(since, centre.y() - 5, centre.x() - G::kRadius - since, 10);
        }
        if (ghost.undoes >= 0)
            placed.undoes = placeOf(ghost.undoes);
        m_result.ghosts.push_back(placed);
    }
}

void TimelineLanes::placePhases()
{
    constexpr double kHeight = 22;
    for (int i = 0; i < int(input().phases.size()); ++i) {
        const TimelinePhase& phase = input().phases[std::size_t(i)];
        const double from = m_frame.scale.xOf(m_timeline.secondsUntil(phase.from));
        const double to = m_frame.scale.xOf(m_timeline.secondsUntil(phase.to));
        const QRectF& lane = m_result.lanes.front().rect;
        if (to >= G::kLaneNameWidth && from <= m_frame.size.width())
            m_result.phases.push_back({i, QRectF(from, lane.center().y() - kHeight / 2, std::max(4.0, to - from - 1), kHeight)});
    }
}

int TimelineLanes::markOf(int event) const
{
    const auto found = m_markOf.find(event);
    return found == m_markOf.end() ? -1 : found->second;
}

QPointF TimelineLanes::placeOf(int event) const
{
    const int mark = markOf(event);
    if (mark >= 0)
        return m_result.marks[std::size_t(mark)].centre;
    return {xOf(event), m_result.lanes[std::size_t(input().eventAt(event).lane)].rect.center().y()};
}

} // namespace sagascope::ui
