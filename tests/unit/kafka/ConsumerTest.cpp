// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Consumer.h"

#include <future>

#include "core/kafka/Cluster.h"
#include "core/kafka/GroupWatcher.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;
using support::coordinatesOf;
using support::readRecords;
using support::readToEnd;
using support::readWhile;

class ConsumerTest : public EmbeddedClusterTest
{
protected:
    /// Records `0`, `1`, … whose times are `first` (ms since 1970), `first` + 1, …
    void writeOneEachMillisecond(const std::string& topic, int count, std::int64_t first)
    {
        auto publisher = openPublisher();
        std::vector<OutgoingRecord> records;
        for (int i = 0; i < count; ++i)
            records.push_back({topic, 0, {}, std::to_string(i), {}, base::fromUnixMilliseconds(first + i)});
        (void)support::publishAll(*publisher, std::move(records));
    }
};

TEST_F(ConsumerTest, deliversKeyValueHeadersAndTimeAsWritten)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    const auto time = base::fromUnixMilliseconds(1'700'000'000'123);
    const auto reports = support::publishAll(
        *publisher, {{"dreamscape.a", 0, "k", "v", {{"h", "1"}, {"h", std::nullopt}, {"e", ""}}, time}});
    ASSERT_TRUE(reports[0]) << reports[0].error().text();

    auto consumer = openConsumer();
    const auto records = readRecords(*consumer, 1);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].topic, "dreamscape.a");
    EXPECT_EQ(records[0].offset, 0);
    EXPECT_EQ(records[0].milliseconds, 1'700'000'000'123);
    EXPECT_EQ(records[0].key, "k");
    EXPECT_EQ(records[0].value, "v");
    const std::vector<std::pair<std::string, std::optional<std::string>>> headers{
        {"h", "1"}, {"h", std::nullopt}, {"e", ""}};
    EXPECT_EQ(records[0].headers, headers);
}

TEST_F(ConsumerTest, tellsNullFromEmpty)
{
    createTopic("dreamscape.a");
    auto publisher = openPublisher();
    (void)support::publishAll(
        *publisher, {{"dreamscape.a", 0, std::nullopt, std::nullopt, {}, {}}, {"dreamscape.a", 0, "", "", {}, {}}});
    auto consumer = openConsumer({.isUntilEnd = true});
    const auto records = readToEnd(*consumer);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].key, std::nullopt);
    EXPECT_EQ(records[0].value, std::nullopt);
    EXPECT_EQ(records[1].key, "");
    EXPECT_EQ(records[1].value, "");
}

TEST_F(ConsumerTest, aBatchOutlivesItsConsumer)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 3);
    event::RecordBatch kept;
    {
        auto consumer = openConsumer();
        while (kept.isEmpty())
            kept = consumer->poll(10, 100ms);
    }
    EXPECT_EQ(kept.records()[0].value, "v0");
    EXPECT_EQ(kept.records()[0].topic, "dreamscape.a");
}

TEST_F(ConsumerTest, untilEndStopsAtTheEndsOfTheStart)
{
    createTopic("dreamscape.a", 3);
    createTopic("dreamscape.empty", 2);
    write("dreamscape.a", 100, 0);
    write("dreamscape.a", 50, 2);
    auto consumer = openConsumer({.isUntilEnd = true});
    // Capturing the ends needs no poll(): what comes after it is not part of the read.
    while (!findEvent(consumer->takeEvents(), ConsumerEventKind::Connected))
        std::this_thread::sleep_for(5ms);
    std::this_thread::sleep_for(200ms);
    write("dreamscape.a", 20, 0, "late");

    const auto records = readToEnd(*consumer);
    EXPECT_TRUE(consumer->isFinished());
    EXPECT_EQ(records.size(), 150U);
    EXPECT_EQ(coordinatesOf(records).size(), 150U);
    EXPECT_EQ(consumer->status().partitions, 5);
    EXPECT_EQ(consumer->status().partitionsAtEnd, 5);
}

TEST_F(ConsumerTest, untilEndFinishesWhenNothingMatches)
{
    createTopic("other.a");
    auto consumer = openConsumer({.isUntilEnd = true});
    EXPECT_TRUE(readToEnd(*consumer).empty());
    EXPECT_TRUE(consumer->isFinished());
    EXPECT_EQ(consumer->status().topics, 0);
}

TEST_F(ConsumerTest, readsOnlyTopicsOfThePattern)
{
    createTopic("dreamscape.a");
    createTopic("not.dreamscape.a");
    write("dreamscape.a", 2);
    write("not.dreamscape.a", 2);
    auto consumer = openConsumer({.isUntilEnd = true});
    const auto records = readToEnd(*consumer);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].topic, "dreamscape.a");
}

