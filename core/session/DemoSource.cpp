// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/DemoSource.h"

#include <algorithm>

#include "core/kafka/Cluster.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto kLagInterval = 1s;
constexpr auto kCheckInterval = 200ms;

} // namespace

base::Result<std::unique_ptr<DemoSource>> DemoSource::start(const demo::DemoOptions& options,
                                                            const PublishedRecords& published)
{
    auto demo = demo::Demo::start(options);
    if (!demo)
        return demo.error();
    KafkaSourceOptions kafkaOptions;
    kafkaOptions.lagInterval = kLagInterval;
    kafkaOptions.published = published;
    auto kafka = KafkaSource::open((*demo)->profile(), std::move(kafkaOptions));
    if (!kafka)
        return kafka.error();
    return std::unique_ptr<DemoSource>(new DemoSource(*std::move(demo), *std::move(kafka)));
}

DemoSource::DemoSource(std::shared_ptr<demo::Demo> demo, std::unique_ptr<KafkaSource> kafka)
    : m_demo(std::move(demo)), m_kafka(std::move(kafka))
{
}

DemoSource::~DemoSource() = default;

base::Result<event::RecordBatch> DemoSource::poll(std::size_t max, std::chrono::milliseconds timeout)
{
    auto batch = m_kafka->poll(max, timeout);
    if (!batch)
        return batch;
    notePositions(*batch);
    if (batch->isEmpty() && !m_isFinished && m_demo->isFinished() && Steady::now() >= m_nextCheck) {
        m_nextCheck = Steady::now() + kCheckInterval;
        m_isFinished = hasReadEverything();
        if (m_isFinished)
            m_kafka->refreshLag();
    }
    return batch;
}

void DemoSource::notePositions(const event::RecordBatch& batch)
{
    for (const event::RawRecord& record : batch.records()) {
        std::int64_t& next = m_positions[{std::string(record.topic), record.partition}];
        next = std::max(next, record.offset + 1);
    }
}

bool DemoSource::hasReadEverything() const
{
    const auto cluster = kafka::Cluster::open(m_demo->profile());
    if (!cluster)
        return false;
    const auto watermarks = (*cluster)->watermarks(2s);
    return watermarks && std::all_of(watermarks->begin(), watermarks->end(), [this](const kafka::Watermarks& ends) {
        const auto position = m_positions.find(std::pair(ends.topic, ends.partition));
        return ends.high == 0 || (position != m_positions.end() && position->second >= ends.high);
    });
}

ConnectionStatus DemoSource::status() const
{
    ConnectionStatus status = m_kafka->status();
    status.name = "demo";
    if (m_isFinished)
        status.state = ConnectionState::Finished;
    return status;
}

} // namespace sagascope::session
