// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PreviousEvent.h"

#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::session {
namespace {

class PreviousEventTest : public testing::Test
{
protected:
    void read(std::string_view lines)
    {
        const test::History history(lines);
        for (const test::Record& record : history.records())
            m_ingest.take(record.raw());
        m_ingest.fill(snapshot, m_ingest.latestTime());
    }

    EntityPast past(std::uint32_t event) const { return pastOfEntity(snapshot, base::EventIndex(event)); }

    /// −1: none.
    int previous(std::uint32_t event) const
    {
        const auto found = past(event).any;
        return found ? int(found->event.value) : -1;
    }

    int previousOfType(std::uint32_t event) const
    {
        const auto found = past(event).ofSameType;
        return found ? int(found->event.value) : -1;
    }

    Snapshot snapshot;

private:
    Ingest m_ingest{test::builtInCatalog()};
};

TEST_F(PreviousEventTest, isTheLastOneBeforeThatSharesAnIdentifier)
{
    read(R"(
        09:40:00 voyage.booking.created   e0 | bookingId=BK-1 userId=usr-9
        09:40:01 voyage.booking.created   e1 | bookingId=BK-2 userId=usr-9
        09:40:02 payment.initiated        e2 | bookingId=BK-1 paymentId=p-1 userId=usr-9
        09:40:03 payment.completed        e3 | bookingId=BK-1 paymentId=p-1 userId=usr-9
    )");
    EXPECT_EQ(previous(3), 2);
    EXPECT_EQ(previous(2), 0) << "the other booking of the traveller is another entity";
    EXPECT_EQ(previous(0), -1);
    EXPECT_TRUE(past(0).hasEntity);
    EXPECT_EQ(past(2).any->value, "BK-1");
}

TEST_F(PreviousEventTest, isToldForItsOwnTypeAsWell)
{
    read(R"(
        09:40:00 voyage.booking.updated  e0 | bookingId=BK-1
        09:40:01 payment.initiated       e1 | bookingId=BK-1 paymentId=p-1
        09:40:02 voyage.booking.updated  e2 | bookingId=BK-1
    )");
    EXPECT_EQ(previous(2), 1);
    EXPECT_EQ(previousOfType(2), 0);
    EXPECT_EQ(previousOfType(1), -1);
}

TEST_F(PreviousEventTest, goesByTheBrokersClockAndNotByArrival)
{
    read(R"(
        09:40:05 payment.completed        e0 | bookingId=BK-1 paymentId=p-1
        09:40:00 voyage.booking.created   e1 | bookingId=BK-1
        09:40:02 payment.initiated        e2 | bookingId=BK-1 paymentId=p-1
    )");
    EXPECT_EQ(previous(0), 2);
    EXPECT_EQ(previous(2), 1);
    EXPECT_EQ(previous(1), -1);
}

TEST_F(PreviousEventTest, isNoCopyOfTheEventItself)
{
    read(R"(
        09:40:00 voyage.booking.created   e0 | bookingId=BK-1
        09:40:01 payment.completed        e1 | bookingId=BK-1 paymentId=p-1
        09:40:02 payment.completed        e1 at=0:9 | bookingId=BK-1 paymentId=p-1
    )");
    EXPECT_EQ(previous(2), 0);
}

TEST_F(PreviousEventTest, ofATravellersOwnEventIsTheTravellersLast)
{
    read(R"(
        09:40:00 user.created          e0 | userId=usr-9
        09:40:01 user.profile.updated  e1 | userId=usr-9
        09:40:02 user.profile.updated  e2 | userId=usr-5
        09:40:03 user.profile.updated  e3 | userId=usr-9
    )");
    EXPECT_EQ(previous(1), 0);
    EXPECT_EQ(previous(2), -1);
    EXPECT_EQ(previous(3), 1);
    EXPECT_EQ(previousOfType(3), 1);
    EXPECT_EQ(previousOfType(1), -1);
    ASSERT_TRUE(past(1).any);
    EXPECT_EQ(past(1).any->kind, identity::IdentifierKind::User);
    EXPECT_EQ(past(1).any->value, "usr-9");
}

TEST_F(PreviousEventTest, whereTheirOwnNumberLeadsNowhereIsTheTravellersLast)
{
    read(R"(
        09:40:00 notification.inapp.created  e0 | notificationId=n-1 userId=usr-9 title=a
        09:40:01 notification.inapp.created  e1 | notificationId=n-2 userId=usr-5 title=b
        09:40:02 notification.inapp.created  e2 | notificationId=n-3 userId=usr-9 title=c
        09:40:03 notification.inapp.created  e3 | notificationId=n-1 userId=usr-9 title=d
    )");
    EXPECT_EQ(previous(2), 0);
    EXPECT_EQ(past(2).any->value, "usr-9");
    EXPECT_EQ(previous(3), 0) << "its own number comes first";
    EXPECT_EQ(past(3).any->value, "n-1");
    EXPECT_EQ(previous(1), -1);
}

TEST_F(PreviousEventTest, knowsWhenThereIsNoEntity)
{
    read("09:40:00 voyage.booking.created e0 corr=c1 | note=none");
    EXPECT_FALSE(past(0).hasEntity) << "a correlation id says what belongs together, not what it is about";
}

TEST_F(PreviousEventTest, isNothingThatCameLaterThanTheMomentShown)
{
    read(R"(
        09:40:00 voyage.booking.created   e0 | bookingId=BK-1
        09:40:02 payment.completed        e1 | bookingId=BK-1
    )");
    snapshot.asOf = snapshot.events.row(base::EventIndex(0)).brokerTime - std::chrono::seconds(1);
    EXPECT_EQ(previous(1), -1);
}

TEST_F(PreviousEventTest, stopsWhenNobodyWaits)
{
    read(R"(
        09:40:00 voyage.booking.created   e0 | bookingId=BK-1
        09:40:02 payment.completed        e1 | bookingId=BK-1
    )");
    EXPECT_FALSE(pastOfEntity(snapshot, base::EventIndex(1), [] { return true; }).any);
}

} // namespace
} // namespace sagascope::session
