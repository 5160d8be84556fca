// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Consumer.h"

#include <algorithm>
#include <map>
#include <thread>

#include "core/kafka/Cluster.h"
#include "core/kafka/GapReading.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

using namespace std::chrono_literals;
using kafka::ConsumerEventKind;
using kafka::IsolationLevel;
using kafka::StartPoint;
using support::ReadRecord;

class KafkaConsumerTest : public RealKafkaTest
{
protected:
    static std::map<std::string, std::string> valuesByKey(const std::vector<ReadRecord>& records)
    {
        std::map<std::string, std::string> values;
        for (const auto& record : records)
            values[record.key.value_or("(null)")] = record.value.value_or("(null)");
        return values;
    }

    /// The coordinator writes its markers after the producer has its answer, so the stable end may lag a moment behind.
    std::vector<support::ReadRecord> readOnceDecided(std::size_t count)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        auto records = readAll();
        while (records.size() < count && std::chrono::steady_clock::now() < deadline)
            records = readAll();
        return records;
    }
};

TEST_F(KafkaConsumerTest, readsWhatKcatWroteWithEveryCodec)
{
    const std::vector<std::string> codecs{"none", "gzip", "snappy", "lz4", "zstd"};
    for (const auto& codec : codecs) {
        createTopic(topic(codec), 3);
        std::string lines;
        for (int i = 0; i < 300; ++i)
            lines += "key" + std::to_string(i) + "|{\"codec\":\"" + codec + "\",\"i\":" + std::to_string(i) + "}\n";
        kcat({"-P", "-t", topic(codec), "-K", "|", "-z", codec, "-H", "source=kcat", "-H", "correlationId="}, lines);
    }
    const auto records = readAll();
    ASSERT_EQ(records.size(), 300 * codecs.size());
    EXPECT_EQ(support::coordinatesOf(records).size(), records.size());
    for (const auto& record : records) {
        const auto codec = record.topic.substr(topic("").size());
        const auto number = record.key->substr(3);
        ASSERT_EQ(record.value, "{\"codec\":\"" + codec + "\",\"i\":" + number + "}");
        ASSERT_EQ(record.headers.size(), 2U);
        EXPECT_EQ(record.headers[0].first, "source");
        EXPECT_EQ(record.headers[0].second, "kcat");
        EXPECT_EQ(record.headers[1].second, "");
    }
}

TEST_F(KafkaConsumerTest, tellsNullFromEmptyAsKafkasConsoleProducerWroteThem)
{
    createTopic(topic("a"), 1);
    const auto written = kafka().runTool("org.apache.kafka.tools.ConsoleProducer",
                                         {"--bootstrap-server", kafka().bootstrap(), "--topic", topic("a"),
                                          "--reader-property", "parse.key=true", "--reader-property", "key.separator=|",
                                          "--reader-property", "null.marker=NULL"},
                                         "k1|v1\nk2|NULL\nNULL|v3\n|\n");
    ASSERT_TRUE(written.hasSucceeded()) << written.errors;
    const auto records = readAll();
    ASSERT_EQ(records.size(), 4U);
    EXPECT_EQ(records[0].key, "k1");
    EXPECT_EQ(records[0].value, "v1");
    EXPECT_EQ(records[1].value, std::nullopt);
    EXPECT_EQ(records[2].key, std::nullopt);
    EXPECT_EQ(records[3].key, "");
    EXPECT_EQ(records[3].value, "");
}

TEST_F(KafkaConsumerTest, untilEndFinishesOnATransactionsMarker)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a"), "-X", "transactional.id=" + topic("id")}, "one\ntwo\n");
    const auto records = readOnceDecided(2);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[1].offset, 1); // offset 2 is the marker, the end offset 3
}

TEST_F(KafkaConsumerTest, untilEndStopsBeforeAnOpenTransactionAndSkipsAnAbortedOne)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a")}, "before\n");
    // Killed while its transaction is open: nobody decides it.
    const auto killed = support::runCommand(
        {"sh", "-c",
         R"sh({ seq 3000; sleep 5; } | kcat -b "$0" -P -t "$1" -X transactional.id="$1" & sleep 3; kill -9 $!; wait $!)sh",
         kafka().bootstrap(), topic("a")});
    ASSERT_NE(killed.exitStatus, 0);

    EXPECT_EQ(readAll().size(), 1U);
    const auto uncommitted = readAll({.isolation = IsolationLevel::ReadUncommitted, .isUntilEnd = true});
    EXPECT_GT(uncommitted.size(), 1U);

    // The next producer of this id has the open transaction aborted.
    kcat({"-P", "-t", topic("a"), "-X", "transactional.id=" + topic("a")}, "after\n");
    const auto records = readOnceDecided(2);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].value, "before");
    EXPECT_EQ(records[1].value, "after");

    // What lay between is gone from sight, but not from the log.
    auto consumer = openConsumer({.isUntilEnd = true});
    (void)support::readToEnd(*consumer);
    const auto gaps = consumer->gaps();
    ASSERT_FALSE(gaps.empty());
    EXPECT_EQ(gaps[0].from, 1);
    EXPECT_EQ(gaps[0].to, records[1].offset);
    const auto contents = kafka::readGap(profile(), gaps[0]);
    ASSERT_TRUE(contents) << contents.error().text();
    EXPECT_EQ(contents->aborted, std::int64_t(uncommitted.size()) - 1);
    EXPECT_EQ(contents->absent, gaps[0].count() - contents->aborted);
    EXPECT_GE(contents->absent, 1) << "the marker that aborted it";
    EXPECT_EQ(contents->gone, 0);
}

