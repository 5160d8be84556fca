// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineGeometry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;

const base::Timestamp kStart = base::parseIso8601("2026-11-23T10:24:17.000Z")->time;
const TextWidth kSevenPerLetter = [](const QString& text) { return 7.0 * double(text.size()); };
constexpr QSizeF kSize(1000, 400);
constexpr TimelineScale kScale{100, 174}; // 100 pixels a second, the start at x = 174

TimelineEvent event(const char* lane, const char* label, std::chrono::milliseconds at, unsigned index = 0)
{
    TimelineEvent made;
    made.event = base::EventIndex(index);
    made.time = kStart + at;
    made.lane = QString::fromLatin1(lane);
    made.label = QString::fromLatin1(label);
    return made;
}

TimelineInput story(std::vector<TimelineEvent> events, std::vector<TimelineEdge> edges = {})
{
    TimelineInput input;
    input.lanes = {{QStringLiteral("voyage-service"), QStringLiteral("voyage")},
                   {QStringLiteral("payment-service"), QStringLiteral("payment")}};
    input.start = kStart;
    input.end = kStart;
    for (const TimelineEvent& e : events)
        input.end = std::max(input.end, e.time);
    input.events = std::move(events);
    input.edges = std::move(edges);
    return input;
}

TimelineGeometry laidOut(const TimelineInput& input)
{
    return layOut(input, kScale, kSize, kSevenPerLetter);
}

TEST(TimelineGeometry, PutsEventsAtTheirTimeInTheirLane)
{
    const auto geometry = laidOut(story({event("voyage-service", "booking.created", 0ms),
                                         event("payment-service", "payment.failed", 1500ms)}));
    ASSERT_EQ(geometry.marks.size(), 2U);
    EXPECT_DOUBLE_EQ(geometry.marks[0].centre.x(), 174);
    EXPECT_DOUBLE_EQ(geometry.marks[1].centre.x(), 324);
    ASSERT_EQ(geometry.lanes.size(), 2U);
    EXPECT_TRUE(geometry.lanes[0].rect.contains(geometry.marks[0].centre));
    EXPECT_TRUE(geometry.lanes[1].rect.contains(geometry.marks[1].centre));
    EXPECT_DOUBLE_EQ(geometry.lanes[1].rect.top(), geometry.lanes[0].rect.bottom());
}

TEST(TimelineGeometry, GivesAnotherRowToALabelThatWouldTouchItsNeighbour)
{
    const auto geometry = laidOut(story({event("voyage-service", "booking.created", 0ms),
                                         event("voyage-service", "booking.confirmed", 500ms)}));
    ASSERT_EQ(geometry.marks.size(), 2U);
    EXPECT_GT(geometry.marks[1].centre.y(), geometry.marks[0].centre.y());
    EXPECT_FALSE(geometry.marks[0].labelRect.intersects(geometry.marks[1].labelRect));
}

TEST(TimelineGeometry, NeverLetsLabelsTouchHoweverDenseTheLane)
{
    std::vector<TimelineEvent> events;
    for (int i = 0; i < 60; ++i)
        events.push_back(event("voyage-service", "booking.updated", std::chrono::milliseconds(i * 37)));
    const auto geometry = laidOut(story(events));
    std::size_t members = 0;
    for (std::size_t i = 0; i < geometry.marks.size(); ++i) {
        members += geometry.marks[i].events.size();
        for (std::size_t j = i + 1; j < geometry.marks.size(); ++j)
            if (!geometry.marks[i].labelRect.isEmpty() && !geometry.marks[j].labelRect.isEmpty()) {
                EXPECT_FALSE(geometry.marks[i].labelRect.intersects(geometry.marks[j].labelRect)) << i << ' ' << j;
            }
    }
    EXPECT_EQ(members, events.size()) << "every event is on some mark";
}

TEST(TimelineGeometry, StacksARepeatOnItsOriginalWhenItIsNear)
{
    auto again = event("payment-service", "payment.completed", 100ms, 1);
    again.repeat = identity::Repeat::Redelivery;
    again.repeatOf = 0;
    const auto geometry = laidOut(story({event("payment-service", "payment.completed", 0ms), again}));
    ASSERT_EQ(geometry.marks.size(), 1U);
    EXPECT_THAT(geometry.marks[0].events, testing::ElementsAre(0, 1));
    EXPECT_EQ(geometry.markOf(1), 0);
}

TEST(TimelineGeometry, ShowsALateRepeatAtItsOwnTime)
{
    auto again = event("payment-service", "payment.completed", 3000ms, 1);
    again.repeatOf = 0;
    EXPECT_EQ(laidOut(story({event("payment-service", "payment.completed", 0ms), again})).marks.size(), 2U);
}

