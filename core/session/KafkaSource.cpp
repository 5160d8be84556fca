// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/KafkaSource.h"

#include <utility>

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

} // namespace

KafkaSource::KafkaSource(kafka::Profile profile, KafkaSourceOptions options)
    : m_profile(std::move(profile)), m_options(std::move(options))
{
}

KafkaSource::~KafkaSource() = default;

base::Result<std::unique_ptr<KafkaSource>> KafkaSource::open(const kafka::Profile& profile, KafkaSourceOptions options)
{
    std::unique_ptr<KafkaSource> source(new KafkaSource(profile, std::move(options)));
    if (const auto started = source->start(); !started)
        return started.error();
    return source;
}

base::Result<void> KafkaSource::start()
{
    auto consumer = kafka::Consumer::open(m_profile, m_options.consumer);
    if (!consumer)
        return consumer.error();
    m_consumer = std::move(*consumer);
    auto watcher = kafka::GroupWatcher::open(m_profile, m_options.lagInterval);
    if (!watcher)
        return watcher.error();
    m_watcher = std::move(*watcher);
    return {};
}

base::Result<event::RecordBatch> KafkaSource::poll(std::size_t max, std::chrono::milliseconds timeout)
{
    event::RecordBatch batch = m_consumer->poll(max, timeout);
    noteEvents();
    if (auto failure = connectFailure())
        return *std::move(failure);
    for (event::RawRecord& record : batch.editRecords())
        record.isOurs = m_options.published.contains(record);
    if (batch.isEmpty() && m_consumer->isFinished() && !std::exchange(m_isLagFinal, true))
        refreshLag();
    return batch;
}

void KafkaSource::noteEvents()
{
    const kafka::ConsumerStatus status = m_consumer->status();
    m_wasConnected = m_wasConnected || status.isConnected;
    m_hasBegun = m_hasBegun || status.hasSurveyed || status.partitions > 0;
    (void)m_consumer->takeEvents(); // the status says what comes of them
}

std::optional<base::Error> KafkaSource::connectFailure() const
{
    if (m_hasBegun || !m_options.connectTimeout
        || std::chrono::steady_clock::now() - m_opened < *m_options.connectTimeout)
        return std::nullopt;
    const std::string problem = m_consumer->status().problem;
    if (m_wasConnected && problem.empty())
        return std::nullopt; // slow, and nothing is wrong
    return base::Error{base::ErrorCode::Unreachable, m_profile.bootstrap,
                       problem.empty() ? "no broker answered" : problem};
}

void KafkaSource::refreshLag()
{
    const bool isWatching = !m_profile.isEmbedded || !m_profile.watchedGroups.empty();
    (void)(isWatching && m_watcher->awaitRound(2s));
}

bool KafkaSource::isFinished() const
{
    return m_consumer->isFinished();
}

bool KafkaSource::isLive() const
{
    return !m_options.consumer.isUntilEnd;
}

ConnectionStatus KafkaSource::status() const
{
    const kafka::ConsumerStatus consumer = m_consumer->status();
    ConnectionStatus status;
    status.name = m_profile.name.empty() ? m_profile.bootstrap : m_profile.name;
    status.brokers = consumer.brokers;
    status.recordsLost = consumer.recordsLost;
    status.partitionsRecreated = consumer.partitionsRecreated;
    status.partitionsGone = consumer.partitionsGone;
    status.backlog = consumer.backlog;
    status.backlogLeft = consumer.backlogLeft;
    status.offsetsWithoutRecord = consumer.offsetsWithoutRecord;
    if (m_options.consumer.search.isOn())
        status.search = SearchCounts{consumer.recordsRead, consumer.recordsKept, consumer.partitions, consumer.partitionsLeftOut};
    status.isReadOnly = m_profile.isReadOnly;
    status.isEmbedded = m_profile.isEmbedded;
    status.problem = consumer.problem;
    if (isFinished())
        status.state = ConnectionState::Finished;
    else if (consumer.isConnected)
        status.state = status.problem.empty() ? ConnectionState::Connected : ConnectionState::Degraded;
    else
        status.state = m_wasConnected ? ConnectionState::Lost : ConnectionState::Connecting;
    return status;
}

metrics::GroupLookPtr KafkaSource::groups() const
{
    return m_watcher->latest();
}

void KafkaSource::askTimes(std::vector<metrics::RecordPlace> places)
{
    m_watcher->askTimes(std::move(places));
}

void KafkaSource::setPaused(bool paused)
{
    m_consumer->setPaused(paused);
}

void KafkaSource::stop()
{
    m_consumer->stop();
}

} // namespace sagascope::session