TEST_F(KafkaConsumerTest, readsATopicThatWasDeletedAndCreatedAgain)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a")}, "old1\nold2\nold3\n");
    auto settings = profile();
    settings.metadataInterval = 500ms;
    auto consumer = kafka::Consumer::open(settings);
    ASSERT_TRUE(consumer) << consumer.error().text();
    ASSERT_EQ(support::readRecords(**consumer, 3).size(), 3U);

    ASSERT_TRUE(kafka().deleteTopic(topic("a")));
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a")}, "new1\n");
    const auto records = support::readRecords(**consumer, 1, 60s);
    ASSERT_EQ(records.size(), 1U) << (*consumer)->status().problem;
    EXPECT_EQ(records[0].value, "new1");
    EXPECT_EQ(records[0].offset, 0);
    EXPECT_EQ((*consumer)->status().partitionsRecreated, 1);
    EXPECT_EQ((*consumer)->status().recordsLost, 0) << "what was deleted with the topic was read";
}

TEST_F(KafkaConsumerTest, aTopicThatIsDeletedIsNoTroubleOfTheConnection)
{
    createTopic(topic("a"), 2);
    createTopic(topic("b"), 1);
    kcat({"-P", "-t", topic("a")}, "1\n2\n");
    auto consumer = openConsumer({});
    ASSERT_EQ(support::readRecords(*consumer, 2).size(), 2U);
    ASSERT_TRUE(kafka().deleteTopic(topic("a")));
    std::string problem;
    const auto look = [&](const auto&) {
        problem += consumer->status().problem;
        return consumer->status().partitionsGone == 2;
    };
    (void)support::readWhile(*consumer, look);
    EXPECT_EQ(consumer->status().partitionsGone, 2);
    // librdkafka tells it again and again, at each answer of the brokers.
    const auto until = std::chrono::steady_clock::now() + 3s;
    (void)support::readWhile(*consumer, [&](const auto& read) { return look(read) && std::chrono::steady_clock::now() > until; });
    EXPECT_EQ(problem, "");
    kcat({"-P", "-t", topic("b")}, "3\n");
    EXPECT_EQ(support::readRecords(*consumer, 1).size(), 1U);
}

