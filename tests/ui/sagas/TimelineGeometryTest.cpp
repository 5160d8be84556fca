// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineGeometry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/sagas/TimelineStage.h"
#include "ui/sagas/TimelineBrush.h"
#include "ui/sagas/TimelineText.h"

namespace sagascope::ui::stage {
namespace {

TEST(TimelineGeometry, PutsEventsAtTheirTimeInTheirLane)
{
    Staged staged;
    staged.add(kVoyage, "booking.created", 0ms);
    staged.add(kPayment, "payment.failed", 1500ms);
    const auto geometry = laidOut(*staged.timeline());
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
    Staged staged;
    staged.add(kVoyage, "booking.created", 0ms);
    staged.add(kVoyage, "booking.confirmed", 500ms);
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.marks.size(), 2U);
    EXPECT_GT(geometry.marks[1].centre.y(), geometry.marks[0].centre.y());
    EXPECT_FALSE(geometry.marks[0].labelRect.intersects(geometry.marks[1].labelRect));
}

TEST(TimelineGeometry, GivesAnotherRowToANameThatTheBadgeOfAWrongClockWouldTouch)
{
    const auto rowsApart = [](base::Duration wrongBy) {
        Staged staged;
        staged.add(kVoyage, "a", 0ms).beforeCause = wrongBy;
        staged.add(kVoyage, "b", 400ms);
        const auto geometry = layOut(*makeTimeline(std::make_shared<TimelineInput>(staged.input()), TimelineOrder::Recorded),
                                     {kScale, QSizeF(1000, 400), {}, {}}, kSevenPerLetter);
        return geometry.marks[1].centre.y() - geometry.marks[0].centre.y();
    };
    EXPECT_EQ(rowsApart(0ms), 0);
    EXPECT_GT(rowsApart(40ms), 0);
}

TEST(TimelineGeometry, NeverLetsLabelsTouchHoweverDenseTheLane)
{
    Staged staged;
    for (int i = 0; i < 60; ++i)
        staged.add(kVoyage, "booking.updated", std::chrono::milliseconds(i * 37));
    const auto geometry = laidOut(*staged.timeline());
    std::size_t members = 0;
    for (std::size_t i = 0; i < geometry.marks.size(); ++i) {
        members += geometry.marks[i].events.size();
        for (std::size_t j = i + 1; j < geometry.marks.size(); ++j)
            if (!geometry.marks[i].labelRect.isEmpty() && !geometry.marks[j].labelRect.isEmpty()) {
                EXPECT_FALSE(geometry.marks[i].labelRect.intersects(geometry.marks[j].labelRect)) << i << ' ' << j;
            }
    }
    EXPECT_EQ(members, 60U) << "every event is on some mark";
}

class Repeats : public testing::Test
{
protected:
    void again(base::Duration at)
    {
        TimelineEvent& event = staged.add(kPayment, "payment.completed", at);
        event.repeat = identity::Repeat::Redelivery;
        event.repeatOf = 0;
    }
    void SetUp() override { staged.add(kPayment, "payment.completed", 0ms); }
    Staged staged;
};

TEST_F(Repeats, LieOnTheirOriginalWhenTheyAreNear)
{
    again(100ms);
    again(150ms);
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.marks.size(), 1U);
    EXPECT_THAT(geometry.marks[0].events, testing::ElementsAre(0, 1, 2));
    EXPECT_EQ(geometry.markOf(1), 0);
}

TEST_F(Repeats, StandBesideTheirOriginalOnceTheStackIsOpen)
{
    again(100ms);
    again(150ms);
    const auto geometry = laidOut(*staged.timeline(), kScale, {0});
    ASSERT_EQ(geometry.marks.size(), 3U);
    EXPECT_TRUE(geometry.marks[0].isExpanded);
    EXPECT_DOUBLE_EQ(geometry.marks[2].centre.x(), 189) << "at their own time";
}

TEST_F(Repeats, ThatComeLateStandAtTheirOwnTime)
{
    again(3000ms);
    EXPECT_EQ(laidOut(*staged.timeline()).marks.size(), 2U);
}

