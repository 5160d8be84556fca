// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Publisher.h"

#include "core/kafka/Partitioner.h"
#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

class KafkaPublisherTest : public RealKafkaTest
{
protected:
    void SetUp() override
    {
        RealKafkaTest::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        auto opened = kafka::Publisher::open(profile());
        ASSERT_TRUE(opened) << opened.error().text();
        m_publisher = std::move(opened).value();
    }

    std::unique_ptr<kafka::Publisher> m_publisher;
};

TEST_F(KafkaPublisherTest, kcatReadsEveryByteBack)
{
    createTopic(topic("a"), 1);
    std::string allBytes;
    for (int byte = 0; byte < 256; ++byte)
        allBytes += static_cast<char>(byte);
    const std::string event = "{\"eventId\":\"1\",\n \"text\":\"Zoë – 東京 – 🚀\"}";
    const auto reports = support::publishAll(
        *m_publisher, {{topic("a"), {}, "user-1", event, {{"eventType", "user.created"}, {"correlationId", ""}}, {}},
                       {topic("a"), {}, allBytes, allBytes, {}, {}}});
    ASSERT_TRUE(reports[0]) << reports[0].error().text();
    ASSERT_TRUE(reports[1]) << reports[1].error().text();

    const auto value = [&](int offset, const char* format) {
        return kcat({"-C", "-t", topic("a"), "-o", std::to_string(offset), "-c", "1", "-q", "-f", format});
    };
    EXPECT_EQ(value(0, "%s"), event);
    EXPECT_EQ(value(0, "%k"), "user-1");
    EXPECT_EQ(value(0, "%h"), "eventType=user.created,correlationId=");
    EXPECT_EQ(value(1, "%s"), allBytes);
    EXPECT_EQ(value(1, "%k"), allBytes);
}

TEST_F(KafkaPublisherTest, choosesThePartitionsThatTheJavaClientChooses)
{
    createTopic(topic("java"), 6);
    createTopic(topic("ours"), 6);
    std::string lines;
    std::vector<kafka::OutgoingRecord> records;
    for (int i = 0; i < 200; ++i) {
        const auto key = (i % 2 ? "user-" : "BOOK-20261123-é") + std::to_string(i);
        lines += key + "|v\n";
        records.push_back({topic("ours"), {}, key, "v", {}, {}});
    }
    const auto written =
        kafka().runTool("org.apache.kafka.tools.ConsoleProducer",
                        {"--bootstrap-server", kafka().bootstrap(), "--topic", topic("java"), "--reader-property",
                         "parse.key=true", "--reader-property", "key.separator=|"},
                        lines);
    ASSERT_TRUE(written.hasSucceeded()) << written.errors;
    const auto reports = support::publishAll(*m_publisher, records);

    const auto placesOf = [&](const std::string& name) {
        return sortedLines(kcat({"-C", "-t", name, "-e", "-q", "-f", "%k %p\\n"}));
    };
    const auto java = placesOf(topic("java"));
    ASSERT_EQ(java.size(), 200U);
    EXPECT_EQ(placesOf(topic("ours")), java);
    for (std::size_t i = 0; i < records.size(); ++i) {
        ASSERT_TRUE(reports[i]) << reports[i].error().text();
        EXPECT_EQ(reports[i]->partition, kafka::partitionOfKey(*records[i].key, 6));
    }
}

TEST_F(KafkaPublisherTest, createsNoTopicOnABrokerThatWould)
{
    const auto reports = support::publishAll(*m_publisher, {{topic("typo"), {}, "k", "v", {}, {}}});
    ASSERT_FALSE(reports[0]);
    EXPECT_EQ(reports[0].error().code, base::ErrorCode::NotFound);
    for (const auto& name : kafka().topics())
        EXPECT_NE(name, topic("typo"));
}

TEST_F(KafkaPublisherTest, aTenMebibyteRecordTravelsThereAndBack)
{
    createTopic(topic("a"), 1, {"max.message.bytes=10500000"});
    std::string large(10 * 1024 * 1024 - 2048, 'x');
    std::uint64_t seed = 7;
    for (auto& byte : large)
        byte = static_cast<char>((seed = seed * 6364136223846793005U + 1442695040888963407U) >> 56);
    const auto reports = support::publishAll(*m_publisher, {{topic("a"), 0, "k", large, {}, {}}});
    ASSERT_TRUE(reports[0]) << reports[0].error().text();
    const auto records = readAll();
    ASSERT_EQ(records.size(), 1U);
    EXPECT_TRUE(records[0].value == large);
}

TEST_F(KafkaPublisherTest, saysWhenTheBrokerFindsARecordTooLarge)
{
    createTopic(topic("a"), 1, {"max.message.bytes=1000"});
    std::string noise(5'000, 'x');
    std::uint64_t seed = 7;
    for (auto& byte : noise)
        byte = static_cast<char>((seed = seed * 6364136223846793005U + 1442695040888963407U) >> 56);
    const auto reports = support::publishAll(*m_publisher, {{topic("a"), 0, "k", noise, {}, {}}});
    ASSERT_FALSE(reports[0]);
    EXPECT_EQ(reports[0].error().code, base::ErrorCode::TooLarge);
}

} // namespace sagascope::integration
