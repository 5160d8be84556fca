// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/StagedSession.h"

#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include <utility>

#include "core/catalog/Catalog.h"
#include "core/demo/Envelope.h"
#include "core/demo/StoryPlan.h"
#include "core/kafka/Partitioner.h"

namespace sagascope::test {
namespace {

using namespace std::chrono_literals;

struct Timed
{
    base::Timestamp time;
    kafka::OutgoingRecord record;
};

void tell(const demo::Story& story, base::Timestamp start, std::vector<Timed>& stage)
{
    std::vector<kafka::OutgoingRecord> wire;
    std::vector<base::Timestamp> times;
    base::Timestamp now = start;
    for (const demo::PlannedRecord& planned : story.records) {
        now = (planned.reaction ? times[planned.reaction->to] : now) + planned.delay + 7ms;
        times.push_back(now);
        wire.push_back(planned.copyOf ? demo::wireFormOfCopy(planned, wire[*planned.copyOf], now)
                                      : demo::wireForm(planned, now));
        stage.push_back({now, wire.back()});
    }
}

event::RecordBatch played(const std::vector<Timed>& stage)
{
    constexpr std::int32_t kPartitions = 3;
    std::map<std::pair<std::string, std::int32_t>, std::int64_t> offsets;
    event::RecordBatch batch;
    for (const Timed& timed : stage) {
        std::vector<event::HeaderView> headers;
        for (const kafka::OutgoingHeader& header : timed.record.headers)
            headers.push_back({header.name, header.value ? std::optional<std::string_view>(*header.value) : std::nullopt});
        event::RawRecord raw;
        raw.topic = timed.record.topic;
        raw.partition = timed.record.key ? kafka::partitionOfKey(*timed.record.key, kPartitions) : 0;
        raw.offset = offsets[{timed.record.topic, raw.partition}]++;
        raw.brokerTime = timed.time + 13ms;
        raw.timestampType = event::TimestampType::Create;
        raw.key = timed.record.key ? std::optional<std::string_view>(*timed.record.key) : std::nullopt;
        raw.value = timed.record.value ? std::optional<std::string_view>(*timed.record.value) : std::nullopt;
        raw.headers = headers;
        batch.append(raw);
    }
    return batch;
}

class StagedSource : public session::EventSource
{
public:
    explicit StagedSource(event::RecordBatch batch) : m_batch(std::move(batch)) {}

    base::Result<event::RecordBatch> poll(std::size_t, std::chrono::milliseconds) override
    {
        m_isRead = true;
        return std::exchange(m_batch, {});
    }
    [[nodiscard]] bool isFinished() const override { return m_isRead; }
    [[nodiscard]] bool isLive() const override { return false; }
    [[nodiscard]] session::ConnectionStatus status() const override
    {
        session::ConnectionStatus status;
        status.state = m_isRead ? session::ConnectionState::Finished : session::ConnectionState::Connected;
        status.name = "staged.jsonl";
        return status;
    }
    void stop() override {}

private:
    event::RecordBatch m_batch;
    bool m_isRead = false;
};

} // namespace

std::shared_ptr<session::Session> stagedSession(int stories)
{
    demo::DemoOptions options;
    options.seed = 7;
    options.rate = 40;
    const demo::StoryPlan plan(options);
    std::vector<Timed> stage;
    base::Timestamp start = base::parseIso8601("2026-11-23T10:24:00Z")->time;
    for (int i = 0; i < stories; ++i) {
        const demo::Story story = plan.story(std::uint64_t(i));
        tell(story, start, stage);
        start += plan.span(story);
    }
    std::stable_sort(stage.begin(), stage.end(), [](const Timed& a, const Timed& b) { return a.time < b.time; });
    session::SessionOptions sessionOptions;
    sessionOptions.catalog = *catalog::Catalog::load();
    auto session = std::make_shared<session::Session>(std::make_unique<StagedSource>(played(stage)), sessionOptions);
    (void)session->waitUntilFinished(60s);
    return session;
}

} // namespace sagascope::test