TEST(TimelineGeometry, ShowsInTheStepsLaneHowLongItTook)
{
    Staged staged;
    staged.add(kVoyage, "created", 0ms);
    staged.add(kPayment, "failed", 2500ms);
    staged.link(0, 1).link(0, 1, TimelineLink::Wait);
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.curves.size(), 1U);
    EXPECT_LT(geometry.curves[0].from.y(), geometry.curves[0].to.y());
    ASSERT_EQ(geometry.waits.size(), 1U);
    EXPECT_EQ(geometry.waits[0].duration, base::Duration(2500ms));
    EXPECT_DOUBLE_EQ(geometry.waits[0].rect.left(), 174);
    EXPECT_TRUE(geometry.lanes[1].rect.contains(geometry.waits[0].rect));
    EXPECT_FALSE(geometry.waits[0].labelRect.isEmpty()) << "there is room for the duration";
    EXPECT_FALSE(geometry.waits[0].labelRect.intersects(geometry.marks[1].labelRect));
}

TEST(TimelineGeometry, LeavesTheDurationOutWhereThereIsNoRoom)
{
    Staged staged;
    staged.add(kVoyage, "created", 0ms);
    staged.add(kPayment, "failed", 250ms);
    staged.link(0, 1, TimelineLink::Wait);
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.waits.size(), 1U);
    EXPECT_TRUE(geometry.waits[0].labelRect.isEmpty());
}

TEST(TimelineGeometry, LeadsACompensationBackToWhatItUndoes)
{
    Staged staged;
    staged.add(kVoyage, "created", 0ms);
    staged.add(kPayment, "failed", 1000ms);
    staged.add(kVoyage, "cancelled", 4000ms);
    staged.link(1, 2).link(2, 0, TimelineLink::Undoes);
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.curves.size(), 2U);
    const auto undoes = std::find_if(geometry.curves.begin(), geometry.curves.end(), [](const auto& c) { return c.edge == 1; });
    ASSERT_NE(undoes, geometry.curves.end());
    EXPECT_GT(undoes->from.x(), undoes->to.x());
    EXPECT_FALSE(undoes->labelRect.isEmpty());
    for (const TimelineMark& mark : geometry.marks)
        EXPECT_FALSE(mark.labelRect.intersects(undoes->labelRect));
}

TEST(TimelineGeometry, PutsGhostsOfMissingStepsBehindTheEnd)
{
    Staged staged;
    staged.add(kVoyage, "booking.created", 2000ms);
    staged.ghost(kPayment, "payment.completed");
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.ghosts.size(), 1U);
    EXPECT_GT(geometry.ghosts[0].centre.x(), geometry.marks[0].centre.x());
    EXPECT_TRUE(geometry.lanes[1].rect.contains(geometry.ghosts[0].centre));
}

TEST(TimelineGeometry, LetsARunningSagaWaitUntilNowInTheLaneOfTheAwaitedStep)
{
    Staged staged;
    staged.add(kVoyage, "booking.created", 0ms);
    staged.ghost(kPayment, "payment.completed").since = kStart;
    staged.input().waitingUntil = kStart + 3s;
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.ghosts.size(), 1U);
    EXPECT_DOUBLE_EQ(geometry.ghosts[0].wait.left(), 174);
    EXPECT_NEAR(geometry.ghosts[0].centre.x(), 474, 10);
    EXPECT_TRUE(geometry.lanes[1].rect.contains(geometry.ghosts[0].wait));
    EXPECT_EQ(geometry.ghostAt(geometry.ghosts[0].wait.center()), 0);
}

TEST(TimelineGeometry, KeepsTheAwaitedStepOnScreenHoweverLongTheWait)
{
    Staged staged;
    staged.add(kVoyage, "booking.created", 0ms);
    staged.ghost(kPayment, "payment.completed").since = kStart;
    staged.input().waitingUntil = kStart + 3h;
    const auto geometry = laidOut(*staged.timeline());
    EXPECT_LT(geometry.ghosts[0].labelRect.right(), 1000);
}

TEST(TimelineGeometry, SaysWhichEventAMissingCompensationLeavesInForce)
{
    Staged staged;
    staged.add(kVoyage, "booking.created", 0ms);
    staged.ghost(kVoyage, "booking.cancelled").undoes = 0;
    const auto geometry = laidOut(*staged.timeline());
    EXPECT_EQ(geometry.ghosts[0].undoes, geometry.marks[0].centre);
}

TEST(TimelineGeometry, FoldsLanesWhenThereAreManyUntilSomebodyOpensOne)
{
    Staged staged;
    for (int i = 2; i < 14; ++i)
        staged.input().lanes.push_back({QStringLiteral("service-%1").arg(i), QStringLiteral("other")});
    for (int lane = 0; lane < 14; ++lane)
        staged.add(lane, "happened", std::chrono::milliseconds(100 * lane));
    const auto folded = laidOut(*staged.timeline());
    EXPECT_TRUE(folded.lanes[3].isCompact);
    EXPECT_TRUE(folded.marks[3].labelRect.isEmpty());
    const auto opened = laidOut(*staged.timeline(), kScale, {}, {3});
    EXPECT_FALSE(opened.lanes[3].isCompact);
    EXPECT_FALSE(opened.marks[3].labelRect.isEmpty());
    EXPECT_TRUE(opened.lanes[4].isCompact);
}

