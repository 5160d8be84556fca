// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/events/EventRowDelegate.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventsRoom.h"
#include "ui/metrics/ChartPanel.h"
#include "ui/metrics/MetricsRoom.h"
#include "ui/theme/Theme.h"
#include "ui/topology/GraphCanvas.h"
#include "ui/topology/TopologyRoom.h"

namespace sagascope::ui {
namespace {

using test::Record;

class RoomsSmokeTest : public testing::Test
{
protected:
    template <typename R> void open(R& room)
    {
        room.resize(1280, 800);
        room.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
        settle(room);
    }

    static void settle(const Room& room)
    {
        ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
        QCoreApplication::processEvents();
    }

    std::vector<Record> bookings(int count, int first = 1)
    {
        std::vector<Record> records;
        for (int number = first; number < first + count; ++number)
            for (Record& record : number % 3 ? writer.confirmedBooking(number, number * 500)
                                             : writer.cancelledBooking(number, number * 500))
                records.push_back(std::move(record));
        return records;
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
};

TEST_F(RoomsSmokeTest, EveryRoomOpensEmptyAndFillsLive)
{
    EventsRoom events(traffic.state);
    TopologyRoom topology(traffic.state);
    MetricsRoom metrics(traffic.state);
    for (Room* room : std::initializer_list<Room*>{&events, &topology, &metrics}) {
        open(*room);
        EXPECT_FALSE(room->grab().isNull());
        EXPECT_FALSE(room->name().isEmpty());
        EXPECT_FALSE(room->title().isEmpty());
    }
    traffic.feed(bookings(20));
    traffic.state.selectEvent(base::EventIndex(3));
    for (Room* room : std::initializer_list<Room*>{&events, &topology, &metrics}) {
        settle(*room);
        EXPECT_FALSE(room->grab().isNull());
    }
    traffic.state.reset();
    QCoreApplication::processEvents();
}

TEST_F(RoomsSmokeTest, TheTableFollowsItsTailUntilSomebodyScrollsUp)
{
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(bookings(40));
    EXPECT_TRUE(table->isFollowing());
    EXPECT_EQ(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());

    table->verticalScrollBar()->setValue(3);
    EXPECT_FALSE(table->isFollowing());
    traffic.feed(bookings(10, 100));
    EXPECT_EQ(table->verticalScrollBar()->value(), 3);
    EXPECT_GT(table->missedCount(), 0);

    QTest::keyClick(table, Qt::Key_End);
    EXPECT_TRUE(table->isFollowing());
    EXPECT_EQ(table->missedCount(), 0);
    EXPECT_EQ(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
}

TEST_F(RoomsSmokeTest, TheTableSaysUpToWhenItIsCompleteAndHowManyCameLate)
{
    traffic.state.setUtc(true);
    EventsRoom room(traffic.state);
    open(room);
    const auto says = [&](const QString& text) {
        for (const auto* label : room.findChildren<QLabel*>())
            if (label->text().contains(text))
                return true;
        const auto buttons = room.findChildren<QToolButton*>();
        return std::any_of(buttons.begin(), buttons.end(), [&](const QToolButton* button) { return button->isVisible() && button->text() == text; });
    };
    traffic.feed(writer.confirmedBooking(1, 60'000));
    settle(room);
    EXPECT_TRUE(says(QStringLiteral("complete up to 10:01:01.100")));
    EXPECT_FALSE(says(QStringLiteral("came late")));
    traffic.feed({writer.event("voyage.booking.created", "voyage-service", 2, 59'000, 21, 0)});
    settle(room);
    EXPECT_TRUE(says(QStringLiteral("complete up to 10:00:59.000"))) << "two seconds late, so as much may be missing again";
    EXPECT_TRUE(says(QStringLiteral("1 came late")));
    traffic.finish();
    settle(room);
    EXPECT_TRUE(says(QStringLiteral("complete up to 10:01:01.100"))) << "nothing will come any more";
}

TEST_F(RoomsSmokeTest, TheSelectedRowIsTheOneThatTheDetailsTellOf)
{
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(bookings(40));
    const auto selected = [&] {
        QList<int> rows;
        for (const QModelIndex& index : table->selectionModel()->selectedRows())
            rows << index.row();
        return rows;
    };
    table->selectRow(20);
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    EXPECT_EQ(selected(), QList{0});
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(0));
    QTest::keyClick(table, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(selected(), QList{1});
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(selected(), (QList{1, 2})) << "more than one on purpose";
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_EQ(selected(), QList{3});
}

TEST_F(RoomsSmokeTest, WhatIsGoneToStandsAmidItsNeighbours)
{
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(bookings(60));
    table->verticalScrollBar()->setValue(0);
    traffic.state.selectEvent(base::EventIndex(150)); // the details open, too, and take room from the rows
    const auto place = [&] { return double(table->visualRect(table->currentIndex()).center().y()) / table->viewport()->height(); };
    const auto isAmid = [&] { return QTest::qWaitFor([&] { return place() > 0.25 && place() < 0.75; }, 10'000); };
    EXPECT_TRUE(isAmid()) << place();
    traffic.state.selectEvent(base::EventIndex(60)); // now they are open
    EXPECT_TRUE(isAmid()) << place();
}

TEST_F(RoomsSmokeTest, TheRowUnderThePointerIsLitWhole)
{
    Theme::current().apply(*qApp, ThemeKind::Dark);
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(bookings(4));
    settle(room);
    const QRect first = table->visualRect(table->model()->index(0, 0));
    const auto colours = [&] { // of three cells, beside their texts
        const QImage picture = table->viewport()->grab().toImage();
        std::vector<QRgb> found;
        for (const int column : {EventTableModel::Time, EventTableModel::Topic, EventTableModel::Type})
            found.push_back(picture.pixel(table->columnViewportPosition(column) + 2, first.top() + 2));
        return found;
    };
    const auto before = colours();
    QHoverEvent move(QEvent::HoverMove, QPointF(first.center()), QPointF(first.center()), QPointF(0, 0));
    QCoreApplication::sendEvent(table->viewport(), &move);
    const auto after = colours();
    EXPECT_NE(after.front(), before.front());
    EXPECT_EQ(after, std::vector(3, after.front()));
}

TEST_F(RoomsSmokeTest, TheFirstTitleStandsAboveItsValuesAlsoWhereDigitsComeBefore)
{
    Theme::current().apply(*qApp, ThemeKind::Dark); // titles are at the left there
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    const auto firstInk = [&] {
        const QImage picture = table->horizontalHeader()->grab().toImage();
        const int middle = picture.height() / 2;
        for (int x = 3; x < picture.width(); ++x)
            for (int y = middle - 4; y < middle + 4; ++y)
                if (picture.pixel(x, y) != picture.pixel(2, y))
                    return x;
        return -1;
    };
    const int before = firstInk();
    table->setHasDigits(true);
    EXPECT_EQ(firstInk() - before, table->findChild<EventRowDelegate*>()->roomForDigits());
}

TEST_F(RoomsSmokeTest, SelectionTravelsBothWays)
{
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(bookings(10));
    table->selectRow(7);
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(7));
    EXPECT_FALSE(table->isFollowing()) << "the selected row stays in view";
    traffic.state.selectEvent(base::EventIndex(2));
    EXPECT_EQ(table->currentIndex().row(), 2);
}

TEST_F(RoomsSmokeTest, AProposedSagaDoesNotStopTheLiveTable)
{
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(bookings(40));
    traffic.state.proposeSaga(traffic.state.snapshot()->sagas.sagaOf(base::EventIndex(0)));
    EXPECT_TRUE(traffic.state.selectedSaga().isValid());
    EXPECT_TRUE(table->isFollowing());
    traffic.state.selectEvent(traffic.state.selectedEvent());
    EXPECT_FALSE(table->isFollowing()) << "confirmed, it is brought into view";
}

TEST_F(RoomsSmokeTest, TheSearchFieldFiltersTheTable)
{
    EventsRoom room(traffic.state);
    open(room);
    traffic.feed(bookings(9));
    const int all = room.findChild<EventTable*>()->model()->rowCount();
    traffic.state.setSearchText(QStringLiteral("topic:dreamscape.payment.failed"));
    EXPECT_EQ(room.findChild<EventTable*>()->model()->rowCount(), 3);
    traffic.state.setSearchText({});
    EXPECT_EQ(room.findChild<EventTable*>()->model()->rowCount(), all);
}

TEST_F(RoomsSmokeTest, RowsAreCopiedInSeveralForms)
{
    EventsRoom room(traffic.state);
    open(room);
    auto* table = room.findChild<EventTable*>();
    traffic.feed(writer.confirmedBooking(3, 0));
    table->selectRow(0);
    const auto copied = [&](QKeyCombination keys) {
        for (QAction* action : table->actions())
            if (action->shortcut() == QKeySequence(keys))
                action->trigger();
        return QGuiApplication::clipboard()->text();
    };
    EXPECT_EQ(copied(Qt::CTRL | Qt::SHIFT | Qt::Key_C), QStringLiteral("dreamscape.voyage.booking.created[0]@0"));
    EXPECT_TRUE(copied(Qt::CTRL | Qt::SHIFT | Qt::Key_J).startsWith(QStringLiteral("{\"eventId\"")));
    EXPECT_TRUE(copied(Qt::CTRL | Qt::SHIFT | Qt::Key_K)
                    .contains(QStringLiteral("-t 'dreamscape.voyage.booking.created' -p 0 -o 0 -c 1")));
    EXPECT_TRUE(copied(Qt::CTRL | Qt::Key_C).contains(QStringLiteral("voyage-service\t")));
}

TEST_F(RoomsSmokeTest, AnEventChosenInTheGraphIsChosenEverywhere)
{
    TopologyRoom room(traffic.state);
    traffic.feed(bookings(6));
    traffic.state.selectEvent(base::EventIndex(0));
    room.setView(TopologyRoom::View::Saga);
    open(room);
    auto* canvas = room.findChild<GraphCanvas*>();
    ASSERT_EQ(canvas->graph().nodes.size(), 5U);
    ASSERT_TRUE(canvas->selectedNode());
    EXPECT_EQ(canvas->selectedNode()->event, base::EventIndex(0));
    QTest::keyClick(canvas, Qt::Key_Right);
    ASSERT_TRUE(canvas->selectedNode());
    EXPECT_NE(canvas->selectedNode()->event, base::EventIndex(0));
    EXPECT_EQ(traffic.state.selectedEvent(), canvas->selectedNode()->event);
    EXPECT_FALSE(canvas->accessibleDescription().isEmpty());
}

TEST_F(RoomsSmokeTest, AnEdgeOfTheMapLeadsToItsEvents)
{
    TopologyRoom room(traffic.state);
    traffic.feed(bookings(6));
    open(room);
    auto* canvas = room.findChild<GraphCanvas*>();
    ASSERT_FALSE(canvas->graph().edges.empty());
    QSignalSpy asked(&traffic.state, &ViewState::roomRequested);
    QTest::keyClick(canvas, Qt::Key_E);
    ASSERT_TRUE(canvas->selectedEdge());
    const QString topic = canvas->selectedEdge()->topics.front();
    QTest::keyClick(canvas, Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), QStringLiteral("events"));
    EXPECT_EQ(traffic.state.searchText(), QStringLiteral("topic:") + topic);
}

TEST_F(RoomsSmokeTest, ChartsAreExportedAsPictureAndAsNumbers)
{
    MetricsRoom room(traffic.state);
    traffic.feed(bookings(60));
    open(room);
    const QTemporaryDir directory;
    const auto panels = room.findChildren<ChartPanel*>();
    ASSERT_EQ(panels.size(), 4);
    EXPECT_TRUE(panels[0]->savePng(directory.filePath(QStringLiteral("chart.png"))));
    const QList<QByteArray> lines = panels[0]->csv().split('\n');
    EXPECT_TRUE(lines.front().startsWith("time,\"notification\",\"payment\",\"voyage\""));
    EXPECT_GT(lines.size(), 10);
    EXPECT_EQ(lines[1].count(','), lines[0].count(','));
}

} // namespace
} // namespace sagascope::ui
