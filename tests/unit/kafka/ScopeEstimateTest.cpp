// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/ScopeEstimate.h"

#include "core/kafka/Partitioner.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::kafka {

class ScopeEstimateTest : public EmbeddedClusterTest
{
protected:
    void SetUp() override
    {
        EmbeddedClusterTest::SetUp();
        createTopic("dreamscape.a", 3);
        createTopic("dreamscape.b");
        createTopic("dreamscape.empty");
        createTopic("other");
        write("dreamscape.a", 40, 0);
        write("dreamscape.a", 7, 2);
        write("dreamscape.b", 5, 0, std::string(100, 'x'));
        write("other", 9);
    }

    ScopeEstimate estimate(const ConsumerOptions& options = {}, const EstimateOptions& how = {})
    {
        auto made = estimateScope(m_profile, options, how);
        EXPECT_TRUE(made) << made.error().text();
        return made ? *std::move(made) : ScopeEstimate();
    }

    std::int64_t read(ConsumerOptions options)
    {
        options.isUntilEnd = true;
        return std::int64_t(support::readToEnd(*openConsumer(options)).size());
    }
};

TEST_F(ScopeEstimateTest, countsInEachWindowWhatReadingItBrings)
{
    const auto offsets = StartPoint::at({{{"dreamscape.a", 0}, 38}, {{"dreamscape.b", 0}, 1}});
    for (const auto& [start, expected] : std::vector<std::pair<StartPoint, std::int64_t>>{
             {StartPoint::beginning(), 52}, {StartPoint::end(), 0}, {StartPoint::last(6), 17}, {offsets, 6}}) {
        EXPECT_EQ(estimate({.start = start}).records(), expected);
        EXPECT_EQ(read({.start = start}), expected);
    }
}

TEST_F(ScopeEstimateTest, takesSizesFromAFewRecordsOfEachTopic)
{
    const ScopeEstimate all = estimate();
    ASSERT_EQ(all.topics.size(), 3U) << "those of the pattern";
    EXPECT_EQ(all.topics[0].probed, 8);
    EXPECT_EQ(all.topics[1].probed, 5) << "there are no more";
    EXPECT_EQ(all.topics[1].probedBytes, 5U * (3 + 100 + 1)) << "key, value and number";
    EXPECT_EQ(all.topics[2].records, 0);
    EXPECT_EQ(all.partitions(), 5);
    // Of `a` each record has a key of three bytes and a value of two or three.
    EXPECT_GE(*all.bytes(), 47U * 5 + 520);
    EXPECT_LE(*all.bytes(), 47U * 6 + 520);
    EXPECT_FALSE(all.isTimeIgnored);
}

TEST_F(ScopeEstimateTest, aTimeCountsForNothingWhereTheBrokerCannotLookItUp)
{
    const ScopeEstimate late = estimate({.start = StartPoint::at(base::fromUnixMilliseconds(9'000'000'000'000))});
    EXPECT_TRUE(late.isTimeIgnored);
    EXPECT_EQ(late.records(), 52);
}

TEST_F(ScopeEstimateTest, aSearchByKeyCountsItsPartitionsOnly)
{
    const std::int32_t home = partitionOfKey("BOOK-1", 3);
    const std::int64_t there = home == 0 ? 40 : home == 2 ? 7 : 0;
    const ScopeEstimate found = estimate({.search = RecordSearch::byKey({"BOOK-1"})});
    EXPECT_EQ(found.topics[0].partitions, 1);
    EXPECT_EQ(found.topics[0].records, there);
    EXPECT_EQ(found.topics[1].records, 5) << "it has one partition";
}

TEST_F(ScopeEstimateTest, tellsHowFarItIsAndCanBeStopped)
{
    std::vector<std::pair<int, int>> steps;
    EstimateOptions how;
    how.onProgress = [&](int done, int of) { steps.emplace_back(done, of); };
    (void)estimate({}, how);
    ASSERT_FALSE(steps.empty());
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
    EXPECT_EQ(steps.back().first, steps.back().second);

    how.isStopped = [&, before = steps.size()] { return steps.size() > before + 1; };
    const auto stopped = estimateScope(m_profile, {}, how);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
}

TEST(ScopeEstimate, bytesOfATopicThatCouldNotBeLookedIntoAreThoseOfTheOthers)
{
    ScopeEstimate estimate{{{"a", 1, 10, 2, 200}, {"b", 1, 5, 0, 0}}};
    EXPECT_EQ(estimate.bytes(), 1'500U);
    estimate.topics[0] = {"a", 1, 10, 0, 0};
    EXPECT_EQ(estimate.bytes(), std::nullopt);
    EXPECT_EQ(ScopeEstimate().bytes(), 0U);
}

TEST(ScopeEstimate, namesTheHostsThatNobodyAnswersAt)
{
    auto broker = EmbeddedBroker::start();
    ASSERT_TRUE(broker);
    const auto profile = (*broker)->profile("gone");
    broker->reset();
    const auto made = estimateScope(profile, {}, {.timeout = std::chrono::seconds(2)});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::Unreachable);
}

} // namespace sagascope::kafka
