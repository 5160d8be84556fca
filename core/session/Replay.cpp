// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Replay.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/causation/ServiceMap.h"
#include "core/identity/Identity.h"
#include "core/metrics/Throughput.h"
#include "core/saga/SagaTracker.h"
#include "core/session/Retelling.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

/// Records between two looks whether anybody still wants the answer: some tens of milliseconds.
constexpr std::size_t kSlice = 50'000;
constexpr auto kRateWindow = 2s; ///< as in a live session

metrics::LagHistory::View until(const metrics::LagHistory::View& history, base::Timestamp moment)
{
    if (!history.byGroup)
        return history;
    auto byGroup = std::make_shared<std::map<std::string, std::vector<metrics::LagPoint>>>(*history.byGroup);
    for (auto& [group, points] : *byGroup)
        std::erase_if(points, [&](const metrics::LagPoint& point) { return point.at > moment; });
    std::erase_if(*byGroup, [](const auto& entry) { return entry.second.empty(); });
    return {byGroup};
}

} // namespace

/// Everything that is known of the records included so far.
struct Replay::Past
{
    explicit Past(const Snapshot& live)
        : catalog(live.catalog), identity(identity::Identity::replaying(live.identity)), tracker(live.catalog)
    {
        for (std::uint32_t i = 0; i < live.events.size(); ++i) {
            if (live.events.row(base::EventIndex(i)).brokerTime == base::kNoTime)
                include(live, base::EventIndex(i));
        }
    }

    void include(const Snapshot& live, base::EventIndex event)
    {
        identity.include(event);
        const store::EventRow& row = live.events.row(event);
        if (row.has(store::EventFlag::Undecodable)) {
            ++undecodable;
            return;
        }
        ++events;
        throughput.record(row.topic, row.brokerTime, row.valueSize);
        if (row.source.isValid())
            services.record(live.events.text(row.source), live.events.topicName(row.topic));
    }

    void count(Counts& counts) const
    {
        counts.later = counts.records - events - undecodable;
        counts.events = events;
        counts.undecodable = undecodable;
        counts.sagasByState = tracker.countByState();
        counts.sagas = 0;
        for (const std::uint64_t ofState : counts.sagasByState)
            counts.sagas += ofState;
        counts.correlatedEvents = tracker.memberCount();
    }

    std::shared_ptr<const catalog::Catalog> catalog;
    identity::Identity identity;
    saga::SagaTracker tracker;
    metrics::Throughput throughput;
    causation::ServiceMap services;
    std::uint64_t numbering = nextNumbering();
    std::size_t next = 0; ///< in the time order: the first record that is not included
    std::uint64_t events = 0;
    std::uint64_t undecodable = 0;
    std::uint32_t pictures = 0; ///< given away
    base::Timestamp moment = base::kNoTime; ///< every known record up to here is included
    base::Timestamp clock = base::kNoTime;  ///< the tracker has been told this time: ahead of `moment` when stopped
};

Replay::Replay() = default;
Replay::Replay(Replay&&) noexcept = default;
Replay& Replay::operator=(Replay&&) noexcept = default;
Replay::~Replay() = default;

SnapshotPtr Replay::travel(const SnapshotPtr& live, const Destination& to, const std::function<bool()>& isStopped)
{
    if (m_past && m_past->catalog != live->catalog)
        m_past.reset(); // everything reads differently now
    takeNew(*live);
    const base::Timestamp moment = momentOf(*live, to);
    if (!m_past || moment < m_past->clock)
        m_past = std::make_unique<Past>(*live);
    return advance(*live, moment, isStopped) ? picture(*live) : nullptr;
}

base::Timestamp Replay::momentOf(const Snapshot& live, const Destination& to) const
{
    if (to.steps == 0)
        return to.moment;
    if (!to.among.isValid())
        return m_order.stepped(to.moment, to.steps);
    const base::SagaId saga = live.sagas.sagaOf(to.among);
    TimeOrder own;
    own.add(saga.isValid() ? *live.sagas.saga(saga).events : std::span(&to.among, 1), live.events);
    return own.stepped(to.moment, to.steps);
}

/// Records that were read since the last travel: those of the past that is included already join it.
void Replay::takeNew(const Snapshot& live)
{
    const std::size_t known = m_order.rowCount();
    m_order.extend(live.events);
    if (!m_past || known == live.events.size())
        return;
    m_past->identity.setDescribed(live.identity);
    for (std::size_t i = known; i < live.events.size(); ++i) {
        const base::EventIndex event{std::uint32_t(i)};
        if (live.events.row(event).brokerTime <= m_past->moment) // kNoTime is before every moment
            m_past->include(live, event);
    }
    m_past->next = m_order.endAt(m_past->moment);
}

bool Replay::advance(const Snapshot& live, base::Timestamp moment, const std::function<bool()>& isStopped)
{
    Past& past = *m_past;
    const std::size_t end = m_order.endAt(moment);
    past.clock = moment;
    while (past.next < end) {
        const std::size_t sliceEnd = m_order.endAt(m_order[std::min(past.next + kSlice, end) - 1].time);
        for (; past.next < sliceEnd; ++past.next)
            past.include(live, m_order[past.next].event);
        past.moment = m_order[past.next - 1].time;
        past.tracker.update(past.identity, live.events, past.clock);
        if (isStopped())
            return false;
    }
    past.moment = moment;
    // Time limits pass where nothing happens, too. And nobody comes back to what would be left behind.
    past.tracker.update(past.identity, live.events, past.clock, saga::SagaTracker::Lag::None);
    return true;
}

SnapshotPtr Replay::picture(const Snapshot& live) const
{
    const base::Timestamp moment = m_past->moment;
    auto snapshot = std::make_shared<Snapshot>(live);
    // Far from those of the session itself, whatever it is at by now.
    snapshot->sequence = live.sequence + (std::uint64_t(++m_past->pictures) << 32U);
    snapshot->asOf = moment;
    snapshot->numbering = m_past->numbering;
    snapshot->takenAt = moment;
    snapshot->nextEventAt = m_past->next < m_order.size() ? m_order[m_past->next].time : base::kNoTime;
    snapshot->eventsPerSecond = rateAt(moment);
    snapshot->identity = m_past->identity.view();
    snapshot->sagas = m_past->tracker.view();
    snapshot->throughput = m_past->throughput.view();
    snapshot->services = m_past->services.view();
    snapshot->lagHistory = until(live.lagHistory, moment);
    snapshot->groups = nullptr; // what groups did is not kept
    std::erase_if(snapshot->lag, [&](const metrics::LagSample& sample) { return sample.at > moment; });
    m_past->count(snapshot->counts);
    return snapshot;
}

double Replay::rateAt(base::Timestamp moment) const
{
    const std::size_t count = m_order.endAt(moment) - m_order.endAt(moment - kRateWindow);
    return double(count) / std::chrono::duration<double>(kRateWindow).count();
}

} // namespace sagascope::session
