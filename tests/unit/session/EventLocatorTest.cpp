// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventLocator.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using Outcome = EventLocator::Outcome;
constexpr auto kToTheEnd = std::numeric_limits<std::size_t>::max();

class EventLocatorTest : public testing::Test
{
protected:
    void read(std::string_view lines)
    {
        const test::History history(lines);
        for (const test::Record& record : history.records())
            m_ingest.take(record.raw());
        m_ingest.fill(snapshot, m_ingest.latestTime());
    }

    Outcome lookFor(const EventAddress& address)
    {
        locator = EventLocator(address);
        locator.look(snapshot, kToTheEnd);
        return locator.outcome();
    }

    static EventAddress created(std::int64_t offset, std::string_view id = {})
    {
        return {"dreamscape.voyage.booking.created", 0, offset, base::idHash(id)};
    }

    Snapshot snapshot;
    EventLocator locator{EventAddress()};

private:
    Ingest m_ingest{test::builtInCatalog()};
};

constexpr std::string_view kThree = R"(
    09:40:00 voyage.booking.created e1 at=0:10 | bookingId=BK-1
    09:40:02 voyage.booking.created e2 at=0:11 | bookingId=BK-2
    09:40:01 voyage.booking.created e3 at=1:40 | bookingId=BK-3
)";

TEST_F(EventLocatorTest, findsTheRecordAtItsCoordinates)
{
    read(kThree);
    EXPECT_EQ(lookFor(created(11)), Outcome::Found);
    EXPECT_EQ(locator.event(), base::EventIndex(1));
    EXPECT_EQ(lookFor(created(11, "e2")), Outcome::Found);
}

TEST_F(EventLocatorTest, saysWhetherTheRecordMayStillCome)
{
    read(kThree);
    EXPECT_EQ(lookFor(created(12)), Outcome::NotYet);
    EXPECT_EQ(lookFor(created(9)), Outcome::Passed);
    EXPECT_EQ(lookFor({"dreamscape.voyage.booking.created", 1, 9, {}}), Outcome::Passed);
    EXPECT_EQ(lookFor({"dreamscape.voyage.booking.created", 2, 9, {}}), Outcome::NotYet);
    EXPECT_EQ(lookFor({"dreamscape.payment.failed", 0, 0, {}}), Outcome::NotYet);
}

TEST_F(EventLocatorTest, goesOnWhereItStoppedWhenMoreWasRead)
{
    read(kThree);
    EXPECT_EQ(lookFor(created(12, "e4")), Outcome::NotYet);
    EXPECT_EQ(locator.looked(), 3U);
    read("09:40:03 voyage.booking.created e4 at=0:12 | bookingId=BK-4");
    locator.look(snapshot, kToTheEnd);
    EXPECT_EQ(locator.outcome(), Outcome::Found);
    EXPECT_EQ(locator.event(), base::EventIndex(3));
}

TEST_F(EventLocatorTest, theIdDecidesWhereThePlaceHoldsAnotherEvent)
{
    read(kThree);
    EXPECT_EQ(lookFor(created(10, "e3")), Outcome::Found) << "the same event in another file lies elsewhere";
    EXPECT_EQ(locator.event(), base::EventIndex(2));
    EXPECT_EQ(lookFor(created(10, "e9")), Outcome::Another);
    EXPECT_FALSE(locator.event().isValid());
}

TEST_F(EventLocatorTest, theNewestOfSeveralIncarnationsIsMeantUnlessTheIdSaysOtherwise)
{
    read(kThree);
    read("09:50:00 voyage.booking.created e10 at=0:10 | bookingId=BK-10");
    EXPECT_EQ(lookFor(created(10)), Outcome::Found);
    EXPECT_EQ(locator.event(), base::EventIndex(3));
    EXPECT_EQ(lookFor(created(10, "e1")), Outcome::Found);
    EXPECT_EQ(locator.event(), base::EventIndex(0));
}

TEST_F(EventLocatorTest, findsTheEarliestAcceptedFromAMomentOn)
{
    read(kThree);
    const auto from = [&](std::string_view time, EventLocator::Accept accept) {
        locator = EventLocator(test::moment("2026-03-02T" + std::string(time) + "Z"), std::move(accept));
        locator.look(snapshot, kToTheEnd);
        return locator.event();
    };
    const auto all = [](base::EventIndex) { return true; };
    EXPECT_EQ(from("09:40:00.500", all), base::EventIndex(2));
    EXPECT_EQ(from("09:40:02", all), base::EventIndex(1));
    EXPECT_EQ(from("09:00:00", [](base::EventIndex event) { return event != base::EventIndex(0); }), base::EventIndex(2));
    EXPECT_FALSE(from("09:41:00", all).isValid());
    EXPECT_EQ(locator.outcome(), Outcome::NotYet);
}

} // namespace
} // namespace sagascope::session