TEST(TimelineGeometry, FindsWhatIsUnderThePointer)
{
    Staged staged;
    staged.add(kVoyage, "a", 0ms);
    staged.add(kPayment, "b", 1000ms);
    staged.link(0, 1);
    const auto geometry = laidOut(*staged.timeline());
    EXPECT_EQ(geometry.markAt(geometry.marks[1].centre + QPointF(3, 3)), 1);
    EXPECT_EQ(geometry.markAt(geometry.marks[0].labelRect.center()), 0);
    EXPECT_EQ(geometry.markAt(QPointF(900, 390)), -1);
    EXPECT_EQ(geometry.curveAt((geometry.marks[0].centre + geometry.marks[1].centre) / 2), 0);
    EXPECT_EQ(geometry.curveAt(QPointF(900, 390)), -1);
    EXPECT_EQ(geometry.laneAt(geometry.marks[1].centre.y()), 1);
}

TEST(TimelineGeometry, NeedsNoEvents)
{
    const auto geometry = laidOut(*makeTimeline(std::make_shared<const TimelineInput>(), TimelineOrder::Recorded));
    EXPECT_TRUE(geometry.marks.empty());
    EXPECT_EQ(geometry.markAt(QPointF(1, 1)), -1);
}

TEST(LongTimeline, CountsInBarsWhereMarksWouldOverlap)
{
    const TimelinePtr timeline = longTimeline(100'000);
    const auto geometry = laidOut(*timeline, fittingScale(*timeline, 1000, kSevenPerLetter));
    EXPECT_TRUE(geometry.marks.empty());
    EXPECT_TRUE(geometry.lanes[0].isDense);
    int events = 0;
    for (const TimelineBar& bar : geometry.bars)
        events += bar.count;
    EXPECT_EQ(events, 100'000) << "no event is lost in the bars";
    EXPECT_LT(geometry.bars.size(), 2U * 1000 / 4);
    EXPECT_LE(geometry.curves.size(), std::size_t(TimelineGeometry::kMaxCurves));
}

TEST(LongTimeline, LaysOutOnlyWhatIsOnScreen)
{
    const TimelinePtr timeline = longTimeline(100'000);
    const TimelineScale scale = TimelineScale::showing(500, 501, TimelineGeometry::kLaneNameWidth, 1000);
    const auto geometry = laidOut(*timeline, scale);
    EXPECT_FALSE(geometry.lanes[0].isDense);
    EXPECT_GT(geometry.marks.size(), 50U);
    EXPECT_LT(geometry.marks.size(), 600U);
    EXPECT_LT(geometry.curves.size(), 400U);
    const int middle = geometry.markOf(50'050);
    ASSERT_GE(middle, 0);
    EXPECT_DOUBLE_EQ(geometry.marks[std::size_t(middle)].centre.x(), scale.xOf(500.5));
}

TEST(LongTimeline, DrawsAnEdgeThatBeganLongBeforeTheScreen)
{
    Staged staged;
    for (int i = 0; i < 2'000; ++i)
        staged.add(kVoyage, "booking.updated", std::chrono::milliseconds(10 * i));
    staged.add(kPayment, "payment.failed", 30s);
    staged.link(0, 2'000);
    const TimelineScale scale = TimelineScale::showing(9, 10, TimelineGeometry::kLaneNameWidth, 1000);
    EXPECT_EQ(laidOut(*staged.timeline(), scale).curves.size(), 1U);
}

TEST(LongTimeline, TellsFailuresInsideOfABar)
{
    Staged staged;
    for (int i = 0; i < 1'000; ++i)
        staged.add(kVoyage, "payment.failed", std::chrono::microseconds(i)).isFailure = i == 500;
    const auto geometry = laidOut(*staged.timeline());
    ASSERT_EQ(geometry.bars.size(), 1U);
    EXPECT_EQ(geometry.bars[0].count, 1'000);
    EXPECT_EQ(geometry.bars[0].failures, 1);
}

TEST(LongTimeline, IsCountedInTheColumnsOfTheOverview)
{
    const TimelinePtr timeline = longTimeline(100'000);
    const std::vector<int> counts = columnCounts(timeline->sorted, timeline->end, 400);
    ASSERT_EQ(counts.size(), 400U);
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0), 100'000);
    EXPECT_NEAR(counts[200], 250, 1);
    EXPECT_THAT(columnCounts({}, 0, 3), testing::ElementsAre(0, 0, 0));
}

/// The payment answers 40 ms before it is asked: its clock is behind.
Staged skewed()
{
    Staged staged;
    staged.add(kVoyage, "booking.created", 1000ms);
    staged.add(kPayment, "payment.initiated", 960ms);
    staged.add(kPayment, "payment.completed", 1200ms);
    staged.link(0, 1).link(1, 2);
    return staged;
}

TEST(CausalOrder, IsOffUntilAskedForAndThenSaysHowFarItMoved)
{
    const Staged staged = skewed();
    const auto recorded = staged.timeline();
    EXPECT_EQ(recorded->input->events[1].beforeCause, base::Duration(40ms));
    EXPECT_DOUBLE_EQ(recorded->seconds[1], 0.96);

    const auto causal = staged.timeline(TimelineOrder::Causal);
    EXPECT_DOUBLE_EQ(causal->seconds[1], 1.0);
    EXPECT_EQ(causal->input->events[1].causalShift, base::Duration(40ms));
    EXPECT_DOUBLE_EQ(causal->seconds[2], 1.2) << "it comes after its cause as it is";
    const auto geometry = laidOut(*causal);
    const TimelineMark& moved = geometry.marks[std::size_t(geometry.markOf(1))];
    EXPECT_DOUBLE_EQ(moved.centre.x() - moved.recordedX, 4) << "the place that its own clock gives stays known";
}

TEST(CausalOrder, EstimatesTheSkewBetweenTwoServices)
{
    Staged staged = skewed();
    ASSERT_EQ(staged.timeline()->input->skews.size(), 1U);
    EXPECT_EQ(staged.timeline()->input->skews[0].atLeast, base::Duration(40ms));
    EXPECT_FALSE(staged.timeline()->input->skews[0].estimate) << "one direction says only: at least";

    staged.add(kVoyage, "booking.confirmed", 1300ms);
    staged.link(2, 3); // 100 ms back
    EXPECT_EQ(staged.timeline()->input->skews[0].estimate, base::Duration(70ms));
}

TEST(CausalOrder, IsNotHeldUpByACycle)
{
    Staged staged;
    staged.add(kVoyage, "a", 0ms);
    staged.add(kPayment, "b", 10ms);
    staged.link(0, 1).link(1, 0);
    EXPECT_DOUBLE_EQ(staged.timeline(TimelineOrder::Causal)->seconds[0], 0);
}

TEST(TimelineScale, KeepsTheMomentUnderThePointerWhenZooming)
{
    const TimelineScale zoomed = kScale.zoomedAt(374, 4);
    EXPECT_DOUBLE_EQ(zoomed.xOf(2), 374);
    EXPECT_DOUBLE_EQ(zoomed.pixelsPerSecond, 400);
}

TEST(TimelineScale, FitsTheWholeSagaWithItsLastLabel)
{
    Staged staged;
    staged.add(kVoyage, "a", 0ms);
    staged.add(kPayment, "payment.failed", 2000ms);
    const TimelineScale scale = fittingScale(*staged.timeline(), 1000, kSevenPerLetter);
    EXPECT_GT(scale.xOf(0), TimelineGeometry::kLaneNameWidth);
    EXPECT_LT(scale.xOf(2) + kSevenPerLetter(QStringLiteral("payment.failed")), 1000);
}

TEST(TimelineScale, NeverLosesSightOfTheSaga)
{
    const TimelinePtr timeline = longTimeline(1'000);
    for (const TimelineScale lost : {TimelineScale{100, 1e7}, TimelineScale{100, -1e7}, TimelineScale{1e-5, 500}}) {
        const TimelineScale scale = kept(lost, *timeline, 1000);
        EXPECT_LT(scale.xOf(0), 1000);
        EXPECT_GT(scale.xOf(timeline->end), TimelineGeometry::kLaneNameWidth);
        EXPECT_GT(scale.xOf(timeline->end) - scale.xOf(0), 90);
    }
}

TEST(TimelineTicks, HaveOneUnitOnOneAxis)
{
    EXPECT_EQ(TimelineText::tick(5000ms, 5000ms), QStringLiteral("+5000 ms"));
    EXPECT_EQ(TimelineText::tick(5000ms, 10s), QStringLiteral("+5 s"));
    EXPECT_EQ(TimelineText::tick(0ms, 10s), QStringLiteral("+0 s"));
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
} // namespace sagascope::ui::stage