TEST(TimelineGeometry, DrawsABarForCauseAndEffectInOneRowAndACurveBetweenLanes)
{
    const auto geometry = laidOut(story({event("voyage-service", "created", 0ms), event("payment-service", "initiated", 500ms),
                                         event("payment-service", "failed", 2500ms)},
                                        {{0, 1}, {1, 2}}));
    ASSERT_EQ(geometry.curves.size(), 2U);
    EXPECT_FALSE(geometry.curves[0].isBar);
    EXPECT_LT(geometry.curves[0].from.y(), geometry.curves[0].to.y());
    EXPECT_TRUE(geometry.curves[1].isBar);
    EXPECT_DOUBLE_EQ(geometry.curves[1].from.y(), geometry.curves[1].to.y());
    EXPECT_EQ(geometry.curves[1].duration, base::Duration(2s));
}

TEST(TimelineGeometry, LabelsACompensationWhereNoOtherLabelIs)
{
    const auto geometry = laidOut(story({event("payment-service", "payment.failed", 0ms), event("voyage-service", "booking.cancelled", 4000ms)},
                                        {{0, 1, identity::Evidence::Declared, true}}));
    ASSERT_EQ(geometry.curves.size(), 1U);
    EXPECT_FALSE(geometry.curves[0].labelRect.isEmpty());
    for (const TimelineMark& mark : geometry.marks)
        EXPECT_FALSE(mark.labelRect.intersects(geometry.curves[0].labelRect));
}

TEST(TimelineGeometry, PutsGhostsOfMissingStepsBehindTheEnd)
{
    auto input = story({event("voyage-service", "booking.created", 2000ms)});
    input.ghosts = {{QStringLiteral("payment-service"), QStringLiteral("payment.completed")}};
    const auto geometry = laidOut(input);
    ASSERT_EQ(geometry.ghosts.size(), 1U);
    EXPECT_GT(geometry.ghosts[0].centre.x(), geometry.marks[0].centre.x());
    EXPECT_TRUE(geometry.lanes[1].rect.contains(geometry.ghosts[0].centre));
}

TEST(TimelineGeometry, ShowsTheWaitOfARunningSagaUntilNow)
{
    auto input = story({event("voyage-service", "booking.created", 0ms)});
    input.waitingUntil = kStart + 3s;
    const auto geometry = laidOut(input);
    ASSERT_EQ(geometry.waits.size(), 1U);
    EXPECT_DOUBLE_EQ(geometry.waits[0].left(), 174);
    EXPECT_DOUBLE_EQ(geometry.waits[0].right(), 474);
}

TEST(TimelineGeometry, FindsTheMarkUnderThePointer)
{
    const auto geometry = laidOut(story({event("voyage-service", "a", 0ms), event("payment-service", "b", 1000ms)}));
    EXPECT_EQ(geometry.markAt(geometry.marks[1].centre + QPointF(3, 3)), 1);
    EXPECT_EQ(geometry.markAt(geometry.marks[0].labelRect.center()), 0);
    EXPECT_EQ(geometry.markAt(QPointF(900, 390)), -1);
}

TEST(TimelineGeometry, NeedsNoEvents)
{
    const auto geometry = laidOut({});
    EXPECT_TRUE(geometry.marks.empty());
    EXPECT_EQ(geometry.markAt(QPointF(1, 1)), -1);
}

TEST(TimelineScale, KeepsTheMomentUnderThePointerWhenZooming)
{
    const TimelineScale zoomed = kScale.zoomedAt(374, 4);
    EXPECT_DOUBLE_EQ(zoomed.xOf(2s), 374);
    EXPECT_DOUBLE_EQ(zoomed.pixelsPerSecond, 400);
}

TEST(TimelineScale, FitsTheWholeSagaWithItsLastLabel)
{
    const auto input = story({event("voyage-service", "a", 0ms), event("payment-service", "payment.failed", 2000ms)});
    const TimelineScale scale = fittingScale(input, 1000, kSevenPerLetter);
    EXPECT_GT(scale.xOf(0s), TimelineGeometry::kLaneNameWidth);
    EXPECT_LT(scale.xOf(2s) + kSevenPerLetter(QStringLiteral("payment.failed")), 1000);
}

TEST(TimelineTicks, AreRoundAndFarEnoughApart)
{
    const auto marks = ticks(kScale, 150, 1000, 90);
    ASSERT_GE(marks.size(), 2U);
    EXPECT_EQ(marks[0].sinceStart, base::Duration(0s));
    EXPECT_EQ(marks[1].sinceStart, base::Duration(1s));
    EXPECT_DOUBLE_EQ(marks[1].x - marks[0].x, 100);
}

} // namespace
} // namespace sagascope::ui
