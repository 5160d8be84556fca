// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/TimeHistogram.h"

#include <gtest/gtest.h>

#include "tests/support/Records.h"

namespace sagascope::metrics {
namespace {

using namespace std::chrono_literals;

const base::Timestamp kTen = test::moment("2026-11-23T10:00:00Z");

class TimeHistogramTest : public testing::Test
{
protected:
    void add(base::Duration after, std::size_t category = 0, bool isMarked = false)
    {
        histogram.add(base::EventIndex(m_next++), kTen + after, category, isMarked);
    }

    static std::vector<std::uint64_t> totals(const TimeHistogram::Bars& bars)
    {
        std::vector<std::uint64_t> totals;
        for (const TimeHistogram::Bar& bar : bars.bars)
            totals.push_back(bar.total());
        return totals;
    }

    using Totals = std::vector<std::uint64_t>;
    TimeHistogram histogram;

private:
    std::uint32_t m_next = 0;
};

TEST_F(TimeHistogramTest, hasNoBarsBeforeAnythingCame)
{
    EXPECT_TRUE(histogram.bars(100).isEmpty());
    histogram.add(base::EventIndex(0), base::kNoTime, 0, false);
    EXPECT_TRUE(histogram.bars(100).isEmpty());
    EXPECT_EQ(histogram.bars(100).timeless, 1U);
}

TEST_F(TimeHistogramTest, countsByCategoryInBarsOfARoundWidth)
{
    add(0s, 0);
    add(300ms, 1);
    add(2s, 1, true);
    add(3100ms, 0);
    const auto bars = histogram.bars(5);
    EXPECT_EQ(bars.from, kTen);
    EXPECT_EQ(bars.step, base::Duration(1s));
    EXPECT_EQ(totals(bars), (Totals{2, 0, 1, 1}));
    EXPECT_EQ(bars.bars[0].counts[0], 1U);
    EXPECT_EQ(bars.bars[0].counts[1], 1U);
    EXPECT_EQ(bars.bars[2].marked, 1U);
    EXPECT_EQ(bars.bars[2].first, base::EventIndex(2));
    EXPECT_FALSE(bars.bars[1].first.isValid());
    EXPECT_EQ(bars.to(), kTen + 4s);
}

TEST_F(TimeHistogramTest, isFineWhereLittleTimePassed)
{
    add(0ms);
    add(1ms);
    add(7ms);
    EXPECT_EQ(histogram.bars(100).step, base::Duration(1ms));
    EXPECT_EQ(histogram.bars(100).bars.size(), 8U);
}

TEST_F(TimeHistogramTest, widensItsBinsAsTimeGoesOnAndLosesNothing)
{
    constexpr int kEvents = 100'000; // over four months
    for (int i = 0; i < kEvents; ++i)
        add(i * 107s, std::size_t(i) % 3, i % 10 == 0);
    for (const std::size_t most : {50U, 300U, 700U}) {
        const auto bars = histogram.bars(most);
        EXPECT_LE(bars.bars.size(), most);
        EXPECT_GT(bars.bars.size(), most / 4);
        std::uint64_t total = 0;
        std::uint64_t marked = 0;
        for (const TimeHistogram::Bar& bar : bars.bars) {
            total += bar.total();
            marked += bar.marked;
        }
        EXPECT_EQ(total, std::uint64_t(kEvents));
        EXPECT_EQ(marked, std::uint64_t(kEvents / 10));
    }
}

TEST_F(TimeHistogramTest, doesNotDependOnTheOrderOfArrival)
{
    TimeHistogram backwards;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const base::Timestamp time = kTen + i * 777ms;
        histogram.add(base::EventIndex(i), time, i % 5, i % 7 == 0);
        const std::uint32_t other = 19'999 - i;
        backwards.add(base::EventIndex(other), kTen + other * 777ms, other % 5, other % 7 == 0);
    }
    EXPECT_EQ(histogram.bars(300).bars, backwards.bars(300).bars);
    EXPECT_EQ(histogram.bars(300).from, backwards.bars(300).from);
}

TEST_F(TimeHistogramTest, standsAbsurdTimes)
{
    add(0s);
    histogram.add(base::EventIndex(1), base::Timestamp::max(), 0, false);
    histogram.add(base::EventIndex(2), base::Timestamp(base::Timestamp::min().time_since_epoch() + 1ns), 99, false);
    const auto bars = histogram.bars(300);
    EXPECT_LE(bars.bars.size(), 300U);
    EXPECT_EQ(bars.bars.front().counts[TimeHistogram::kCategories - 1], 1U) << "categories beyond the last count to it";
    EXPECT_EQ(bars.bars.back().total(), 1U);
}

TEST_F(TimeHistogramTest, roundsTimesBeforeTheEpochDown)
{
    histogram.add(base::EventIndex(0), base::Timestamp(-1500ms), 0, false);
    histogram.add(base::EventIndex(1), base::Timestamp(500ms), 0, false);
    const auto bars = histogram.bars(4);
    EXPECT_EQ(bars.from, base::Timestamp(-2s));
    EXPECT_EQ(totals(bars), (Totals{1, 0, 1}));
}

} // namespace
} // namespace sagascope::metrics
