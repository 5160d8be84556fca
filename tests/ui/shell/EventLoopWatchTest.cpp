// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/EventLoopWatch.h"

#include <QTest>

#include <thread>

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

TEST(DelayHistogram, KnowsItsPercentiles)
{
    DelayHistogram delays;
    for (int i = 0; i < 98; ++i)
        delays.add(0.4);
    delays.add(20.5);
    delays.add(90.25);
    EXPECT_EQ(delays.count(), 100U);
    EXPECT_DOUBLE_EQ(delays.percentile(0.5), 1);
    EXPECT_DOUBLE_EQ(delays.percentile(0.99), 21);
    EXPECT_DOUBLE_EQ(delays.longest(), 90.25);
    EXPECT_DOUBLE_EQ(delays.percentile(1), 90.25);
}

TEST(DelayHistogram, KeepsDelaysBeyondItsLastBucket)
{
    DelayHistogram delays;
    delays.add(5000);
    EXPECT_DOUBLE_EQ(delays.percentile(0.5), 5000);
}

TEST(EventLoopWatch, SeesAnEventLoopThatWasHeldUp)
{
    EventLoopWatch watch;
    QTest::qWait(60);
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    QTest::qWait(60);
    EXPECT_GE(watch.lastMinute().longest(), 100);
    EXPECT_GE(watch.longestEver(), watch.lastMinute().longest());
    EXPECT_TRUE(watch.report().contains(QStringLiteral("longest"))) << watch.report().toStdString();
}

} // namespace
} // namespace sagascope::ui
