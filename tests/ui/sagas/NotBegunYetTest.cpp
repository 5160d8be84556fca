// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

#include "tests/ui/support/TwoBookings.h"
#include "ui/sagas/NotBegunYet.h"

namespace sagascope::ui {
namespace {

using test::after;

/// The second booking is open.
struct NotBegunYetTest : test::TwoBookings
{
    NotBegunYet cover{state};

    void SetUp() override
    {
        TwoBookings::SetUp();
        state.selectEvent(base::EventIndex(6));
    }

    void goTo(int milliseconds)
    {
        state.setAsOf(after(milliseconds));
        ASSERT_TRUE(arrivesAt(after(milliseconds)));
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
    ASSERT_TRUE(arrivesAt(after(5'000)));
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
