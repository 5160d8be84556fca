// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineOrder.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace sagascope::ui {
namespace {

using base::Duration;
using base::kNoTime;

bool isDeclaredCause(const TimelineInput& input, const TimelineEdge& edge)
{
    return edge.link == TimelineLink::Cause && edge.evidence == identity::Evidence::Declared &&
           input.eventAt(edge.from).time != kNoTime && input.eventAt(edge.to).time != kNoTime;
}

void shiftBehindCauses(TimelineInput& input, std::vector<TimelineEdge> declared)
{
    // By effect, so that every cause has its own shift already.
    std::stable_sort(declared.begin(), declared.end(),
                     [](const TimelineEdge& a, const TimelineEdge& b) { return a.to < b.to; });
    for (const TimelineEdge& edge : declared) {
        const TimelineEvent& cause = input.eventAt(edge.from);
        TimelineEvent& effect = input.events[std::size_t(edge.to)];
        effect.beforeCause = std::max(effect.beforeCause, cause.time - effect.time);
        if (edge.from < edge.to)
            effect.causalShift = std::max(effect.causalShift, cause.time + cause.causalShift - effect.time);
    }
}

/// Between two services the fastest message tells most: it is as late as the clocks differ, and hardly more.
void compareClocks(TimelineInput& input, const std::vector<TimelineEdge>& declared)
{
    struct Pair
    {
        Duration fastest = Duration::max();
        int edges = 0;
    };
    std::map<std::pair<int, int>, Pair> pairs;
    for (const TimelineEdge& edge : declared) {
        const TimelineEvent& cause = input.eventAt(edge.from);
        const TimelineEvent& effect = input.eventAt(edge.to);
        if (cause.lane == effect.lane)
            continue;
        Pair& pair = pairs[{cause.lane, effect.lane}];
        pair.fastest = std::min(pair.fastest, effect.time - cause.time);
        ++pair.edges;
    }
    for (const auto& [lanes, pair] : pairs) {
        if (pair.fastest >= Duration::zero())
            continue;
        TimelineSkew skew{lanes.first, lanes.second, -pair.fastest, {}, pair.edges};
        const auto back = pairs.find({lanes.second, lanes.first});
        if (back != pairs.end() && back->second.fastest >= -pair.fastest) {
            skew.estimate = (back->second.fastest - pair.fastest) / 2;
            skew.edges += back->second.edges;
        }
        input.skews.push_back(skew);
    }
}

class TimelineSorter
{
public:
    TimelineSorter(std::shared_ptr<const TimelineInput> input, TimelineOrder order)
    {
        m_timeline.input = std::move(input);
        m_timeline.order = order;
    }

    TimelinePtr sort()
    {
        placeEvents();
        sortEvents();
        fillLanes();
        fillLinks();
        return std::make_shared<const Timeline>(std::move(m_timeline));
    }

private:
    [[nodiscard]] const TimelineInput& input() const { return *m_timeline.input; }

    void placeEvents()
    {
        const std::size_t count = input().events.size();
        m_timeline.seconds.reserve(count);
        m_timeline.positions.reserve(count);
        for (const TimelineEvent& event : input().events) {
            const Duration shift = m_timeline.order == TimelineOrder::Causal ? event.causalShift : Duration::zero();
            const double seconds = m_timeline.secondsUntil(event.time == kNoTime ? kNoTime : event.time + shift);
            m_timeline.positions[event.event] = int(m_timeline.seconds.size());
            m_timeline.seconds.push_back(seconds);
            m_timeline.end = std::max(m_timeline.end, seconds);
        }
    }

    void sortEvents()
    {
        const std::size_t count = m_timeline.seconds.size();
        m_timeline.byTime.resize(count);
        std::iota(m_timeline.byTime.begin(), m_timeline.byTime.end(), 0);
        std::stable_sort(m_timeline.byTime.begin(), m_timeline.byTime.end(),
                         [&](int a, int b) { return secondsOf(a) < secondsOf(b); });
        m_timeline.ranks.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            m_timeline.ranks[std::size_t(m_timeline.byTime[i])] = int(i);
            m_timeline.sorted.push_back(secondsOf(m_timeline.byTime[i]));
        }
    }

    void fillLanes()
    {
        m_timeline.lanes.resize(input().lanes.size());
        for (const int position : m_timeline.byTime) {
            const TimelineEvent& event = input().eventAt(position);
            LaneTrack& lane = m_timeline.lanes[std::size_t(event.lane)];
            if (lane.failures.empty())
                lane.failures.push_back(0);
            lane.positions.push_back(position);
            lane.seconds.push_back(secondsOf(position));
            const bool isBad = event.isFailure || event.worstFinding == base::Severity::Error;
            lane.failures.push_back(lane.failures.back() + (isBad ? 1 : 0));
        }
    }

    void fillLinks()
    {
        std::vector<int> byStart(input().edges.size());
        std::iota(byStart.begin(), byStart.end(), 0);
        std::stable_sort(byStart.begin(), byStart.end(), [&](int a, int b) { return leftOf(a) < leftOf(b); });
        std::map<std::tuple<TimelineLink, int, int, identity::Evidence>, std::size_t> tracks;
        for (const int position : byStart) {
            const TimelineEdge& edge = input().edges[std::size_t(position)];
            const int from = input().eventAt(edge.from).lane;
            const int to = input().eventAt(edge.to).lane;
            const auto [track, isNew] = tracks.try_emplace({edge.link, from, to, edge.evidence}, m_timeline.links.size());
            if (isNew)
                m_timeline.links.push_back({edge.link, from, to, {}, {}, {}, {}});
            append(m_timeline.links[track->second], position, edge);
        }
    }

    void append(LinkTrack& track, int position, const TimelineEdge& edge) const
    {
        const double right = std::max(secondsOf(edge.from), secondsOf(edge.to));
        if (track.edges.size() % LinkTrack::kBlock == 0)
            track.blockEnds.push_back(right);
        track.blockEnds.back() = std::max(track.blockEnds.back(), right);
        track.edges.push_back(position);
        track.lefts.push_back(leftOf(position));
        track.rights.push_back(right);
    }

    [[nodiscard]] double secondsOf(int position) const { return m_timeline.seconds[std::size_t(position)]; }
    [[nodiscard]] double leftOf(int edge) const
    {
        const TimelineEdge& self = input().edges[std::size_t(edge)];
        return std::min(secondsOf(self.from), secondsOf(self.to));
    }

    Timeline m_timeline;
};

} // namespace

int Timeline::positionOf(base::EventIndex event) const
{
    const auto found = positions.find(event);
    return found == positions.end() ? -1 : found->second;
}

double Timeline::secondsUntil(base::Timestamp time) const
{
    const bool isKnown = time != kNoTime && input->start != kNoTime;
    return isKnown ? std::chrono::duration<double>(time - input->start).count() : 0;
}

void orderByCause(TimelineInput& input)
{
    std::vector<TimelineEdge> declared;
    std::copy_if(input.edges.begin(), input.edges.end(), std::back_inserter(declared),
                 [&](const TimelineEdge& edge) { return isDeclaredCause(input, edge); });
    shiftBehindCauses(input, declared);
    compareClocks(input, declared);
}

TimelinePtr makeTimeline(std::shared_ptr<const TimelineInput> input, TimelineOrder order)
{
    return TimelineSorter(std::move(input), order).sort();
}

} // namespace sagascope::ui
