// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/HistogramView.h"

#include <QtTest>

#include <gtest/gtest.h>

#include <numeric>

#include "tests/ui/support/Traffic.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventsRoom.h"

namespace sagascope::ui {
namespace {

using test::Record;

class HistogramViewTest : public testing::Test
{
protected:
    void SetUp() override
    {
        traffic.state.setUtc(true);
        room.resize(1400, 800);
        room.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
        settle();
    }

    void settle()
    {
        ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
    }

    void feed(const std::vector<Record>& records)
    {
        traffic.feed(records);
        settle();
    }

    HistogramView& view() const { return *room.findChild<HistogramView*>(); }
    EventTable& table() const { return *room.findChild<EventTable*>(); }
    const metrics::TimeHistogram::Bars& bars() const { return counted->reading().bars; }

    std::uint64_t total() const
    {
        return std::accumulate(bars().bars.begin(), bars().bars.end(), std::uint64_t(0),
                               [](std::uint64_t sum, const auto& bar) { return sum + bar.total(); });
    }

    std::uint64_t errors() const
    {
        return std::accumulate(bars().bars.begin(), bars().bars.end(), std::uint64_t(0),
                               [](std::uint64_t sum, const auto& bar) { return sum + bar.marked; });
    }

    /// In the middle of the bar in which that moment lies.
    QPoint at(int milliseconds) const
    {
        const auto time = test::moment("2026-11-23T10:00:00Z") + std::chrono::milliseconds(milliseconds);
        const HistogramScale scale = view().scale();
        return scale.column(scale.barAt(scale.xOf(time) + 0.01)).center().toPoint();
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventsRoom room{traffic.state};
    const EventHistogram* counted = &room.histogram();
};

TEST_F(HistogramViewTest, CountsTheRowsThatAreShownByDomain)
{
    EXPECT_TRUE(bars().isEmpty());
    EXPECT_FALSE(view().grab().isNull()) << "nothing is there, and the place says so";
    feed(writer.confirmedBooking(1, 0));
    EXPECT_EQ(total(), 5U);
    EXPECT_EQ(counted->reading().domains, (QStringList{QStringLiteral("voyage"), QStringLiteral("payment"), QStringLiteral("notification")}));
    feed(writer.cancelledBooking(2, 5000));
    EXPECT_EQ(total(), 9U) << "what came was added";
    traffic.state.setSearchText(QStringLiteral("type:payment"));
    settle();
    EXPECT_EQ(total(), 4U);
    traffic.state.setSearchText({});
    settle();
    EXPECT_EQ(total(), 9U);
    traffic.state.reset();
    settle();
    EXPECT_TRUE(bars().isEmpty());
}

TEST_F(HistogramViewTest, MarksWhereErrorsAre)
{
    feed(writer.confirmedBooking(1, 0));
    const std::uint64_t before = errors();
    feed({writer.raw("dreamscape.payment.completed", 20'000, "not json")});
    EXPECT_EQ(errors(), before + 1);
    EXPECT_EQ(bars().bars.back().marked, 1U);
}

TEST_F(HistogramViewTest, AClickGoesToTheFirstEventOfABar)
{
    feed(writer.confirmedBooking(1, 0));
    QTest::mouseClick(&view(), Qt::LeftButton, {}, at(900));
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(2));
    EXPECT_EQ(table().currentIndex().row(), 2);
    QTest::mouseClick(&view(), Qt::LeftButton, {}, at(500));
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(2)) << "nothing came at that time, so the next";
}

TEST_F(HistogramViewTest, DraggingChoosesTheWindowThatAllRoomsObey)
{
    feed(writer.confirmedBooking(1, 0));
    QTest::mousePress(&view(), Qt::LeftButton, {}, at(100));
    QTest::mouseMove(&view(), at(600));
    QTest::mouseMove(&view(), at(950));
    EXPECT_FALSE(traffic.state.timeWindow()) << "while it is dragged nothing moves";
    QTest::mouseRelease(&view(), Qt::LeftButton, {}, at(950));
    ASSERT_TRUE(traffic.state.timeWindow());
    settle();
    EXPECT_EQ(table().model()->rowCount(), 2);
    EXPECT_EQ(total(), 2U);
    QTest::mouseDClick(&view(), Qt::LeftButton, {}, view().rect().center());
    EXPECT_FALSE(traffic.state.timeWindow());
}

TEST_F(HistogramViewTest, IsReachedAndReadByKeyboard)
{
    feed(writer.confirmedBooking(1, 0));
    EXPECT_FALSE(view().accessibleName().isEmpty());
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Home);
    EXPECT_EQ(view().cursor(), 0);
    EXPECT_TRUE(view().accessibleDescription().startsWith(QStringLiteral("10:00:00"))) << qPrintable(view().accessibleDescription());
    QTest::keyClick(&view(), Qt::Key_Return);
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(0));
    QTest::keyClick(&view(), Qt::Key_End);
    QTest::keyClick(&view(), Qt::Key_Return);
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(4));
    QTest::keyClick(&view(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Return);
    ASSERT_TRUE(traffic.state.timeWindow());
    settle();
    EXPECT_EQ(total(), 1U);
    QTest::keyClick(&view(), Qt::Key_Delete);
    EXPECT_FALSE(traffic.state.timeWindow());
}

TEST_F(HistogramViewTest, CountsALargeSessionPieceByPiece)
{
    std::vector<Record> many;
    for (int number = 1; number <= 30'000; ++number)
        for (Record& record : writer.confirmedBooking(number, number * 10))
            many.push_back(std::move(record));
    feed(many);
    ASSERT_TRUE(QTest::qWaitFor([&] { return total() == 150'000U; }, 30'000));
    EXPECT_LE(bars().bars.size(), std::size_t(view().width()));
}

} // namespace
} // namespace sagascope::ui
