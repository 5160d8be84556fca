// SPDX-License-Identifier: GPL-3.0-or-later
// The stories know which sagas they are. Played through a Session, without broker or clock, they must be found.
#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/demo/Envelope.h"
#include "core/demo/StoryPlan.h"
#include "core/kafka/Partitioner.h"
#include "core/session/Report.h"
#include "core/session/Session.h"

namespace sagascope::demo {
namespace {

using namespace std::chrono_literals;

/// A record on the wire, and where in which story it was planned.
struct PlayedRecord
{
    kafka::OutgoingRecord wire;
    std::size_t story = 0;
    std::size_t position = 0;
};

/// Writes the stories as the services would, with the planned pauses and acknowledgements after a few milliseconds.
std::vector<PlayedRecord> play(const StoryPlan& plan, const std::vector<Story>& stories)
{
    std::vector<PlayedRecord> played;
    base::Timestamp start = base::parseIso8601("2026-11-23T10:00:00Z")->time;
    for (std::size_t index = 0; index < stories.size(); ++index) {
        const auto& records = stories[index].records;
        std::vector<kafka::OutgoingRecord> wires;
        base::Timestamp now = start;
        for (const PlannedRecord& record : records) {
            now = std::chrono::floor<std::chrono::milliseconds>(now + record.delay) + 8ms;
            wires.push_back(record.copyOf ? wireFormOfCopy(record, wires[*record.copyOf], now) : wireForm(record, now));
            played.push_back({wires.back(), index, wires.size() - 1});
        }
        start += plan.span(stories[index]);
    }
    std::stable_sort(played.begin(), played.end(),
                     [](const PlayedRecord& a, const PlayedRecord& b) { return a.wire.time < b.wire.time; });
    return played;
}

/// Hands out what was played, as a broker would have stored it.
class PlayedSource : public session::EventSource
{
public:
    explicit PlayedSource(const std::vector<PlayedRecord>& played)
    {
        for (const PlayedRecord& each : played)
            append(each.wire);
    }

    base::Result<event::RecordBatch> poll(std::size_t, std::chrono::milliseconds) override
    {
        m_isFinished = true;
        return std::move(m_batch);
    }
    [[nodiscard]] bool isFinished() const override { return m_isFinished; }
    [[nodiscard]] bool isLive() const override { return false; }
    [[nodiscard]] session::ConnectionStatus status() const override { return {}; }
    void stop() override {}

private:
    void append(const kafka::OutgoingRecord& wire)
    {
        std::vector<event::HeaderView> headers;
        for (const kafka::OutgoingHeader& header : wire.headers)
            headers.push_back({header.name, header.value});
        event::RawRecord record;
        record.topic = wire.topic;
        record.partition = kafka::partitionOfKey(*wire.key, 3);
        record.offset = m_ends[{wire.topic, record.partition}]++;
        record.brokerTime = *wire.time;
        record.timestampType = event::TimestampType::Create;
        record.key = *wire.key;
        record.value = *wire.value;
        record.headers = headers;
        m_batch.append(record);
    }

    event::RecordBatch m_batch;
    std::map<std::pair<std::string, std::int32_t>, std::int64_t> m_ends;
    std::atomic<bool> m_isFinished = false;
};

/// Definition, state and members ("story/position type") of a saga, as a line that a person can compare.
std::string line(std::string_view definition, std::string_view state, const std::set<std::string>& members)
{
    std::string text = std::string(definition) + " " + std::string(state) + ":";
    for (const std::string& member : members)
        text += " " + member;
    return text;
}

std::string nameOf(const std::vector<Story>& stories, std::size_t story, std::size_t position)
{
    return std::to_string(story) + "/" + std::to_string(position) + " " + stories[story].records[position].eventType;
}

std::set<std::string> expectedSagas(const std::vector<Story>& stories)
{
    std::set<std::string> lines;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        for (const ExpectedSaga& saga : stories[i].expected) {
            std::set<std::string> members;
            for (const std::size_t position : saga.members)
                members.insert(nameOf(stories, i, position));
            lines.insert(line(saga.definition, saga.state, members));
        }
    }
    return lines;
}

std::set<std::string> foundSagas(const session::Report& report, const std::vector<Story>& stories,
                                 const std::vector<PlayedRecord>& played)
{
    std::set<std::string> lines;
    for (const session::ReportSaga& saga : report.sagas) {
        std::set<std::string> members;
        for (const saga::StoryEvent& event : saga.story.events) {
            const PlayedRecord& origin = played[event.event.value]; // rows are in the order of arrival
            members.insert(nameOf(stories, origin.story, origin.position));
        }
        const auto* definition = saga.story.definition;
        lines.insert(line(definition ? definition->name : "(none)", saga::stateName(saga.story.state), members));
    }
    return lines;
}

TEST(StoryTruth, IsWhatASessionFindsInTheRecords)
{
    for (const std::uint64_t seed : {7U, 8U}) {
        DemoOptions options;
        options.seed = seed;
        options.failureRate = 0.25;
        const StoryPlan plan(options);
        std::vector<Story> stories;
        for (std::uint64_t i = 0; i < 600; ++i)
            stories.push_back(plan.story(i));
        const auto played = play(plan, stories);

        static const auto kCatalog = catalog::Catalog::load();
        session::SessionOptions sessionOptions;
        sessionOptions.catalog = *kCatalog;
        session::Session session(std::make_unique<PlayedSource>(played), sessionOptions);
        ASSERT_TRUE(session.waitUntilFinished(60s));
        const auto report = session::makeReport(session.snapshot());

        EXPECT_EQ(report.snapshot->counts.records, played.size());
        EXPECT_EQ(report.undecodable.size(), 1U);
        const auto expected = expectedSagas(stories);
        EXPECT_GT(expected.size(), 300U);
        const auto found = foundSagas(report, stories, played);
        for (const std::string& saga : expected)
            EXPECT_TRUE(found.contains(saga)) << "not found: " << saga;
        for (const std::string& saga : found)
            EXPECT_TRUE(expected.contains(saga)) << "not told: " << saga;
    }
}

} // namespace
} // namespace sagascope::demo