TEST_F(ConsumerTest, picksUpTopicsThatAppearLater)
{
    createTopic("dreamscape.a");
    auto consumer = openConsumer({.start = StartPoint::end()});
    (void)readWhile(*consumer, [&](const auto&) { return consumer->status().partitionsAtEnd == 1; });
    createTopic("dreamscape.b", 2);
    write("dreamscape.b", 5, 1);
    const auto records = readRecords(*consumer, 5);
    ASSERT_EQ(records.size(), 5U);
    EXPECT_EQ(records[0].topic, "dreamscape.b");
    EXPECT_EQ(records[0].partition, 1);
    EXPECT_EQ(consumer->status().topics, 2);
}

TEST_F(ConsumerTest, startsAtTheEnd)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 10);
    auto consumer = openConsumer({.start = StartPoint::end()});
    (void)readWhile(*consumer, [&](const auto&) { return consumer->status().partitionsAtEnd == 1; });
    write("dreamscape.a", 1, 0, "new");
    const auto records = readRecords(*consumer, 1);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].value, "new0");
}

TEST_F(ConsumerTest, startsAtTheLastRecords)
{
    createTopic("dreamscape.a", 2);
    write("dreamscape.a", 10, 0);
    write("dreamscape.a", 2, 1);
    auto consumer = openConsumer({.start = StartPoint::last(3), .isUntilEnd = true});
    const auto records = readToEnd(*consumer);
    EXPECT_EQ(records.size(), 5U);
}

TEST_F(ConsumerTest, readsNothingButThePartitionsWhoseOffsetsAreGiven)
{
    createTopic("dreamscape.a", 2);
    createTopic("dreamscape.b");
    write("dreamscape.a", 10, 0);
    write("dreamscape.a", 10, 1);
    write("dreamscape.b", 10, 0);
    auto consumer = openConsumer({.start = StartPoint::at({{{"dreamscape.a", 1}, 7}, {{"dreamscape.b", 0}, 99}}), .isUntilEnd = true});
    const auto records = readToEnd(*consumer);
    ASSERT_EQ(records.size(), 3U) << "three of the one, and nothing behind the end of the other";
    EXPECT_EQ(records[0].partition, 1);
    EXPECT_EQ(records[0].offset, 7);
    EXPECT_TRUE(consumer->isFinished());
}

TEST_F(ConsumerTest, stopsBeforeATime)
{
    createTopic("dreamscape.a");
    writeOneEachMillisecond("dreamscape.a", 10, 1'000'000);
    auto consumer = openConsumer({.isUntilEnd = true, .until = base::fromUnixMilliseconds(1'000'004)});
    EXPECT_EQ(readToEnd(*consumer).size(), 4U);
}

TEST_F(ConsumerTest, tellsHowMuchIsLeftOfWhatLayThere)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 10);
    auto consumer = openConsumer();
    (void)readWhile(*consumer, [&](const auto&) { return consumer->status().backlog > 0; });
    (void)readWhile(*consumer, [&](const auto&) { return consumer->status().backlogLeft == 0; });
    EXPECT_EQ(consumer->status().backlog, 10);
    write("dreamscape.a", 5);
    (void)readRecords(*consumer, 5);
    EXPECT_EQ(consumer->status().backlog, 10) << "what comes later is no backlog";
    EXPECT_EQ(consumer->status().backlogLeft, 0);
    EXPECT_TRUE(consumer->gaps().empty());
}

TEST_F(ConsumerTest, startsAtATimeByDroppingWhatIsOlderAndSaysSo)
{
    createTopic("dreamscape.a");
    writeOneEachMillisecond("dreamscape.a", 10, 1'000'000);

    auto consumer = openConsumer({.start = StartPoint::at(base::fromUnixMilliseconds(1'000'006)), .isUntilEnd = true});
    const auto read = readToEnd(*consumer);
    ASSERT_EQ(read.size(), 4U);
    EXPECT_EQ(read[0].value, "6");
    EXPECT_TRUE(findEvent(consumer->takeEvents(), ConsumerEventKind::TimeLookupUnsupported));
}

/// Bytes that no codec makes smaller.
std::string noise(std::size_t size, std::uint64_t seed)
{
    std::string bytes(size, ' ');
    for (auto& byte : bytes)
        byte = static_cast<char>((seed = seed * 6364136223846793005U + 1442695040888963407U) >> 56);
    return bytes;
}

