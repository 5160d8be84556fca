// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/BrushGeometry.h"

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

using std::chrono::seconds;

base::Timestamp at(const char* iso)
{
    return base::parseIso8601(iso)->time;
}

BrushScale tenSeconds()
{
    return {{at("2026-11-23T10:00:00Z"), seconds(1), 10}, 100};
}

TEST(BrushRange, ShowsSecondsAndEndsWithTheNewestWhileTheyFit)
{
    const BrushRange range = brushRange(at("2026-11-23T10:00:00.2Z"), at("2026-11-23T10:00:05.9Z"), 10);
    EXPECT_EQ(range.step, seconds(1));
    EXPECT_EQ(range.from, at("2026-11-23T09:59:56Z"));
    EXPECT_EQ(range.to(), at("2026-11-23T10:00:06Z"));
}

TEST(BrushRange, TakesTheNextRoundStepWhenSecondsDoNotFit)
{
    EXPECT_EQ(brushRange(at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:25Z"), 10).step, seconds(5));
    EXPECT_EQ(brushRange(at("2026-11-23T10:00:00Z"), at("2026-11-23T18:00:00Z"), 100).step, seconds(300));
}

TEST(BrushRange, CoversYearsToo)
{
    const BrushRange range = brushRange(at("2020-01-01T00:00:00Z"), at("2026-11-23T10:00:00Z"), 50);
    EXPECT_LE(range.from, at("2020-01-01T00:00:00Z"));
    EXPECT_GT(range.to(), at("2026-11-23T10:00:00Z"));
    EXPECT_EQ(range.bars, 50);
}

TEST(BrushRange, IsEmptyWithoutTraffic)
{
    EXPECT_TRUE(brushRange(base::kNoTime, base::kNoTime, 100).isEmpty());
}

TEST(BrushScale, GoesFromTimeToPixelAndBack)
{
    EXPECT_DOUBLE_EQ(tenSeconds().xOf(at("2026-11-23T10:00:04.5Z")), 45);
    EXPECT_EQ(tenSeconds().timeAt(45), at("2026-11-23T10:00:04.5Z"));
    EXPECT_DOUBLE_EQ(tenSeconds().xOf(at("2026-11-23T09:00:00Z")), 0);
    EXPECT_EQ(tenSeconds().timeAt(1000), at("2026-11-23T10:00:10Z"));
}

TEST(BrushScale, WidensADragToWholeBarsInEitherDirection)
{
    const TimeWindow expected{at("2026-11-23T10:00:02Z"), at("2026-11-23T10:00:05Z")};
    EXPECT_EQ(tenSeconds().windowBetween(21, 47), expected);
    EXPECT_EQ(tenSeconds().windowBetween(47, 21), expected);
    EXPECT_EQ(tenSeconds().windowBetween(21, 21), (TimeWindow{at("2026-11-23T10:00:02Z"), at("2026-11-23T10:00:03Z")}));
}

TEST(BrushScale, KeepsAMovedWindowInsideAndItsLength)
{
    const TimeWindow window{at("2026-11-23T10:00:07Z"), at("2026-11-23T10:00:09Z")};
    EXPECT_EQ(tenSeconds().moved(window, 1, false), (TimeWindow{at("2026-11-23T10:00:08Z"), at("2026-11-23T10:00:10Z")}));
    EXPECT_EQ(tenSeconds().moved(window, 9, false), (TimeWindow{at("2026-11-23T10:00:08Z"), at("2026-11-23T10:00:10Z")}));
    EXPECT_EQ(tenSeconds().moved(window, -9, false), (TimeWindow{at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:02Z")}));
}

TEST(BrushScale, KeepsOneBarWhenTheEndIsMovedBeforeTheStart)
{
    const TimeWindow window{at("2026-11-23T10:00:07Z"), at("2026-11-23T10:00:09Z")};
    EXPECT_EQ(tenSeconds().moved(window, -5, true), (TimeWindow{at("2026-11-23T10:00:07Z"), at("2026-11-23T10:00:08Z")}));
    EXPECT_EQ(tenSeconds().moved(window, 5, true), (TimeWindow{at("2026-11-23T10:00:07Z"), at("2026-11-23T10:00:10Z")}));
}

TEST(BrushBars, FillTheHeightAtTheHighestAndShowOneEventAsAPixel)
{
    const BrushScale scale = tenSeconds();
    const auto bars = brushBars({{scale.range.from, 1000, 0}, {scale.range.from + seconds(1), 1, 0}, {scale.range.from + seconds(2), 0, 0}}, scale, 20);
    ASSERT_EQ(bars.size(), 3U);
    EXPECT_EQ(bars[0], QRectF(0, 0, 9, 20));
    EXPECT_EQ(bars[1], QRectF(10, 19, 9, 1));
    EXPECT_DOUBLE_EQ(bars[2].height(), 0);
}

} // namespace
} // namespace sagascope::ui
