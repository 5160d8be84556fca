// SPDX-License-Identifier: GPL-3.0-or-later
// The window's clock: what the rooms see while it stands at an earlier moment, and how it is moved.
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/support/TwoBookings.h"
#include "ui/state/Playback.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {
namespace {

using test::after;
using test::kPatienceMs;

struct ClockTest : test::TwoBookings
{
    Playback playback{state};

    base::SagaId sagaAt(std::uint32_t event) const { return state.snapshot()->sagas.sagaOf(base::EventIndex(event)); }
};

TEST_F(ClockTest, ShowsEverythingAsOfAMomentAndGoesBackToLive)
{
    QSignalSpy shown(&state, &ViewState::snapshotChanged);
    state.setAsOf(after(1'000));
    EXPECT_EQ(state.asOf(), after(1'000));
    EXPECT_TRUE(state.isTravelling());
    EXPECT_FALSE(state.snapshot()->asOf) << "live until the moment is reached";
    ASSERT_TRUE(arrivesAt(after(1'000)));
    EXPECT_EQ(state.snapshot()->counts.events, 4U);
    EXPECT_EQ(state.snapshot()->counts.later, 5U);
    EXPECT_EQ(state.snapshot()->counts.sagas, 1U);
    EXPECT_EQ(state.live()->counts.sagas, 2U);
    EXPECT_EQ(shown.count(), 1);

    state.setAsOf({});
    EXPECT_EQ(state.snapshot(), state.live());
    EXPECT_FALSE(state.asOf());
    EXPECT_EQ(shown.count(), 2);
}

TEST_F(ClockTest, StandsStillWhileMoreIsRead)
{
    state.setAsOf(after(5'500));
    ASSERT_TRUE(arrives());
    QSignalSpy read(&state, &ViewState::liveChanged);
    traffic.feed(writer.confirmedBooking(3, 5'100)); // 5,100 and 5,220 are before that moment: they come late
    EXPECT_EQ(read.count(), 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return state.snapshot()->counts.records == 14; }, kPatienceMs));
    EXPECT_EQ(state.asOf(), after(5'500));
    EXPECT_EQ(state.snapshot()->counts.events, 5U + 2U + 2U);
    EXPECT_EQ(state.snapshot()->counts.sagas, 3U);
}

TEST_F(ClockTest, KeepsTheSelectionByItsEventsThoughSagasAreNumberedAnew)
{
    state.selectEvent(base::EventIndex(6)); // payment.initiated of booking 2
    state.setAsOf(after(5'500));
    ASSERT_TRUE(arrives());
    EXPECT_EQ(state.selectedSaga(), sagaAt(5));
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(6));

    state.setAsOf(after(5'050));
    ASSERT_TRUE(arrives());
    EXPECT_EQ(state.selectedSaga(), sagaAt(5));
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(5)) << "the selected event had not happened: the latest of its saga";

    state.setAsOf(after(2'000));
    ASSERT_TRUE(arrives());
    EXPECT_FALSE(state.selectedSaga().isValid()) << "it had not begun";
    EXPECT_FALSE(state.selectedEvent().isValid());
    state.proposeSaga(sagaAt(0));
    EXPECT_FALSE(state.selectedSaga().isValid()) << "nothing is proposed in place of what was chosen";

    QSignalSpy selected(&state, &ViewState::selectionChanged);
    state.setAsOf({});
    EXPECT_EQ(state.selectedSaga(), sagaAt(5));
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(6));
    EXPECT_EQ(selected.count(), 1);
}

TEST_F(ClockTest, GoesAlongWithAnEventThatIsLater)
{
    state.setAsOf(after(0));
    ASSERT_TRUE(arrives());
    state.selectEvent(base::EventIndex(7));
    ASSERT_TRUE(arrivesAt(after(5'900)));
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(7));
    EXPECT_EQ(state.selectedSaga(), sagaAt(7));
}

TEST_F(ClockTest, IsForgottenWithItsSession)
{
    playback.setPlaying(true);
    ASSERT_TRUE(playback.isPlaying());
    state.reset();
    EXPECT_FALSE(state.asOf());
    EXPECT_FALSE(playback.isPlaying());
    QTest::qWait(50); // what was under way must not come back
    EXPECT_EQ(state.snapshot()->counts.records, 0U);
}

TEST_F(ClockTest, StaysLiveWhereNothingHasATime)
{
    ViewState empty;
    empty.setAsOf(after(0));
    EXPECT_FALSE(empty.asOf());
    Playback nothing(empty);
    nothing.setPlaying(true);
    EXPECT_FALSE(nothing.isPlaying());
}

TEST_F(ClockTest, StepsThroughTheChosenSagaAndThroughAll)
{
    using Among = Playback::Among;
    state.selectSaga(sagaAt(5));
    playback.goToStart();
    ASSERT_TRUE(arrivesAt(after(5'000)));
    playback.step(1, Among::Saga);
    ASSERT_TRUE(arrivesAt(after(5'120)));
    playback.step(-2, Among::Everything);
    ASSERT_TRUE(arrivesAt(after(1'100)));
    playback.step(-1, Among::Everything);
    ASSERT_TRUE(arrivesAt(after(1'000)));
    playback.step(1, Among::Saga);
    ASSERT_TRUE(arrivesAt(after(5'000)));
    playback.goToEnd();
    EXPECT_TRUE(arrivesAt(after(6'060)));
}

TEST_F(ClockTest, LosesNoStepThatIsAskedForWhileItTravels)
{
    state.setAsOf(after(0));
    for (int i = 0; i < 3; ++i)
        playback.step(1, Playback::Among::Everything);
    EXPECT_TRUE(arrivesAt(after(1'000)));
}

TEST_F(ClockTest, PlaysFromTheFirstEventToTheLastAndStops)
{
    traffic.finish();
    playback.setSpeed(100);
    playback.setPlaying(true);
    EXPECT_EQ(state.asOf(), after(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !playback.isPlaying(); }, kPatienceMs));
    EXPECT_GE(state.snapshot()->asOf, after(6'060));
    EXPECT_EQ(state.snapshot()->counts.later, 0U);
    EXPECT_TRUE(state.asOf()) << "nothing more will come: it stays at the end";
}

TEST_F(ClockTest, PlaysFromTheWindowAndBackToLiveWhereReadingGoesOn)
{
    state.setTimeWindow(TimeWindow{after(5'000), after(6'000)});
    playback.setSpeed(50);
    playback.setPlaying(true);
    EXPECT_EQ(state.asOf(), after(5'000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !state.asOf(); }, kPatienceMs));
    EXPECT_FALSE(playback.isPlaying());
}

TEST_F(ClockTest, SkipsPauses)
{
    traffic.feed(writer.confirmedBooking(3, 24 * 3'600'000));
    state.setAsOf(after(6'060));
    ASSERT_TRUE(arrives());
    playback.setSkipsPauses(true);
    playback.setPlaying(true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return state.snapshot()->counts.later < 5; }, kPatienceMs)) << "a day later";
}

TEST_F(ClockTest, PausesWhereSomebodySteps)
{
    playback.setPlaying(true);
    playback.step(1, Playback::Among::Everything);
    EXPECT_FALSE(playback.isPlaying());
    EXPECT_TRUE(arrivesAt(after(120)));
}

} // namespace
} // namespace sagascope::ui
