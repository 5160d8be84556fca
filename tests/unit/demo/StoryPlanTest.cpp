// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StoryPlan.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/demo/Cast.h"
#include "core/demo/Envelope.h"
#include "core/kafka/Partitioner.h"

namespace sagascope::demo {
namespace {

DemoOptions seeded(std::uint64_t seed)
{
    DemoOptions options;
    options.seed = seed;
    return options;
}

std::vector<Story> tell(const DemoOptions& options, std::uint64_t count)
{
    const StoryPlan plan(options);
    std::vector<Story> stories;
    for (std::uint64_t i = 0; i < count; ++i)
        stories.push_back(plan.story(i));
    return stories;
}

/// Everything that a story puts on the wire, under a clock that stands still.
std::string transcript(const Story& story)
{
    std::string text(storyKindName(story.kind));
    for (const PlannedRecord& record : story.records) {
        const auto wire = wireForm(record, storyTime(0));
        text += "\n" + wire.topic + " " + *wire.key + " " + *wire.value + " +" + std::to_string(record.delay.count());
    }
    return text;
}

TEST(StoryPlan, TellsTheSameStoriesForTheSameSeed)
{
    const auto one = tell(seeded(7), 400);
    const auto other = tell(seeded(7), 400);
    for (std::size_t i = 0; i < one.size(); ++i)
        ASSERT_EQ(transcript(one[i]), transcript(other[i]));
}

TEST(StoryPlan, TellsAStoryTheSameWhateverWasToldBefore)
{
    const StoryPlan plan(seeded(7));
    EXPECT_EQ(transcript(plan.story(200)), transcript(tell(seeded(7), 201).back()));
}

TEST(StoryPlan, TellsOtherStoriesForAnotherSeed)
{
    const auto one = tell(seeded(7), 100);
    const auto other = tell(seeded(8), 100);
    for (std::size_t i = 0; i < one.size(); ++i)
        ASSERT_NE(transcript(one[i]), transcript(other[i]));
}

TEST(StoryPlan, OpensWithEveryKindInEveryDialectThatTellsIt)
{
    const StoryPlan plan(seeded(3));
    std::set<std::pair<StoryKind, Dialect>> told;
    for (std::uint64_t i = 0; i < plan.openingLength(); ++i)
        told.emplace(plan.story(i).kind, plan.story(i).dialect);
    for (const StoryKind kind : storyKinds())
        for (const Dialect dialect : {Dialect::Spec, Dialect::Platform})
            if (kind != StoryKind::Poison && isToldIn(kind, dialect)) {
                EXPECT_TRUE(told.contains({kind, dialect})) << storyKindName(kind) << " " << dialectName(dialect);
            }
    EXPECT_TRUE(told.contains({StoryKind::Poison, Dialect::Spec}));
}

TEST(StoryPlan, FitsItsOpeningIntoAShortQuietRun)
{
    DemoOptions options = seeded(3);
    options.rate = 20;
    const StoryPlan plan(options);
    std::chrono::nanoseconds span{0};
    for (std::uint64_t i = 0; i < plan.openingLength(); ++i)
        span += plan.span(plan.story(i));
    EXPECT_LT(span, std::chrono::seconds(20));
}

TEST(StoryPlan, PoisonsOnlyOnce)
{
    int poisoned = 0;
    for (const Story& story : tell(seeded(3), 3'000))
        poisoned += story.kind == StoryKind::Poison ? 1 : 0;
    EXPECT_EQ(poisoned, 1);
}

TEST(StoryPlan, PoisonsThePartitionOfAReadableRecord)
{
    const auto stories = tell(seeded(3), 60);
    const auto poison = std::find_if(stories.begin(), stories.end(),
                                     [](const Story& story) { return story.kind == StoryKind::Poison; });
    ASSERT_NE(poison, stories.end());
    ASSERT_EQ(poison->records.size(), 2U);
    EXPECT_EQ(poison->records[0].topic, kPreferencesTopic);
    EXPECT_EQ(poison->records[1].topic, kPreferencesTopic);
    EXPECT_EQ(kafka::partitionOfKey(poison->records[0].key, 3), kafka::partitionOfKey(poison->records[1].key, 3));
    EXPECT_FALSE(nlohmann::json::accept(*poison->records[1].bytes));
}

TEST(StoryPlan, SpeaksOneDialectOnlyWhenAsked)
{
    for (const double share : {0.0, 1.0}) {
        DemoOptions options = seeded(3);
        options.platformShare = share;
        for (const Story& story : tell(options, 500))
            ASSERT_EQ(story.dialect, share > 0 ? Dialect::Platform : Dialect::Spec);
    }
}

TEST(StoryPlan, KeepsTheShareOfFailingPayments)
{
    DemoOptions options = seeded(11);
    options.failureRate = 0.3;
    int bookings = 0;
    int failing = 0;
    const StoryPlan plan(options);
    for (std::uint64_t i = plan.openingLength(); i < 8'000; ++i) {
        const StoryKind kind = plan.story(i).kind;
        bookings += isPaymentFailing(kind) || isPaymentSucceeding(kind) ? 1 : 0;
        failing += isPaymentFailing(kind) ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(failing) / bookings, 0.3, 0.03);
}

TEST(StoryPlan, LetsNoPaymentFailOrAllOfThemAtTheExtremes)
{
    for (const double rate : {0.0, 1.0}) {
        DemoOptions options = seeded(3);
        options.failureRate = rate;
        for (const Story& story : tell(options, 800))
            ASSERT_FALSE(rate > 0 ? isPaymentSucceeding(story.kind) : isPaymentFailing(story.kind));
    }
}

TEST(StoryPlan, UsesEveryEventIdOnceExceptForCopies)
{
    std::set<std::string> seen;
    for (const Story& story : tell(seeded(1), 2'000))
        for (const PlannedRecord& record : story.records)
            if (!record.copyOf && !record.bytes) {
                ASSERT_TRUE(seen.insert(record.eventId).second) << record.eventType;
            }
}

TEST(StoryPlan, LetsServicesReactOnlyToWhatTheirGroupsRead)
{
    std::map<Service, std::set<std::string>> read;
    for (const ServiceGroup& group : serviceGroups())
        read[group.service].insert(group.topics.begin(), group.topics.end());
    for (const Story& story : tell(seeded(5), 2'000)) {
        for (std::size_t i = 0; i < story.records.size(); ++i) {
            const auto& reaction = story.records[i].reaction;
            if (!reaction)
                continue;
            ASSERT_LT(reaction->to, i);
            ASSERT_TRUE(read[reaction->group].contains(story.records[reaction->to].topic)) << transcript(story);
            if (!story.records[i].bytes) {
                ASSERT_EQ(story.records[i].publisher, reaction->group) << transcript(story);
            }
        }
    }
}

TEST(StoryPlan, WritesToThePlatformsTopicsOnly)
{
    std::set<std::string_view> known;
    for (const TopicShape& topic : platformTopics())
        known.insert(topic.name);
    EXPECT_EQ(known.size(), 39U);
    for (const Story& story : tell(seeded(5), 2'000))
        for (const PlannedRecord& record : story.records)
            ASSERT_TRUE(known.contains(record.topic)) << record.topic;
}

TEST(StoryPlan, WaitsOneTwoFourSecondsBeforeItGivesUp)
{
    const auto stories = tell(seeded(5), 60);
    const auto dead = std::find_if(stories.begin(), stories.end(),
                                   [](const Story& story) { return story.kind == StoryKind::BookingDeadLettered; });
    ASSERT_NE(dead, stories.end());
    const auto& records = dead->records;
    const std::size_t first = records.size() - 4;
    const std::vector<std::string> topics = {records[first].topic, records[first + 1].topic, records[first + 2].topic,
                                             records[first + 3].topic};
    EXPECT_THAT(topics, testing::ElementsAre(kRetryTopic, kRetryTopic, kRetryTopic, kDeadLetterTopic));
    EXPECT_EQ(records[first + 1].delay.count(), 1'000);
    EXPECT_EQ(records[first + 2].delay.count(), 2'000);
    EXPECT_EQ(records[first + 3].delay.count(), 4'000);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        const auto& headers = records[first + static_cast<std::size_t>(attempt) - 1].addedHeaders;
        ASSERT_EQ(headers.size(), 2U);
        EXPECT_EQ(headers[0].value, std::to_string(attempt));
        EXPECT_EQ(headers[1].value, std::to_string(500 << attempt));
    }
}

TEST(StoryPlan, ExpectsEachRecordInAtMostOneSaga)
{
    for (const Story& story : tell(seeded(5), 2'000)) {
        std::set<std::size_t> seen;
        for (const ExpectedSaga& saga : story.expected)
            for (const std::size_t member : saga.members)
                ASSERT_TRUE(member < story.records.size() && seen.insert(member).second) << transcript(story);
    }
}

TEST(StoryPlan, KeepsToItsRateOnAverage)
{
    DemoOptions options = seeded(5);
    options.rate = 200;
    const StoryPlan plan(options);
    std::chrono::nanoseconds span{0};
    std::size_t records = 0;
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        const Story story = plan.story(i);
        span += plan.span(story);
        records += story.records.size();
    }
    EXPECT_NEAR(static_cast<double>(records) / std::chrono::duration<double>(span).count(), 200, 0.1);
}

TEST(DemoOptions, RefusesWhatMakesNoSense)
{
    EXPECT_TRUE(DemoOptions{}.check());
    for (const double rate : {0.0, 5'001.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        DemoOptions options;
        options.rate = rate;
        ASSERT_FALSE(options.check());
        EXPECT_EQ(options.check().error().subject, "rate");
    }
    DemoOptions failing;
    failing.failureRate = 1.01;
    EXPECT_EQ(failing.check().error().subject, "failure-rate");
    DemoOptions endless;
    endless.duration = std::chrono::milliseconds(0);
    EXPECT_EQ(endless.check().error().subject, "duration");
}

} // namespace
} // namespace sagascope::demo
