// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HistogramGeometry.h"

#include <gtest/gtest.h>

#include "tests/support/Records.h"

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;
using metrics::TimeHistogram;

const base::Timestamp kTen = test::moment("2026-11-23T10:00:00Z");

/// Ten bars of a second on 100 pixels, 20 high; `totals` of two categories each.
class HistogramGeometryTest : public testing::Test
{
protected:
    HistogramGeometryTest()
    {
        bars.from = kTen;
        bars.step = 1s;
        bars.bars.resize(10);
    }

    void fill(int bar, std::uint32_t first, std::uint32_t second)
    {
        bars.bars[std::size_t(bar)].counts[0] = first;
        bars.bars[std::size_t(bar)].counts[1] = second;
        bars.bars[std::size_t(bar)].first = base::EventIndex(std::uint32_t(bar));
    }

    HistogramScale scale() const { return {bars, QRectF(10, 5, 100, 20)}; }

    TimeHistogram::Bars bars;
};

TEST_F(HistogramGeometryTest, PixelsAndBarsLeadToOneAnother)
{
    EXPECT_EQ(scale().column(3), QRectF(40, 5, 10, 20));
    EXPECT_EQ(scale().barAt(40), 3);
    EXPECT_EQ(scale().barAt(49.9), 3);
    EXPECT_EQ(scale().barAt(-50), 0);
    EXPECT_EQ(scale().barAt(5000), 9);
    EXPECT_DOUBLE_EQ(scale().xOf(kTen + 2500ms), 35);
    EXPECT_DOUBLE_EQ(scale().xOf(kTen - 1h), 10);
    EXPECT_DOUBLE_EQ(scale().xOf(kTen + 1h), 110);
}

TEST_F(HistogramGeometryTest, AWindowHoldsWholeBarsWhicheverEndComesFirst)
{
    const TimeWindow window{kTen + 2s, kTen + 5s - base::Duration(1)};
    EXPECT_EQ(scale().window(2, 4), window);
    EXPECT_EQ(scale().window(4, 2), window);
    EXPECT_EQ(scale().window(9, 9).to, bars.to() - base::Duration(1));
}

TEST_F(HistogramGeometryTest, PartsStandOnOneAnotherAndTheHighestFillsTheHeight)
{
    fill(0, 1, 3);
    fill(5, 2, 0);
    const auto parts = histogramParts(bars, scale());
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].rect, QRectF(10, 20, 9, 5));
    EXPECT_EQ(parts[1].rect, QRectF(10, 5, 9, 15));
    EXPECT_EQ(parts[1].category, 1U);
    EXPECT_EQ(parts[2].rect, QRectF(60, 15, 9, 10));
}

TEST_F(HistogramGeometryTest, OneEventIsSeenBesideAMillion)
{
    fill(0, 1'000'000, 0);
    fill(1, 1, 0);
    EXPECT_EQ(histogramParts(bars, scale())[1].rect.height(), 1);
}

TEST_F(HistogramGeometryTest, TextsBelowDoNotTouchAndStandAtRoundTimes)
{
    EXPECT_EQ(histogramTicks(scale(), 15), (std::vector<int>{0, 2, 4, 6, 8}));
    EXPECT_EQ(histogramTicks(scale(), 25), (std::vector<int>{0, 5}));
    bars.from = kTen + 3s;
    EXPECT_EQ(histogramTicks(scale(), 25), (std::vector<int>{2, 7}));
    EXPECT_EQ(histogramTicks(scale(), 500), std::vector<int>());
    EXPECT_EQ(histogramTicks(HistogramScale(), 25), std::vector<int>());
}

TEST_F(HistogramGeometryTest, FromAnEmptyBarTheNextWithEventsIsMeant)
{
    EXPECT_EQ(nearestFilled(bars, 4), -1);
    fill(2, 1, 0);
    fill(6, 0, 1);
    EXPECT_EQ(nearestFilled(bars, 2), 2);
    EXPECT_EQ(nearestFilled(bars, 3), 6);
    EXPECT_EQ(nearestFilled(bars, 8), 6) << "or the one before, behind the last";
}

} // namespace
} // namespace sagascope::ui
