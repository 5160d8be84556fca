// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventTableModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"

namespace sagascope::ui {
namespace {

using test::Record;

class EventTableModelTest : public testing::Test
{
protected:
    std::vector<Record> tenBookings()
    {
        std::vector<Record> records;
        for (int number = 1; number <= 10; ++number)
            for (Record& record : number % 2 ? writer.confirmedBooking(number, number * 1000)
                                             : writer.cancelledBooking(number, number * 1000))
                records.push_back(std::move(record));
        return records;
    }

    void feedConfirmedBookings(int count)
    {
        std::vector<Record> many;
        for (int number = 1; number <= count; ++number)
            for (Record& record : writer.confirmedBooking(number, number * 10))
                many.push_back(std::move(record));
        traffic.feed(many);
        model.advance();
    }

    static std::vector<QString> columnOf(const EventTableModel& model, EventTableModel::Column column)
    {
        std::vector<QString> texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.push_back(model.index(row, column).data().toString());
        return texts;
    }

    int rowsWith(const EventFilter& filter)
    {
        model.setFilter(filter);
        return model.rowCount();
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventTableModel model{traffic.state};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(EventTableModelTest, ShowsNothingThatIsLaterThanTheClock)
{
    traffic.feed(writer.confirmedBooking(1, 0));
    traffic.feed(writer.cancelledBooking(2, 500)); // in between, but read afterwards
    model.advance();
    ASSERT_EQ(model.rowCount(), 9);
    const auto at = [this](int milliseconds) {
        traffic.state.setAsOf(test::moment("2026-11-23T10:00:00Z") + std::chrono::milliseconds(milliseconds));
        EXPECT_TRUE(QTest::qWaitFor([this] { return !traffic.state.isTravelling(); }, 30'000));
        model.advance();
        EXPECT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
        return std::pair(model.rowCount(), int(model.totalCount()));
    };
    EXPECT_EQ(at(900), std::pair(5, 5));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    EXPECT_EQ(at(1'100), std::pair(7, 7));
    EXPECT_EQ(model.eventAt(3), base::EventIndex(3));
    EXPECT_EQ(at(1'000), std::pair(6, 6));
    EXPECT_EQ(resets.count(), 0) << "rows that stay keep selection and scrolling";
    traffic.state.setAsOf({});
    model.advance();
    EXPECT_EQ(model.rowCount(), 9);
}

TEST_F(EventTableModelTest, IsEmptyBeforeAnythingArrives)
{
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(EventTableModelTest, InsertsNewEventsWithOneSignalPerSnapshot)
{
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    traffic.feed(writer.confirmedBooking(1, 0));
    model.advance();
    EXPECT_EQ(model.rowCount(), 5);
    traffic.feed(writer.cancelledBooking(2, 5000));
    model.advance();
    EXPECT_EQ(model.rowCount(), 9);
    EXPECT_EQ(inserted.count(), 2);
}

TEST_F(EventTableModelTest, ShowsTheColumnsOfTheStore)
{
    traffic.state.setUtc(true);
    traffic.feed(writer.confirmedBooking(7, 1500));
    model.advance();
    const auto text = [this](int column) { return model.index(2, column).data().toString(); };
    EXPECT_EQ(text(EventTableModel::Time), QStringLiteral("10:00:02.400"));
    EXPECT_EQ(text(EventTableModel::Topic), QStringLiteral("dreamscape.payment.completed"));
    EXPECT_EQ(text(EventTableModel::Partition), QStringLiteral("1"));
    EXPECT_EQ(text(EventTableModel::Offset), QStringLiteral("0"));
    EXPECT_EQ(text(EventTableModel::Type), QStringLiteral("payment.completed"));
    EXPECT_EQ(text(EventTableModel::Source), QStringLiteral("payment-service"));
    EXPECT_TRUE(text(EventTableModel::Ids).contains(QStringLiteral("BK-7")));
    EXPECT_FALSE(text(EventTableModel::Saga).isEmpty());
    EXPECT_EQ(model.index(2, EventTableModel::Topic).data(EventTableModel::DomainRole).toString(),
              QStringLiteral("payment"));
}

TEST_F(EventTableModelTest, FiltersByTopicPattern)
{
    traffic.feed(tenBookings());
    model.advance();
    EventFilter filter;
    filter.topicPattern = "dreamscape.payment.*";
    EXPECT_EQ(rowsWith(filter), 20);
    filter.topicPattern = "dreamscape.voyage.*";
    EXPECT_EQ(rowsWith(filter), 0) << "one star is one segment";
    filter.topicPattern = "dreamscape.voyage.**";
    EXPECT_EQ(rowsWith(filter), 20);
}

TEST_F(EventTableModelTest, FiltersByTypeAndById)
{
    traffic.feed(tenBookings());
    model.advance();
    EventFilter byType;
    byType.type = "FAILED";
    EXPECT_EQ(rowsWith(byType), 5);
    EventFilter byEventId;
    byEventId.id = test::uuid(33);
    EXPECT_EQ(rowsWith(byEventId), 3) << "the event itself and its two effects name this id";
    EventFilter byBooking;
    byBooking.id = "bk-4";
    EXPECT_EQ(rowsWith(byBooking), 4);
}

TEST_F(EventTableModelTest, ObeysTheSearchFieldAndTheTimeWindow)
{
    traffic.feed(tenBookings());
    model.advance();
    EventFilter search;
    search.search = "booking:BK-3 type:payment";
    EXPECT_EQ(rowsWith(search), 2);
    EventFilter window;
    window.window = TimeWindow{test::moment("2026-11-23T10:00:01Z"), test::moment("2026-11-23T10:00:01.500Z")};
    EXPECT_EQ(rowsWith(window), 2);
}

TEST_F(EventTableModelTest, ShowsOnlyWhatIsUndecodableWhenAsked)
{
    auto records = tenBookings();
    records.push_back(writer.raw("dreamscape.payment.completed", 20'000, "not json"));
    traffic.feed(records);
    model.advance();
    EventFilter filter;
    filter.onlyUndecodable = true;
    ASSERT_EQ(rowsWith(filter), 1);
    EXPECT_EQ(model.index(0, EventTableModel::Marks).data().toString(), QStringLiteral("undecodable"));
}

TEST_F(EventTableModelTest, KeepsFilteringWhatArrivesLater)
{
    EventFilter filter;
    filter.topicPattern = "dreamscape.payment.failed";
    model.setFilter(filter);
    traffic.feed(writer.confirmedBooking(1, 0));
    model.advance();
    EXPECT_EQ(model.rowCount(), 0);
    traffic.feed(writer.cancelledBooking(2, 5000));
    model.advance();
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(columnOf(model, EventTableModel::Type).front(), QStringLiteral("payment.failed"));
    EXPECT_EQ(model.totalCount(), 9U);
}

TEST_F(EventTableModelTest, TellsRowsAndEventsApart)
{
    traffic.feed(tenBookings());
    model.advance();
    EventFilter filter;
    filter.type = "confirmed";
    model.setFilter(filter);
    ASSERT_EQ(model.rowCount(), 5);
    for (int row = 0; row < model.rowCount(); ++row)
        EXPECT_EQ(model.rowOf(model.eventAt(row)), row);
    EXPECT_EQ(model.rowOf(base::EventIndex(0)), -1) << "filtered out";
    EXPECT_EQ(model.rowOf(base::EventIndex(4711)), -1) << "never read";
    EXPECT_FALSE(model.eventAt(99).isValid());
}

TEST_F(EventTableModelTest, FiltersALargeSessionInAWorkerWhileItsRowsStay)
{
    feedConfirmedBookings(3000);
    ASSERT_EQ(model.rowCount(), 15'000);

    EventFilter filter;
    filter.type = "payment.completed";
    model.setFilter(filter);
    EXPECT_TRUE(model.isScanning());
    EXPECT_EQ(model.rowCount(), 15'000) << "what was shown stays until the answer is there";
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
    EXPECT_EQ(model.rowCount(), 3000);
    EXPECT_EQ(model.filter(), filter);
}

TEST_F(EventTableModelTest, FindsWhatPayloadsHoldAndGoesOnFindingIt)
{
    feedConfirmedBookings(3000);
    EventFilter filter;
    filter.search = "payload.bookingId:/./ type:payment.completed";
    model.setFilter(filter);
    EXPECT_EQ(model.searchState(), EventTableModel::SearchState::Searching);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
    EXPECT_EQ(model.searchState(), EventTableModel::SearchState::Idle);
    EXPECT_EQ(model.rowCount(), 3000);

    traffic.feed(writer.confirmedBooking(4000, 50'000));
    model.advance();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
    EXPECT_EQ(model.rowCount(), 3001);
}

TEST_F(EventTableModelTest, ASearchThatWasStoppedSaysHowFarItCameAndGoesOnFromThere)
{
    feedConfirmedBookings(3000);
    EventFilter filter;
    filter.search = "text:e";
    model.setFilter(filter);
    model.stopSearch();
    EXPECT_FALSE(model.isScanning());
    EXPECT_EQ(model.searchState(), EventTableModel::SearchState::Stopped);
    const std::size_t searched = model.searchedCount();
    EXPECT_EQ(std::size_t(model.rowCount()), searched) << "every message has an e";

    traffic.feed(writer.confirmedBooking(4000, 50'000));
    model.advance();
    EXPECT_EQ(model.searchedCount(), searched) << "nothing goes on by itself";
    EXPECT_EQ(model.totalCount(), 15'005U);
    model.resumeSearch();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
    EXPECT_EQ(model.searchState(), EventTableModel::SearchState::Idle);
    EXPECT_EQ(model.rowCount(), 15'005);

    filter.search = "text:wibble-wobble";
    model.setFilter(filter);
    model.stopSearch();
    model.setFilter({});
    EXPECT_EQ(model.searchState(), EventTableModel::SearchState::Idle) << "another question begins anew";
    EXPECT_EQ(model.rowCount(), 15'005);
}

TEST_F(EventTableModelTest, TheLatestFilterWins)
{
    feedConfirmedBookings(3000);
    for (const char* type : {"created", "initiated", "confirmed", "email"}) {
        EventFilter filter;
        filter.type = type;
        model.setFilter(filter);
    }
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
    ASSERT_EQ(model.rowCount(), 3000);
    EXPECT_EQ(model.index(0, EventTableModel::Type).data().toString(), QStringLiteral("notification.email.requested"));

    model.setFilter({});
    EXPECT_FALSE(model.isScanning()) << "everything needs no pass";
    EXPECT_EQ(model.rowCount(), 15'000);
}

TEST_F(EventTableModelTest, FollowsSagaStatesThatChangeUnderAFilter)
{
    auto story = writer.confirmedBooking(1, 0);
    traffic.feed({story[0], story[1]});
    model.advance();
    EventFilter filter;
    filter.search = "state:completed";
    model.setFilter(filter);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isScanning(); }, 30'000));
    EXPECT_EQ(model.rowCount(), 0);
    traffic.feed({story[2], story[3], story[4]});
    ASSERT_TRUE(QTest::qWaitFor(
        [this] {
            model.advance();
            return !model.isScanning() && model.rowCount() == 5;
        },
        30'000));
}

TEST_F(EventTableModelTest, SaysHowLateAnEventCame)
{
    traffic.feed(writer.confirmedBooking(1, 2000));
    traffic.feed(writer.cancelledBooking(2, 0));
    model.advance();
    session::ArrivalOrder order;
    order.extend(model.snapshot().events);
    model.setArrival(order.view());
    EXPECT_EQ(columnOf(model, EventTableModel::Lateness)[4], QString());
    EXPECT_EQ(columnOf(model, EventTableModel::Lateness)[5], QStringLiteral("3.10 s")) << "the mail came at 3.1 s";
    EXPECT_TRUE(columnOf(model, EventTableModel::Marks)[5].contains(QStringLiteral("late")));
    EXPECT_TRUE(model.index(5, EventTableModel::Marks).data(Qt::ToolTipRole).toString().contains(QStringLiteral("3.10 s")));
}

TEST_F(EventTableModelTest, StartsAfreshWithAnotherSession)
{
    traffic.feed(tenBookings());
    model.advance();
    traffic.state.reset();
    model.reset();
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.totalCount(), 0U);
}

} // namespace
} // namespace sagascope::ui
