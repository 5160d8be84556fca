// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/sagas/NotBegunYet.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000;

base::Timestamp after(int milliseconds)
{
    return test::moment("2026-11-23T10:00:00Z") + std::chrono::milliseconds(milliseconds);
}

struct NotBegunYetTest : testing::Test
{
    test::StoryWriter writer;
    test::TrafficSession traffic;
    ViewState& state = traffic.state;
    NotBegunYet cover{state};

    /// Booking 1 goes from 0 to 1,100 ms, booking 2 from 5,000 to 6,060 ms; the second one is open.
    void SetUp() override
    {
        traffic.feed(writer.confirmedBooking(1, 0));
        traffic.feed(writer.cancelledBooking(2, 5'000));
        state.selectEvent(base::EventIndex(6));
    }

    void goTo(int milliseconds)
    {
        state.setAsOf(after(milliseconds));
        ASSERT_TRUE(QTest::qWaitFor([&] { return state.snapshot()->asOf == after(milliseconds) && !state.isTravelling(); }, kPatienceMs));
    }
};

TEST_F(NotBegunYetTest, HasNothingToSayLiveOrWhileTheSagaIsThere)
{
    EXPECT_FALSE(cover.look());
    goTo(5'500);
    EXPECT_FALSE(cover.look());
}

TEST_F(NotBegunYetTest, NamesTheSagaItsBeginningAndLeadsThere)
{
    goTo(3'000);
    ASSERT_TRUE(cover.look());
    EXPECT_EQ(cover.key(), QStringLiteral("BK-2"));
    QString said;
    for (const QLabel* label : cover.findChildren<QLabel*>())
        said += label->text() + u'\n';
    EXPECT_TRUE(said.contains(QStringLiteral("BK-2 has not begun yet"))) << qPrintable(said);
    EXPECT_TRUE(said.contains(state.formatDateTime(after(5'000)))) << qPrintable(said);

    auto* button = cover.findChild<QPushButton*>();
    ASSERT_NE(button, nullptr);
    button->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return state.selectedSaga().isValid(); }, kPatienceMs));
    EXPECT_EQ(state.asOf(), after(5'000));
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(5)) << "what had happened of it by then";
    EXPECT_FALSE(cover.look());
}

TEST_F(NotBegunYetTest, KeepsQuietWhereNothingWasChosen)
{
    state.selectSaga({});
    goTo(-1'000);
    EXPECT_FALSE(cover.look());
}

} // namespace
} // namespace sagascope::ui
