// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Ingest.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <variant>

namespace sagascope::session {
namespace {

constexpr std::size_t kRecordsPerUpdate = 50'000;

} // namespace

Ingest::Ingest(std::shared_ptr<const catalog::Catalog> catalog, std::shared_ptr<store::BlockKeeper> keeper,
               std::size_t cacheBytes, std::shared_ptr<base::ColumnSpace> columns)
    : m_catalog(std::move(catalog)), m_columns(std::move(columns)), m_store(std::move(keeper), cacheBytes, m_columns),
      m_review(m_catalog), m_identity(m_catalog, m_columns),
      m_derivation(std::make_unique<Derivation>(std::make_unique<saga::SagaTracker>(m_catalog), m_columns))
{
}

void Ingest::take(const event::RawRecord& record, std::optional<store::BlockBuilder::Position> kept)
{
    const base::EventIndex known = m_store.find(record.topic, record.partition, record.offset);
    if (m_incarnations.holds(record, known, m_store)) {
        ++m_counts.sameCoordinates;
        return;
    }
    ++m_counts.records;
    m_latestBrokerTime = std::max(m_latestBrokerTime, record.brokerTime);
    m_incarnations.keep(record, known);
    store(record, kept);
}

bool Ingest::restore(const RestoredChunk& chunk)
{
    if (!m_restored) {
        m_restored = std::make_unique<identity::RestoredDescriptions>(m_columns);
        m_identity = identity::Identity::replaying(m_restored->view());
    }
    const std::size_t first = m_store.size();
    m_store.restore(chunk.rows);
    if (!m_restored->append(chunk.descriptions) || m_restored->size() != m_store.size())
        return false;
    m_identity.setDescribed(m_restored->view());
    for (std::size_t i = first; i < m_store.size(); ++i)
        includeRestored(base::EventIndex(static_cast<base::EventIndex::rep>(i)));
    recordServicesFrom(first);
    deriveRestored();
    return true;
}

/// A saga is told anew with each part of the events in which it changed, so the parts are large.
void Ingest::deriveRestored()
{
    constexpr std::size_t kEventsPerPart = 500'000;
    if (m_store.size() - m_derived >= kEventsPerPart && m_derivation->deriveBeside(m_identity, m_store.view(), latestTime()))
        m_derived = m_store.size();
}

/// Counted in runs, since one service publishes most of what a topic holds.
void Ingest::recordServicesFrom(std::size_t first)
{
    struct Run
    {
        base::TextId source;
        std::uint64_t events = 0;
    };
    std::vector<Run> runs; // by topic
    const auto end = [&](std::size_t topic) {
        if (const Run& run = runs[topic]; run.events > 0)
            m_services.record(m_store.texts()[run.source], m_store.topicName(base::TopicId(base::TopicId::rep(topic))), run.events);
        runs[topic] = {};
    };
    for (std::size_t i = first; i < m_store.size(); ++i) {
        const store::EventRow& row = m_store.row(base::EventIndex(static_cast<base::EventIndex::rep>(i)));
        if (!row.source.isValid() || row.has(store::EventFlag::Undecodable))
            continue;
        if (row.topic.value >= runs.size())
            runs.resize(row.topic.value + std::size_t(1));
        if (runs[row.topic.value].source != row.source)
            end(row.topic.value);
        runs[row.topic.value].source = row.source;
        ++runs[row.topic.value].events;
    }
    for (std::size_t topic = 0; topic < runs.size(); ++topic)
        end(topic);
}

void Ingest::includeRestored(base::EventIndex event)
{
    const store::EventRow& row = m_store.row(event);
    m_identity.include(event);
    ++m_counts.records;
    m_latestBrokerTime = std::max(m_latestBrokerTime, row.brokerTime);
    if (row.has(store::EventFlag::Undecodable)) {
        ++m_counts.undecodable;
        return;
    }
    ++m_counts.events;
    m_latestProducerTime = std::max(m_latestProducerTime, row.producerTime);
    m_throughput.record(row.topic, row.brokerTime, row.valueSize);
}

void Ingest::store(const event::RawRecord& record, std::optional<store::BlockBuilder::Position> kept)
{
    const event::Decoded& decoded = m_decoder.decode(record);
    const base::EventIndex index = m_store.append(record, decoded, kept);
    const auto* event = std::get_if<event::Event>(&decoded);
    if (event) {
        ++m_counts.events;
        analyse(record, index, *event);
    } else {
        ++m_counts.undecodable;
    }
    m_identity.append(index, event, record.value.value_or(std::string_view()));
}

void Ingest::analyse(const event::RawRecord& record, base::EventIndex index, const event::Event& event)
{
    m_latestProducerTime = std::max(m_latestProducerTime, event.producerTime);
    for (const base::RuleHit* hit : m_review.review(event, record))
        m_store.addHit(index, *hit);
    const store::EventRow& row = m_store.row(index);
    m_throughput.record(row.topic, row.brokerTime, row.valueSize);
    if (event.source.isPresent())
        m_services.record(event.source.text, record.topic);
}

void Ingest::noteAge(metrics::LagSample& sample) const
{
    const auto lag = sample.lag();
    if (!lag)
        return;
    if (*lag == 0) {
        sample.lagMs = 0;
        return;
    }
    // What retention removed is not the oldest unread record any more.
    sample.next = m_store.find(sample.topic, sample.partition, std::max(*sample.position, sample.low));
    if (!sample.next.isValid() || m_store.row(sample.next).brokerTime == base::kNoTime)
        return;
    const auto age = std::chrono::floor<std::chrono::milliseconds>(sample.at - m_store.row(sample.next).brokerTime);
    sample.lagMs = std::max<std::int64_t>(0, age.count());
    sample.ageFrom = metrics::AgeFrom::Recorded;
}

std::vector<metrics::RecordPlace> Ingest::takeGroups(const metrics::GroupLookPtr& look)
{
    std::vector<metrics::RecordPlace> unknown;
    const bool isAgain = m_groups.board() && m_groups.board()->look->round == look->round;
    m_lag = look->samples();
    for (metrics::LagSample& sample : m_lag) {
        noteAge(sample);
        if (sample.lag() && !sample.lagMs && sample.ageFrom == metrics::AgeFrom::Unknown)
            unknown.push_back({{sample.topic, sample.partition}, std::max(*sample.position, sample.low)});
    }
    if (!isAgain)
        m_lagHistory.record(m_lag, look->at);
    m_groups.take(look, m_lag);
    return unknown;
}

base::Timestamp Ingest::latestTime() const
{
    return m_latestBrokerTime == base::kNoTime ? m_latestProducerTime : m_latestBrokerTime;
}

void Ingest::changeCatalog(std::shared_ptr<const catalog::Catalog> catalog)
{
    m_retelling.reset();
    if (catalog != m_catalog)
        m_retelling = std::make_unique<Retelling>(std::move(catalog), m_columns);
}

bool Ingest::retell(std::size_t records, base::Timestamp now)
{
    const store::EventStore::View events = m_store.view();
    const std::uint32_t first = m_retelling->taken();
    const std::size_t end = std::min(events.size(), first + records);
    for (std::uint32_t i = first; i < end; ++i)
        m_retelling->take(events, base::EventIndex(i));
    // Sagas are followed every now and then, so that the last update is not the work of all at once.
    if (first / kRecordsPerUpdate != end / kRecordsPerUpdate)
        m_retelling->update(events, now);
    if (end < events.size())
        return false;
    m_catalog = m_retelling->catalog();
    m_identity = std::move(m_retelling->identity());
    m_derivation = std::make_unique<Derivation>(std::move(m_retelling->tracker()), m_columns);
    m_numbering = nextNumbering();
    m_retelling.reset();
    return true;
}

const Derivation::Derived& Ingest::derive(const store::EventStore::View& events, base::Timestamp now, bool isFinished)
{
    if (!m_restored || isFinished)
        m_derivation->derive(m_identity, events, now, isFinished ? saga::SagaTracker::Lag::None : saga::SagaTracker::Lag::Allowed);
    const Derivation::Derived& derived = m_derivation->latest();
    m_counts.sagasByState = derived.sagasByState;
    m_counts.sagas = std::accumulate(derived.sagasByState.begin(), derived.sagasByState.end(), std::uint64_t(0));
    m_counts.correlatedEvents = derived.correlatedEvents;
    return derived;
}

void Ingest::fill(Snapshot& snapshot, base::Timestamp now)
{
    snapshot.events = m_store.view();
    const Derivation::Derived& derived = derive(snapshot.events, now, snapshot.isFinished);
    snapshot.sagas = derived.sagas;
    snapshot.idSieve = derived.idSieve;
    snapshot.takenAt = now;
    snapshot.counts = m_counts;
    snapshot.catalog = m_catalog;
    snapshot.numbering = m_numbering;
    snapshot.identity = m_identity.view();
    snapshot.throughput = m_throughput.view();
    snapshot.lagHistory = m_lagHistory.view();
    snapshot.lag = m_lag;
    snapshot.groups = m_groups.board();
    snapshot.services = m_services.view();
}

} // namespace sagascope::session
