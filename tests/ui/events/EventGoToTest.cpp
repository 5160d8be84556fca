// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTexts.h"
#include "ui/events/EventsRoom.h"
#include "ui/events/GoToDialog.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

class EventGoToTest : public testing::Test
{
protected:
    void SetUp() override
    {
        QGuiApplication::clipboard()->clear();
        records = writer.confirmedBooking(1, 0);
        room.resize(1200, 700);
        room.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
    }

    bool selects(std::uint32_t event)
    {
        return QTest::qWaitFor([&] { return traffic.state.selectedEvent() == base::EventIndex(event); }, 30'000) &&
               QTest::qWaitFor([&] { return room.isSettled(); }, 30'000);
    }

    bool tells()
    {
        return QTest::qWaitFor([&] { return bar()->isVisible(); }, 30'000);
    }

    MessageBar* bar() const { return room.findChild<MessageBar*>(); }
    QString said() const { return bar()->accessibleName(); }
    QString linkTo(std::uint32_t event) const { return linkText(traffic.state.snapshot()->events, base::EventIndex(event)); }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    std::vector<test::Record> records;
    EventsRoom room{traffic.state};
};

TEST_F(EventGoToTest, SelectsWhatALinkCoordinatesAnIdOrATimeName)
{
    traffic.feed(records);
    room.goTo(linkTo(2));
    EXPECT_TRUE(selects(2));
    room.goTo(coordinatesText(traffic.state.snapshot()->events, base::EventIndex(1)));
    EXPECT_TRUE(selects(1));
    room.goTo(QString::fromStdString(test::uuid(14)));
    EXPECT_TRUE(selects(3));
    room.goTo(QStringLiteral("2026-11-23T10:00:01.050Z"));
    EXPECT_TRUE(selects(4));
    EXPECT_EQ(room.findChild<EventTable*>()->currentIndex().row(), 4);
    EXPECT_FALSE(bar()->isVisible());
}

TEST_F(EventGoToTest, WaitsForWhatIsNotReadYet)
{
    test::TrafficSession elsewhere;
    elsewhere.feed(records);
    const QString link = linkText(elsewhere.state.snapshot()->events, base::EventIndex(3));
    traffic.feed({records[0]});
    room.goTo(link);
    ASSERT_TRUE(tells());
    EXPECT_TRUE(said().contains(QStringLiteral("has not been read yet"))) << said().toStdString();
    traffic.feed({records.begin() + 1, records.end()});
    traffic.finish();
    EXPECT_TRUE(selects(3));
    EXPECT_FALSE(bar()->isVisible());
}

TEST_F(EventGoToTest, NobodyIsTakenAwayOnceTheMessageWasClosed)
{
    traffic.feed({records[0]});
    room.goTo(QStringLiteral("dreamscape.payment.initiated[1]@0"));
    ASSERT_TRUE(tells());
    bar()->findChild<QPushButton*>()->click();
    traffic.feed({records.begin() + 1, records.end()});
    traffic.finish();
    ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
    EXPECT_NE(traffic.state.selectedEvent(), base::EventIndex(1));
}

TEST_F(EventGoToTest, SaysThatSomethingIsNotThere)
{
    traffic.feed(records);
    traffic.finish();
    room.goTo(QStringLiteral("dreamscape.payment.initiated[7]@0"));
    ASSERT_TRUE(tells());
    EXPECT_TRUE(said().contains(QStringLiteral("dreamscape.payment.initiated[7]@0 is not among what was read"))) << said().toStdString();
    room.goTo(QStringLiteral("BK-404"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return said().contains(QStringLiteral("“BK-404”")); }, 30'000));
    room.goTo(QStringLiteral("sagascope://event/dreamscape.pay"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return said().contains(QStringLiteral("no whole link")); }, 30'000));
}

TEST_F(EventGoToTest, TellsWhenTheFilterHidesWhatItSelected)
{
    traffic.feed(records);
    traffic.state.setSearchText(QStringLiteral("type:payment"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
    room.goTo(linkTo(0));
    EXPECT_TRUE(selects(0));
    ASSERT_TRUE(tells());
    bar()->findChild<QPushButton*>()->click();
    EXPECT_TRUE(traffic.state.searchText().isEmpty());
}

TEST_F(EventGoToTest, TimesCountAmongWhatTheFilterShows)
{
    traffic.feed(records);
    traffic.state.setSearchText(QStringLiteral("type:notification"));
    room.goTo(QStringLiteral("2026-11-23T10:00:00Z"));
    EXPECT_TRUE(selects(4));
}

TEST_F(EventGoToTest, TheDialogSaysWhatItTakesTheTextFor)
{
    QGuiApplication::clipboard()->setText(QStringLiteral("sagascope://event/dreamscape.payment.failed/1/88214"));
    GoToDialog dialog;
    EXPECT_EQ(dialog.text(), QStringLiteral("sagascope://event/dreamscape.payment.failed/1/88214"));
    const auto* taken = dialog.findChild<QLabel*>(QStringLiteral("muted"));
    const auto* go = dialog.findChild<QPushButton*>(QStringLiteral("primary"));
    EXPECT_TRUE(taken->text().contains(QStringLiteral("88,214"))) << taken->text().toStdString();
    dialog.setText(QStringLiteral("sagascope://event/dreamscape.pay"));
    EXPECT_TRUE(taken->text().contains(QStringLiteral("cut off")));
    EXPECT_FALSE(go->isEnabled());
    dialog.setText(QStringLiteral("10:24"));
    EXPECT_TRUE(go->isEnabled());
}

TEST_F(EventGoToTest, CopiedLinksOfSeveralRowsStandOneALine)
{
    traffic.feed(records);
    auto* table = room.findChild<EventTable*>();
    table->selectAll();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList links = QGuiApplication::clipboard()->text().split(u'\n');
    ASSERT_EQ(links.size(), 5);
    EXPECT_EQ(links[3], linkTo(3));
}

} // namespace
} // namespace sagascope::ui
