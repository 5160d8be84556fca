// SPDX-License-Identifier: GPL-3.0-or-later
// The demo on its embedded broker, watched by the clients that watch any cluster.
#include "core/demo/Demo.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/demo/Platform.h"
#include "core/kafka/Cluster.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/GroupWatcher.h"
#include "core/kafka/Partitioner.h"

namespace sagascope::demo {
namespace {

using namespace std::chrono_literals;

/// A record as it was read, owned.
struct ReadRecord
{
    std::string topic;
    std::string key;
    std::string value;
    std::map<std::string, std::string> headers;
    base::Timestamp time;
};

DemoOptions quietRun(std::uint64_t seed)
{
    DemoOptions options;
    options.seed = seed;
    options.rate = 60;
    options.duration = 4'000ms;
    return options;
}

bool waitUntil(const std::function<bool()>& condition, std::chrono::seconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(20ms);
    return condition();
}

std::vector<ReadRecord> readEverything(const Demo& demo)
{
    kafka::ConsumerOptions options;
    options.isUntilEnd = true;
    const auto consumer = kafka::Consumer::open(demo.profile(), options);
    EXPECT_TRUE(consumer);
    std::vector<ReadRecord> result;
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (!(*consumer)->isFinished() && std::chrono::steady_clock::now() < deadline) {
        const auto batch = (*consumer)->poll(1'000, 100ms);
        for (const event::RawRecord& record : batch.records()) {
            ReadRecord& read = result.emplace_back();
            read.topic = record.topic;
            read.key = record.key.value_or("(null)");
            read.value = record.value.value_or("(null)");
            for (const auto& header : record.headers)
                read.headers.emplace(header.name, header.value.value_or("(null)"));
            read.time = record.brokerTime;
        }
    }
    EXPECT_TRUE((*consumer)->isFinished());
    return result;
}

std::map<std::string, std::uint64_t> countByTopic(const std::vector<ReadRecord>& records)
{
    std::map<std::string, std::uint64_t> counts;
    for (const ReadRecord& record : records)
        ++counts[record.topic];
    return counts;
}

/// What a story says on the wire, without coordinates and clocks: topic, event id and number of the attempt.
std::string factOf(const std::string& topic, const std::string& eventId, const std::string& attempt)
{
    return topic + " " + eventId + " " + attempt;
}

/// A demo that has run to its end, and what it left on the broker.
struct FinishedDemo
{
    std::unique_ptr<Demo> demo;
    std::vector<ReadRecord> records;
    DemoReport report;
};

void expectReportToMatch(const FinishedDemo& run)
{
    EXPECT_EQ(countByTopic(run.records), run.report.produced);
    const auto cluster = kafka::Cluster::open(run.demo->profile());
    const auto watermarks = (*cluster)->watermarks(5s);
    ASSERT_TRUE(watermarks);
    std::int64_t ends = 0;
    for (const auto& partition : *watermarks)
        ends += partition.high;
    EXPECT_EQ(static_cast<std::uint64_t>(ends), run.report.records());
}

void expectStoriesToBeTold(const FinishedDemo& run)
{
    EXPECT_GT(run.report.storiesStarted, 40U);
    EXPECT_EQ(run.report.storiesTold, run.report.storiesStarted);
    EXPECT_EQ(run.report.storiesAbandoned, 0U);
    std::multiset<std::string> planned;
    for (const Story& story : run.report.stories)
        for (const PlannedRecord& record : story.records)
            planned.insert(record.topic);
    std::multiset<std::string> written;
    for (const ReadRecord& record : run.records)
        written.insert(record.topic);
    EXPECT_EQ(written, planned);
}

void expectOrderInsideStories(const FinishedDemo& run)
{
    std::multimap<std::string, base::Timestamp> times;
    for (const ReadRecord& record : run.records) {
        const auto body = nlohmann::json::parse(record.value, nullptr, false);
        const std::string id = body.is_object() ? body.value("eventId", "") : "";
        const auto attempt = record.headers.find("retryCount");
        times.emplace(factOf(record.topic, id, attempt == record.headers.end() ? "" : attempt->second), record.time);
    }
    for (const Story& story : run.report.stories) {
        base::Timestamp last = base::kNoTime;
        for (const PlannedRecord& record : story.records) {
            const auto attempt = std::find_if(record.addedHeaders.begin(), record.addedHeaders.end(),
                                              [](const auto& header) { return header.name == "retryCount"; });
            const std::string number = attempt == record.addedHeaders.end() ? "" : *attempt->value;
            const auto [first, end] = times.equal_range(factOf(record.topic, record.eventId, number));
            ASSERT_NE(first, end) << record.topic << " of " << storyKindName(story.kind);
            const auto next = std::find_if(first, end, [&](const auto& entry) { return entry.second > last; });
            ASSERT_NE(next, end) << record.topic << " of " << storyKindName(story.kind);
            last = next->second;
        }
    }
}

void expectPausesBetweenAttempts(const FinishedDemo& run)
{
    const auto dead = std::find_if(run.records.begin(), run.records.end(),
                                   [](const ReadRecord& record) { return record.topic == kDeadLetterTopic; });
    ASSERT_NE(dead, run.records.end());
    EXPECT_EQ(dead->headers.at("retryCount"), "3");
    EXPECT_TRUE(dead->headers.contains("error"));
    EXPECT_TRUE(base::parseIso8601(dead->headers.at("failedAt")));
    std::map<std::string, base::Timestamp> attempts;
    for (const ReadRecord& record : run.records)
        if (record.topic == kRetryTopic && record.value == dead->value)
            attempts[record.headers.at("retryCount")] = record.time;
    ASSERT_EQ(attempts.size(), 3U);
    EXPECT_GE(attempts["2"] - attempts["1"], 1s);
    EXPECT_GE(attempts["3"] - attempts["2"], 2s);
    EXPECT_GE(dead->time - attempts["3"], 4s);
}

void expectGroupsToKeepUp(const FinishedDemo& run)
{
    const auto watcher = kafka::GroupWatcher::open(run.demo->profile(), 300ms);
    ASSERT_TRUE(watcher);
    ASSERT_TRUE((*watcher)->awaitRound(10s));
    std::map<std::string, std::int64_t> lag;
    for (const auto& group : (*watcher)->latest()->groups) {
        EXPECT_EQ(group.state, metrics::GroupState::Known) << group.group;
        for (const auto& sample : group.samples)
            lag[group.group] += sample.lag().value_or(0);
    }
    EXPECT_EQ(lag.size(), 5U);
    for (const auto& [group, behind] : lag) {
        if (group != "dreamscape-ai-service-group") {
            EXPECT_EQ(behind, 0) << group;
        }
    }
}

void expectPoisonedPartitionToStandStill(const FinishedDemo& run)
{
    const auto poison = std::find_if(run.records.begin(), run.records.end(), [](const ReadRecord& record) {
        return record.topic == kPreferencesTopic && !nlohmann::json::accept(record.value);
    });
    ASSERT_NE(poison, run.records.end());
    const auto partition = kafka::partitionOfKey(poison->key, 3);
    const auto watcher = kafka::GroupWatcher::open(run.demo->profile(), 300ms);
    const auto sampleNow = [&]() -> std::optional<metrics::LagSample> {
        if (!(*watcher)->awaitRound(10s))
            return std::nullopt;
        for (const auto& sample : (*watcher)->latest()->samples())
            if (sample.topic == kPreferencesTopic && sample.partition == partition)
                return sample;
        return std::nullopt;
    };
    const auto before = sampleNow();
    std::this_thread::sleep_for(3s); // several attempts of the group to read it
    const auto after = sampleNow();
    ASSERT_TRUE(before && after);
    ASSERT_TRUE(before->position);
    EXPECT_GE(*before->position, 1);
    EXPECT_LT(*before->position, before->end);
    EXPECT_EQ(before->position, after->position);
}

TEST(Demo, AccountsForEverythingThatItDid)
{
    FinishedDemo run;
    auto started = Demo::start(quietRun(7));
    ASSERT_TRUE(started);
    run.demo = std::move(*started);
    ASSERT_TRUE(waitUntil([&] { return run.demo->hasStarted(); }, 60s));
    ASSERT_TRUE(waitUntil([&] { return run.demo->isFinished(); }, 60s));
    run.records = readEverything(*run.demo);
    run.report = run.demo->report();
    expectReportToMatch(run);
    expectStoriesToBeTold(run);
    expectOrderInsideStories(run);
    expectPausesBetweenAttempts(run);
    expectGroupsToKeepUp(run);
    expectPoisonedPartitionToStandStill(run);
}

TEST(Demo, TellsTheSameFactsForTheSameSeed)
{
    const auto one = Demo::start(quietRun(3));
    const auto other = Demo::start(quietRun(3));
    ASSERT_TRUE(one && other);
    const auto areFinished = [&] { return (*one)->isFinished() && (*other)->isFinished(); };
    ASSERT_TRUE(waitUntil(areFinished, 60s));
    const auto factsOf = [](const Demo& demo) {
        std::multiset<std::string> facts;
        for (const ReadRecord& record : readEverything(demo)) {
            const auto body = nlohmann::json::parse(record.value, nullptr, false);
            const std::string id = body.is_object() ? body.value("eventId", "") : "";
            facts.insert(factOf(record.topic, id, record.key));
        }
        return facts;
    };
    EXPECT_EQ(factsOf(**one), factsOf(**other));
}

TEST(Demo, BuildsLagOnSearches)
{
    DemoOptions options = quietRun(5);
    options.rate = 400;
    options.duration.reset();
    const auto demo = Demo::start(options);
    ASSERT_TRUE(demo);
    const auto watcher = kafka::GroupWatcher::open((*demo)->profile(), 500ms);
    const auto searchLag = [&] {
        std::int64_t behind = 0;
        const auto look = (*watcher)->latest();
        for (const auto& sample : look ? look->samples() : std::vector<metrics::LagSample>())
            if (sample.topic == kSearchTopic)
                behind += sample.lag().value_or(0);
        return behind;
    };
    EXPECT_TRUE(waitUntil([&] { return searchLag() > 60; }, 40s)) << searchLag();
}

TEST(Demo, StopsStartingButEndsWhatIsUnderWay)
{
    DemoOptions options = quietRun(5);
    options.duration.reset();
    const auto demo = Demo::start(options);
    ASSERT_TRUE(demo);
    ASSERT_TRUE(waitUntil([&] { return (*demo)->report().storiesStarted >= 5; }, 30s));
    EXPECT_FALSE((*demo)->isFinished());
    (*demo)->stopStarting();
    ASSERT_TRUE(waitUntil([&] { return (*demo)->isFinished(); }, 40s));
    const auto report = (*demo)->report();
    EXPECT_EQ(report.storiesTold, report.storiesStarted);
}

TEST(Demo, GoesAtOnceEvenBeforeItsGroupsHaveJoined)
{
    // The limit only tells "at once" from "when the stories are over", which would be never.
    for (const auto age : {0ms, 5'000ms}) {
        DemoOptions options = quietRun(5);
        options.duration.reset();
        auto demo = Demo::start(options);
        ASSERT_TRUE(demo);
        std::this_thread::sleep_for(age);
        const auto before = std::chrono::steady_clock::now();
        demo->reset();
        EXPECT_LT(std::chrono::steady_clock::now() - before, 15s);
    }
}

TEST(Demo, SaysWhichOptionMakesNoSense)
{
    DemoOptions options;
    options.rate = 0;
    const auto demo = Demo::start(options);
    ASSERT_FALSE(demo);
    EXPECT_EQ(demo.error().subject, "rate");
}

} // namespace
} // namespace sagascope::demo
