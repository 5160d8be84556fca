// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/MetricsFrame.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using std::chrono::seconds;

struct Span
{
    base::Timestamp from;
    base::Timestamp to; ///< end of the last whole step
    base::Duration step;
};

base::Timestamp floorTo(base::Timestamp time, base::Duration step)
{
    const auto ticks = time.time_since_epoch();
    return base::Timestamp(ticks - ((ticks % step) + step) % step);
}

base::Timestamp nowOf(const session::Snapshot& snapshot)
{
    return snapshot.takenAt != base::kNoTime ? snapshot.takenAt : snapshot.throughput.last();
}

std::optional<Span> spanOf(const session::Snapshot& snapshot, const MetricsQuery& query)
{
    const base::Timestamp now = nowOf(snapshot);
    if (query.window)
        return Span{query.window->from, query.window->to, stepFor(query.window->to - query.window->from)};
    if (now == base::kNoTime)
        return std::nullopt;
    const base::Duration step = stepFor(query.span);
    // The last record of a file that ended lies in a step that will never fill: it is shown.
    const bool isOver = snapshot.isFinished;
    const base::Timestamp to = floorTo(now, step) + (isOver ? step : base::Duration::zero());
    return Span{to - query.span, to, step};
}

// A series of Throughput reaches to the bucket that holds `to`; ours ends before it.
std::vector<metrics::Bucket> wholeSteps(const session::Snapshot& snapshot, base::TopicId topic, const Span& span)
{
    auto buckets = snapshot.throughput.series(topic, span.from, span.to, span.step);
    std::erase_if(buckets,
                  [&](const metrics::Bucket& b) { return b.start + span.step > span.to || b.start < span.from; });
    return buckets;
}

Curve domainCurve(const QString& name, const QString& domain)
{
    Curve curve;
    curve.name = name;
    curve.hue = Curve::Hue::Domain;
    curve.domain = domain;
    return curve;
}

void addTraffic(MetricsFrame& frame, const session::Snapshot& snapshot, const MetricsQuery& query, const Span& span)
{
    std::map<QString, std::vector<metrics::Bucket>> sums;
    std::map<QString, QString> domains;
    for (std::size_t i = 0; i < snapshot.events.topicCount(); ++i) {
        const base::TopicId topic(static_cast<std::uint16_t>(i));
        const QString name = toQString(snapshot.events.topicName(topic));
        if (!query.topic.isEmpty() && name != query.topic)
            continue;
        const QString domain = domainOf(snapshot.events.topicName(topic));
        const QString key = query.topic.isEmpty() ? domain : name;
        domains[key] = domain;
        auto& sum = sums[key];
        const auto buckets = wholeSteps(snapshot, topic, span);
        sum.resize(std::max(sum.size(), buckets.size()));
        for (std::size_t b = 0; b < buckets.size(); ++b) {
            sum[b].start = buckets[b].start;
            sum[b].events += buckets[b].events;
            sum[b].bytes += buckets[b].bytes;
        }
    }
    const double stepSeconds = std::chrono::duration<double>(span.step).count();
    for (const auto& [key, buckets] : sums) {
        Curve rate = domainCurve(key, domains[key]);
        Curve size = rate;
        for (const metrics::Bucket& bucket : buckets) {
            const std::int64_t time = base::toUnixMilliseconds(bucket.start);
            rate.points.push_back({time, double(bucket.events) / stepSeconds});
            if (bucket.events > 0)
                size.points.push_back({time, double(bucket.bytes) / double(bucket.events)});
        }
        frame.throughput.push_back(std::move(rate));
        frame.sizes.push_back(std::move(size));
    }
}

void addLag(MetricsFrame& frame, const session::Snapshot& snapshot, const Span& span)
{
    if (!snapshot.lagHistory.byGroup)
        return;
    for (const auto& [group, points] : *snapshot.lagHistory.byGroup) {
        Curve curve;
        curve.name = toQString(group);
        const auto first = std::lower_bound(points.begin(), points.end(), span.from,
                                            [](const metrics::LagPoint& p, base::Timestamp t) { return p.at < t; });
        for (auto point = first; point != points.end() && point->at <= span.to; ++point)
            curve.points.push_back({base::toUnixMilliseconds(point->at), double(point->lag)});
        frame.lag.push_back(std::move(curve));
    }
}

void addOutcomes(MetricsFrame& frame, const session::Snapshot& snapshot, const Span& span)
{
    const auto steps = std::size_t(std::max<std::int64_t>((span.to - span.from) / span.step, 0));
    std::array<std::vector<std::uint32_t>, saga::kSagaStateCount> ended;
    for (std::size_t i = 0; i < snapshot.sagas.slotCount(); ++i) {
        const saga::SagaSummary& summary = snapshot.sagas.saga(base::SagaId(std::uint32_t(i)));
        if (!summary.isAlive || summary.endedAt == base::kNoTime || summary.endedAt < span.from ||
            summary.endedAt >= span.to)
            continue;
        auto& counts = ended[std::size_t(summary.state)];
        counts.resize(steps);
        if (const auto step = std::size_t((summary.endedAt - span.from) / span.step); step < steps)
            ++counts[step];
    }
    for (std::size_t state = 0; state < ended.size(); ++state) {
        if (ended[state].empty())
            continue;
        Curve curve;
        curve.hue = Curve::Hue::State;
        curve.state = static_cast<saga::SagaState>(state);
        curve.name = stateLabel(curve.state);
        for (std::size_t step = 0; step < steps; ++step)
            curve.points.push_back(
                {base::toUnixMilliseconds(span.from + std::int64_t(step) * span.step), double(ended[state][step])});
        frame.outcomes.push_back(std::move(curve));
    }
}

} // namespace

base::Duration stepFor(base::Duration span)
{
    constexpr int kSteps = 150;
    for (const int count : {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21'600})
        if (span <= kSteps * seconds(count))
            return seconds(count);
    return std::chrono::hours(24);
}

MetricsFrame metricsFrame(const session::Snapshot& snapshot, const MetricsQuery& query)
{
    MetricsFrame frame;
    frame.sagasByState = snapshot.counts.sagasByState;
    const auto span = spanOf(snapshot, query);
    if (!span || span->to <= span->from)
        return frame;
    frame.from = base::toUnixMilliseconds(span->from);
    frame.to = base::toUnixMilliseconds(span->to);
    frame.step = span->step;
    addTraffic(frame, snapshot, query, *span);
    addLag(frame, snapshot, *span);
    addOutcomes(frame, snapshot, *span);
    return frame;
}

} // namespace sagascope::ui
