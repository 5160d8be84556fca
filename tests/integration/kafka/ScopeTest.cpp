// SPDX-License-Identifier: GPL-3.0-or-later
// Big clusters: how much a window holds before it is read, and one booking without reading everything.
#include <numeric>

#include "core/kafka/Cluster.h"
#include "core/kafka/Partitioner.h"
#include "core/kafka/ScopeEstimate.h"
#include "tests/integration/RealKafka.h"
#include "tests/integration/kafka/Following.h"

namespace sagascope::integration {

using namespace std::chrono_literals;
using kafka::RecordSearch;
using kafka::StartPoint;

class KafkaScopeTest : public RealKafkaTest
{
protected:
    static constexpr std::int64_t kFirst = 1'700'000'000'000;
    static constexpr int kBookings = 200;
    static constexpr int kPartitions = 6;

    static std::string booking(int number) { return "BOOK-" + std::to_string(number); }
    static base::Timestamp second(int number) { return base::fromUnixMilliseconds(kFirst + 1'000 * number); }

    /// One booking a second, created and paid for, under its own key.
    void writeBookings()
    {
        createTopic(topic("created"), kPartitions);
        createTopic(topic("paid"), kPartitions);
        auto publisher = kafka::Publisher::open(profile());
        ASSERT_TRUE(publisher) << publisher.error().text();
        std::vector<kafka::OutgoingRecord> records;
        for (int i = 0; i < kBookings; ++i) {
            for (const char* what : {"created", "paid"}) {
                const std::string value = R"({"eventId":")" + booking(i) + what + R"(","eventType":"voyage.booking.)" + what
                                        + R"(","payload":{"bookingId":")" + booking(i) + "\"}}";
                records.push_back({topic(what), {}, booking(i), value, {{"source", "voyage"}}, second(i)});
            }
        }
        for (const auto& report : support::publishAll(**publisher, std::move(records)))
            ASSERT_TRUE(report) << report.error().text();
    }

    kafka::ScopeEstimate estimate(const kafka::ConsumerOptions& options)
    {
        const auto made = kafka::estimateScope(profile(), options);
        EXPECT_TRUE(made) << made.error().text();
        return made ? *made : kafka::ScopeEstimate();
    }

    std::int64_t endsOf(const std::string& name, std::int32_t partition)
    {
        const auto cluster = kafka::Cluster::open(profile());
        const auto marks = (*cluster)->watermarks(10s);
        for (const kafka::Watermarks& mark : *marks)
            if (mark.topic == name && mark.partition == partition)
                return mark.high;
        return -1;
    }
};

TEST_F(KafkaScopeTest, anEstimateCountsInEachWindowWhatReadingItBrings)
{
    writeBookings();
    const std::int32_t home = kafka::partitionOfKey(booking(7), kPartitions);
    const std::vector<kafka::ConsumerOptions> windows{
        {.isUntilEnd = true},
        {.start = StartPoint::end(), .isUntilEnd = true},
        {.start = StartPoint::last(5), .isUntilEnd = true},
        {.start = StartPoint::at(second(150)), .isUntilEnd = true},
        {.isUntilEnd = true, .until = second(30)},
        {.start = StartPoint::at(second(50)), .isUntilEnd = true, .until = second(60)},
        {.start = StartPoint::at({{{topic("paid"), home}, 3}}), .isUntilEnd = true},
    };
    const std::vector<std::int64_t> expected{2 * kBookings, 0, 2 * 5 * kPartitions, 100, 60, 20, endsOf(topic("paid"), home) - 3};
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const kafka::ScopeEstimate before = estimate(windows[i]);
        EXPECT_EQ(before.records(), expected[i]) << "window " << i;
        EXPECT_EQ(before.records(), std::int64_t(readAll(windows[i]).size())) << "window " << i;
        EXPECT_FALSE(before.isTimeIgnored);
        EXPECT_EQ(before.partitionsUnanswered, 0);
    }
}

TEST_F(KafkaScopeTest, anEstimateOfBytesIsCloseAfterAFewRecords)
{
    writeBookings();
    const auto all = readAll();
    const std::size_t bytes = std::accumulate(all.begin(), all.end(), std::size_t(0), [](std::size_t sum, const auto& record) {
        return sum + record.key->size() + record.value->size() + std::string("sourcevoyage").size();
    });
    const kafka::ScopeEstimate before = estimate({});
    EXPECT_EQ(before.probed(), 16);
    EXPECT_NEAR(double(*before.bytes()), double(bytes), 0.02 * double(bytes));
}

TEST_F(KafkaScopeTest, findsABookingByItsKeyWithoutFetchingOtherPartitions)
{
    writeBookings();
    const std::int32_t home = kafka::partitionOfKey(booking(42), kPartitions);
    const std::int64_t there = endsOf(topic("created"), home) + endsOf(topic("paid"), home);
    session::KafkaSourceOptions options;
    options.consumer = {.isUntilEnd = true, .search = RecordSearch::byKey({booking(42)})};
    Following following(profile(), options);
    ASSERT_TRUE(following.awaitState(session::ConnectionState::Finished));
    const auto snapshot = following.snapshot();
    ASSERT_EQ(snapshot->counts.events, 2U) << "created and paid";
    for (std::uint32_t i = 0; i < 2; ++i)
        EXPECT_EQ(snapshot->events.row(base::EventIndex(i)).partition, home);
    const auto& search = snapshot->connection.search;
    ASSERT_TRUE(search);
    EXPECT_EQ(search->kept, 2);
    EXPECT_EQ(search->read, there);
    EXPECT_LT(search->read, kBookings);
    EXPECT_EQ(search->partitions, 2);
    EXPECT_EQ(search->partitionsLeftOut, 2 * (kPartitions - 1));
    EXPECT_EQ(snapshot->connection.backlog, there) << "nothing of the other partitions was even to be fetched";
    EXPECT_EQ(estimate(options.consumer).records(), there);
}

TEST_F(KafkaScopeTest, findsABookingByTextInAWindowOfTime)
{
    writeBookings();
    auto consumer = openConsumer({.start = StartPoint::at(second(40)), .isUntilEnd = true, .until = second(45),
                                  .search = RecordSearch::byText({booking(42)})});
    const auto found = support::readToEnd(*consumer);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].key, booking(42));
    EXPECT_EQ(consumer->status().recordsRead, 10) << "five seconds of two topics";
    EXPECT_EQ(consumer->status().recordsKept, 2);
}

} // namespace sagascope::integration