TEST_F(ConsumerTest, countsWhatRetentionTookBeforeItWasRead)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 10);
    m_profile.clientOverrides = {{"queued.min.messages", "1"}}; // fetches nothing more while these ten wait
    auto consumer = openConsumer();
    // One is taken; the others, fetched with it, wait.
    while (consumer->poll(1, 50ms).isEmpty()) {
    }

    // The embedded broker keeps the newest 5 MiB of a partition.
    auto publisher = openPublisher();
    std::vector<OutgoingRecord> records;
    for (std::uint64_t i = 0; i < 100; ++i)
        records.push_back({"dreamscape.a", 0, {}, noise(100'000, i), {}, {}});
    (void)support::publishAll(*publisher, std::move(records));

    const auto read =
        readWhile(*consumer, [&](const auto& sofar) { return !sofar.empty() && sofar.back().offset == 109; });
    const auto lost = findEvent(consumer->takeEvents(), ConsumerEventKind::OffsetLost);
    ASSERT_TRUE(lost);
    EXPECT_GT(lost->count, 0);
    EXPECT_EQ(lost->topic, "dreamscape.a");
    EXPECT_EQ(consumer->status().recordsLost, lost->count);
    EXPECT_EQ(1 + static_cast<std::int64_t>(read.size()) + lost->count, 110);
}

TEST_F(ConsumerTest, goesOnWithoutLossOrDoublingAfterTheBrokerWasDown)
{
    createTopic("dreamscape.a", 2);
    write("dreamscape.a", 500, 0);
    auto consumer = openConsumer();
    auto records = readRecords(*consumer, 100);
    m_broker->setDown();
    for (const auto& record : readWhile(*consumer, [&](const auto&) { return !consumer->status().isConnected; }))
        records.push_back(record);
    auto events = consumer->takeEvents();
    EXPECT_TRUE(findEvent(events, ConsumerEventKind::AllBrokersDown));
    m_broker->setUp();
    write("dreamscape.a", 500, 1);
    for (const auto& record : readRecords(*consumer, 1'000 - records.size()))
        records.push_back(record);

    EXPECT_EQ(records.size(), 1'000U);
    EXPECT_EQ(coordinatesOf(records).size(), 1'000U);
    (void)readWhile(*consumer, [&](const auto&) { return consumer->status().isConnected; });
    EXPECT_TRUE(consumer->status().isConnected);
    // An answer that was under way when the broker went may count as a connection of its own, so look at all of them.
    for (auto& event : consumer->takeEvents())
        events.push_back(std::move(event));
    const auto isKind = [](ConsumerEventKind kind) { return [kind](const auto& event) { return event.kind == kind; }; };
    const auto down = std::find_if(events.begin(), events.end(), isKind(ConsumerEventKind::AllBrokersDown));
    EXPECT_NE(std::find_if(down, events.end(), isKind(ConsumerEventKind::Connected)), events.end());
}

TEST_F(ConsumerTest, deliversNothingWhilePausedAndEverythingAfter)
{
    createTopic("dreamscape.a");
    auto consumer = openConsumer();
    consumer->setPaused(true);
    write("dreamscape.a", 50);
    EXPECT_TRUE(consumer->poll(100, 300ms).isEmpty());
    consumer->setPaused(false);
    EXPECT_EQ(readRecords(*consumer, 50).size(), 50U);
}

TEST_F(ConsumerTest, stopWakesAWaitingPoll)
{
    createTopic("dreamscape.a");
    auto consumer = openConsumer();
    auto polling = std::async(std::launch::async, [&] { return consumer->poll(10, 60s).size(); });
    std::this_thread::sleep_for(200ms);
    consumer->stop();
    ASSERT_EQ(polling.wait_for(10s), std::future_status::ready);
    EXPECT_EQ(polling.get(), 0U);
    EXPECT_TRUE(consumer->isFinished());
}

TEST_F(ConsumerTest, stopsWhenTheBrokerIsGone)
{
    createTopic("dreamscape.a", 3);
    write("dreamscape.a", 10);
    auto consumer = openConsumer();
    ASSERT_EQ(readRecords(*consumer, 10).size(), 10U);
    m_broker.reset();
    consumer->stop();
    auto ending = std::async(std::launch::async, [&] { consumer.reset(); });
    ASSERT_EQ(ending.wait_for(20s), std::future_status::ready);
}

TEST_F(ConsumerTest, createsNoTopic)
{
    createTopic("dreamscape.a");
    m_profile.watchedGroups = {{"nobody", {"dreamscape.missing"}}};
    auto consumer = openConsumer({.isUntilEnd = true});
    (void)readToEnd(*consumer);
    auto watcher = GroupWatcher::open(m_profile, 50ms);
    ASSERT_TRUE(watcher);
    ASSERT_TRUE((*watcher)->awaitRound(10s));
    EXPECT_EQ((*watcher)->latest()->groups[0].state, metrics::GroupState::Absent);
    auto cluster = Cluster::open(m_profile);
    ASSERT_TRUE(cluster);
    const auto info = (*cluster)->describe(5s);
    ASSERT_TRUE(info) << info.error().text();
    ASSERT_EQ(info->topics.size(), 1U);
    EXPECT_EQ(info->topics[0].name, "dreamscape.a");
}

TEST_F(ConsumerTest, refusesSettingsThatWouldMakeItVisible)
{
    m_profile.clientOverrides = {{"group.id", "stolen"}};
    const auto opened = Consumer::open(m_profile);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(opened.error().subject, "group.id");
}

} // namespace sagascope::kafka
