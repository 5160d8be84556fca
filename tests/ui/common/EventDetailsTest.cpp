// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventDetails.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/common/FindingList.h"

namespace sagascope::ui {
namespace {

class EventDetailsTest : public testing::Test
{
protected:
    /// A confirmed booking whose second event was delivered once more; the copy is what the broker wrote last.
    void SetUp() override
    {
        std::vector<test::Record> records = writer.confirmedBooking(1, 0);
        test::Record copy = records[1];
        records.push_back(copy.at(9, 77)); // of equal times the higher partition comes later
        traffic.feed(records);
        copied = base::EventIndex(std::uint32_t(records.size() - 1));
        details.resize(400, 600);
        details.setVisible(true); // its own show() takes a reading
    }

    void select(base::EventIndex event)
    {
        traffic.state.selectEvent(event);
        ASSERT_TRUE(QTest::qWaitFor([&] { return details.isSettled(); }, 30'000));
    }

    QStringList rules() const
    {
        QStringList names;
        for (const QLabel* label : details.findChild<FindingList*>()->findChildren<QLabel*>(QStringLiteral("panelTitle"))) {
            if (!label->isHidden() && !label->parentWidget()->isHidden())
                names += label->text();
        }
        return names;
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventDetails details{traffic.state};
    base::EventIndex copied;
};

TEST_F(EventDetailsTest, ShowsWhatItsSagaFoundAtTheEvent)
{
    select(copied);
    EXPECT_TRUE(rules().contains(QStringLiteral("duplicate-redelivery"))) << rules().join(QLatin1Char(' ')).toStdString();
}

TEST_F(EventDetailsTest, LeavesOutWhatItsSagaFoundElsewhere)
{
    select(base::EventIndex(0));
    EXPECT_FALSE(rules().contains(QStringLiteral("duplicate-redelivery"))) << rules().join(QLatin1Char(' ')).toStdString();
}

TEST_F(EventDetailsTest, NoticesWhatALaterRecordMakesOfTheSelectedEvent)
{
    const auto isRepeat = [&] { return details.isSettled() && rules().contains(QStringLiteral("duplicate-redelivery")); };
    select(base::EventIndex(4));
    EXPECT_FALSE(isRepeat());
    test::Record earlier = test::StoryWriter().confirmedBooking(1, 0)[4];
    traffic.feed({earlier.at(0, 78).time("2026-11-23T09:59:00Z")}); // the broker had it first: this one is the copy
    EXPECT_TRUE(QTest::qWaitFor(isRepeat, 30'000));
}

} // namespace
} // namespace sagascope::ui
