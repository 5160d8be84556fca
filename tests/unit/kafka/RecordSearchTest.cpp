// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RecordSearch.h"

#include "core/kafka/Partitioner.h"
#include "core/kafka/StartOffsets.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::kafka {

class RecordSearchTest : public EmbeddedClusterTest
{
protected:
    void publish(std::vector<OutgoingRecord> records)
    {
        for (const auto& report : support::publishAll(*openPublisher(), std::move(records)))
            ASSERT_TRUE(report) << report.error().text();
    }

    static std::vector<std::string> valuesOf(const std::vector<support::ReadRecord>& records)
    {
        std::vector<std::string> values;
        for (const auto& record : records)
            values.push_back(record.value.value_or("(null)"));
        std::sort(values.begin(), values.end());
        return values;
    }
};

TEST_F(RecordSearchTest, aKeyIsSoughtInItsPartitionOfEachTopicAndNowhereElse)
{
    createTopic("dreamscape.a", 5);
    createTopic("dreamscape.b", 3);
    std::vector<OutgoingRecord> records;
    int beside = 0; // in the partitions that are read, under other keys
    for (int i = 0; i < 60; ++i) {
        const std::string key = "BOOK-" + std::to_string(i);
        records.push_back({"dreamscape.a", {}, key, "a of " + key, {}, {}});
        records.push_back({"dreamscape.b", {}, key, "b of " + key, {}, {}});
        beside += partitionOfKey(key, 5) == partitionOfKey("BOOK-7", 5) ? 1 : 0;
        beside += partitionOfKey(key, 3) == partitionOfKey("BOOK-7", 3) ? 1 : 0;
    }
    publish(std::move(records));

    auto consumer = openConsumer({.isUntilEnd = true, .search = RecordSearch::byKey({"BOOK-7"})});
    EXPECT_EQ(valuesOf(support::readToEnd(*consumer)), (std::vector<std::string>{"a of BOOK-7", "b of BOOK-7"}));
    EXPECT_TRUE(consumer->isFinished());
    const ConsumerStatus status = consumer->status();
    EXPECT_EQ(status.partitions, 2);
    EXPECT_EQ(status.partitionsLeftOut, 6);
    EXPECT_EQ(status.recordsRead, beside);
    EXPECT_LT(status.recordsRead, 120);
    EXPECT_EQ(status.recordsKept, 2);
    EXPECT_EQ(status.backlog, beside) << "what lies in the other partitions is not waited for";
}

TEST_F(RecordSearchTest, aTextIsSoughtInKeysValuesAndHeaders)
{
    createTopic("dreamscape.a", 2);
    publish({{"dreamscape.a", 0, "BOOK-7", "as a key", {}, {}},
             {"dreamscape.a", 1, "k", R"({"payload":{"bookingId":"BOOK-7","as":"a value"}})", {}, {}},
             {"dreamscape.a", 1, {}, "as a header", {{"bookingId", "BOOK-7"}, {"null", std::nullopt}}, {}},
             {"dreamscape.a", 0, "k", "pay_3", {}, {}},
             {"dreamscape.a", 0, "k", std::nullopt, {{"BOOK-7", "a name says nothing"}}, {}},
             {"dreamscape.a", 0, "BOOK-", "7", {}, {}}});
    auto consumer = openConsumer({.isUntilEnd = true, .search = RecordSearch::byText({"BOOK-7", "pay_3"})});
    EXPECT_EQ(valuesOf(support::readToEnd(*consumer)),
              (std::vector<std::string>{"as a header", "as a key", "pay_3", R"({"payload":{"bookingId":"BOOK-7","as":"a value"}})"}));
    EXPECT_EQ(consumer->status().recordsRead, 6);
    EXPECT_EQ(consumer->status().recordsKept, 4);
    EXPECT_EQ(consumer->status().partitionsLeftOut, 0);
}

TEST_F(RecordSearchTest, withoutASearchEverythingThatIsReadIsKept)
{
    createTopic("dreamscape.a");
    write("dreamscape.a", 4);
    auto consumer = openConsumer({.isUntilEnd = true});
    (void)support::readToEnd(*consumer);
    EXPECT_EQ(consumer->status().recordsRead, 4);
    EXPECT_EQ(consumer->status().recordsKept, 4);
}

TEST(StartOffsets, areReadAndWrittenAsTopicPartitionAndOffset)
{
    const auto start = readStartOffsets("dreamscape.a[0]@12, dreamscape.b[11]@0\ndreamscape.b[2]@5");
    ASSERT_TRUE(start) << start.error().text();
    EXPECT_EQ(start->offsetOf({"dreamscape.b", 11}), 0);
    EXPECT_EQ(startOffsetTexts(*start),
              (std::vector<std::string>{"dreamscape.a[0]@12", "dreamscape.b[11]@0", "dreamscape.b[2]@5"}));
}

TEST(StartOffsets, sayWhichPartIsNone)
{
    for (const char* part : {"dreamscape.a", "dreamscape.a[0]", "dreamscape.a@3", "[0]@3", "a[x]@3", "a[0]@-1", "a[-1]@0", "a[0]@1z", "a]@0["})
        EXPECT_NE(readStartOffsets(std::string("a[1]@1, ") + part).error().detail.find('\'' + std::string(part) + '\''), std::string::npos);
    EXPECT_FALSE(readStartOffsets(" \n"));
    EXPECT_FALSE(readStartOffsets("a[0]@1,a[0]@2")) << "which of them?";
}

} // namespace sagascope::kafka
