// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/DemoTraffic.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/demo/Envelope.h"
#include "core/demo/Platform.h"
#include "core/kafka/Partitioner.h"

namespace sagascope::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kCrowds = 512;
constexpr std::int32_t kUsualPartitions = 3;
const base::Timestamp kStart = base::fromUnixMilliseconds(1'772'442'000'000); // 2026-03-02T09:00:00Z

} // namespace

DemoTraffic::DemoTraffic(const DemoTrafficOptions& options) : m_nextStart(kStart)
{
    demo::DemoOptions crowd;
    crowd.rate = options.perSecond;
    crowd.platformShare = options.platformShare;
    m_crowds.reserve(kCrowds);
    for (std::uint64_t i = 0; i < kCrowds; ++i) {
        crowd.seed = options.seed * kCrowds + i;
        m_crowds.emplace_back(crowd);
    }
    for (const demo::TopicShape& topic : demo::platformTopics())
        m_partitions.emplace(topic.name, topic.partitions);
}

event::RawRecord DemoTraffic::next()
{
    while (m_waiting.empty() || std::get<base::Timestamp>(m_waiting.begin()->first) >= m_nextStart)
        tellNextStory();
    m_current = std::move(m_waiting.extract(m_waiting.begin()).mapped());

    m_headers.clear();
    for (const kafka::OutgoingHeader& header : m_current.headers)
        m_headers.push_back({header.name, header.value});
    event::RawRecord record;
    record.topic = m_current.topic;
    record.partition = partitionOf(m_current);
    record.offset = m_offsets[{m_current.topic, record.partition}]++;
    record.brokerTime = *m_current.time;
    record.timestampType = event::TimestampType::Create;
    record.key = m_current.key;
    record.value = m_current.value;
    record.headers = m_headers;
    return record;
}

void DemoTraffic::tellNextStory()
{
    const demo::StoryPlan& plan = m_crowds[m_nextStory % kCrowds];
    const demo::Story story = plan.story(m_nextStory);
    std::vector<kafka::OutgoingRecord> wire;
    auto now = std::chrono::floor<std::chrono::milliseconds>(m_nextStart);
    for (const demo::PlannedRecord& record : story.records) {
        now += std::max(1ms, record.delay);
        wire.push_back(record.copyOf ? demo::wireFormOfCopy(record, wire[*record.copyOf], now)
                                     : demo::wireForm(record, now));
        m_waiting.emplace(Turn(now, m_nextStory, wire.size()), wire.back());
    }
    m_nextStart += plan.span(story);
    ++m_nextStory;
}

std::int32_t DemoTraffic::partitionOf(const kafka::OutgoingRecord& record)
{
    const auto known = m_partitions.find(record.topic);
    return kafka::partitionOfKey(record.key.value_or(""), known == m_partitions.end() ? kUsualPartitions : known->second);
}

} // namespace sagascope::bench