TEST_F(KafkaConsumerTest, readsRecordsOfTenMebibytesAndLogAppendTimes)
{
    createTopic(topic("a"), 1, {"max.message.bytes=11000000", "message.timestamp.type=LogAppendTime"});
    auto settings = profile();
    settings.clientOverrides = {{"message.max.bytes", "11000000"}};
    auto publisher = kafka::Publisher::open(settings);
    ASSERT_TRUE(publisher);
    std::string value(10 * 1024 * 1024, 'x');
    for (std::size_t i = 0; i < value.size(); ++i)
        value[i] = char('a' + (i * 2654435761U >> 7) % 26);
    const auto reports = support::publishAll(**publisher, {{topic("a"), 0, {}, value, {}, base::fromUnixMilliseconds(1'000)}});
    ASSERT_TRUE(reports[0]) << reports[0].error().text();
    const auto records = readAll();
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].value, value);
    EXPECT_GT(records[0].milliseconds, 1'600'000'000'000) << "the broker's time, not the producer's";
}

TEST_F(KafkaConsumerTest, readsACompactedTopicToItsEnd)
{
    createTopic(topic("a"), 1,
                {"cleanup.policy=compact", "segment.ms=100", "min.cleanable.dirty.ratio=0.001",
                 "min.compaction.lag.ms=0", "max.compaction.lag.ms=100", "delete.retention.ms=0"});
    const auto countWithKcat = [&] { return sortedLines(kcat({"-C", "-t", topic("a"), "-e", "-q", "-f", "%o\\n"})); };
    for (int round = 0; round < 3; ++round) {
        kcat({"-P", "-t", topic("a"), "-K", "|"}, "a|1\nb|1\na|2\nb|2\na|3\n");
        std::this_thread::sleep_for(300ms);
    }
    // The cleaner runs when it likes.
    for (int i = 0; i < 60 && countWithKcat().size() == 15; ++i)
        std::this_thread::sleep_for(500ms);
    const auto expected = countWithKcat();
    ASSERT_LT(expected.size(), 15U) << "nothing was compacted";

    const auto records = readAll();
    std::vector<std::string> offsets;
    for (const auto& record : records)
        offsets.push_back(std::to_string(record.offset));
    std::sort(offsets.begin(), offsets.end());
    EXPECT_EQ(offsets, expected);
    EXPECT_EQ(valuesByKey(records).at("a"), "3");
}

TEST_F(KafkaConsumerTest, untilEndFinishesWhenEverythingWasDeleted)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a")}, "one\ntwo\n");
    const support::TemporaryFolder folder("sagascope-delete");
    const auto deleted = support::runCommand(
        {"sh", "-c", R"sh(printf '{"version":1,"partitions":[{"topic":"%s","partition":0,"offset":2}]}' "$0" > "$1")sh",
         topic("a"), (folder.path() / "delete.json").string()});
    ASSERT_TRUE(deleted.hasSucceeded());
    const auto result = kafka().runTool(
        "org.apache.kafka.tools.DeleteRecordsCommand",
        {"--bootstrap-server", kafka().bootstrap(), "--offset-json-file", (folder.path() / "delete.json").string()});
    ASSERT_TRUE(result.hasSucceeded()) << result.errors;
    EXPECT_TRUE(readAll().empty());
}

TEST_F(KafkaConsumerTest, picksUpNewTopicsAndPartitionsWhileItRuns)
{
    createTopic(topic("a"), 1);
    auto consumer = openConsumer({.start = StartPoint::end()});
    (void)support::readWhile(*consumer, [&](const auto&) { return consumer->status().partitionsAtEnd == 1; });
    createTopic(topic("b"), 1);
    kcat({"-P", "-t", topic("b")}, "new topic\n");
    const auto first = support::readRecords(*consumer, 1);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].value, "new topic");

    ASSERT_TRUE(kafka().growTopic(topic("a"), 3));
    kcat({"-P", "-t", topic("a"), "-p", "2"}, "new partition\n");
    const auto second = support::readRecords(*consumer, 1);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].value, "new partition");
    EXPECT_EQ(second[0].partition, 2);
}

TEST_F(KafkaConsumerTest, startsAtATimeThatTheBrokerLooksUp)
{
    createTopic(topic("a"), 1);
    auto publisher = kafka::Publisher::open(profile());
    ASSERT_TRUE(publisher);
    std::vector<kafka::OutgoingRecord> records;
    for (int i = 0; i < 10; ++i)
        records.push_back(
            {topic("a"), 0, {}, std::to_string(i), {}, base::fromUnixMilliseconds(1'600'000'000'000 + i)});
    for (const auto& report : support::publishAll(**publisher, std::move(records)))
        ASSERT_TRUE(report) << report.error().text();

    const auto from = [&](std::int64_t milliseconds) {
        return readAll({.start = StartPoint::at(base::fromUnixMilliseconds(milliseconds)), .isUntilEnd = true});
    };
    const auto late = from(1'600'000'000'007);
    ASSERT_EQ(late.size(), 3U);
    EXPECT_EQ(late[0].value, "7");
    EXPECT_EQ(from(0).size(), 10U);
    EXPECT_TRUE(from(1'700'000'000'000).empty());
}

TEST_F(KafkaConsumerTest, saysHowManyRecordsWereDeletedBeforeItReadThem)
{
    createTopic(topic("a"), 1);
    kcat({"-P", "-t", topic("a")}, "0\n1\n2\n");
    auto settings = profile();
    settings.clientOverrides = {{"queued.min.messages", "1"}}; // no further fetch while these wait
    auto opened = kafka::Consumer::open(settings);
    ASSERT_TRUE(opened);
    auto& consumer = **opened;
    // One is taken; the other two, fetched with it, wait.
    while (consumer.poll(1, 50ms).isEmpty()) {
    }
    kcat({"-P", "-t", topic("a")}, "3\n4\n5\n6\n");
    const support::TemporaryFolder folder("sagascope-delete");
    const auto file = (folder.path() / "delete.json").string();
    (void)support::runCommand(
        {"sh", "-c", R"sh(printf '{"version":1,"partitions":[{"topic":"%s","partition":0,"offset":5}]}' "$0" > "$1")sh",
         topic("a"), file});
    ASSERT_TRUE(kafka()
                    .runTool("org.apache.kafka.tools.DeleteRecordsCommand",
                             {"--bootstrap-server", kafka().bootstrap(), "--offset-json-file", file})
                    .hasSucceeded());
    const auto records = support::readRecords(consumer, 4);
    ASSERT_EQ(records.size(), 4U);
    EXPECT_EQ(records[1].value, "2");
    EXPECT_EQ(records[2].value, "5");
    EXPECT_EQ(consumer.status().recordsLost, 2);
}

} // namespace sagascope::integration
